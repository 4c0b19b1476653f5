//! What came in from the other side and was not looked at yet.

pub mod new_mark;
pub mod new_pages;
pub mod new_row;
