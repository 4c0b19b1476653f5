//! What Today shows, in the order of what matters: first the rows that the first look draws, then the others.

pub mod backup_row;
pub mod first_row;
pub mod later_row;
pub mod later_rows;
pub mod log_bar;
pub mod stalled_row;
