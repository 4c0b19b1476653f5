//! Pieces of pages that are tied to one thing of the domain, wherever it is shown.

pub mod comments;
pub mod dispute_panel;
pub mod draft;
pub mod feedback_about;
pub mod live_field;
pub mod notice;
pub mod storage_banner;
