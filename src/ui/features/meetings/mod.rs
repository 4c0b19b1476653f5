//! Meetings and their action items.

pub mod action_items;
pub mod meeting_draft;
pub mod meeting_record;
pub mod meeting_row;
pub mod meeting_views;
pub mod meeting_what;
pub mod meeting_when;
