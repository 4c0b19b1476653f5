//! Files in and out.

pub mod backup_words;
pub mod besides_plans;
pub mod failure_words;
pub mod file_picker;
pub mod giving;
pub mod identity;
pub mod import_preview;
pub mod long_work_line;
