//! Saving: how one job is carried out, in a transaction of its own.
//!
//! A record is saved by merging it with what the database holds, so two tabs never undo each
//! other's writes. *Saved* is shown only when the database has confirmed everything.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::long_work::quietly;
use super::schema::{PAST, RECORDS};
use super::{Store, history, journal, keys, setting_aside};
use crate::codec::stored::{self, StoredError};
use crate::crdt::{Pace, RECORD};
use crate::domain::{Past, PlanId, Record, RecordKey, UndoImport, replaced};
use crate::platform::database::{Database, DatabaseError, Edit, Write};
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
#[derive(Clone, Debug)]
pub(super) enum Job {
    /// Records to be merged into what is stored, the journal entries that this settles, and values
    /// that stand no more.
    Merge { records: BTreeSet<RecordKey>, entries: Vec<String>, past: BTreeSet<Past> },
    /// An import to be taken out of what is stored, and values of the past that go with it.
    TakeBack { undo: UndoImport, past: BTreeSet<Past> },
}

impl Job {
    /// The records it speaks of.
    pub(super) fn keys(&self) -> Vec<RecordKey> {
        match self {
            Self::Merge { records, .. } => records.iter().copied().collect(),
            Self::TakeBack { undo, .. } => undo.keys().collect(),
        }
    }

    /// Whether it speaks of a record.
    pub(super) fn holds(&self, key: RecordKey) -> bool {
        match self {
            Self::Merge { records, .. } => records.contains(&key),
            Self::TakeBack { undo, .. } => undo.holds(key),
        }
    }

    /// Whether it speaks of no record.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Merge { records, .. } => records.is_empty(),
            Self::TakeBack { undo, .. } => undo.keys().next().is_none(),
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
            Job::Merge { records, past, .. } => self.merge_into(&database, records, past).await,
            Job::TakeBack { undo, past } => {
                let plans: BTreeSet<PlanId> = undo.keys().map(|key| key.plan).collect();
                self.announce_removal(&plans).await;
                let taken = self.take_out_of(&database, undo, past).await;
                self.copy_anew(&plans);
                taken
            }
        };
        written.map_err(|error| self.blame(&error))
    }

    async fn merge_into(
        &self,
        database: &Database,
        records: &BTreeSet<RecordKey>,
        past: &BTreeSet<Past>,
    ) -> Result<(), DatabaseError> {
        let list = printed(records.iter().copied()).await;
        let writes = written(past, history::write).await;
        if list.is_empty() {
            return database.put_all(&writes).await;
        }
        // Each round but the last moves one value out of the way.
        for _ in 0..=records.len() {
            let mut merging = Merging::default();
            let mut writes = writes.clone();
            let written = database
                .update_beside(RECORDS, &list, &[PAST], |name, text, beside| {
                    beside.append(&mut writes);
                    let key = keys::parse(name)?;
                    let mine = self.core.try_with_value(|core| core.workspace.get(key).cloned());
                    let edit = mine.flatten().map(|mine| merging.edit(key, mine, text));
                    beside.extend(std::mem::take(&mut merging.past).iter().map(history::write));
                    edit
                })
                .await;
            match (written, merging.unreadable) {
                (Err(DatabaseError::Withdrawn), Some((key, text))) => {
                    self.put_aside(database, &keys::print(&key), text).await?;
                }
                (Err(DatabaseError::NotText { key }), _) => {
                    self.put_aside(database, &key, String::new()).await?;
                }
                // Nothing but a value of a newer version withdraws without a name.
                (Err(DatabaseError::Withdrawn), None) => return Err(DatabaseError::Newer),
                (Err(error), _) => return Err(error),
                (Ok(()), _) => {
                    self.learn(merging.learned);
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
        past: &BTreeSet<Past>,
    ) -> Result<(), DatabaseError> {
        let list = printed(undo.keys()).await;
        let mut left: Vec<(RecordKey, Record)> = Vec::new();
        let mut gone = written(past, history::removal).await;
        database
            .update_beside(RECORDS, &list, &[PAST], |name, text, beside| {
                beside.append(&mut gone);
                let key = keys::parse(name)?;
                // What cannot be read is no longer what was imported, and nothing has nothing in it.
                let (_, theirs) = stored::read(&text?).ok()?;
                let theirs = undo.undone(key, theirs);
                left.extend(theirs.clone().map(|record| (key, record)));
                // Here it was taken back at once, and what stands here now came later.
                let mine = self.core.try_with_value(|core| core.workspace.get(key).cloned())?;
                let record = joined(mine, theirs);
                Some(record.map_or(Edit::Remove, |record| Edit::Put(stored::write(&key, &record))))
            })
            .await?;
        self.learn(left);
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
        let past = self.core.try_update_value(|core| {
            let taken = records.into_iter().map(|(key, record)| core.merge_found(key, record));
            let past: BTreeSet<Past> = taken.flatten().collect();
            // What was stored was kept by whoever replaced it; what waits here may not have been.
            if core.queue.has_unsaved() { past } else { BTreeSet::new() }
        });
        self.keep_past(past.unwrap_or_default());
        self.renew_outlook(None);
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

/// The names of records in the database.
async fn printed(records: impl Iterator<Item = RecordKey>) -> Vec<String> {
    let (pace, mut list) = (Pace::default(), Vec::new());
    quietly(async {
        for key in records {
            list.push(keys::print(&key));
            pace.did(NAME).await;
        }
    })
    .await;
    list
}

/// What is to be written for values of the past.
async fn written(past: &BTreeSet<Past>, write: impl Fn(&Past) -> Write) -> Vec<Write> {
    let (pace, mut list) = (Pace::default(), Vec::new());
    quietly(async {
        for past in past {
            list.push(write(past));
            pace.did(RECORD).await;
        }
    })
    .await;
    list
}

/// What writing down the name of a record counts for, at the pace of long work.
const NAME: usize = 64;

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

/// What merging records into what is stored has found so far.
#[derive(Default)]
struct Merging {
    /// What was stored and is not known in memory.
    learned: Vec<(RecordKey, Record)>,
    /// The record under whose key something stands that cannot be read, and what that is.
    unreadable: Option<(RecordKey, String)>,
    /// Values that stand no more, to be kept with the next write.
    past: BTreeSet<Past>,
}

impl Merging {
    /// What is to be stored of a record, of which memory holds `mine` and the database `text`.
    fn edit(&mut self, key: RecordKey, mine: Record, text: Option<String>) -> Edit {
        let Some(text) = text else { return Edit::Put(stored::write(&key, &mine)) };
        let theirs = match stored::read(&text) {
            Ok((_, theirs)) => theirs,
            Err(StoredError::Newer { .. }) => return Edit::Withdraw,
            Err(_) => {
                self.unreadable = Some((key, text));
                return Edit::Withdraw;
            }
        };
        if mine.includes(&theirs) {
            self.past.extend(replaced(key, &theirs, &mine));
            return Edit::Put(stored::write(&key, &mine));
        }
        let mut merged = mine.clone();
        merged.merge(theirs.clone());
        self.past.extend(replaced(key, &theirs, &merged).chain(replaced(key, &mine, &merged)));
        self.learned.push((key, theirs));
        Edit::Put(stored::write(&key, &merged))
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
