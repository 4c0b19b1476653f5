//! The line to the database: opening it patiently, opening it again when it was lost, and reading
//! later what could not be read at the start.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::opening::Start;
use super::part;
use super::queue::FIRST_WAIT;
use super::saving::{self, Job, Trouble};
use super::schema::{NAME, STORES, VERSION};
use super::{ReadOnly, Store, preferences};
use crate::domain::RecordKey;
use crate::platform::clock;
use crate::platform::database::{Closing, Database, DatabaseError};

/// Pauses between the first tries of something at the start, in milliseconds: a fault that passes at
/// once is never seen, and one that stays does not keep the reader waiting.
const PATIENCE: [u32; 2] = [20, 100];

/// Opens the database.
///
/// # Errors
/// Why it did not open, also when asked again.
pub(super) async fn open() -> Result<Database, DatabaseError> {
    patiently(async || Database::open(NAME, VERSION, &STORES).await).await
}

/// The database as a newer version keeps it, only to be looked at. Nothing if it is not newer, as
/// a browser may say in error, or cannot be looked at now.
pub(super) async fn kept_by_newer() -> Option<Database> {
    let database = Database::open_as_it_is(NAME).await.ok()?;
    (database.version() > VERSION).then_some(database)
}

/// Tries something again at once when it fails, unless it has taken its time to fail.
pub(super) async fn patiently<T>(
    attempt: impl AsyncFn() -> Result<T, DatabaseError>,
) -> Result<T, DatabaseError> {
    for pause in PATIENCE {
        match attempt().await {
            Err(
                DatabaseError::Refused
                | DatabaseError::Full
                | DatabaseError::Withdrawn
                | DatabaseError::NotText { .. }
                | DatabaseError::Failed { .. },
            ) => clock::after(pause).await,
            outcome => return outcome,
        }
    }
    attempt().await
}

/// Whether a database that did not open is there all the same, and may open later.
pub(super) fn may_come_back(failure: &DatabaseError) -> bool {
    !matches!(failure, DatabaseError::Missing | DatabaseError::Refused)
}

impl Store {
    /// Uses a database from now on.
    pub(super) fn connect(&self, database: &Database) {
        let store = *self;
        self.copy_writes_of(database);
        database.on_closed(move |why| {
            store.disconnect(match why {
                // Whether the newer version has got what it asked for is seen at once.
                Closing::Upgrade => None,
                Closing::Deletion | Closing::Browser => Some(Trouble::Failed),
            });
        });
    }

    /// What a failed job means; where the line itself is dead, a new one is opened.
    pub(super) fn blame(&self, error: &DatabaseError) -> Trouble {
        let trouble = saving::trouble(error);
        if *error == DatabaseError::Newer {
            // If it is so, reading everything once more finds it.
            self.catch_up();
        }
        if matches!(error, DatabaseError::Closed | DatabaseError::Silent) {
            self.disconnect(Some(trouble));
        }
        trouble
    }

    /// Why the database is not open.
    pub(super) fn opening_trouble(&self) -> Trouble {
        let trouble = self.core.try_with_value(|core| core.queue.opening_trouble());
        trouble.flatten().unwrap_or(Trouble::Failed)
    }

    fn disconnect(&self, trouble: Option<Trouble>) {
        if self.is_read_only() {
            return;
        }
        let was_open = self.core.try_update_value(|core| {
            core.is_waiting = true;
            core.database.take().is_some()
        });
        if was_open == Some(true) {
            self.await_database(trouble);
        }
    }

    /// Tries to open the database until it opens, or a newer version turns out to own it: at once, or
    /// after a while if there has been trouble.
    pub(super) fn await_database(&self, trouble: Option<Trouble>) {
        self.in_rest(await_database(*self, trouble));
    }

    async fn reconnect(self, mut wait: u32) {
        while self.core.try_with_value(|core| core.is_waiting) == Some(true) && !self.is_read_only()
        {
            match Database::open(NAME, VERSION, &STORES).await {
                Ok(database) => return self.reconnected(database),
                // Only another version of the program can open it now.
                Err(DatabaseError::Newer) if kept_by_newer().await.is_some() => {
                    return self.hold(ReadOnly::NewerTab { is_kept: true });
                }
                Err(error) => {
                    let trouble = saving::trouble(&error);
                    self.note(|troubles| troubles.opening = Some(trouble));
                    self.pause(&mut wait).await;
                }
            }
        }
    }

    /// Reads what was stored meanwhile, and stores whatever the database does not have.
    fn reconnected(self, database: Database) {
        let records = self.core.try_update_value(|core| {
            core.database = Some(database.clone());
            core.is_waiting = false;
            core.jotter.write_all_again();
            let plans = core.workspace.plans();
            plans
                .flat_map(|(plan, content)| {
                    content.records().map(move |(kind, id, _)| RecordKey { plan, kind, id })
                })
                .collect()
        });
        let Some(records) = records else { return };
        self.connect(&database);
        self.note(|troubles| troubles.opening = None);
        let (entries, past) = (Vec::new(), BTreeSet::new());
        self.enqueue_again(Job::Merge { records, entries, past });
        self.begin_writing_jottings();
        self.begin_writing_apart();
        self.catch_up();
    }

    /// Reads everything that is stored once more, and tries until that succeeds: something could not
    /// be read, or was not heard of.
    pub(super) fn catch_up(&self) {
        let is_due =
            self.core.try_update_value(|core| !std::mem::replace(&mut core.is_catching_up, true));
        if is_due == Some(true) {
            let store = *self;
            store.in_rest(read_until_read(store));
        }
    }

    async fn read_until_read(self) {
        let mut wait = FIRST_WAIT;
        loop {
            let reach = self.core.try_with_value(|core| {
                Some((core.database.clone(), core.local.clone(), core.is_waiting))
            });
            let Some(Some((database, local, is_waiting))) = reach else { return };
            if self.is_read_only() {
                break;
            }
            if !is_waiting {
                let mut found = Start::default();
                found.read(local.as_ref(), database.as_ref()).await;
                let is_whole = !found.is_unread;
                self.take_in(found);
                if is_whole {
                    break;
                }
            }
            self.pause(&mut wait).await;
        }
        self.core.try_update_value(|core| core.is_catching_up = false);
        if self.is_unread.try_get_untracked() == Some(true) {
            self.is_unread.set(false);
        }
    }

    /// Merges what was read late.
    fn take_in(&self, found: Start) {
        let Start {
            workspace,
            set_aside,
            journaled,
            entries,
            mut past,
            jotter,
            has_newer,
            apart,
            second_copy,
            ..
        } = found;
        let late = jotter.get(preferences::KEY).map(str::to_owned);
        self.core.try_update_value(|core| {
            for (plan, content) in workspace.plans() {
                for (kind, id, record) in content.records() {
                    let key = RecordKey { plan, kind, id };
                    past.extend(core.merge_found(key, record.clone()));
                }
            }
            core.jotter.merge(jotter);
        });
        self.set_aside.update(|known| {
            for found in set_aside {
                if !known.contains(&found) {
                    known.push(found);
                }
            }
        });
        self.learn_apart(apart);
        if has_newer {
            self.hold(ReadOnly::NewerTab { is_kept: true });
        } else if !journaled.is_empty() || !entries.is_empty() || !past.is_empty() {
            self.enqueue_again(Job::Merge { records: journaled, entries, past });
        }
        self.make_whole(second_copy);
        preferences::take_in(self, late.as_deref());
        self.begin_writing_jottings();
        if !workspace.is_empty() {
            self.tell_all();
        }
    }
}

part! { rest:
    async fn read_until_read(store: Store) {
        store.read_until_read().await;
    }

    async fn await_database(store: Store, trouble: Option<Trouble>) {
        let mut wait = FIRST_WAIT;
        if trouble.is_some() {
            store.note(|troubles| troubles.opening = trouble);
            store.pause(&mut wait).await;
        }
        store.reconnect(wait).await;
    }
}
