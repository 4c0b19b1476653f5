//! Native laws and round trips.

// A panic is how a test fails, in what its tests have in common no less than in the tests.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod bond;
mod bundle;
mod domain;
mod found;
mod laws;
mod messages;
mod oracle;
mod stored;
mod tidy;
mod times;
