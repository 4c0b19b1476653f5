//! What is kept apart: records that came in files and contradict what is here.
//!
//! Each stands in a store of the database of its own, under the record's key and a sum of its text,
//! so that the same file adds nothing a second time. Without a database they are kept while the page
//! is open. They are written beside the line of what is to be saved: what no honest device wrote never
//! stands in the way of what somebody did write.

use crate::crdt::{InOrder, Pace, at_once};
use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::connection::patiently;
use super::importing::DownloadError;
use super::opening::Start;
use super::part;
use super::schema::QUARANTINE;
use super::{Notice, Store, now};
use crate::codec::stored::{self, keys};
use crate::domain::{Arrival, Dispute, Prepared, Quarantined, Reason};
use crate::platform::database::{Database, DatabaseError, Write};
use crate::platform::{clock, files};

/// How long to wait before writing again what the database refused, in milliseconds.
const RETRY: u32 = 60_000;

/// A record that is kept apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart {
    /// Under which it is stored.
    pub name: String,
    /// The record, and why it is kept apart.
    pub found: Quarantined,
    /// Who sent the file, as they call themselves.
    pub from: Option<String>,
    /// When it came, in seconds since 1970 by this device's clock.
    pub at: i64,
}

/// What is stored before the record itself, on a line of its own.
#[derive(Serialize, Deserialize)]
struct Label {
    reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    at: i64,
}

/// What the database does not have yet.
#[derive(Default)]
pub(super) struct Unwritten {
    names: BTreeSet<String>,
    is_writing: bool,
}

impl Apart {
    fn new(found: Quarantined, from: Option<String>, at: i64) -> Self {
        let sum = sum(&stored::write(&found.key, &found.record));
        Self { name: format!("{} {sum:016x}", keys::print(&found.key)), found, from, at }
    }

    /// As it is stored: a line that says why, then the record.
    fn print(&self) -> String {
        let Self { found, from, at, .. } = self;
        let label = Label { reason: found.reason.name().to_owned(), from: from.clone(), at: *at };
        let label = serde_json::to_string(&label).unwrap_or_default();
        format!("{label}\n{}", stored::write(&found.key, &found.record))
    }

    fn parse(name: &str, text: &str) -> Option<Self> {
        let (label, record) = text.split_once('\n')?;
        let label: Label = serde_json::from_str(label).ok()?;
        let reason = Reason::from_name(&label.reason)?;
        let (key, record) = stored::read(record).ok()?;
        let found = Quarantined { key, record, reason };
        Some(Self { name: name.to_owned(), found, from: label.from, at: label.at })
    }
}

/// A sum that tells texts apart: FNV-1a, 64 bits, by G. Fowler, L. C. Noll and K.-P. Vo.
fn sum(text: &str) -> u64 {
    let step = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

impl Store {
    /// What is kept apart, the newest first.
    pub fn apart(&self) -> Signal<Vec<Arc<Apart>>> {
        self.apart.into()
    }

    /// The fields in which several values would stand if it were taken in.
    pub fn differences(&self, apart: &Apart) -> Vec<Dispute> {
        self.workspace(|workspace| workspace.differences(apart.found.key, &apart.found.record))
    }

    /// Keeps records of a file apart. One that is kept already is not kept twice.
    pub(super) fn keep_apart(&self, found: Vec<Quarantined>, from: Option<String>) {
        let at = now().timestamp();
        for quarantined in found {
            self.put_apart(Arc::new(Apart::new(quarantined, from.clone(), at)));
        }
    }

    /// Keeps one record apart, unless it is already.
    pub(super) fn put_apart(&self, apart: Arc<Apart>) {
        if self.apart.with_untracked(|list| list.iter().any(|known| known.name == apart.name)) {
            return;
        }
        let name = apart.name.clone();
        self.apart.update(|list| list.insert(0, apart));
        self.note_apart(name);
    }

    fn drop_apart(&self, name: &str) -> Option<Arc<Apart>> {
        let place = self.apart.with_untracked(|list| list.iter().position(|a| a.name == name))?;
        let taken = self.apart.update(|list| list.remove(place));
        self.note_apart(name.to_owned());
        taken
    }

    /// Takes a record in that was kept apart. Where it contradicts what is here, both values stand.
    pub fn take_in_apart(&self, name: &str) {
        if self.refuses() {
            return;
        }
        let list = self.apart.get_untracked();
        let Some(apart) = list.iter().find(|apart| apart.name == name) else { return };
        let looked_at: Option<(Arrival, Prepared)> = self.core.with_value(|core| {
            let fresh = core.fresh_device();
            let arrival = core.workspace.look_at_apart(&apart.found, core.device, fresh)?;
            let prepared = at_once(core.workspace.prepare_import(&arrival, &Pace::default()));
            Some((arrival, prepared))
        });
        let Some((arrival, prepared)) = looked_at else { return };
        let undo = self.take_arrival(&arrival, prepared);
        let taken = self.drop_apart(name);
        self.notice.set(taken.map(|taken| Notice::TakenIn(undo, taken)));
    }

    /// Removes a record that was kept apart.
    pub fn remove_apart(&self, name: &str) {
        if self.refuses() {
            return;
        }
        let removed = self.drop_apart(name);
        self.notice.set(removed.map(Notice::ApartRemoved));
    }

    /// Offers a record that is kept apart as a download.
    ///
    /// # Errors
    /// Why the browser refused.
    pub fn download_apart(&self, apart: &Apart) -> Result<(), DownloadError> {
        files::download("steadyhand-kept-apart.txt", "text/plain", &apart.print())
    }

    /// Reads what is kept apart once more, when something has been added to it. What cannot be read
    /// now is read at the next start.
    pub(super) async fn read_apart_again(&self) {
        let database = self.core.try_with_value(|core| core.database.clone()).flatten();
        let Some(database) = database else { return };
        let mut found = Start::default();
        if found.read_apart(&database).await.is_ok() {
            self.learn_apart(found.apart);
            self.set_aside.update(|known| {
                found.set_aside.retain(|found| !known.contains(found));
                known.extend(found.set_aside);
            });
        }
    }

    /// Takes over what was read late, but for what has been taken in or removed since.
    pub(super) fn learn_apart(&self, mut found: Vec<Arc<Apart>>) {
        let unwritten = self.core.try_with_value(|core| core.unwritten.names.clone());
        let unwritten = unwritten.unwrap_or_default();
        self.apart.update(|list| {
            found.retain(|apart| {
                !unwritten.contains(&apart.name) && list.iter().all(|a| a.name != apart.name)
            });
            list.extend(found);
            list.order_by_key(|apart| std::cmp::Reverse(apart.at));
        });
    }

    /// Sees to it that the database learns what has become of a name.
    fn note_apart(&self, name: String) {
        self.core.update_value(|core| {
            core.unwritten.names.insert(name);
        });
        self.begin_writing_apart();
    }

    /// Sees to it that what the database does not have yet gets there.
    pub(super) fn begin_writing_apart(&self) {
        let is_due = self.core.try_update_value(|core| {
            core.database.is_some() && !std::mem::replace(&mut core.unwritten.is_writing, true)
        });
        if is_due == Some(true) {
            let store = *self;
            store.in_rest(write_apart(store));
        }
    }

    async fn write_apart(self) {
        loop {
            let next = self.core.try_update_value(|core| {
                let database = core.database.clone().filter(|_| !core.unwritten.names.is_empty());
                core.unwritten.is_writing = database.is_some();
                Some((database?, std::mem::take(&mut core.unwritten.names)))
            });
            let Some(Some((database, names))) = next else { return };
            let list = self.apart.try_get_untracked().unwrap_or_default();
            let write = |name: &String| {
                let apart = list.iter().find(|apart| apart.name == *name);
                let text = apart.map(|apart| apart.print());
                Write { store: QUARANTINE, key: name.clone(), text }
            };
            let writes: Vec<Write> = names.iter().map(write).collect();
            if database.put_all(&writes).await.is_err() {
                self.core.try_update_value(|core| core.unwritten.names.extend(names));
                clock::after(RETRY).await;
            }
        }
    }
}

impl Start {
    /// Reads what is kept apart. What cannot be read of it stays where it is, and is listed.
    pub(super) async fn read_apart(&mut self, database: &Database) -> Result<(), DatabaseError> {
        let loaded = patiently(async || database.load_all(QUARANTINE).await).await?;
        for (name, text) in loaded.good {
            match Apart::parse(&name, &text) {
                Some(apart) => self.apart.push(Arc::new(apart)),
                None => self.show(name, text),
            }
        }
        self.apart.order_by_key(|apart| std::cmp::Reverse(apart.at));
        Ok(())
    }
}

part! { rest:
    async fn write_apart(store: Store) {
        store.write_apart().await;
    }
}
