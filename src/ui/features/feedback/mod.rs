//! Feedback, reflections, requests and comments.

pub mod comments;
pub mod feedback_about;
pub mod feedback_choice;
pub mod feedback_draft;
pub mod feedback_form;
pub mod feedback_question;
pub mod feedback_row;
pub mod feedback_steps;
pub mod feedback_words;
