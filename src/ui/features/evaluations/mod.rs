//! How both sides see the mentorship, wherever that is shown.

pub mod answers_beside;
pub mod evaluation_draft;
pub mod evaluation_form;
pub mod evaluation_rows;
pub mod evaluation_words;
