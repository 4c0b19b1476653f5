//! The parts of the course, and what each asks for.

pub mod asked_list;
pub mod course_words;
