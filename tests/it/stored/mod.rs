//! What storage holds: frozen texts of every version, damage, and what a start makes of it.

#![allow(clippy::print_stdout)]

mod damage;
mod frozen;
mod records;
