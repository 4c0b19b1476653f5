//! What Today shows.

pub mod backup_row;
pub mod log_bar;
pub mod nudge_row;
