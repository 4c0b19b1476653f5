//! Pieces of pages that are tied to one thing of the domain, wherever it is shown.

pub mod action_items;
pub mod begin;
pub mod choices;
pub mod comments;
pub mod dispute_panel;
pub mod draft;
pub mod failure_words;
pub mod feedback_about;
<<<<<<< HEAD
pub mod file_picker;
pub mod goal_category;
pub mod goal_fields;
pub mod goal_head;
pub mod goal_row;
pub mod goal_words;
pub mod identity;
pub mod import_preview;
=======
pub mod feedback_choice;
pub mod feedback_draft;
pub mod feedback_form;
pub mod feedback_question;
pub mod feedback_row;
pub mod feedback_steps;
pub mod feedback_words;
>>>>>>> ui-feedback
pub mod live_field;
pub mod log_bar;
pub mod meeting_draft;
pub mod meeting_record;
pub mod meeting_row;
pub mod meeting_views;
pub mod meeting_what;
pub mod meeting_when;
pub mod notice;
pub mod nudge_row;
pub mod plan_start;
pub mod question;
pub mod record_words;
pub mod storage_banner;
pub mod task_drafts;
pub mod task_list;
pub mod task_new;
pub mod task_row;
pub mod value_words;
