//! Two tabs, one plan: what one has stored, the others read and merge.

use std::cell::RefCell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::part;
use super::saving::Job;
use super::schema::RECORDS;
use super::{Core, Store, keys};
use crate::codec::stored::{self, StoredError};
use crate::domain::{Record, RecordKey};
use crate::platform::database::{Database, DatabaseError};
use crate::platform::tabs::Channel;

/// The name of the line between tabs, after the base path.
const LINE: &str = "tabs";
/// From how many records on the others are told to read everything.
const MANY: usize = 200;

/// What one tab tells the others.
#[derive(Serialize, Deserialize)]
#[serde(tag = "told", rename_all = "snake_case")]
enum Told {
    /// These records have been stored.
    Stored { keys: Vec<String> },
    /// These records have been put back to an earlier state, or taken out.
    Replaced { keys: Vec<String> },
    /// Many records have been stored.
    Much,
    /// A small text stands so from now on, as it is stored.
    Noted { key: String, text: String },
}

/// Hears what other tabs tell, also while this one is still reading what is stored.
pub(super) struct Ear {
    /// Where the browser has no such line, tabs meet in the database alone.
    channel: Option<Channel>,
    heard: Rc<RefCell<EarlyOn>>,
}

/// Who is told; until then, what is to be told.
#[derive(Default)]
struct EarlyOn {
    store: Option<Store>,
    waiting: Vec<String>,
}

impl Ear {
    /// Begins to hear.
    pub(super) fn open() -> Self {
        let heard = Rc::new(RefCell::new(EarlyOn::default()));
        let channel = Channel::open(LINE, {
            let heard = heard.clone();
            move |text| {
                let mut heard = heard.borrow_mut();
                match heard.store {
                    Some(store) => store.in_rest(hear(store, vec![text])),
                    None => heard.waiting.push(text),
                }
            }
        });
        Self { channel, heard }
    }

    /// Tells the store what was heard so far and what will be, and hands over the line.
    pub(super) fn listen_for(self, store: Store) -> Option<Channel> {
        let waiting = {
            let mut heard = self.heard.borrow_mut();
            heard.store = Some(store);
            std::mem::take(&mut heard.waiting)
        };
        if !waiting.is_empty() {
            store.in_rest(hear(store, waiting));
        }
        self.channel
    }
}

/// Tells the others what has been stored.
pub(super) fn post(channel: &Channel, job: &Job) {
    let told = match job {
        Job::Merge { records, .. } if records.len() > MANY => Told::Much,
        Job::Merge { records, .. } => {
            Told::Stored { keys: records.iter().map(keys::print).collect() }
        }
        Job::TakeBack { undo, .. } => {
            Told::Replaced { keys: undo.keys().map(|key| keys::print(&key)).collect() }
        }
    };
    if let Ok(text) = serde_json::to_string(&told) {
        // A tab that is not told still meets the change in the database when it next writes there.
        let _posted = channel.post(&text);
    }
}

/// Tells the others how a small text stands from now on.
fn post_text(channel: &Channel, key: &str, text: String) {
    if let Ok(told) = serde_json::to_string(&Told::Noted { key: key.to_owned(), text }) {
        // A tab that is not told meets the text when it next reads it.
        let _posted = channel.post(&told);
    }
}

/// What other tabs have told and this one has not looked at yet. It is looked at in order: what
/// stands in the database when an older message is read must not undo a newer one.
#[derive(Default)]
pub(super) struct Heard {
    waiting: VecDeque<Told>,
    is_looking: bool,
}

/// Records as the database holds them; nothing where it holds none.
type Found = Vec<(RecordKey, Option<Record>)>;

impl Store {
    /// Tells the other tabs how a small text stands from now on. The text itself goes along: what one tab has put into
    /// local storage, another may not find there at once.
    pub(super) fn tell_text(&self, key: &str) {
        self.core.with_value(|core| {
            if let (Some(channel), Some(text)) = (&core.channel, core.jotter.stored(key)) {
                post_text(channel, key, text);
            }
        });
    }

    async fn hear(self, told: Told) {
        if let Told::Noted { key, text } = &told {
            // It may have been read before it is heard; what is drawn from it follows either way.
            if self.core.try_update_value(|core| core.jotter.learn(key, text)).is_some() {
                self.heed_news(key);
                self.heed_sent(key);
            }
            return;
        }
        let is_due = self.core.try_update_value(|core| {
            core.heard.waiting.push_back(told);
            !std::mem::replace(&mut core.heard.is_looking, true)
        });
        if is_due != Some(true) {
            return;
        }
        while let Some(Some(told)) = self.core.try_update_value(|core| {
            let told = core.heard.waiting.pop_front();
            core.heard.is_looking = told.is_some();
            told
        }) {
            if self.look(&told).await.is_err() {
                self.catch_up();
            }
        }
    }

    async fn look(&self, told: &Told) -> Result<(), DatabaseError> {
        loop {
            let reach = self
                .core
                .try_with_value(|core| Some((core.database.clone()?, core.queue.changes())));
            // Once there is a database again, everything in it is read.
            let Some(Some((database, changes))) = reach else { return Ok(()) };
            let found = find(&database, told).await?;
            // What this tab changed in the meantime may have been read as it was before.
            if self.core.try_with_value(|core| core.queue.changes()) == Some(changes) {
                match told {
                    Told::Replaced { .. } => self.put_back(found),
                    Told::Stored { .. } | Told::Much => {
                        let here =
                            |(key, record): (RecordKey, Option<Record>)| Some((key, record?));
                        self.learn(found.into_iter().filter_map(here).collect());
                        // What is new may have been told before the record itself.
                        self.news_changed.notify();
                    }
                    // It names no record.
                    Told::Noted { .. } => {}
                }
                return Ok(());
            }
        }
    }

    /// Follows another tab that has put records back. What this tab has not saved yet is merged.
    fn put_back(&self, found: Found) {
        let changed = self.core.try_update_value(|core| {
            let own = |core: &Core, key| {
                core.workspace.get(key).map_or(0, |record| record.seen().count(core.device))
            };
            let (mut forgets, mut past) = (false, BTreeSet::new());
            for (key, record) in found {
                let before = own(core, key);
                match record {
                    record if !core.queue.is_unsaved(key) => core.workspace.put_stored(key, record),
                    Some(record) => past.extend(core.merge_found(key, record)),
                    None => {}
                }
                forgets |= own(core, key) < before;
            }
            (forgets, past)
        });
        let (forgets, past) = changed.unwrap_or_default();
        self.keep_past(past);
        self.renew_outlook(None);
        if forgets {
            // What this tab no longer knows it must not write again under the same name.
            self.forget_device();
        }
        self.tell_all();
    }
}

/// What the database holds of what another tab speaks of.
async fn find(database: &Database, told: &Told) -> Result<Found, DatabaseError> {
    let texts: Vec<(String, Option<String>)> = match told {
        Told::Much => {
            let loaded = database.load_all(RECORDS).await?;
            loaded.good.into_iter().map(|(name, text)| (name, Some(text))).collect()
        }
        Told::Stored { keys } | Told::Replaced { keys } => {
            let texts = database.get_each(RECORDS, keys).await?;
            keys.iter().cloned().zip(texts).collect()
        }
        Told::Noted { .. } => Vec::new(),
    };
    let mut found = Found::new();
    for (name, text) in texts {
        let Some(key) = keys::parse(&name) else { continue };
        match text.as_deref().map(stored::read) {
            None => found.push((key, None)),
            Some(Ok((key, record))) => found.push((key, Some(record))),
            Some(Err(StoredError::Newer { .. })) => return Err(DatabaseError::Newer),
            // What cannot be read is seen to by whoever next writes there.
            Some(Err(_)) => {}
        }
    }
    Ok(found)
}

part! { rest:
    async fn hear(store: Store, texts: Vec<String>) {
        for text in texts {
            if let Ok(told) = serde_json::from_str(&text) {
                store.hear(told).await;
            }
        }
    }
}
