//! The second copy: what the database holds stands once more in Cache Storage.
//!
//! A browser that finds a database damaged throws it away whole, with everything in it. Chromium has
//! done so after it was killed while it wrote. So each write that the database has confirmed is also put
//! on a shelf that the browser keeps in other files, before *Saved* is shown; and a start that finds a
//! database it has not made whole takes the shelf in ([`reading`]). The copy only ever helps: where the
//! browser has no shelf, or refuses, saving goes on without it, and the Backup page says so.
//!
//! What is written goes into small parts; now and then a folder is made anew from the database, and
//! always when something was taken out of it. One tab at a time does that.

pub(super) mod lost;
mod reading;
mod uncopied;

use std::collections::{BTreeMap, BTreeSet};

use futures_channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub(super) use reading::Found;
use reading::MARK;

use super::schema::{ASIDE, PAST, QUARANTINE, RECORDS, TEXTS};
use super::{Core, Store};
use crate::codec::piece::{self, Extent, PieceName, Weight};
use crate::domain::PlanId;
use crate::platform::cache::{CacheError, Shelf};
use crate::platform::database::{Database, DatabaseError, Write};
use crate::platform::locks::{self, Claim};
use crate::platform::{clock, random};

/// The name of the shelf, after the base path.
const NAME: &str = "second-copy";
/// The lock of whoever makes a folder anew.
const LOCK: &str = "second-copy";
/// How long to wait for that lock between two tries, in milliseconds, and how often.
const LOCKED: (u32, usize) = (100, 100);
/// How long a start leaves the shelf alone, in milliseconds: the page comes first.
const REST: u32 = 1_500;
/// How long *Saved* waits for the copy, in milliseconds. A browser that is slower than that has the
/// database all the same.
const PATIENCE: u32 = 2_000;
/// How long to wait before another try, in milliseconds, where nothing is written meanwhile.
const RETRY: u32 = 60_000;
/// How long typing is gathered before it is copied, in milliseconds.
const GATHER: u32 = 2_000;
/// The folder of small texts, which are of no plan.
const SMALL: &str = "texts";
/// What is copied of a plan.
const COPIED: [&str; 4] = [RECORDS, PAST, QUARANTINE, ASIDE];

/// How the second copy stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SecondCopy {
    /// Nothing has been copied since the store was opened.
    #[default]
    Unknown,
    /// Everything that was written is there.
    Kept,
    /// The browser has no place for one here.
    Missing,
    /// Something is not there, and is tried again.
    Behind,
}

/// What this tab knows of the shelf.
#[derive(Default)]
pub(super) struct Copying {
    /// How the folders stand, as far as this tab knows.
    folders: BTreeMap<String, Weight>,
    /// Whether it has looked.
    has_looked: bool,
    /// What was written and is not copied yet.
    written: Vec<Write>,
    /// What the database says is not copied yet, by the keys of the tabs that wrote it.
    uncopied: BTreeMap<String, String>,
    is_working: bool,
    /// Whether that is about to be taken away.
    is_clearing: bool,
    /// Whether another try is to be made after a while.
    is_resting: bool,
    waiting: Vec<oneshot::Sender<()>>,
}

/// Why something could not be copied.
enum CopyError {
    /// The shelf.
    Shelf(CacheError),
    /// The database, which has to be read for it.
    Database,
    /// Another tab has been at it for too long.
    Locked,
}

impl From<CacheError> for CopyError {
    fn from(error: CacheError) -> Self {
        Self::Shelf(error)
    }
}

impl From<DatabaseError> for CopyError {
    fn from(_: DatabaseError) -> Self {
        Self::Database
    }
}

impl Store {
    /// How the second copy of what is stored stands.
    pub fn second_copy(&self) -> Signal<SecondCopy> {
        self.second_copy.into()
    }

    /// Copies from now on what is written to this database.
    pub(super) fn copy_writes_of(&self, database: &Database) {
        let store = *self;
        database.accompany(TEXTS, move |writes| store.uncopied_with(writes));
        database.on_written(move |mut writes| {
            writes.retain(|write| folder_of(write).is_some());
            if writes.is_empty() {
                return;
            }
            let is_text = writes.iter().all(|write| write.store == TEXTS);
            store.core.try_update_value(|core| core.copying.written.append(&mut writes));
            match is_text {
                true => store.copy_after(GATHER),
                false => store.copy_soon(),
            }
        });
    }

    /// Sees, a while after the start, to it that every plan has a copy.
    pub(super) fn look_at_copy(&self) {
        let store = *self;
        spawn_local(async move {
            clock::after(REST).await;
            store.copy_soon();
        });
    }

    /// Copies what is not copied yet.
    pub(super) fn copy_soon(&self) {
        let may_write = !self.is_read_only();
        let is_due = self.core.try_update_value(|core| {
            may_write
                && core.database.is_some()
                && !std::mem::replace(&mut core.copying.is_working, true)
        });
        if is_due == Some(true) {
            let store = *self;
            spawn_local(async move { store.copy_until_copied().await });
        }
    }

    /// Waits until what was written is copied, or does not get copied now.
    pub(super) async fn copied(&self) {
        let waiting = self.core.try_update_value(|core| {
            let (sender, receiver) = oneshot::channel();
            core.copying.is_working.then(|| {
                core.copying.waiting.push(sender);
                receiver
            })
        });
        if let Some(Some(waiting)) = waiting {
            let _is_copied = clock::within(PATIENCE, waiting).await;
        }
    }

    /// Says on the shelf, before something is taken out of these plans, that their folders have to be
    /// made anew. If the page dies in between, the next start does it.
    pub(super) async fn announce_removal(&self, plans: &BTreeSet<PlanId>) {
        let Ok(shelf) = Shelf::open(NAME).await else { return };
        for plan in plans {
            let name = name_of(&plan.to_string(), Extent::Due, 0);
            // If it cannot be said, it is done all the same, soon.
            let _said = shelf.put(&name.print(), "").await;
        }
    }

    /// Makes the folders of these plans anew, now that something has been taken out of them.
    pub(super) fn copy_anew(&self, plans: &BTreeSet<PlanId>) {
        for plan in plans {
            self.weigh(&plan.to_string(), |weight| weight.is_due = true);
        }
        self.copy_soon();
    }

    async fn copy_until_copied(self) {
        let mut state = SecondCopy::Kept;
        while let Some(written) =
            self.core.try_update_value(|core| std::mem::take(&mut core.copying.written))
        {
            state = match self.copy(written).await {
                Ok(()) => SecondCopy::Kept,
                Err(CopyError::Shelf(CacheError::Missing)) => SecondCopy::Missing,
                Err(CopyError::Shelf(_) | CopyError::Database | CopyError::Locked) => {
                    SecondCopy::Behind
                }
            };
            let is_done = self.core.try_update_value(|core| {
                core.copying.is_working = !core.copying.written.is_empty();
                !core.copying.is_working
            });
            if is_done != Some(false) {
                break;
            }
        }
        let waiting = self.core.try_update_value(|core| std::mem::take(&mut core.copying.waiting));
        for waiting in waiting.into_iter().flatten() {
            // Who has gone on by itself need not be told.
            let _gone = waiting.send(());
        }
        if self.second_copy.try_get_untracked().is_some_and(|known| known != state) {
            self.second_copy.set(state);
        }
        match state {
            SecondCopy::Kept => self.clear_uncopied(),
            SecondCopy::Behind => self.copy_after(RETRY),
            SecondCopy::Missing | SecondCopy::Unknown => {}
        }
    }

    /// Copies after a while, in milliseconds, if nothing else begins it before.
    fn copy_after(&self, wait: u32) {
        let is_due = self
            .core
            .try_update_value(|core| !std::mem::replace(&mut core.copying.is_resting, true));
        if is_due == Some(true) {
            let store = *self;
            spawn_local(async move {
                clock::after(wait).await;
                store.core.try_update_value(|core| core.copying.is_resting = false);
                store.copy_soon();
            });
        }
    }

    /// Copies what was written, and makes every folder anew that is due for it.
    async fn copy(&self, written: Vec<Write>) -> Result<(), CopyError> {
        let mut parts: BTreeMap<&str, Vec<&Write>> = BTreeMap::new();
        for write in &written {
            if let Some(folder) = folder_of(write) {
                parts.entry(folder).or_default().push(write);
            }
        }
        let copied = self.copy_parts(&parts).await;
        if copied.is_err() {
            // What is missing on the shelf now is there once its folder has been made anew.
            for folder in parts.keys() {
                self.weigh(folder, |weight| weight.is_due = true);
            }
        }
        copied
    }

    async fn copy_parts(&self, parts: &BTreeMap<&str, Vec<&Write>>) -> Result<(), CopyError> {
        let shelf = Shelf::open(NAME).await?;
        self.look_at_folders(&shelf).await?;
        for (folder, writes) in parts {
            if writes.iter().any(|write| write.text.is_none()) && *folder != SMALL {
                self.weigh(folder, |weight| weight.is_due = true);
                continue;
            }
            // Of several writes of one value the last one stands.
            let values: BTreeMap<(&str, &str), &str> = writes
                .iter()
                .filter_map(|write| {
                    Some(((write.store, write.key.as_str()), write.text.as_deref()?))
                })
                .collect();
            let text =
                piece::write(values.iter().map(|((store, key), text)| (*store, *key, *text)));
            let name = name_of(folder, Extent::Part, text.len());
            // A folder that is made anew now need not be added to before.
            if !self.weigh(folder, |weight| weight.add(&name)) {
                shelf.put(&name.print(), &text).await?;
            }
        }
        for folder in self.overgrown() {
            self.make_anew(&shelf, &folder).await?;
        }
        Ok(())
    }

    /// Finds out, once, how the folders stand. Plans that have none are due.
    async fn look_at_folders(&self, shelf: &Shelf) -> Result<(), CopyError> {
        if self.core.try_with_value(|core| core.copying.has_looked) != Some(false) {
            return Ok(());
        }
        let database = self.core.try_with_value(|core| core.database.clone()).flatten();
        let database = database.ok_or(CopyError::Database)?;
        let mut uncopied = database.load_under(TEXTS, uncopied::FOLDER).await?.good;
        // What this tab has noted is being copied.
        uncopied.retain(|(key, _)| {
            self.core.try_with_value(|core| core.copying.uncopied.contains_key(key)) == Some(false)
        });
        let names = shelf.names().await?;
        self.core.try_update_value(|core| {
            let Core { workspace, copying, .. } = core;
            copying.has_looked = true;
            for folder in uncopied.iter().flat_map(|(_, folders)| folders.split(',')) {
                copying.folders.entry(folder.to_owned()).or_default().is_due = true;
            }
            copying.uncopied.extend(uncopied);
            for (plan, _) in workspace.plans() {
                copying.folders.entry(plan.to_string()).or_default();
            }
            // These are copied late, and are few.
            copying.folders.entry(SMALL.to_owned()).or_default().is_due = true;
            for name in names.iter().filter_map(|name| PieceName::parse(name)) {
                copying.folders.entry(name.folder.clone()).or_default().add(&name);
            }
        });
        Ok(())
    }

    /// Changes what is known of a folder, and says whether it is to be made anew.
    fn weigh(&self, folder: &str, change: impl FnOnce(&mut Weight)) -> bool {
        let is_overgrown = self.core.try_update_value(|core| {
            let weight = core.copying.folders.entry(folder.to_owned()).or_default();
            change(weight);
            weight.is_overgrown()
        });
        is_overgrown.unwrap_or(false)
    }

    /// The folders that are to be made anew.
    fn overgrown(&self) -> Vec<String> {
        let found = self.core.try_with_value(|core| {
            let folders = core.copying.folders.iter();
            let overgrown = folders.filter(|(_, weight)| weight.is_overgrown());
            overgrown.map(|(name, _)| name.clone()).collect()
        });
        found.unwrap_or_default()
    }

    /// Writes a folder as the database holds it, and then takes off the shelf what it was before.
    async fn make_anew(&self, shelf: &Shelf, folder: &str) -> Result<(), CopyError> {
        let database = self.core.try_with_value(|core| core.database.clone()).flatten();
        let database = database.ok_or(CopyError::Database)?;
        let _claim = claim().await?;
        let before: Vec<PieceName> = shelf
            .names()
            .await?
            .iter()
            .filter_map(|name| PieceName::parse(name))
            .filter(|name| name.folder == folder)
            .collect();
        let text = content(&database, folder).await?;
        if !text.is_empty() {
            shelf.put(&name_of(folder, Extent::Whole, text.len()).print(), &text).await?;
        }
        let (due, told): (Vec<PieceName>, Vec<PieceName>) =
            before.into_iter().partition(|name| name.extent == Extent::Due);
        for name in told.iter().chain(&due) {
            shelf.remove(&name.print()).await?;
        }
        self.core.try_update_value(|core| {
            let weight = Weight { whole: Some(text.len()), ..Weight::default() };
            core.copying.folders.insert(folder.to_owned(), weight);
        });
        Ok(())
    }
}

/// The folder that a write belongs to; `None` for what is not copied.
fn folder_of(write: &Write) -> Option<&str> {
    match write.store {
        TEXTS => is_copied(&write.key).then_some(SMALL),
        _ => piece::folder_of(&write.key),
    }
}

/// Whether a small text is copied: those that speak of the database itself are not.
fn is_copied(key: &str) -> bool {
    key != MARK && piece::folder_of(key) != Some(uncopied::FOLDER)
}

/// Everything that the database holds of a folder.
async fn content(database: &Database, folder: &str) -> Result<String, DatabaseError> {
    if folder == SMALL {
        let mut loaded = database.load_all(TEXTS).await?.good;
        loaded.retain(|(key, _)| is_copied(key));
        return Ok(written(TEXTS, &loaded));
    }
    let mut text = String::new();
    for store in COPIED {
        text.push_str(&written(store, &database.load_under(store, folder).await?.good));
    }
    Ok(text)
}

fn written(store: &str, values: &[(String, String)]) -> String {
    piece::write(values.iter().map(|(key, text)| (store, key.as_str(), text.as_str())))
}

/// The right to make folders anew: two tabs at it would each keep what the other takes off.
async fn claim() -> Result<Claim, CopyError> {
    let (pause, tries) = LOCKED;
    for _ in 0..tries {
        match locks::claim_first(&[LOCK.to_owned()]).await {
            Ok(claim) => return Ok(claim),
            Err(locks::LockError::AllTaken) => clock::after(pause).await,
            Err(locks::LockError::Missing) => return Err(CopyError::Shelf(CacheError::Missing)),
        }
    }
    Err(CopyError::Locked)
}

fn name_of(folder: &str, extent: Extent, bytes: usize) -> PieceName {
    // Where there is no randomness, the time is as good a name.
    let mark = random::bits().map_or_else(|_| clock::now().unix_ms as u64, |bits| bits as u64);
    PieceName { folder: folder.to_owned(), extent, mark, bytes }
}
