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

mod folders;
pub(super) mod lost;
pub(super) mod reading;
mod uncopied;

use std::collections::{BTreeMap, BTreeSet};

use futures_channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub(super) use reading::Found;

use folders::{SMALL, folder_of, name_of};

use super::Store;
use super::long_work::quietly;
use super::part;
use super::schema::TEXTS;
use crate::codec::piece::{self, Extent, Weight};
use crate::crdt::Pace;
use crate::domain::PlanId;
use crate::platform::cache::{CacheError, Shelf};
use crate::platform::clock;
use crate::platform::database::{Database, DatabaseError, Write};

/// The name of the shelf, after the base path.
pub(super) const NAME: &str = "second-copy";
/// How long a start leaves the shelf alone, in milliseconds: the page comes first.
const REST: u32 = 1_500;
/// How long *Saved* waits for the copy, in milliseconds. A browser that is slower than that has the
/// database all the same.
const PATIENCE: u32 = 2_000;
/// How long to wait before another try, in milliseconds, where nothing is written meanwhile.
const RETRY: u32 = 60_000;
/// How long typing is gathered before it is copied, in milliseconds.
const GATHER: u32 = 2_000;

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
        database.accompany(TEXTS, move |writes| {
            let along = [store.uncopied_with(writes), store.outlook_with(writes)];
            along.into_iter().flatten().collect()
        });
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
            self.in_rest(copy_until_copied(*self));
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
            // A folder that is made anew now need not be added to before.
            if self.weigh(folder, |_| ()) {
                continue;
            }
            let mut text = String::new();
            let values = values.iter().map(|((store, key), text)| (*store, *key, *text));
            quietly(piece::write_in_steps(&mut text, values, &Pace::default())).await;
            let name = name_of(folder, Extent::Part, text.len());
            if !self.weigh(folder, |weight| weight.add(&name)) {
                shelf.put(&name.print(), &text).await?;
            }
        }
        for folder in self.overgrown() {
            self.make_anew(&shelf, &folder).await?;
        }
        Ok(())
    }
}

part! { rest:
    async fn copy_until_copied(store: Store) {
        store.copy_until_copied().await;
    }
}
