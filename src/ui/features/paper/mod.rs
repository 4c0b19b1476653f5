//! What is printed.

pub mod paper_agreement;
pub mod paper_goals;
pub mod paper_items;
pub mod paper_meetings;
pub mod paper_sheet;
pub mod paper_summary_sheet;
pub mod paper_words;
