//! Starting, once the first look ([`super::glance`]) has been taken: reading what that has left,
//! merging the journal over it, and setting aside what cannot be read. Whatever storage holds, the app
//! starts. All of this is in the rest of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use futures_channel::oneshot;
use leptos::prelude::*;

use super::connection::patiently;
use super::glance::Glance;
use super::jotter::Jotter;
use super::journal::{self, Entry};
use super::room::Look;
use super::saving::{self, Job, Trouble};
use super::schema::RECORDS;
use super::second_copy::Found;
use super::second_copy::lost::Lost;
use super::setting_aside::SetAside;
use super::tabs::Ear;
use super::{
    Apart, Preferences, ReadOnly, Store, backup, connection, identity, outlook, part, rehearsal,
};
use crate::codec::stored::{self, Sorted};
use crate::domain::{Past, Record, RecordKey, Workspace, replaced};
use crate::platform::database::{Database, DatabaseError};
use crate::platform::local::Local;
use crate::platform::{clock, page};

/// How far the start has come.
#[derive(Default)]
pub(super) enum Beginning {
    /// The first look has been taken.
    Glanced(Box<Glance>),
    /// The rest is under way, and these wait for it.
    Running(Vec<oneshot::Sender<()>>),
    /// It is whole.
    #[default]
    Done,
}

impl Store {
    /// Leaves what is to be done after the first look to the rest of the program.
    pub(super) fn leave_to_rest(&self, glance: Glance) {
        self.core.update_value(|core| core.beginning = Beginning::Glanced(Box::new(glance)));
    }

    /// Sees to it that the start is whole. The rest of the program has to be there.
    pub(super) async fn complete(&self) {
        let todo = self.core.try_update_value(|core| match &mut core.beginning {
            Beginning::Done => None,
            Beginning::Running(waiting) => {
                let (sender, done) = oneshot::channel();
                waiting.push(sender);
                Some(Err(done))
            }
            begun @ Beginning::Glanced(_) => {
                match std::mem::replace(begun, Beginning::Running(Vec::new())) {
                    Beginning::Glanced(glance) => Some(Ok(glance)),
                    _ => None,
                }
            }
        });
        match todo.flatten() {
            Some(Ok(glance)) => complete(*self, *glance).await.await,
            // If the store has gone, there is nothing to wait for.
            Some(Err(done)) => drop(done.await),
            None => {}
        }
    }

    /// Reads what the first look has left, and begins with what is to be done all the time.
    async fn go_on(self, glance: Glance) {
        let Glance { ear, local, mut database, mut identity, texts, is_silent } = glance;
        let mut failure = None;
        if database.is_none() {
            match connection::open().await {
                Ok(opened) => database = Some(opened),
                Err(error) => failure = Some(error),
            }
        }
        if identity.is_none() {
            identity = Some(identity::claim(local.as_ref().filter(|_| database.is_some())).await);
        }
        let looked_at = match failure {
            Some(DatabaseError::Newer) => connection::kept_by_newer().await,
            _ => None,
        };
        let read_only = looked_at.is_some().then_some(ReadOnly::NewerDatabase);
        let is_drawn = texts.is_some();
        let outlook = texts.iter().flatten().find(|(key, _)| key == outlook::KEY);
        let outlook = outlook.map(|(_, text)| text.clone());
        let only_looks = read_only.is_some();
        let mut start = Start { only_looks, texts, is_unread: is_silent, ..Start::default() };
        let answering = database.as_ref().or(looked_at.as_ref()).filter(|_| !is_silent);
        start.read(local.as_ref(), answering).await;
        drop(looked_at);
        let read_only = read_only.or(start.has_newer.then_some(ReadOnly::NewerValues));
        if start.is_unread || read_only.is_some() {
            // This device may have written more than it can see now.
            identity = Some(identity::claim(None).await);
        }
        let is_waiting = failure.as_ref().is_some_and(connection::may_come_back);
        let Start { workspace, set_aside, journaled, entries, past, jotter, is_unread, .. } = start;
        let (apart, second_copy) = (start.apart, start.second_copy);
        let is_here = self.core.try_update_value(|core| {
            if let Some((device, slot)) = identity {
                core.device = device;
                core.slot = slot;
            }
            *core.workspace = workspace;
            core.database = database;
            core.is_waiting = is_waiting;
            core.jotter.merge(jotter);
        });
        if is_here.is_none() {
            return;
        }
        self.show_texts();
        self.set_aside.set(set_aside);
        self.apart.set(apart);
        self.is_unread.set((is_unread || is_waiting) && read_only.is_none());
        self.listen(ear);
        self.look_at_keeping();
        if let Some(why) = read_only {
            self.only_show(why);
            self.show();
        } else {
            self.begin_with(failure, is_unread);
            if !journaled.is_empty() || !entries.is_empty() {
                self.enqueue_again(Job::Merge { records: journaled, entries, past });
            }
            self.make_whole(second_copy);
            self.note_plans();
            self.look_at_copy();
            self.renew_outlook(outlook);
        }
        self.tell_all();
        if !is_drawn {
            self.look_out();
        }
    }

    /// Shows what the small texts say.
    fn show_texts(&self) {
        let (preferences, lost, copies) = self.core.with_value(|core| {
            let jotter = &core.jotter;
            (Preferences::load(jotter), Lost::load(jotter), backup::load(jotter))
        });
        if self.preferences.with_untracked(|known| *known != preferences) {
            self.preferences.set(preferences);
        }
        self.lost.set(lost);
        self.copies.set(copies);
        self.read_news();
    }

    /// Begins with what is left to do once everything has been read.
    fn begin_with(&self, failure: Option<DatabaseError>, is_unread: bool) {
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
        let back = page::on_come_back(move || store.comes_back());
        self.core.update_value(|core| {
            core._held.push(Box::new(ticking));
            core._held.push(Box::new(shown));
            core._held.push(Box::new(back));
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
    /// The small texts of the database, where the first look has read them.
    pub(super) texts: Option<Vec<(String, String)>>,
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
            let is_silent = matches!(records, Err(DatabaseError::Silent));
            let texts = match self.texts.take() {
                Some(texts) => {
                    self.jotter.learn_all(texts);
                    Ok(())
                }
                // Nobody is kept waiting for one store after the other.
                None if is_silent => Err(DatabaseError::Silent),
                None => self.jotter.read_database(database).await,
            };
            let apart = match is_silent {
                true => Err(DatabaseError::Silent),
                false => self.read_apart(database).await,
            };
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
        } else {
            self.set_aside(local, database).await;
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
        if let Some(workspace) = in_order(database).await? {
            self.is_new = workspace.is_empty();
            self.workspace = workspace;
            return Ok(());
        }
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

/// Every record of the database, if each is as this version writes it.
///
/// # Errors
/// [`DatabaseError::Silent`]. Whatever else there is shows when they are read one by one.
async fn in_order(database: &Database) -> Result<Option<Workspace>, DatabaseError> {
    match skimmed(database).await {
        Err(DatabaseError::Silent) => Err(DatabaseError::Silent),
        skimmed => Ok(skimmed.unwrap_or_default()),
    }
}

async fn skimmed(database: &Database) -> Result<Option<Workspace>, DatabaseError> {
    let (mut workspace, mut records) = (Workspace::default(), database.skim(RECORDS)?);
    while let Some(lines) = records.next().await? {
        let is_in_order = lines.all(|name, text| {
            let found = stored::read_as_written(name, text);
            found.map(|(key, record)| workspace.put_stored(key, Some(record))).is_some()
        });
        if !is_in_order {
            return Ok(None);
        }
    }
    Ok(Some(workspace))
}

part! { rest:
    async fn complete(store: Store, glance: Glance) {
        store.go_on(glance).await;
        let done = store.core.try_update_value(|core| std::mem::take(&mut core.beginning));
        if let Some(Beginning::Running(waiting)) = done {
            for waiting in waiting {
                // Who has gone on by itself need not be told.
                let _gone = waiting.send(());
            }
        }
        rehearsal::soon();
    }
}
