//! Small texts that are no records: preferences and drafts.
//!
//! Each is written to local storage at once, where it survives the tab, and to the database a moment
//! later, where it survives the browser: a killed browser has lost writes to local storage that
//! were many seconds old. Both copies carry the time of writing, and the newer one counts.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Store;
use super::schema::TEXTS;
use crate::platform::clock;
use crate::platform::database::{Database, Write};
use crate::platform::local::Local;

/// What the keys of small texts begin with, in local storage.
const PREFIX: &str = "text/";
/// How long typing is gathered before it goes to the database, in milliseconds.
const GATHER: u32 = 200;
/// How long an emptied text is remembered as emptied, in milliseconds: a day.
const FORGET: i64 = 86_400_000;

/// The small texts, as far as this tab knows them.
#[derive(Default)]
pub(super) struct Jotter {
    texts: BTreeMap<String, Jotting>,
    unwritten: BTreeSet<String>,
    is_writing: bool,
}

/// One small text. An empty one has been taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Jotting {
    /// When it was written, in milliseconds since 1970.
    at: i64,
    text: String,
}

impl Jotting {
    fn print(&self) -> String {
        format!("{} {}", self.at, self.text)
    }

    fn parse(stored: &str) -> Option<Self> {
        let (at, text) = stored.split_once(' ')?;
        Some(Self { at: at.parse().ok()?, text: text.to_owned() })
    }
}

impl Jotter {
    /// Reads both copies, and takes the newer one of each text.
    pub(super) async fn read(local: Option<&Local>, database: Option<&Database>) -> Self {
        let mut jotter = Self::default();
        if let Some(database) = database
            && let Ok(loaded) = database.load_all(TEXTS).await
        {
            for (key, stored) in loaded.good {
                jotter.learn(&key, &stored);
            }
        }
        if let Some(local) = local {
            for name in local.keys_under(PREFIX).unwrap_or_default() {
                if let (Some(key), Ok(Some(stored))) = (name.strip_prefix(PREFIX), local.get(&name))
                    && jotter.learn(key, &stored)
                {
                    // The tab that wrote it was gone before the database had it.
                    jotter.unwritten.insert(key.to_owned());
                }
            }
        }
        jotter.forget(local, database, clock::now().unix_ms - FORGET).await;
        jotter
    }

    /// The text under a key, if there is one.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(|jotting| jotting.text.as_str()).filter(|text| !text.is_empty())
    }

    /// Takes over a text if it is newer than what is known, and says whether it was.
    fn learn(&mut self, key: &str, stored: &str) -> bool {
        // What is not of this form was not written here; it stays where it is.
        let Some(found) = Jotting::parse(stored) else { return false };
        let known = self.texts.get(key).map_or(i64::MIN, |known| known.at);
        let is_newer = found.at > known;
        if is_newer {
            self.texts.insert(key.to_owned(), found);
        }
        is_newer
    }

    /// Removes what was emptied long ago. What cannot be removed now is removed at a later start.
    async fn forget(&mut self, local: Option<&Local>, database: Option<&Database>, before: i64) {
        let is_gone = |jotting: &Jotting| jotting.text.is_empty() && jotting.at < before;
        let gone: Vec<String> = self
            .texts
            .iter()
            .filter(|(_, jotting)| is_gone(jotting))
            .map(|(key, _)| key.clone())
            .collect();
        self.texts.retain(|_, jotting| !is_gone(jotting));
        for key in &gone {
            let _later = local.map(|local| local.remove(&format!("{PREFIX}{key}")));
        }
        if let Some(database) = database {
            let write = |key: String| Write { store: TEXTS, key, text: None };
            let writes: Vec<Write> = gone.into_iter().map(write).collect();
            let _later = database.put_all(&writes).await;
        }
    }
}

impl Store {
    /// The text under a key: this tab's, or another tab's if that is newer.
    pub(super) fn jotted(&self, key: &str) -> Option<String> {
        self.core.try_update_value(|core| {
            let stored = core.local.as_ref().map(|local| local.get(&format!("{PREFIX}{key}")));
            if let Some(Ok(Some(stored))) = stored {
                core.jotter.learn(key, &stored);
            }
            core.jotter.get(key).map(str::to_owned)
        })?
    }

    /// Every key that begins with `prefix` and has a text.
    pub(super) fn jotted_under(&self, prefix: &str) -> Vec<String> {
        self.core.with_value(|core| {
            let under = core.jotter.texts.iter().filter(|(key, _)| key.starts_with(prefix));
            under
                .filter(|(_, jotting)| !jotting.text.is_empty())
                .map(|(key, _)| key.clone())
                .collect()
        })
    }

    /// Keeps a text under a key; an empty one takes it away.
    pub(super) fn jot(&self, key: &str, text: &str) {
        let start = self.core.try_update_value(|core| {
            let last = core.jotter.texts.get(key).map_or(i64::MIN, |jotting| jotting.at);
            let at = clock::now().unix_ms.max(last.saturating_add(1));
            let jotting = Jotting { at, text: text.to_owned() };
            let written = core
                .local
                .as_ref()
                .map(|local| local.set(&format!("{PREFIX}{key}"), &jotting.print()));
            core.jotter.texts.insert(key.to_owned(), jotting);
            if core.database.is_none() {
                // There is no other copy, so a refusal is shown.
                written.into_iter().for_each(|written| self.note_local(written));
                return false;
            }
            core.jotter.unwritten.insert(key.to_owned());
            true
        });
        if start == Some(true) {
            self.begin_writing_jottings();
        }
    }

    /// Sees to it that what is not in the database yet gets there.
    pub(super) fn begin_writing_jottings(&self) {
        let is_due = self.core.try_update_value(|core| {
            core.database.is_some()
                && !core.jotter.unwritten.is_empty()
                && !std::mem::replace(&mut core.jotter.is_writing, true)
        });
        if is_due == Some(true) {
            let store = *self;
            spawn_local(async move { store.write_jottings().await });
        }
    }

    /// Writes to the database what was jotted down, until nothing is left.
    async fn write_jottings(self) {
        loop {
            clock::after(GATHER).await;
            let next = self.core.try_update_value(|core| {
                let keys = std::mem::take(&mut core.jotter.unwritten);
                core.jotter.is_writing = !keys.is_empty();
                let write = |key: String| {
                    let text = core.jotter.texts.get(&key).map(Jotting::print);
                    Write { store: TEXTS, key, text }
                };
                let writes: Vec<Write> = keys.into_iter().map(write).collect();
                Some((core.database.clone()?, writes))
            });
            let Some(Some((database, writes))) = next else { return };
            if writes.is_empty() {
                return;
            }
            if let Err(error) = database.put_all(&writes).await {
                self.show_trouble(&error);
                self.core.update_value(|core| {
                    core.jotter.unwritten.extend(writes.into_iter().map(|write| write.key));
                });
                clock::after(super::saving::RETRY).await;
            } else {
                self.text_trouble_is_over();
            }
        }
    }
}
