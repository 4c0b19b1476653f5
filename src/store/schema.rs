//! What the database is made of.
//!
//! The version counts changes of this list. Opening an older database makes the stores it does not
//! have yet; what stands in them is brought up to date value by value, as it is read.

/// The name of the database, after the base path.
pub(super) const NAME: &str = "steadyhand";
/// The version of the list below.
pub(super) const VERSION: u32 = 2;

/// Records, each under `plan/kind/id`.
pub(super) const RECORDS: &str = "records";
/// Values that could not be read, as they were found.
pub(super) const ASIDE: &str = "aside";
/// Preferences and drafts.
pub(super) const TEXTS: &str = "texts";
/// Values of records that have been replaced.
pub(super) const PAST: &str = "past";
/// Records that came in files and contradict what is here, so that they were not merged.
pub(super) const QUARANTINE: &str = "quarantine";

/// Every store.
pub(super) const STORES: [&str; 5] = [RECORDS, ASIDE, TEXTS, PAST, QUARANTINE];
