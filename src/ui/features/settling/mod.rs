//! Fields in which two values stand, and records and values in words.

pub mod dispute_panel;
pub mod kept_apart;
pub mod own_words;
pub mod question;
pub mod record_words;
pub mod value_words;
