//! The folders of the second copy: how they stand, and making one anew from the database.

use leptos::prelude::*;

use super::reading::MARK;
use super::{CopyError, uncopied};
use crate::codec::piece::{self, Extent, PieceName, Weight};
use crate::crdt::Pace;
use crate::platform::cache::{CacheError, Shelf};
use crate::platform::database::{Database, DatabaseError, Write};
use crate::platform::locks::{self, Claim};
use crate::platform::{clock, random};
use crate::store::long_work::quietly;
use crate::store::outlook;
use crate::store::schema::{ASIDE, PAST, QUARANTINE, RECORDS, TEXTS};
use crate::store::{Core, Store};

/// The lock of whoever makes a folder anew.
const LOCK: &str = "second-copy";
/// How long to wait for that lock between two tries, in milliseconds, and how often.
const LOCKED: (u32, usize) = (100, 100);
/// What is copied of a plan.
const COPIED: [&str; 4] = [RECORDS, PAST, QUARANTINE, ASIDE];
/// The folder of small texts, which are of no plan.
pub(super) const SMALL: &str = "texts";

impl Store {
    /// Finds out, once, how the folders stand. Plans that have none are due.
    pub(super) async fn look_at_folders(&self, shelf: &Shelf) -> Result<(), CopyError> {
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
    pub(super) fn weigh(&self, folder: &str, change: impl FnOnce(&mut Weight)) -> bool {
        let is_overgrown = self.core.try_update_value(|core| {
            let weight = core.copying.folders.entry(folder.to_owned()).or_default();
            change(weight);
            weight.is_overgrown()
        });
        is_overgrown.unwrap_or(false)
    }

    /// The folders that are to be made anew.
    pub(super) fn overgrown(&self) -> Vec<String> {
        let found = self.core.try_with_value(|core| {
            let folders = core.copying.folders.iter();
            let overgrown = folders.filter(|(_, weight)| weight.is_overgrown());
            overgrown.map(|(name, _)| name.clone()).collect()
        });
        found.unwrap_or_default()
    }

    /// Writes a folder as the database holds it, and then takes off the shelf what it was before.
    pub(super) async fn make_anew(&self, shelf: &Shelf, folder: &str) -> Result<(), CopyError> {
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
pub(super) fn folder_of(write: &Write) -> Option<&str> {
    match write.store {
        TEXTS => is_copied(&write.key).then_some(SMALL),
        _ => piece::folder_of(&write.key),
    }
}

/// Whether a small text is copied: those that speak of the database itself are not.
fn is_copied(key: &str) -> bool {
    key != MARK && key != outlook::KEY && piece::folder_of(key) != Some(uncopied::FOLDER)
}

/// Everything that the database holds of a folder.
async fn content(database: &Database, folder: &str) -> Result<String, DatabaseError> {
    if folder == SMALL {
        let mut loaded = database.load_all(TEXTS).await?.good;
        loaded.retain(|(key, _)| is_copied(key));
        let mut text = String::new();
        add(&mut text, TEXTS, &loaded).await;
        return Ok(text);
    }
    let mut text = String::new();
    for store in COPIED {
        add(&mut text, store, &database.load_under(store, folder).await?.good).await;
    }
    Ok(text)
}

/// Adds what a store holds of a folder, a slice at a time. The room is made at once: a text that grows by
/// itself takes twice its size, and WebAssembly never gives memory back.
async fn add(text: &mut String, store: &str, values: &[(String, String)]) {
    let room = values.iter().map(|(key, value)| store.len() + key.len() + value.len() * 5 / 4 + 16);
    text.reserve(room.sum());
    let values = values.iter().map(|(key, text)| (store, key.as_str(), text.as_str()));
    quietly(piece::write_in_steps(text, values, &Pace::default())).await;
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

pub(super) fn name_of(folder: &str, extent: Extent, bytes: usize) -> PieceName {
    // Where there is no randomness, the time is as good a name.
    let mark = random::bits().map_or_else(|_| clock::now().unix_ms as u64, |bits| bits as u64);
    PieceName { folder: folder.to_owned(), extent, mark, bytes }
}
