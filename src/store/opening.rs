//! Starting: reading the database, merging the journal over it, and setting aside what cannot be
//! read. Whatever storage holds, the app starts.

use std::collections::{BTreeSet, VecDeque};

use leptos::prelude::*;

use super::jotter::Jotter;
use super::journal::{self, Journal};
use super::saving::{Job, SaveState, Trouble};
use super::schema::{ASIDE, NAME, RECORDS, STORES, VERSION};
use super::{Core, Incoming, Preferences, Store, identity, keys, tabs};
use crate::codec::stored;
use crate::domain::{DeviceId, RecordKey, Workspace};
use crate::platform::database::{Database, DatabaseError};
use crate::platform::local::{Local, LocalError};
use crate::platform::{clock, random};

/// A stored value that could not be read. It is kept unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Where it was found.
    pub key: String,
    /// What was found.
    pub text: String,
}

impl Store {
    /// Opens what this device keeps, for as long as `owner` lives. It always opens; what stands in the way of saving is shown by
    /// [`Store::save_state`].
    pub async fn open(owner: Owner) -> Self {
        let local = Local::open("").ok();
        let opened = Database::open(NAME, VERSION, &STORES).await;
        let (database, failure) = match opened {
            Ok(database) => (Some(database), None),
            Err(error) => (None, Some(error)),
        };
        let (device, slot) = identity::claim(local.as_ref().filter(|_| database.is_some())).await;
        // A database that is there, and only does not open now, may hold everything.
        let is_unread = failure.as_ref().is_some_and(|failure| {
            !matches!(
                failure,
                DatabaseError::Missing
                    | DatabaseError::Refused
                    | DatabaseError::Newer
                    | DatabaseError::Blocked
            )
        });
        let mut start = Start { is_unread, ..Start::default() };
        if let Some(database) = &database {
            start.read_database(database).await;
        }
        let journal = local.as_ref().map(|local| start.read_journal(local));
        let jotter = Jotter::read(local.as_ref(), database.as_ref()).await;

        let tab = DeviceId::from_random(random::bits().unwrap_or_default());
        let store = owner.with(|| Self {
            preferences: RwSignal::new(Preferences::load(&jotter)),
            saving: RwSignal::new(SaveState::Saved),
            notice: RwSignal::new(None),
            incoming: RwSignal::new(Incoming::Nothing),
            set_aside: RwSignal::new(start.set_aside),
            apart: RwSignal::new(Vec::new()),
            is_unread: RwSignal::new(start.is_unread),
            minute: RwSignal::new(0),
            changed: std::array::from_fn(|_| Trigger::new()),
            core: StoredValue::new_local(Core {
                workspace: start.workspace,
                device,
                slot,
                database,
                local,
                channel: None,
                spare: random::bits().unwrap_or_default(),
                jobs: VecDeque::new(),
                is_saving: false,
                journal: Journal::new(tab),
                jotter,
                unwritten: Default::default(),
                _held: Vec::new(),
            }),
        });
        store.listen();
        store.begin_writing_jottings();
        store.load_apart();
        let is_stuck = matches!(failure, Some(DatabaseError::Newer | DatabaseError::Blocked));
        if is_stuck {
            store.saving.set(SaveState::Trouble(Trouble::Newer));
        } else if matches!(journal, None | Some(Err(_))) && failure.is_some() {
            store.saving.set(SaveState::Trouble(Trouble::Blocked));
        } else if !start.journaled.is_empty() || !start.entries.is_empty() {
            store.enqueue(Job::Merge { records: start.journaled, entries: start.entries });
        }
        store
    }

    /// Listens to other tabs and to the clock.
    fn listen(&self) {
        let store = *self;
        let channel = tabs::listen(store);
        let ticking = clock::on_minute(move || {
            store.minute.try_update(|minute| *minute += 1);
        });
        self.core.update_value(|core| {
            core.channel = channel;
            core._held.push(Box::new(ticking));
            if let Some(database) = &core.database {
                database.on_closed(move |_| {
                    store.saving.set(SaveState::Trouble(Trouble::Newer));
                });
            }
        });
    }
}

/// What starting has found so far.
#[derive(Default)]
struct Start {
    /// Whether the database is there but would not be read.
    is_unread: bool,
    workspace: Workspace,
    set_aside: Vec<SetAside>,
    journaled: BTreeSet<RecordKey>,
    entries: Vec<String>,
}

impl Start {
    async fn read_database(&mut self, database: &Database) {
        let Ok(loaded) = database.load_all(RECORDS).await else {
            self.is_unread = true;
            return;
        };
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
            // Where it cannot be moved it stays where it is; either way it is kept and shown.
            let _moved = move_aside(database, &name).await;
            self.set_aside.push(SetAside { key: name, text });
        }
        if let Ok(earlier) = database.load_all(ASIDE).await {
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
        }
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
                        self.set_aside.push(SetAside { key, text: line.to_owned() });
                    }
                }
            }
            // An entry with a line that cannot be read stays, for somebody who can read it.
            if is_whole {
                self.entries.push(found.key);
            }
        }
        Ok(())
    }
}

/// Moves an unreadable value to where nothing overwrites it.
pub(super) async fn move_aside(database: &Database, name: &str) -> Result<(), DatabaseError> {
    let stamp = clock::now().unix_ms;
    let new_name = format!("{name} {stamp}");
    database.set_aside((RECORDS, name), (ASIDE, &new_name)).await
}
