//! Finding something by its words.

pub mod found_row;
pub mod looked_for;
