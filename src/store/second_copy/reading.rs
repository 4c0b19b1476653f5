//! Reading the second copy: what a database holds that this program has not made whole, or in which
//! something cannot be read, is merged with what the shelf holds.
//!
//! A database is whole once everything from the shelf is in it; a mark in it says so. A new one has no
//! mark, also where a start died while it was filling it, so that the next one does it once more.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::NAME;
use super::lost::Lost;
use crate::codec::bundle::DeviceStores;
use crate::codec::piece::{self, Extent, Line, PieceName};
use crate::codec::stored::Sorted;
use crate::domain::RecordKey;
use crate::platform::cache::{CacheError, Shelf};
use crate::platform::clock;
use crate::platform::database::{Database, DatabaseError, Write};
use crate::store::Store;
use crate::store::connection::patiently;
use crate::store::opening::Start;
use crate::store::part;
use crate::store::queue::FIRST_WAIT;
use crate::store::saving::SaveState;
use crate::store::schema::{RECORDS, TEXTS};

/// Under which key the database says that it is whole.
pub(in crate::store) const MARK: &str = "whole";

/// What was found where the database was not whole.
#[derive(Default)]
pub(in crate::store) struct Found {
    /// Whether the shelf could be read, so that the database is whole once all of this is in it.
    is_all: bool,
    /// The records that stand nowhere else.
    brought: BTreeSet<RecordKey>,
    /// What stands in the stores that hold no records.
    others: DeviceStores,
    /// What is no longer here, if anything.
    pub(in crate::store) lost: Option<Lost>,
}

impl Start {
    /// Merges the second copy, if the database is not whole or something in it cannot be read. To be
    /// called when all else has been read.
    pub(in crate::store) async fn read_second_copy(
        &mut self,
        database: &Database,
    ) -> Result<(), DatabaseError> {
        let mark = patiently(async || database.get(TEXTS, MARK).await).await?;
        if mark.is_some() && self.unreadable.is_empty() {
            return Ok(());
        }
        let mut found = Found::default();
        match self.read_shelf(&mut found).await {
            Ok(()) | Err(CacheError::Missing) => found.is_all = true,
            // It is read at the next start; what is missing now is said below.
            Err(_) => {}
        }
        if mark.is_none() {
            // What is only in part here has been told by the start that died over it.
            let brought = if self.is_new { found.brought.len() } else { 0 };
            found.lost = Lost::look(&self.workspace, &self.jotter, brought);
        }
        self.second_copy = Some(found);
        Ok(())
    }

    async fn read_shelf(&mut self, found: &mut Found) -> Result<(), CacheError> {
        let shelf = Shelf::open(NAME).await?;
        for name in shelf.names().await? {
            if let Some(PieceName { extent: Extent::Whole | Extent::Part, .. }) =
                PieceName::parse(&name)
                && let Some(text) = shelf.get(&name).await?
            {
                self.take_piece(&name, &text, found);
            }
        }
        Ok(())
    }

    fn take_piece(&mut self, name: &str, text: &str, found: &mut Found) {
        let (lines, broken) = piece::read(text);
        let (records, others): (Vec<Line>, Vec<Line>) =
            lines.into_iter().partition(|Line(store, ..)| store == RECORDS);
        let records = records.into_iter().map(|Line(_, key, text)| (key, text));
        let Sorted { records, newer, unreadable, .. } = Sorted::values(records);
        self.has_newer |= !newer.is_empty();
        for (key, record) in records {
            match self.workspace.get(key) {
                Some(mine) if mine.includes(&record) => continue,
                Some(_) => {}
                None => drop(found.brought.insert(key)),
            }
            self.take_journaled(key, record);
        }
        for Line(store, key, text) in others {
            if store == TEXTS {
                self.jotter.take_in(&key, &text);
            } else if let Some(store) = found.others.store_mut(&store) {
                store.entry(key).or_insert(text);
            }
        }
        let broken = broken
            .into_iter()
            .zip(1..)
            .map(|(line, number)| (format!("{name}/{number}"), line.to_owned()));
        for (key, text) in unreadable.into_iter().chain(broken) {
            self.show(key.clone(), text.clone());
            found.others.aside.entry(key).or_insert(text);
        }
    }
}

impl Store {
    /// Takes care of what a start has found where the database was not whole, once the records are
    /// on their way into it.
    pub(in crate::store) fn make_whole(&self, found: Option<Found>) {
        let Some(found) = found.filter(|_| !self.is_read_only()) else { return };
        if let Some(lost) = found.lost {
            // What this device wrote and nobody knows any more must not be written again under the same name.
            self.forget_device();
            self.tell_lost(lost);
        }
        if !found.others.is_empty() || found.is_all {
            self.in_rest(add_and_mark(*self, found));
        }
    }

    /// Marks the database as whole as soon as everything is saved.
    async fn mark_whole(&self) {
        while !self.is_read_only() {
            self.settled().await;
            let database = self.core.try_with_value(|core| core.database.clone());
            let Some(database) = database else { return };
            if let Some(database) = database
                && self.saving.try_get_untracked() == Some(SaveState::Saved)
            {
                let mark = Write { store: TEXTS, key: MARK.to_owned(), text: Some("1".to_owned()) };
                if database.put_all(&[mark]).await.is_ok() {
                    return;
                }
            }
            clock::after(FIRST_WAIT).await;
        }
    }
}

part! { rest:
    async fn add_and_mark(store: Store, found: Found) {
        if !found.others.is_empty() {
            store.add_each(found.others).await;
        }
        if found.is_all {
            store.mark_whole().await;
        }
    }
}
