//! Fields that keep every keystroke.

pub mod draft;
pub mod live_field;
pub mod line_form;
