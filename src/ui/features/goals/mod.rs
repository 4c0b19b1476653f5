//! Goals and their tasks.

pub mod confidence;
pub mod evidence;
pub mod goal_category;
pub mod goal_course;
pub mod goal_draft;
pub mod goal_fields;
pub mod goal_head;
pub mod goal_order;
pub mod goal_row;
pub mod goal_standing;
pub mod goal_words;
pub mod suggestions;
pub mod task_drafts;
pub mod task_list;
pub mod task_new;
pub mod task_row;
