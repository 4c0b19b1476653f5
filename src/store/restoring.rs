//! Restoring a backup, or what the rescue screen gave out.
//!
//! It never replaces. The plans are merged as those of any file, and that is what an undo takes back.
//! What the device keeps besides them is only ever added where nothing stands yet: replaced
//! values, what could not be read, what contradicts, drafts and preferences. An undo leaves these where they
//! are: they take nobody's place, and a plan brought in again finds them.
//!
//! The device goes on under a new id. The old one may live on elsewhere, and two devices that
//! write under one name would take each other's writes for their own.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::COPIES;
use super::preferences::KEY;
use super::queue::FIRST_WAIT;
use super::schema::{ASIDE, PAST, QUARANTINE};
use super::second_copy::lost::OWN_TEXTS;
use super::sent::SENT;
use super::{Preferences, SetAside, Staged, Store, jotter};
use crate::codec::bundle::{Audience, DeviceStores, Sender};
use crate::codec::raw::Opened;
use crate::domain::{CopyLog, PlanId};
use crate::platform::database::{Database, DatabaseError, Edit};

/// What a file for its owner alone brings besides plans.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restore {
    /// What of the device's stores is not here yet.
    device: DeviceStores,
    /// What the reader had chosen, if the file tells.
    preferences: Option<Preferences>,
    /// Whether this device has chosen anything itself.
    has_own: bool,
    /// How many stored values in the file nobody could read. They come along unchanged.
    pub unreadable: usize,
}

impl Restore {
    fn knows_the_reader(&self) -> bool {
        self.preferences.as_ref().is_some_and(|preferences| preferences.is_welcomed)
    }

    /// How many texts that are no records would be added here.
    pub fn added(&self) -> usize {
        self.device.len()
    }

    fn is_nothing_new(&self, own: &Preferences) -> bool {
        self.device.is_empty() && !self.would_choose(own)
    }

    /// Whether taking over what the reader had chosen changes anything here.
    fn would_choose(&self, own: &Preferences) -> bool {
        self.preferences.is_some() && self.chosen(own) != *own
    }

    /// What is chosen here afterwards: on a device that nobody has been welcomed to, everything as
    /// it was; on another one only who the reader is where that is not known.
    fn chosen(&self, own: &Preferences) -> Preferences {
        let Some(theirs) = self.preferences.clone() else { return own.clone() };
        let mut chosen = own.clone();
        if own.is_welcomed {
            for (plan, person) in theirs.people {
                chosen.people.slot(plan, || person);
            }
            if own.name.is_empty() {
                (chosen.name, chosen.role) = (theirs.name, theirs.role);
            }
            return chosen;
        }
        chosen = theirs;
        if self.has_own {
            (chosen.locale, chosen.theme) = (own.locale, own.theme);
        }
        chosen
    }
}

/// A backup of which the plans are being taken in.
pub(super) struct Restoring {
    /// Whether nothing was here before.
    was_empty: bool,
    /// The plan to be opened.
    plan: Option<PlanId>,
    device: DeviceStores,
}

impl Staged {
    /// Whether the file tells who the reader is, so that nobody need ask.
    pub fn knows_the_reader(&self) -> bool {
        self.restore.as_ref().is_some_and(Restore::knows_the_reader)
    }

    /// Whether taking the file in would change nothing at all.
    pub fn is_nothing_new(&self, own: &Preferences) -> bool {
        let brings_nothing = |restore: &Restore| restore.is_nothing_new(own);
        self.arrival.is_nothing_new() && self.restore.as_ref().is_none_or(brings_nothing)
    }
}

impl Store {
    /// What a file brings besides plans; `None` for one that was made for others.
    pub(super) async fn look_at_restore(&self, opened: &mut Opened) -> Option<Restore> {
        if opened.bundle.header.audience != Audience::Backup {
            return None;
        }
        let mut device = opened.bundle.device.take().unwrap_or_default();
        let preferences = device.texts.remove(KEY);
        let preferences =
            preferences.and_then(|stored| Preferences::parse(jotter::text_in(&stored)?));
        if let (None, Some(Preferences { name, role, .. })) =
            (&opened.bundle.header.from, &preferences)
            && !name.is_empty()
        {
            // What the rescue screen gave out does not say whose it is in so many words.
            let role = role.name().to_owned();
            opened.bundle.header.from = Some(Sender { name: name.clone(), role });
        }
        self.core.with_value(|core| {
            device.texts.retain(|key, stored| {
                key != COPIES
                    && !key.starts_with(SENT)
                    && !OWN_TEXTS.contains(&key.as_str())
                    && !core.jotter.knows(key)
                    && jotter::text_in(stored).is_some_and(|text| !text.is_empty())
            });
        });
        let database = self.core.try_with_value(|core| core.database.clone()).flatten();
        for (store, texts) in stores_of(&mut device) {
            match &database {
                Some(database) => leave_out_known(database, store, texts).await,
                // Where there is no database there is no place for these. The file keeps them.
                None => texts.clear(),
            }
        }
        let has_own = self.core.with_value(|core| core.jotter.knows(KEY));
        Some(Restore { device, preferences, has_own, unreadable: opened.unreadable })
    }

    /// What a backup changes before its plans are taken in. What this answers is for
    /// [`Store::finish_restore`].
    pub(super) fn begin_restore(&self, restore: &Restore, staged: &Staged) -> Restoring {
        let was_empty = self.core.with_value(|core| core.workspace.is_empty());
        // Where the file knows this device's writes better, the import gives the new id.
        if staged.arrival.new_device.is_none() {
            self.forget_device();
        }
        let chosen = restore.chosen(&self.preferences.get_untracked());
        let plan = chosen.plan.filter(|_| was_empty);
        self.revise_preferences(|preferences| *preferences = chosen);
        for (key, stored) in &restore.device.texts {
            self.jot(key, jotter::text_in(stored).unwrap_or_default());
        }
        Restoring { was_empty, plan, device: restore.device.clone() }
    }

    /// What it changes once they are in.
    pub(super) fn finish_restore(&self, restoring: Restoring, staged: &Staged) {
        if let Some(plan) = restoring.plan {
            self.open_plan(plan);
        }
        if restoring.was_empty {
            // The file holds everything that is here now.
            let backed_up = Some(staged.header.made.timestamp());
            self.revise_copies(|copies| *copies = CopyLog { backed_up, ..CopyLog::default() });
        }
        self.add_to_stores(restoring.device);
    }

    /// Adds texts to the stores that hold no records, where nothing stands under their keys, and
    /// tries again for as long as the browser refuses.
    fn add_to_stores(&self, device: DeviceStores) {
        if device.is_empty() || self.core.with_value(|core| core.is_local_only()) {
            return;
        }
        let aside = device.aside.iter();
        let shown: Vec<SetAside> =
            aside.map(|(key, text)| SetAside { key: key.clone(), text: text.clone() }).collect();
        if !shown.is_empty() {
            self.set_aside.update(|list| list.extend(shown));
        }
        let store = *self;
        spawn_local(async move { store.add_each(device).await });
    }

    /// Adds texts to the stores that hold no records, and looks at what that has brought.
    pub(super) async fn add_each(&self, mut device: DeviceStores) {
        for (name, texts) in stores_of(&mut device) {
            self.add_to_store(name, texts).await;
        }
        self.read_apart_again().await;
    }

    /// Adds texts to one store, and tries again until that succeeds or nothing may be written any
    /// more.
    async fn add_to_store(&self, name: &'static str, texts: &mut BTreeMap<String, String>) {
        let mut wait = FIRST_WAIT;
        while !self.is_read_only()
            && let Some(database) = self.core.try_with_value(|core| core.database.clone())
        {
            let trouble = match database {
                Some(database) => match add_where_free(&database, name, texts).await {
                    Ok(()) => {
                        self.note(|troubles| troubles.texts = None);
                        return;
                    }
                    Err(error) => self.blame(&error),
                },
                None => self.opening_trouble(),
            };
            self.note(|troubles| troubles.texts = Some(trouble));
            self.pause(&mut wait).await;
        }
    }
}

/// The stores that are added to the database's, by their names there.
fn stores_of(device: &mut DeviceStores) -> [(&'static str, &mut BTreeMap<String, String>); 3] {
    [(PAST, &mut device.past), (ASIDE, &mut device.aside), (QUARANTINE, &mut device.quarantine)]
}

/// Leaves out the texts whose keys are taken. If the store cannot be read now, none is left out:
/// whether a key is free is asked again when it is written.
async fn leave_out_known(database: &Database, store: &str, texts: &mut BTreeMap<String, String>) {
    if texts.is_empty() {
        return;
    }
    if let Ok(loaded) = database.load_all(store).await {
        let foreign = loaded.foreign.into_iter().map(|found| found.key);
        for key in loaded.good.into_iter().map(|(key, _)| key).chain(foreign) {
            texts.remove(&key);
        }
    }
}

/// Writes texts under those of their keys that are free, all in one transaction.
async fn add_where_free(
    database: &Database,
    store: &'static str,
    texts: &mut BTreeMap<String, String>,
) -> Result<(), DatabaseError> {
    loop {
        let keys: Vec<String> = texts.keys().cloned().collect();
        let written = database
            .update(store, &keys, |key, here| match here {
                Some(_) => None,
                None => texts.get(key).cloned().map(Edit::Put),
            })
            .await;
        match written {
            // What stands there is no text, but it stands there.
            Err(DatabaseError::NotText { key }) if texts.remove(&key).is_some() => {}
            written => return written,
        }
    }
}
