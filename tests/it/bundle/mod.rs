//! The bundle and the text of a stored record: laws, damage, schema, size.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod backup;
mod crowd;
mod example;
mod hops;
mod laws;
mod limits;
mod malformed;
mod memory;
mod random;
mod raw;
mod refused;
mod schema;
mod size;
mod steps;
