//! Who changed what, and what it said before.

pub mod act_row;
pub mod act_words;
pub mod earlier_values;
pub mod history_link;
