//! Pieces of pages that are tied to one thing of the domain, wherever it is shown.

pub mod comments;
pub mod dispute_panel;
pub mod draft;
pub mod failure_words;
pub mod feedback_about;
pub mod file_picker;
pub mod identity;
pub mod import_preview;
pub mod live_field;
pub mod notice;
pub mod question;
pub mod record_words;
pub mod storage_banner;
pub mod value_words;
