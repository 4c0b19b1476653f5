//! Replicated records: the law by which two copies of one thing become one.
//!
//! A [`Record`] is a small map from field names to multi-value [`Register`]s, together with a
//! [`VersionVector`] that says which writes of which device the copy has seen. A write replaces
//! exactly the values its writer had seen; two writes that had not seen each other both stay.
//! [`Record::merge`] is commutative, associative and idempotent.
//!
//! The structure is the causal map with multi-value registers of Almeida, Shoker and Baquero,
//! "Delta state replicated data types" (2018), with the deletion kept as a register of its own so
//! that a deleted record can still be read and brought back.
//!
//! This module never learns what a goal is, never reads a clock, never makes a random number and
//! does no I/O.

mod clock;
mod few;
#[cfg(test)]
mod laws;
mod order;
mod pace;
mod record;
mod register;
mod sorted;
mod writer;

pub use clock::{Dot, VersionVector};
pub use order::{Gather, InOrder};
pub use pace::{Pace, RECORD, at_once};
pub use record::{Parts, Record};
pub use register::{Entry, Register};
pub use sorted::SortedMap;
pub use writer::Writer;
