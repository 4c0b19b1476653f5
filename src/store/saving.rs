//! Saving: one job after the other, each a transaction of its own.
//!
//! A record is saved by merging it with what the database holds, so two tabs never undo each
//! other's writes. *Saved* is shown only when the database has confirmed everything.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::schema::RECORDS;
use super::{Store, journal, keys, opening, tabs};
use crate::codec::stored;
use crate::domain::{Record, RecordKey};
use crate::platform::clock;
use crate::platform::database::{Database, DatabaseError, Edit};
use crate::platform::local::LocalError;

/// How long to wait before trying again what storage refused, in milliseconds.
pub(super) const RETRY: u32 = 5_000;

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
    /// A newer version owns what is stored.
    Newer,
    /// Writing failed, and is tried again.
    Failed,
}

/// One thing to be saved.
#[derive(Debug)]
pub(super) enum Job {
    /// Records to be merged into what is stored, and the journal entries that this settles.
    Merge { records: BTreeSet<RecordKey>, entries: Vec<String> },
    /// Records to be stored as they are, or taken out, whatever is stored.
    Replace { records: Vec<RecordKey> },
}

impl Store {
    /// Writes changed records to the journal now, and to the database soon.
    pub(super) fn keep(&self, records: Vec<RecordKey>) {
        let written = self.core.try_update_value(|core| {
            let local = core.local.as_ref()?;
            Some(core.journal.write(local, &core.workspace, &records))
        });
        let entries: Vec<String> = match written.flatten() {
            Some(Ok(entry)) => vec![entry],
            Some(Err(_)) | None => Vec::new(),
        };
        self.enqueue(Job::Merge { records: records.into_iter().collect(), entries });
    }

    /// Puts a job at the end of the line, and begins working if nobody does.
    pub(super) fn enqueue(&self, job: Job) {
        if !matches!(self.saving.get_untracked(), SaveState::Trouble(_)) {
            self.saving.set(SaveState::Saving);
        }
        let start = self.core.try_update_value(|core| {
            match (core.jobs.back_mut(), job) {
                (
                    Some(Job::Merge { records, entries }),
                    Job::Merge { records: more, entries: later },
                ) => {
                    records.extend(more);
                    entries.extend(later);
                }
                (_, job) => core.jobs.push_back(job),
            }
            !std::mem::replace(&mut core.is_saving, true)
        });
        if start == Some(true) {
            let store = *self;
            spawn_local(async move { store.work().await });
        }
    }

    /// Waits until everything is stored, or something stands in the way.
    pub(super) async fn settled(&self) {
        while self.core.try_with_value(|core| core.is_saving) == Some(true) {
            if matches!(self.saving.get_untracked(), SaveState::Trouble(_)) {
                return;
            }
            clock::after(10).await;
        }
    }

    async fn work(self) {
        while let Some(Some(job)) = self.core.try_update_value(|core| {
            let job = core.jobs.pop_front();
            core.is_saving = job.is_some();
            job
        }) {
            match self.carry_out(&job).await {
                Ok(()) => {
                    self.finish(&job);
                }
                Err(trouble) => {
                    self.saving.set(SaveState::Trouble(trouble));
                    self.core.update_value(|core| core.jobs.push_front(job));
                    clock::after(RETRY).await;
                }
            }
        }
        self.saving.set(SaveState::Saved);
    }

    /// What is stored now needs no journal entry, and other tabs may read it.
    fn finish(&self, job: &Job) {
        self.core.with_value(|core| {
            if let (Job::Merge { entries, .. }, Some(local)) = (job, &core.local) {
                for entry in entries {
                    self.note_local(local.remove(entry));
                }
            }
            if let Some(channel) = &core.channel {
                tabs::post(channel, job);
            }
        });
        if matches!(self.saving.get_untracked(), SaveState::Trouble(_)) {
            self.saving.set(SaveState::Saving);
        }
    }

    async fn carry_out(&self, job: &Job) -> Result<(), Trouble> {
        let database = self.core.try_with_value(|core| core.database.clone()).flatten();
        let Some(database) = database else { return self.keep_locally(job) };
        let written = match job {
            Job::Merge { records, .. } => self.merge_into(&database, records).await,
            Job::Replace { records } => self.replace_in(&database, records).await,
        };
        written.map_err(|error| trouble(&error))
    }

    async fn merge_into(
        &self,
        database: &Database,
        records: &BTreeSet<RecordKey>,
    ) -> Result<(), DatabaseError> {
        loop {
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
                        Err(_) => {
                            unreadable = Some(name.to_owned());
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
                (Err(DatabaseError::Withdrawn), Some(name)) => {
                    self.put_aside(database, &name).await?;
                }
                (Err(DatabaseError::NotText { key }), _) => self.put_aside(database, &key).await?,
                (Err(error), _) => return Err(error),
                (Ok(()), _) => {
                    self.learn(learned);
                    return Ok(());
                }
            }
        }
    }

    async fn replace_in(
        &self,
        database: &Database,
        records: &[RecordKey],
    ) -> Result<(), DatabaseError> {
        let names: BTreeMap<String, RecordKey> =
            records.iter().map(|key| (keys::print(key), *key)).collect();
        let list: Vec<String> = names.keys().cloned().collect();
        database
            .update(RECORDS, &list, |name, _| {
                let key = names.get(name)?;
                let record = self.core.try_with_value(|core| core.workspace.get(*key).cloned())?;
                Some(record.map_or(Edit::Remove, |record| Edit::Put(stored::write(key, &record))))
            })
            .await
    }

    /// Moves an unreadable value out of the way of a record, unchanged.
    async fn put_aside(&self, database: &Database, name: &str) -> Result<(), DatabaseError> {
        opening::move_aside(database, name).await?;
        let shown = opening::SetAside { key: name.to_owned(), text: String::new() };
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

    fn keep_locally(&self, job: &Job) -> Result<(), Trouble> {
        let kept = self.core.try_with_value(|core| {
            let Some(local) = &core.local else { return Err(Trouble::Blocked) };
            let kept = match job {
                Job::Merge { records, .. } => {
                    journal::keep(local, &core.workspace, records.iter().copied())
                }
                Job::Replace { records } => {
                    journal::keep(local, &core.workspace, records.iter().copied())
                }
            };
            kept.map_err(|error| local_trouble(&error))
        });
        kept.unwrap_or(Ok(()))
    }

    /// Shows that the database refused something.
    pub(super) fn show_trouble(&self, error: &DatabaseError) {
        self.saving.set(SaveState::Trouble(trouble(error)));
    }

    /// Shows that the database takes small texts again. While records wait, they say how it stands.
    pub(super) fn text_trouble_is_over(&self) {
        let is_idle = self.core.try_with_value(|core| !core.is_saving) == Some(true);
        if is_idle && matches!(self.saving.get_untracked(), SaveState::Trouble(_)) {
            self.saving.set(SaveState::Saved);
        }
    }

    /// Shows that local storage refused something that is kept nowhere else.
    pub(super) fn note_local(&self, written: Result<(), LocalError>) {
        if let Err(error) = written {
            self.saving.set(SaveState::Trouble(local_trouble(&error)));
        }
    }
}

fn trouble(error: &DatabaseError) -> Trouble {
    match error {
        DatabaseError::Full => Trouble::Full,
        DatabaseError::Missing | DatabaseError::Refused => Trouble::Blocked,
        DatabaseError::Newer | DatabaseError::Closed => Trouble::Newer,
        DatabaseError::Blocked
        | DatabaseError::Silent
        | DatabaseError::Withdrawn
        | DatabaseError::NotText { .. }
        | DatabaseError::Failed { .. } => Trouble::Failed,
    }
}

fn local_trouble(error: &LocalError) -> Trouble {
    match error {
        LocalError::Full => Trouble::Full,
        LocalError::Blocked => Trouble::Blocked,
        LocalError::NotText | LocalError::Failed { .. } => Trouble::Failed,
    }
}
