//! Pieces of pages that are tied to one thing of the domain, wherever it is shown.

pub mod begin;
pub mod choices;
pub mod comments;
pub mod dispute_panel;
pub mod draft;
pub mod feedback_about;
pub mod feedback_choice;
pub mod feedback_draft;
pub mod feedback_form;
pub mod feedback_question;
pub mod feedback_row;
pub mod feedback_steps;
pub mod feedback_words;
pub mod live_field;
pub mod log_bar;
pub mod notice;
pub mod nudge_row;
pub mod plan_start;
pub mod storage_banner;
