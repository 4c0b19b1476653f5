//! Who sees a record, and what of a plan goes to whom.

pub mod audience_button;
pub mod audience_chip;
pub mod audience_items;
pub mod audience_mark;
pub mod audience_words;
pub mod going;
pub mod tables;
