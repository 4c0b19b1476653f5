//! What the database has and the second copy may lack: a page can die between the two.
//!
//! So each transaction also writes which folders it concerns, under the tab's own key, and that goes once
//! they have been copied. What a start finds there it makes anew.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::GATHER;
use super::folders::folder_of;
use crate::platform::clock;
use crate::platform::database::{Edit, Write};
use crate::store::Store;
use crate::store::part;
use crate::store::schema::TEXTS;

/// What stands before a tab's id in the keys.
pub(super) const FOLDER: &str = "uncopied";

impl Store {
    /// What is to be written along with these writes: the folders that are not copied then.
    pub(super) fn uncopied_with(&self, writes: &[Write]) -> Option<Write> {
        let of_records = |writes: &[Write]| -> BTreeSet<String> {
            let writes = writes.iter().filter(|write| write.store != TEXTS);
            let mut folders: Vec<&str> = writes.filter_map(folder_of).collect();
            // Those of one folder mostly stand together, and may be many.
            folders.dedup();
            folders.into_iter().map(str::to_owned).collect()
        };
        let mut folders = of_records(writes);
        if folders.is_empty() {
            return None;
        }
        self.core.try_update_value(|core| {
            folders.extend(of_records(&core.copying.written));
            let known = core.copying.folders.iter();
            folders.extend(known.filter(|(_, weight)| weight.is_due).map(|(name, _)| name.clone()));
            let key = format!("{FOLDER}/{}", core.journal.tab());
            let text = Vec::from_iter(folders).join(",");
            core.copying.uncopied.insert(key.clone(), text.clone());
            Write { store: TEXTS, key, text: Some(text) }
        })
    }

    /// Takes that away, once writing has come to rest and everything is copied.
    pub(super) fn clear_uncopied(&self) {
        let is_due = self.core.try_update_value(|core| {
            let is_due = !core.copying.uncopied.is_empty() && !core.copying.is_clearing;
            core.copying.is_clearing |= is_due;
            is_due
        });
        if is_due == Some(true) {
            self.in_rest(clear(*self));
        }
    }

    async fn clear(self) {
        let known = self.core.try_update_value(|core| {
            core.copying.is_clearing = false;
            let is_quiet = !core.copying.is_working && core.copying.written.is_empty();
            Some((core.database.clone()?, is_quiet.then(|| core.copying.uncopied.clone())?))
        });
        let Some(Some((database, known))) = known else { return };
        if self.is_read_only() {
            return;
        }
        let keys: Vec<String> = known.keys().cloned().collect();
        // What has been written since says something else, or is not copied yet.
        let cleared = database
            .update(TEXTS, &keys, |key, text| {
                let is_quiet = self.core.try_with_value(|core| core.copying.written.is_empty());
                (is_quiet == Some(true) && text.as_ref() == known.get(key)).then_some(Edit::Remove)
            })
            .await;
        if cleared.is_ok() {
            // If it could not be cleared, a start makes these folders anew, and clears it.
            self.core.try_update_value(|core| {
                let uncopied: BTreeMap<String, String> = std::mem::take(&mut core.copying.uncopied);
                let is_new = |(key, text): &(String, String)| known.get(key) != Some(text);
                core.copying.uncopied = uncopied.into_iter().filter(is_new).collect();
            });
        }
    }
}

part! { rest:
    async fn clear(store: Store) {
        clock::after(GATHER).await;
        store.clear().await;
    }
}
