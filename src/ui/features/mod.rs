//! Pieces of pages that are tied to one thing of the domain, wherever it is shown.

pub mod begin;
pub mod choices;
pub mod comments;
pub mod dispute_panel;
pub mod draft;
pub mod feedback_about;
pub mod goal_category;
pub mod goal_fields;
pub mod goal_head;
pub mod goal_row;
pub mod goal_words;
pub mod live_field;
pub mod log_bar;
pub mod notice;
pub mod nudge_row;
pub mod plan_start;
pub mod storage_banner;
pub mod task_drafts;
pub mod task_list;
pub mod task_new;
pub mod task_row;
