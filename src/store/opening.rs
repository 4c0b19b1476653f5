//! Starting: reading the database, merging the journal over it, and setting aside what cannot be
//! read. Whatever storage holds, the app starts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use super::connection::patiently;
use super::jotter::Jotter;
use super::journal::{self, Entry, Journal};
use super::queue::Queue;
use super::room::{Look, Room};
use super::saving::{self, Job, SaveState, Trouble};
use super::schema::RECORDS;
use super::second_copy::Found;
use super::second_copy::lost::Lost;
use super::setting_aside::{SetAside, set_aside};
use super::tabs::{Ear, Heard};
use super::{
    Apart, Arrival, Core, Incoming, KeepState, Preferences, ReadOnly, SecondCopy, Store, backup,
    connection, identity,
};
use crate::codec::stored::Sorted;
use crate::domain::{DeviceId, Past, Record, RecordKey, Workspace, replaced};
use crate::platform::database::{Database, DatabaseError};
use crate::platform::local::Local;
use crate::platform::part::{Part, load};
use crate::platform::{clock, page, random};

impl Store {
    /// Opens what this device keeps, for as long as `owner` lives. It always opens; what stands in
    /// the way of saving is shown by [`Store::save_state`].
    pub async fn open(owner: Owner) -> Self {
        let local = Local::open("").ok();
        // Before anything is read, so that nothing is missed.
        let ear = Ear::open();
        let (database, failure) = match connection::open().await {
            Ok(database) => (Some(database), None),
            Err(error) => (None, Some(error)),
        };
        let (mut device, mut slot) =
            identity::claim(local.as_ref().filter(|_| database.is_some())).await;
        let looked_at = match failure {
            Some(DatabaseError::Newer) => connection::kept_by_newer().await,
            _ => None,
        };
        let read_only = looked_at.is_some().then_some(ReadOnly::NewerDatabase);
        let mut start = Start { only_looks: read_only.is_some(), ..Start::default() };
        start.read(local.as_ref(), database.as_ref().or(looked_at.as_ref())).await;
        drop(looked_at);
        let read_only = read_only.or(start.has_newer.then_some(ReadOnly::NewerValues));
        if start.is_unread || read_only.is_some() {
            // This device may have written more than it can see now.
            (device, slot) = identity::claim(None).await;
        }
        let is_waiting = failure.as_ref().is_some_and(connection::may_come_back);
        let tab = DeviceId::from_random(random::bits().unwrap_or_default());
        let Start {
            workspace,
            set_aside,
            journaled,
            entries,
            past,
            jotter,
            is_unread,
            apart,
            second_copy,
            ..
        } = start;
        let store = owner.with(|| Self {
            preferences: RwSignal::new(Preferences::load(&jotter)),
            saving: RwSignal::new(SaveState::Saved),
            notice: RwSignal::new(None),
            incoming: RwSignal::new(Incoming::Nothing),
            set_aside: RwSignal::new(set_aside),
            apart: RwSignal::new(apart),
            is_unread: RwSignal::new((is_unread || is_waiting) && read_only.is_none()),
            read_only: RwSignal::new(None),
            room: RwSignal::new(None),
            second_copy: RwSignal::new(SecondCopy::default()),
            lost: RwSignal::new(Lost::load(&jotter)),
            copies: RwSignal::new(backup::load(&jotter)),
            keep_state: RwSignal::new(KeepState::default()),
            minute: RwSignal::new(0),
            rest: RwSignal::new(Arrival::Coming),
            welcome: RwSignal::new(Arrival::Coming),
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
                room: Room::default(),
                known: None,
                journal: Journal::new(tab),
                copying: Default::default(),
                jotter,
                unwritten: Default::default(),
                _held: Vec::new(),
            }),
        });
        store.listen(ear);
        store.look_at_keeping();
        if let Some(why) = read_only {
            store.only_show(why);
            store.show();
            return store;
        }
        store.begin(failure, is_unread);
        if !journaled.is_empty() || !entries.is_empty() {
            store.enqueue_again(Job::Merge { records: journaled, entries, past });
        }
        store.make_whole(second_copy);
        store.note_plans();
        store.look_at_copy();
        store
    }

    /// Begins with what is left to do once the store is there.
    fn begin(&self, failure: Option<DatabaseError>, is_unread: bool) {
        let has_local = self.core.with_value(|core| core.local.is_some());
        self.begin_writing_jottings();
        self.look_at_room(Look::Now);
        match failure {
            Some(failure) if connection::may_come_back(&failure) => {
                self.await_database(Some(saving::trouble(&failure)));
            }
            Some(_) if !has_local => {
                self.note(|troubles| troubles.opening = Some(Trouble::Blocked))
            }
            _ if is_unread => self.catch_up(),
            _ => {}
        }
    }

    /// Listens to other tabs and to the clock.
    fn listen(&self, ear: Ear) {
        let store = *self;
        let ticking = clock::on_minute(move || {
            store.minute.try_update(|minute| *minute += 1);
        });
        let shown = page::on_shown(move || {
            store.wake();
            store.copy_soon();
        });
        self.core.update_value(|core| {
            core._held.push(Box::new(ticking));
            core._held.push(Box::new(shown));
        });
        if let Some(database) = self.core.with_value(|core| core.database.clone()) {
            self.connect(&database);
        }
        let channel = ear.listen_for(store);
        self.core.update_value(|core| core.channel = channel);
    }
}

/// What reading has found so far.
#[derive(Default)]
pub(super) struct Start {
    /// Whether something is there but would not be read.
    pub(super) is_unread: bool,
    /// Whether nothing may be written, whatever is found.
    pub(super) only_looks: bool,
    /// Whether something was written by a newer version. Then nothing is changed here.
    pub(super) has_newer: bool,
    pub(super) workspace: Workspace,
    /// The values of the database that cannot be read.
    pub(super) unreadable: Vec<(String, String)>,
    /// The lines of the journal that cannot be read, by their entries.
    pub(super) damaged: BTreeMap<String, Vec<(String, String)>>,
    pub(super) set_aside: Vec<SetAside>,
    /// Records that the database does not hold as this version writes them.
    pub(super) journaled: BTreeSet<RecordKey>,
    pub(super) entries: Vec<String>,
    /// What older entries of the journal held, and newer ones replaced.
    pub(super) past: BTreeSet<Past>,
    pub(super) jotter: Jotter,
    /// Whether the database holds no record at all.
    pub(super) is_new: bool,
    /// What the second copy had, where the database was not whole.
    pub(super) second_copy: Option<Found>,
    /// What is kept apart, the newest first.
    pub(super) apart: Vec<Arc<Apart>>,
}

impl Start {
    /// Reads everything there is to read, and sets aside what cannot be. What another tab moves from
    /// the journal to the database meanwhile must not be missed: so the journal is read first, and
    /// taken over last, for its lines replace what the database holds.
    pub(super) async fn read(&mut self, local: Option<&Local>, database: Option<&Database>) {
        // One more look where it fails, since a fault may pass at once.
        let journal = local.map(|local| journal::read(local).or_else(|_| journal::read(local)));
        if let Some(database) = database {
            let records = self.read_database(database).await;
            let texts = self.jotter.read_database(database).await;
            let apart = self.read_apart(database).await;
            self.is_unread |= records.is_err() || texts.is_err() || apart.is_err();
        }
        if let Some(local) = local {
            let texts = self.jotter.read_local(local).or_else(|_| self.jotter.read_local(local));
            self.is_unread |= texts.is_err();
        }
        match journal {
            Some(Ok(entries)) => entries.into_iter().for_each(|entry| self.take_entry(entry)),
            Some(Err(_)) => self.is_unread = true,
            None => {}
        }
        if let Some(database) = database
            && !self.is_unread
            && !self.is_held()
        {
            self.is_unread |= self.read_second_copy(database).await.is_err();
        }
        if self.unreadable.is_empty() && self.damaged.is_empty() {
            self.list_earlier(database).await;
        } else if load(Part::Rest).await {
            let found = std::mem::take(self);
            *self = set_aside(found, local.cloned(), database.cloned()).await.await;
        } else {
            // It is looked at again when everything is read once more.
            self.is_unread = true;
        }
        if !self.is_unread && !self.is_held() {
            self.jotter.forget(local, database).await;
            if let Some(local) = local {
                self.jotter.keep_locally(local);
            }
        }
    }

    /// Whether nothing may be changed.
    pub(super) fn is_held(&self) -> bool {
        self.only_looks || self.has_newer
    }

    async fn read_database(&mut self, database: &Database) -> Result<(), DatabaseError> {
        let loaded = patiently(async || database.load_all(RECORDS).await).await?;
        let foreign = loaded.foreign.into_iter().map(|found| (found.key, found.shown));
        self.unreadable.extend(foreign);
        self.is_new = self.unreadable.is_empty() && loaded.good.is_empty();
        let Sorted { records, older, newer, unreadable } = Sorted::values(loaded.good);
        self.has_newer |= !newer.is_empty();
        self.unreadable.extend(unreadable);
        self.journaled.extend(older);
        for (key, record) in records {
            self.workspace.merge_record(key, record);
        }
        Ok(())
    }

    /// Merges what one line of the journal holds. The entries come in no order: either side may hold
    /// what the other has replaced.
    pub(super) fn take_journaled(&mut self, key: RecordKey, record: Record) {
        let line = self.workspace.get(key).map(|_| record.clone());
        self.past.extend(self.workspace.take_over(key, record));
        if let Some((line, after)) = line.as_ref().zip(self.workspace.get(key)) {
            self.past.extend(replaced(key, line, after));
        }
        self.journaled.insert(key);
    }

    fn take_entry(&mut self, Entry { key: entry, text, may_load }: Entry) {
        if !may_load {
            self.damaged.insert(entry.clone(), vec![(entry, text)]);
            return;
        }
        let Sorted { records, newer, unreadable, .. } = Sorted::entry(&entry, &text);
        self.has_newer |= !newer.is_empty();
        for (key, record) in records {
            self.take_journaled(key, record);
        }
        if !unreadable.is_empty() {
            self.damaged.insert(entry, unreadable);
        } else if !self.entries.contains(&entry) {
            self.entries.push(entry);
        }
    }
}
