//! One record as the members of a JSON object. `docs/bundle.md` describes them.

mod history;
mod read;
mod write;

pub(super) use read::{Context, Draft, read_id, read_record};
pub(super) use write::push_members;

use crate::domain::Kind;

/// The names of members that are not fields. A field of such a name stands under `fields`.
const TAKEN: [&str; 5] = ["also", "deleted", "fields", "id", "merge"];

/// The kind whose records are listed under `name`. A kind named like one of the members that are not
/// fields could not be written into a plan beside the plan's own members, so there is none.
pub(super) fn kind_named(name: &str) -> Option<Kind> {
    if TAKEN.contains(&name) { None } else { Kind::from_name(name) }
}
