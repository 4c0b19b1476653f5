//! What must hold for any input at all. A fuzzer calls these with what it makes up, and the ordinary
//! tests with what it has found: see `tests/it/found.rs`.

// A panic is how a check fails.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs)]

pub mod bundle;
pub mod calendars;
pub mod imports;
mod invented;
pub mod merge;
pub mod migrations;
pub mod rescue;
