//! Starting: reading the database, merging the journal over it, and setting aside what cannot be
//! read. Whatever storage holds, the app starts.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::connection::patiently;
use super::jotter::Jotter;
use super::journal::{self, Journal};
use super::queue::Queue;
use super::saving::{self, Job, SaveState, Trouble};
use super::schema::{ASIDE, RECORDS};
use super::tabs::{self, Heard};
use super::{Core, Incoming, Preferences, Store, connection, identity, keys};
use crate::codec::stored;
use crate::domain::{DeviceId, RecordKey, Workspace};
use crate::platform::database::{Database, DatabaseError};
use crate::platform::local::{Local, LocalError};
use crate::platform::{clock, page, random};

/// A stored value that could not be read. It is kept unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Where it was found.
    pub key: String,
    /// What was found.
    pub text: String,
}

impl Store {
    /// Opens what this device keeps, for as long as `owner` lives. It always opens; what stands in
    /// the way of saving is shown by [`Store::save_state`].
    pub async fn open(owner: Owner) -> Self {
        let local = Local::open("").ok();
        let (database, failure) = match connection::open().await {
            Ok(database) => (Some(database), None),
            Err(error) => (None, Some(error)),
        };
        let (mut device, mut slot) =
            identity::claim(local.as_ref().filter(|_| database.is_some())).await;
        let mut start = Start::default();
        start.read(local.as_ref(), database.as_ref()).await;
        if start.is_unread {
            // This device may have written more than it can see now.
            (device, slot) = identity::claim(None).await;
        }
        let is_waiting = failure.as_ref().is_some_and(connection::may_come_back);
        let tab = DeviceId::from_random(random::bits().unwrap_or_default());
        let Start { workspace, set_aside, journaled, entries, jotter, is_unread } = start;
        let store = owner.with(|| Self {
            preferences: RwSignal::new(Preferences::load(&jotter)),
            saving: RwSignal::new(SaveState::Saved),
            notice: RwSignal::new(None),
            incoming: RwSignal::new(Incoming::Nothing),
            set_aside: RwSignal::new(set_aside),
            is_unread: RwSignal::new(is_unread || is_waiting),
            minute: RwSignal::new(0),
            changed: std::array::from_fn(|_| Trigger::new()),
            core: StoredValue::new_local(Core {
                workspace,
                device,
                slot,
                database,
                local,
                channel: None,
                spare: random::bits().unwrap_or_default(),
                is_waiting,
                is_catching_up: false,
                queue: Queue::default(),
                heard: Heard::default(),
                known: None,
                journal: Journal::new(tab),
                jotter,
                _held: Vec::new(),
            }),
        });
        store.listen();
        store.begin(failure, is_unread);
        if !journaled.is_empty() || !entries.is_empty() {
            store.enqueue_again(Job::Merge { records: journaled, entries });
        }
        store
    }

    /// Begins with what is left to do once the store is there.
    fn begin(&self, failure: Option<DatabaseError>, is_unread: bool) {
        let has_local = self.core.with_value(|core| core.local.is_some());
        self.begin_writing_jottings();
        match failure {
            Some(failure) if connection::may_come_back(&failure) => {
                self.await_database(saving::trouble(&failure));
            }
            Some(_) if !has_local => {
                self.note(|troubles| troubles.opening = Some(Trouble::Blocked))
            }
            _ if is_unread => self.catch_up(),
            _ => {}
        }
    }

    /// Listens to other tabs and to the clock.
    fn listen(&self) {
        let store = *self;
        let channel = tabs::listen(store);
        let ticking = clock::on_minute(move || {
            store.minute.try_update(|minute| *minute += 1);
        });
        let shown = page::on_shown(move || store.wake());
        self.core.update_value(|core| {
            core.channel = channel;
            core._held.push(Box::new(ticking));
            core._held.push(Box::new(shown));
        });
        if let Some(database) = self.core.with_value(|core| core.database.clone()) {
            self.connect(&database);
        }
    }
}

/// What reading has found so far.
#[derive(Default)]
pub(super) struct Start {
    /// Whether something is there but would not be read.
    pub(super) is_unread: bool,
    pub(super) workspace: Workspace,
    pub(super) set_aside: Vec<SetAside>,
    pub(super) journaled: BTreeSet<RecordKey>,
    pub(super) entries: Vec<String>,
    pub(super) jotter: Jotter,
}

impl Start {
    /// Reads everything there is to read.
    pub(super) async fn read(&mut self, local: Option<&Local>, database: Option<&Database>) {
        if let Some(database) = database {
            let records = self.read_database(database).await;
            let texts = self.jotter.read_database(database).await;
            self.is_unread |= records.is_err() || texts.is_err();
        }
        if let Some(local) = local {
            // One more look, since a fault may pass at once. Merging twice is merging once.
            let journal = self.read_journal(local).or_else(|_| self.read_journal(local));
            let texts = self.jotter.read_local(local).or_else(|_| self.jotter.read_local(local));
            self.is_unread |= journal.is_err() || texts.is_err();
        }
        if !self.is_unread {
            self.jotter.forget(local, database).await;
        }
    }

    async fn read_database(&mut self, database: &Database) -> Result<(), DatabaseError> {
        let loaded = patiently(async || database.load_all(RECORDS).await).await?;
        let foreign = loaded.foreign.into_iter().map(|found| (found.key, found.shown));
        let mut unreadable: Vec<(String, String)> = foreign.collect();
        for (name, text) in loaded.good {
            match stored::read(&text) {
                Ok((key, record)) if keys::parse(&name) == Some(key) => {
                    self.workspace.merge_record(key, record);
                }
                Ok(_) | Err(_) => unreadable.push((name, text)),
            }
        }
        for (name, text) in unreadable {
            match move_aside(database, &name).await {
                // The first look at it was deceived; it is looked at again.
                Ok(false) => self.is_unread = true,
                // Where it cannot be moved it stays where it is; either way it is kept and shown.
                Ok(true) | Err(_) => self.set_aside.push(SetAside { key: name, text }),
            }
        }
        let earlier = patiently(async || database.load_all(ASIDE).await).await?;
        let known: BTreeSet<String> =
            self.set_aside.iter().map(|found| found.key.clone()).collect();
        self.set_aside.extend(
            earlier
                .good
                .into_iter()
                .chain(earlier.foreign.into_iter().map(|found| (found.key, found.shown)))
                .filter(|(key, _)| !known.iter().any(|known| key.starts_with(known.as_str())))
                .map(|(key, text)| SetAside { key, text }),
        );
        Ok(())
    }

    fn read_journal(&mut self, local: &Local) -> Result<(), LocalError> {
        for found in journal::read(local)? {
            let mut is_whole = true;
            for line in found.text.lines() {
                match stored::read(line) {
                    Ok((key, record)) => {
                        self.workspace.merge_record(key, record);
                        self.journaled.insert(key);
                    }
                    Err(_) => {
                        is_whole = false;
                        let key = found.key.clone();
                        let shown = SetAside { key, text: line.to_owned() };
                        if !self.set_aside.contains(&shown) {
                            self.set_aside.push(shown);
                        }
                    }
                }
            }
            // An entry with a line that cannot be read stays, for somebody who can read it.
            if is_whole && !self.entries.contains(&found.key) {
                self.entries.push(found.key);
            }
        }
        Ok(())
    }
}

/// Moves an unreadable value to where nothing overwrites it. Says `false` if it can be read after
/// all; then it stays.
pub(super) async fn move_aside(database: &Database, name: &str) -> Result<bool, DatabaseError> {
    let stamp = clock::now().unix_ms;
    let new_name = format!("{name} {stamp}");
    let is_good =
        |text: &str| stored::read(text).is_ok_and(|(key, _)| keys::parse(name) == Some(key));
    database.set_aside((RECORDS, name), (ASIDE, &new_name), is_good).await
}
