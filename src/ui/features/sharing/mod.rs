//! Files in and out.

pub mod failure_words;
pub mod file_picker;
pub mod identity;
pub mod import_preview;
