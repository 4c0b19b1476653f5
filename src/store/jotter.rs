//! Small texts that are no records: preferences and drafts.
//!
//! Each is written to local storage at once, where it survives the tab, and to the database a moment
//! later, where it survives the browser: a killed browser has lost writes to local storage that
//! were many seconds old. Both copies carry the time of writing, and the newer one counts.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::Store;
use super::connection::patiently;
use super::part;
use super::queue::FIRST_WAIT;
use super::saving::{self, Trouble};
use super::schema::TEXTS;
use crate::crdt::SortedMap;
use crate::platform::clock;
use crate::platform::database::{Database, DatabaseError, Write};
use crate::platform::local::{Local, LocalError};

/// What the keys of small texts begin with, in local storage.
const PREFIX: &str = "text/";
/// How long typing is gathered before it goes to the database, in milliseconds.
const GATHER: u32 = 200;
/// How long an emptied text is remembered as emptied, in milliseconds: a day.
const FORGET: i64 = 86_400_000;

/// The small texts, as far as this tab knows them.
#[derive(Default)]
pub(super) struct Jotter {
    texts: SortedMap<String, Jotting>,
    /// The keys of what the database may lack, each once. They are few.
    unwritten: Vec<String>,
    is_writing: bool,
}

/// One small text. An empty one has been taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Jotting {
    /// When it was written, in milliseconds since 1970.
    pub(super) at: i64,
    pub(super) text: String,
}

impl Jotting {
    fn print(&self) -> String {
        format!("{} {}", self.at, self.text)
    }

    pub(super) fn parse(stored: &str) -> Option<Self> {
        let (at, text) = stored.split_once(' ')?;
        Some(Self { at: at.parse().ok()?, text: text.to_owned() })
    }
}

/// The text in a stored one, without the time of its writing; `None` if it is not of that form.
pub(super) fn text_in(stored: &str) -> Option<&str> {
    let (at, text) = stored.split_once(' ')?;
    at.parse::<i64>().ok().map(|_| text)
}

impl Jotter {
    /// Takes over what the database holds.
    ///
    /// # Errors
    /// Why that cannot be read. Then nothing has changed.
    pub(super) async fn read_database(&mut self, database: &Database) -> Result<(), DatabaseError> {
        let loaded = patiently(async || database.load_all(TEXTS).await).await?;
        self.learn_all(loaded.good);
        Ok(())
    }

    /// Takes over what the database holds, as it has been read.
    pub(super) fn learn_all(&mut self, texts: Vec<(String, String)>) {
        for (key, stored) in texts {
            self.learn(&key, &stored);
        }
    }

    /// Takes over what local storage holds. To be called after the database has been read.
    ///
    /// # Errors
    /// Why something cannot be read. What could be is taken over.
    pub(super) fn read_local(&mut self, local: &Local) -> Result<(), LocalError> {
        let mut outcome = Ok(());
        for name in local.keys_under(PREFIX)? {
            let Some(key) = name.strip_prefix(PREFIX) else { continue };
            match local.get(&name) {
                // The tab that wrote it may have been gone before the database had it.
                Ok(Some(stored)) => self.take_in(key, &stored),
                // What is no text was not written here, and stays where it is.
                Ok(None) | Err(LocalError::NotText) => {}
                Err(error) => outcome = Err(error),
            }
        }
        outcome
    }

    /// Has local storage hold every text as it is known now: a killed browser comes back without what was
    /// written there last. What does not fit is in the database.
    pub(super) fn keep_locally(&self, local: &Local) {
        for (key, jotting) in self.texts.iter() {
            let key = local_key(key);
            let is_older = |stored: &String| {
                Jotting::parse(stored).is_some_and(|stored| stored.at < jotting.at)
            };
            if local.get(&key).is_ok_and(|stored| stored.as_ref().is_none_or(is_older)) {
                let _kept = local.set(&key, &jotting.print());
            }
        }
    }

    /// Takes over a stored text that the database may lack.
    pub(super) fn take_in(&mut self, key: &str, stored: &str) {
        if self.learn(key, stored) {
            self.mark(key);
        }
    }

    /// Takes over what was read later.
    pub(super) fn merge(&mut self, other: Self) {
        for (key, found) in other.texts {
            let known = self.texts.get(&key).map_or(i64::MIN, |known| known.at);
            if found.at > known {
                if other.unwritten.contains(&key) {
                    self.mark(&key);
                }
                self.texts.insert(key, found);
            }
        }
    }

    /// Has every text written to the database again.
    pub(super) fn write_all_again(&mut self) {
        self.unwritten = self.texts.keys().cloned().collect();
    }

    /// The text under a key, if there is one.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(|jotting| jotting.text.as_str()).filter(|text| !text.is_empty())
    }

    /// The text under a key as it is stored, with the time of its writing.
    pub(super) fn stored(&self, key: &str) -> Option<String> {
        self.texts.get(key).map(Jotting::print)
    }

    /// Whether local storage holds every text, or what is newer.
    pub(super) fn is_kept_in(&self, local: Option<&Local>) -> bool {
        let at_in_local = |key: &String| {
            let stored = local?.get(&local_key(key)).ok()??;
            Some(Jotting::parse(&stored)?.at)
        };
        self.texts.iter().all(|(key, jotting)| at_in_local(key) >= Some(jotting.at))
    }

    /// Whether anything was ever written under a key here, also if it has been taken away since.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.texts.contains_key(key)
    }

    /// Remembers that the database may lack what stands under a key.
    fn mark(&mut self, key: &str) {
        if !self.unwritten.iter().any(|marked| marked == key) {
            self.unwritten.push(key.to_owned());
        }
    }

    /// Takes over a text if it is newer than what is known, and says whether it was.
    pub(super) fn learn(&mut self, key: &str, stored: &str) -> bool {
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
    pub(super) async fn forget(&mut self, local: Option<&Local>, database: Option<&Database>) {
        let before = clock::now().unix_ms - FORGET;
        let is_gone = |jotting: &Jotting| jotting.text.is_empty() && jotting.at < before;
        let gone: Vec<String> = self
            .texts
            .iter()
            .filter(|(_, jotting)| is_gone(jotting))
            .map(|(key, _)| key.clone())
            .collect();
        self.texts.retain(|_, jotting| !is_gone(jotting));
        for key in &gone {
            let _later = local.map(|local| local.remove(&local_key(key)));
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
            let stored = core.local.as_ref().map(|local| local.get(&local_key(key)));
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

    /// Every text with the time of its writing, as stored. What another tab has just written is
    /// among them.
    pub(super) fn every_text(&self) -> BTreeMap<String, String> {
        let texts = self.core.try_update_value(|core| {
            if let Some(local) = &core.local {
                for name in local.keys_under(PREFIX).unwrap_or_default() {
                    if let (Some(key), Ok(Some(text))) =
                        (name.strip_prefix(PREFIX), local.get(&name))
                    {
                        core.jotter.learn(key, &text);
                    }
                }
            }
            let texts = core.jotter.texts.iter().filter(|(_, jotting)| !jotting.text.is_empty());
            texts.map(|(key, jotting)| (key.clone(), jotting.print())).collect()
        });
        texts.unwrap_or_default()
    }

    /// Keeps a text under a key; an empty one takes it away.
    pub(super) fn jot(&self, key: &str, text: &str) {
        let is_read_only = self.is_read_only();
        let start = self.core.try_update_value(|core| {
            let last = core.jotter.texts.get(key).map_or(i64::MIN, |jotting| jotting.at);
            let at = clock::now().unix_ms.max(last.saturating_add(1));
            let jotting = Jotting { at, text: text.to_owned() };
            let may_write = |local: &&Local| !is_read_only || is_known_form(local, key);
            let local = core.local.as_ref().filter(may_write);
            let written = local.map(|local| local.set(&local_key(key), &jotting.print()));
            core.jotter.texts.insert(key.to_owned(), jotting);
            if is_read_only {
                return false;
            }
            let is_kept = core.is_local_only() && matches!(written, Some(Ok(())));
            if is_kept {
                core.jotter.unwritten.retain(|marked| marked != key);
            } else {
                core.jotter.mark(key);
            }
            !is_kept
        });
        if start == Some(true) {
            self.begin_writing_jottings();
            self.wake();
        }
    }

    /// Sees to it that what is not in the database yet gets there.
    pub(super) fn begin_writing_jottings(&self) {
        let may_write = !self.is_read_only();
        let is_due = self.core.try_update_value(|core| {
            may_write
                && !core.jotter.unwritten.is_empty()
                && !std::mem::replace(&mut core.jotter.is_writing, true)
        });
        if is_due == Some(true) {
            let store = *self;
            store.in_rest(write_jottings(store));
        }
    }

    /// Writes to the database what was jotted down, until nothing is left.
    async fn write_jottings(self) {
        let mut wait = FIRST_WAIT;
        clock::after(GATHER).await;
        while !self.is_read_only()
            && let Some(Some(keys)) = self.core.try_update_value(|core| {
                let keys = std::mem::take(&mut core.jotter.unwritten);
                core.jotter.is_writing = !keys.is_empty();
                core.jotter.is_writing.then_some(keys)
            })
        {
            match self.write_texts(&keys).await {
                Ok(()) => {
                    wait = FIRST_WAIT;
                    self.note(|troubles| troubles.texts = None);
                    clock::after(GATHER).await;
                }
                Err(trouble) => {
                    self.core
                        .try_update_value(|core| keys.iter().for_each(|key| core.jotter.mark(key)));
                    self.note(|troubles| troubles.texts = Some(trouble));
                    self.pause(&mut wait).await;
                }
            }
        }
    }

    /// Writes texts to the database, or where there is none to local storage.
    async fn write_texts(&self, keys: &[String]) -> Result<(), Trouble> {
        let found = self.core.try_with_value(|core| {
            let text = |key: &String| Some((key.clone(), core.jotter.texts.get(key)?.print()));
            let texts: Vec<(String, String)> = keys.iter().filter_map(text).collect();
            (core.database.clone(), core.is_local_only(), core.local.clone(), texts)
        });
        let Some((database, is_local_only, local, texts)) = found else { return Ok(()) };
        if let Some(database) = database {
            let write = |(key, text)| Write { store: TEXTS, key, text: Some(text) };
            let writes: Vec<Write> = texts.into_iter().map(write).collect();
            return database.put_all(&writes).await.map_err(|error| self.blame(&error));
        }
        if !is_local_only {
            return Err(self.opening_trouble());
        }
        let Some(local) = local else { return Err(Trouble::Blocked) };
        texts
            .iter()
            .try_for_each(|(key, text)| local.set(&local_key(key), text))
            .map_err(|error| saving::local_trouble(&error))
    }
}

/// Whether nothing stands under a key, or something that this version could have written.
fn is_known_form(local: &Local, key: &str) -> bool {
    match local.get(&local_key(key)) {
        Ok(stored) => stored.is_none_or(|stored| Jotting::parse(&stored).is_some()),
        Err(_) => false,
    }
}

/// Under which key of local storage a small text stands.
pub(super) fn local_key(key: &str) -> String {
    format!("{PREFIX}{key}")
}

part! { rest:
    async fn write_jottings(store: Store) {
        store.write_jottings().await;
    }
}
