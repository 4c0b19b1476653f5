//! The journal: every change, written at once to local storage, where it survives the tab, until
//! the database has it.

use std::collections::BTreeSet;

use super::keys;
use crate::codec::{past, stored};
use crate::domain::{DeviceId, Past, RecordKey, Workspace};
use crate::platform::local::{Local, LocalError};

/// Before the keys of journal entries.
const ENTRIES: &str = "journal/";
/// Before the keys of records, where local storage is the only one there is.
const RECORDS: &str = "record/";
/// Before the keys of what was set aside, where there was no database to take it.
const ASIDE: &str = "aside/";

/// This tab's place in the journal.
pub(super) struct Journal {
    tab: DeviceId,
    next: u64,
}

/// An entry of the journal.
pub(super) struct Entry {
    /// The key of the entry.
    pub(super) key: String,
    /// One stored record a line; or what is there instead, for a person to look at.
    pub(super) text: String,
    /// Whether it may hold records: it is text, and has not been set aside.
    pub(super) may_load: bool,
}

impl Journal {
    pub(super) fn new(tab: DeviceId) -> Self {
        Self { tab, next: 0 }
    }

    /// The tab's own name, which no other has.
    pub(super) fn tab(&self) -> DeviceId {
        self.tab
    }

    /// Writes an entry that holds the records as they are now and what they held before, and says
    /// under which key. What stood before is a line like any other: merging it with the record finds
    /// that it has been replaced.
    pub(super) fn write(
        &mut self,
        local: &Local,
        workspace: &Workspace,
        records: &[RecordKey],
        past: &BTreeSet<Past>,
    ) -> Result<String, LocalError> {
        let lines: Vec<String> = records
            .iter()
            .filter_map(|key| Some(stored::write(key, workspace.get(*key)?)))
            .chain(past.iter().map(past::write))
            .collect();
        self.next += 1;
        let key = format!("{ENTRIES}{}/{}", self.tab, self.next);
        local.set(&key, &lines.join("\n"))?;
        Ok(key)
    }
}

/// Everything that journals of this and earlier tabs hold, and the records that local storage
/// keeps where there is no database.
pub(super) fn read(local: &Local) -> Result<Vec<Entry>, LocalError> {
    let mut found = Vec::new();
    for prefix in [RECORDS, ENTRIES, ASIDE] {
        for key in local.keys_under(prefix)? {
            let text = match local.get(&key) {
                Ok(text) => text.map(|text| (text, !key.starts_with(ASIDE))),
                Err(LocalError::NotText) => local.shown(&key)?.map(|shown| (shown, false)),
                Err(error) => return Err(error),
            };
            found.extend(text.map(|(text, may_load)| Entry { key, text, may_load }));
        }
    }
    Ok(found)
}

/// Whether local storage holds anything that [`read`] would find.
pub(super) fn is_empty(local: &Local) -> Result<bool, LocalError> {
    local.has_under(&[RECORDS, ENTRIES, ASIDE]).map(|is_there| !is_there)
}

/// Whether something stands where a later write of a record would replace it, there being no
/// database.
pub(super) fn is_in_the_way(key: &str) -> bool {
    key.starts_with(RECORDS)
}

/// Moves a value that cannot be read out of the way of its record, where there is no database.
/// When this fails, it is still where it was.
pub(super) fn move_aside(local: &Local, key: &str, stamp: i64) -> Result<(), LocalError> {
    if let Some(text) = local.get(key)? {
        local.set(&format!("{ASIDE}{key} {stamp}"), &text)?;
        local.remove(key)?;
    }
    Ok(())
}

/// Keeps records in local storage, where there is no database: all of them, or none.
pub(super) fn keep(
    local: &Local,
    workspace: &Workspace,
    records: &[RecordKey],
) -> Result<(), LocalError> {
    let mut replaced: Vec<(String, Option<String>)> = Vec::with_capacity(records.len());
    let mut put = |key: &RecordKey| {
        let name = format!("{RECORDS}{}", keys::print(key));
        let old = local.get(&name)?;
        match workspace.get(*key) {
            Some(record) => local.set(&name, &stored::write(key, record))?,
            None => local.remove(&name)?,
        }
        replaced.push((name, old));
        Ok(())
    };
    let kept = records.iter().try_for_each(&mut put);
    if kept.is_err() {
        for (name, old) in replaced.into_iter().rev() {
            // There was room for it a moment ago. What does not go back holds more than it did, and
            // merging loses nothing of it.
            let _back = match old {
                Some(old) => local.set(&name, &old),
                None => local.remove(&name),
            };
        }
    }
    kept
}
