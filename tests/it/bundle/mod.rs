//! The bundle and the text of a stored record: laws, damage, schema, size.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod crowd;
mod example;
mod laws;
mod limits;
mod malformed;
mod random;
mod schema;
mod size;
