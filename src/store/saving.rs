//! Saving: how one job is carried out, in a transaction of its own.
//!
//! A record is saved by merging it with what the database holds, so two tabs never undo each
//! other's writes. *Saved* is shown only when the database has confirmed everything.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::schema::RECORDS;
use super::{Store, journal, keys, setting_aside};
use crate::codec::stored::{self, StoredError};
use crate::domain::{Record, RecordKey, UndoImport};
use crate::platform::database::{Database, DatabaseError, Edit};
use crate::platform::local::LocalError;

/// How saving stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is stored.
    Saved,
    /// Something is on its way.
    Saving,
    /// Something stands in the way.
    Trouble(Trouble),
}

/// What stands in the way of saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room.
    Full,
    /// The browser lets nothing be stored.
    Blocked,
    /// A newer version owns what is stored: see [`Store::read_only`].
    Newer,
    /// Writing failed, and is tried again.
    Failed,
}

/// One thing to be saved.
#[derive(Debug)]
pub(super) enum Job {
    /// Records to be merged into what is stored, and the journal entries that this settles.
    Merge { records: BTreeSet<RecordKey>, entries: Vec<String> },
    /// An import to be taken out of what is stored.
    TakeBack { undo: UndoImport },
}

impl Job {
    /// The records it speaks of.
    pub(super) fn keys(&self) -> Vec<RecordKey> {
        match self {
            Self::Merge { records, .. } => records.iter().copied().collect(),
            Self::TakeBack { undo } => undo.keys().collect(),
        }
    }
}

impl Store {
    /// Does one job.
    ///
    /// # Errors
    /// What stands in its way. Then it is to be tried again.
    pub(super) async fn carry_out(&self, job: &Job) -> Result<(), Trouble> {
        let reach = self.core.try_with_value(|core| (core.database.clone(), core.is_waiting));
        let database = match reach {
            Some((Some(database), _)) => database,
            // The database will be there again, and holds what local storage does not.
            Some((None, true)) => return Err(self.opening_trouble()),
            Some((None, false)) => return self.keep_locally(job),
            None => return Ok(()),
        };
        let written = match job {
            Job::Merge { records, .. } => self.merge_into(&database, records).await,
            Job::TakeBack { undo } => self.take_out_of(&database, undo).await,
        };
        written.map_err(|error| self.blame(&error))
    }

    async fn merge_into(
        &self,
        database: &Database,
        records: &BTreeSet<RecordKey>,
    ) -> Result<(), DatabaseError> {
        // Each round but the last moves one value out of the way.
        for _ in 0..=records.len() {
            let names: BTreeMap<String, RecordKey> =
                records.iter().map(|key| (keys::print(key), *key)).collect();
            let list: Vec<String> = names.keys().cloned().collect();
            let mut learned: Vec<(RecordKey, Record)> = Vec::new();
            let mut unreadable = None;
            let written = database
                .update(RECORDS, &list, |name, text| {
                    let key = names.get(name)?;
                    let mine =
                        self.core.try_with_value(|core| core.workspace.get(*key).cloned())??;
                    let Some(text) = text else {
                        return Some(Edit::Put(stored::write(key, &mine)));
                    };
                    match stored::read(&text) {
                        Ok((_, theirs)) if mine.includes(&theirs) => {}
                        Ok((_, theirs)) => learned.push((*key, theirs)),
                        Err(StoredError::Newer { .. }) => return Some(Edit::Withdraw),
                        Err(_) => {
                            unreadable = Some((name.to_owned(), text));
                            return Some(Edit::Withdraw);
                        }
                    }
                    let mut merged = mine;
                    if let Some((_, theirs)) = learned.last().filter(|(last, _)| last == key) {
                        merged.merge(theirs.clone());
                    }
                    Some(Edit::Put(stored::write(key, &merged)))
                })
                .await;
            match (written, unreadable) {
                (Err(DatabaseError::Withdrawn), Some((name, text))) => {
                    self.put_aside(database, &name, text).await?;
                }
                (Err(DatabaseError::NotText { key }), _) => {
                    self.put_aside(database, &key, String::new()).await?;
                }
                // Nothing but a value of a newer version withdraws without a name.
                (Err(DatabaseError::Withdrawn), None) => return Err(DatabaseError::Newer),
                (Err(error), _) => return Err(error),
                (Ok(()), _) => {
                    self.learn(learned);
                    return Ok(());
                }
            }
        }
        Err(changing())
    }

    /// Takes an import out of what is stored, which may hold more than this tab knows.
    async fn take_out_of(
        &self,
        database: &Database,
        undo: &UndoImport,
    ) -> Result<(), DatabaseError> {
        let names: BTreeMap<String, RecordKey> =
            undo.keys().map(|key| (keys::print(&key), key)).collect();
        let list: Vec<String> = names.keys().cloned().collect();
        let mut left: Vec<(RecordKey, Option<Record>)> = Vec::new();
        database
            .update(RECORDS, &list, |name, text| {
                let key = names.get(name)?;
                let theirs = match text {
                    // What cannot be read is no longer what was imported.
                    Some(text) => Some(stored::read(&text).ok()?.1),
                    None => None,
                };
                let mine = self.core.try_with_value(|core| core.workspace.get(*key).cloned())?;
                let undone = undo.undone(*key, joined(mine, theirs)?);
                let edit = undone
                    .as_ref()
                    .map_or(Edit::Remove, |record| Edit::Put(stored::write(key, record)));
                left.push((*key, undone));
                Some(edit)
            })
            .await?;
        let touched: Vec<RecordKey> = left.iter().map(|(key, _)| *key).collect();
        self.core.try_update_value(|core| {
            for (key, record) in left {
                let now = joined(core.workspace.get(key).cloned(), record);
                let undone = now.and_then(|now| undo.undone(key, now));
                core.workspace.put_stored(key, undone);
            }
        });
        self.tell(&touched);
        Ok(())
    }

    /// Moves an unreadable value out of the way of a record, unchanged.
    async fn put_aside(
        &self,
        database: &Database,
        name: &str,
        text: String,
    ) -> Result<(), DatabaseError> {
        if !setting_aside::move_aside(database, name).await? {
            // It is read again after a pause, and not at once for ever.
            return Err(changing());
        }
        let shown = setting_aside::SetAside { key: name.to_owned(), text };
        self.set_aside.update(|list| list.push(shown));
        Ok(())
    }

    /// Takes over what another tab had stored.
    pub(super) fn learn(&self, records: Vec<(RecordKey, Record)>) {
        if records.is_empty() {
            return;
        }
        let touched: Vec<RecordKey> = records.iter().map(|(key, _)| *key).collect();
        self.core.update_value(|core| {
            for (key, record) in records {
                core.workspace.merge_record(key, record);
            }
        });
        self.tell(&touched);
    }

    /// Where there is no database, local storage keeps the records.
    fn keep_locally(&self, job: &Job) -> Result<(), Trouble> {
        let kept = self.core.try_with_value(|core| {
            let Some(local) = &core.local else { return Err(Trouble::Blocked) };
            journal::keep(local, &core.workspace, &job.keys())
                .map_err(|error| local_trouble(&error))
        });
        kept.unwrap_or(Ok(()))
    }
}

/// The error where the database answers one thing now and another thing then.
fn changing() -> DatabaseError {
    DatabaseError::Failed { name: "not as it was".to_owned(), message: String::new() }
}

/// Two copies of a record in one.
fn joined(mine: Option<Record>, theirs: Option<Record>) -> Option<Record> {
    match (mine, theirs) {
        (Some(mut mine), Some(theirs)) => {
            mine.merge(theirs);
            Some(mine)
        }
        (mine, theirs) => mine.or(theirs),
    }
}

/// What an error of the database means for the person.
pub(super) fn trouble(error: &DatabaseError) -> Trouble {
    match error {
        DatabaseError::Full => Trouble::Full,
        DatabaseError::Missing | DatabaseError::Refused => Trouble::Blocked,
        DatabaseError::Newer
        | DatabaseError::Closed
        | DatabaseError::Blocked
        | DatabaseError::Silent
        | DatabaseError::Withdrawn
        | DatabaseError::NotText { .. }
        | DatabaseError::Failed { .. } => Trouble::Failed,
    }
}

/// What an error of local storage means for the person.
pub(super) fn local_trouble(error: &LocalError) -> Trouble {
    match error {
        LocalError::Full => Trouble::Full,
        LocalError::Blocked => Trouble::Blocked,
        LocalError::NotText | LocalError::Failed { .. } => Trouble::Failed,
    }
}
