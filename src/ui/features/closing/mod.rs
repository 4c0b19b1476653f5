//! The pieces of a guided ending.

pub mod closed_banner;
pub mod closing_end;
pub mod closing_left;
pub mod closing_ratings;
pub mod closing_words;
pub mod next_plan;
