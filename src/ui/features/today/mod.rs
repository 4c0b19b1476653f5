//! What Today shows.

pub mod log_bar;
pub mod nudge_row;
