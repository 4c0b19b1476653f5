//! Fields that keep every keystroke.

pub mod draft;
pub mod line_form;
pub mod line_words;
pub mod live_field;
pub mod text_form;
