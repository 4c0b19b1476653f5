//! Goals and their tasks.

pub mod goal_category;
pub mod goal_fields;
pub mod goal_head;
pub mod goal_row;
pub mod goal_words;
pub mod task_drafts;
pub mod task_list;
pub mod task_new;
pub mod task_row;
