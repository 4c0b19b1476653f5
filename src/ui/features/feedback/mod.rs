//! Feedback, reflections, requests and comments.

pub mod asked_of_you;
pub mod comments;
pub mod feedback_about;
pub mod feedback_choice;
pub mod feedback_draft;
pub mod feedback_form;
pub mod feedback_list;
pub mod feedback_made;
pub mod feedback_origin;
pub mod feedback_question;
pub mod feedback_row;
pub mod feedback_steps;
pub mod feedback_template;
pub mod feedback_words;
pub mod program_note;
