//! One record as the members of a JSON object. `docs/bundle.md` describes them.

mod history;
mod read;
mod write;

pub(super) use read::{Context, Draft, read_id, read_record};
pub(super) use write::push_members;

/// The names of members that are not fields. A field of such a name stands under `fields`.
const TAKEN: [&str; 5] = ["also", "deleted", "fields", "id", "merge"];
