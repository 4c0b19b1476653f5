//! The bundle and the text of a stored record: laws, damage, schema, size.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod backup;
mod example;
mod laws;
mod limits;
mod malformed;
mod random;
mod raw;
mod schema;
mod size;
