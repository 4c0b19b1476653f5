//! Backing up: everything this device keeps as one file, what has left the device and what has not,
//! and how well the browser keeps things.

use crate::crdt::{Gather, Pace};
use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::exporting::{Exported, Holds, MIME, WRITTEN};
use super::jotter::Jotter;
use super::news::PREFIX as NEWS;
use super::schema::{ASIDE, PAST, QUARANTINE};
use super::second_copy::lost::OWN_TEXTS;
use super::sent::SENT;
use super::{Cancelled, Doing, LongWork, Store, now};
use crate::codec::bundle::{self, Audience, DeviceStores, Header, Sender};
use crate::domain::{CopyLog, Keeping, PlanId, Quiet, RecordKey, Risk, Waiting};
use crate::platform::database::{Database, DatabaseError};
use crate::platform::{page, quota};

pub use crate::platform::quota::Persistence;

/// Where the log of copies is kept. It speaks of this device, so it does not travel.
pub(super) const COPIES: &str = "copies";

/// How well this browser keeps what is stored, as far as it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeepState {
    /// Whether it has promised to keep it. `None` until it has been asked.
    pub promise: Option<Persistence>,
    /// How likely it is that it does not.
    pub keeping: Keeping,
    /// How many bytes this address uses in all, if the browser tells.
    pub used: Option<u64>,
}

impl KeepState {
    fn new(promise: Option<Persistence>, used: Option<u64>) -> Self {
        // The promise is about room; Safari's seven days are another rule, so they come first.
        let keeping = match promise {
            _ if page::is_webkit() && !page::is_installed() => Keeping::SevenDays,
            Some(Persistence::Granted) => Keeping::Promised,
            _ => Keeping::WhileRoom,
        };
        Self { promise, keeping, used }
    }
}

impl Default for KeepState {
    fn default() -> Self {
        Self::new(None, None)
    }
}

/// [`CopyLog`] as it is stored.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    backed_up: Option<i64>,
    /// For each plan since when, and how many changes.
    waiting: BTreeMap<String, (i64, u32)>,
    /// Until when the reader wants to hear nothing, and whether more than a reminder was put off.
    quiet: Option<(i64, bool)>,
}

impl From<&CopyLog> for Stored {
    fn from(log: &CopyLog) -> Self {
        let waiting = log.waiting.iter();
        Self {
            backed_up: log.backed_up,
            waiting: waiting.map(|(plan, w)| (plan.to_string(), (w.since, w.changes))).gather(),
            quiet: log.quiet.map(|quiet| (quiet.until, quiet.risk == Risk::Urge)),
        }
    }
}

impl From<Stored> for CopyLog {
    fn from(stored: Stored) -> Self {
        let waiting = stored.waiting.into_iter().filter_map(|(plan, (since, changes))| {
            Some((plan.parse::<PlanId>().ok()?, Waiting { since, changes }))
        });
        let quiet = |(until, is_urgent)| Quiet {
            until,
            risk: if is_urgent { Risk::Urge } else { Risk::Remind },
        };
        Self {
            backed_up: stored.backed_up,
            waiting: waiting.gather(),
            quiet: stored.quiet.map(quiet),
        }
    }
}

/// The log as it was stored. What cannot be read counts as never backed up.
pub(super) fn load(jotter: &Jotter) -> CopyLog {
    let read = jotter.get(COPIES).and_then(|text| serde_json::from_str::<Stored>(text).ok());
    read.unwrap_or_default().into()
}

/// Why nothing was backed up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// What is stored could not be read just now, so a file would not hold everything.
    Unread,
    /// It was given up.
    Cancelled,
}

impl From<Cancelled> for BackupError {
    fn from(Cancelled: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<DatabaseError> for BackupError {
    fn from(_: DatabaseError) -> Self {
        Self::Unread
    }
}

impl Store {
    /// What has been written since the last copies left this device.
    pub fn copies(&self) -> Signal<CopyLog> {
        self.copies.into()
    }

    /// How well this browser keeps what is stored.
    pub fn keep_state(&self) -> Signal<KeepState> {
        self.keep_state.into()
    }

    /// What the reader should hear about a backup. Follows the minutes.
    pub fn backup_reminder(&self) -> Risk {
        let now = self.now().timestamp();
        let keeping = self.keep_state.with(|state| state.keeping);
        self.copies.with(|copies| copies.reminder(keeping, now))
    }

    /// Puts the reminder of a backup off for some days.
    pub fn put_backup_off(&self) {
        let keeping = self.keep_state.with_untracked(|state| state.keeping);
        self.revise_copies(|copies| copies.put_off(keeping, now().timestamp()));
    }

    /// Writes down everything this device keeps, once it is stored: every plan whole, what was
    /// replaced, what could not be read, what contradicts, preferences and drafts.
    ///
    /// # Errors
    /// When what is stored cannot be read, or `work` was given up. A file with less in it than was
    /// promised is none.
    pub async fn back_up(&self, work: &LongWork) -> Result<Exported, BackupError> {
        self.settled().await;
        self.leave_slot_if_unsaved();
        // A database that is there and not open holds what would then be missing.
        let is_out_of_reach = self.core.try_with_value(|core| core.is_waiting) != Some(false);
        if is_out_of_reach || self.is_unread.get_untracked() {
            return Err(BackupError::Unread);
        }
        let mut device = DeviceStores { texts: self.every_text(), ..DeviceStores::default() };
        device.texts.retain(|key, _| key != COPIES && !key.starts_with(SENT));
        OWN_TEXTS.iter().for_each(|key| drop(device.texts.remove(*key)));
        // On another device nothing of a plan is new, or all of it.
        device.texts.retain(|key, _| !key.starts_with(NEWS));
        let database = self.core.try_with_value(|core| core.database.clone()).flatten();
        if let Some(database) = database {
            device.past = whole_store(&database, PAST).await?;
            device.aside = whole_store(&database, ASIDE).await?;
            device.quarantine = whole_store(&database, QUARANTINE).await?;
        }
        self.add_unread_journal(&mut device);
        let made = now();
        let from = self.preferences.with_untracked(|preferences| {
            let role = preferences.role.name().to_owned();
            (!preferences.name.is_empty()).then(|| Sender { name: preferences.name.clone(), role })
        });
        let header = Header { audience: Audience::Backup, made, from };
        let here = self.core.try_with_value(|core| core.workspace.clone());
        let here = here.ok_or(BackupError::Unread)?;
        let holds = Holds::Everything(self.copies.get_untracked());
        let pace = Pace::default();
        let writing = bundle::write_in_steps(&header, here.plans(), Some(&device), &pace);
        let of = (here.len() + device.len()).saturating_mul(WRITTEN);
        let text = work.carry((Doing::Writing, of), &pace, writing).await?;
        let file_name = bundle::backup_file_name(made.date_naive());
        Ok(Exported { file_name, text, mime: MIME, holds, going: None })
    }

    /// Adds what nobody could read and stands in no store: where there is no database, or it refused.
    fn add_unread_journal(&self, device: &mut DeviceStores) {
        self.set_aside.with_untracked(|list| {
            let of_journal = list.iter().filter(|found| {
                found.key.starts_with("journal/") || found.key.starts_with("record/")
            });
            for found in of_journal {
                device.aside.entry(found.key.clone()).or_insert_with(|| found.text.clone());
            }
        });
    }

    /// Remembers that a file has just left this device, and what it holds.
    pub(super) fn note_copy(&self, exported: &Exported) {
        let at = now().timestamp();
        match &exported.holds {
            Holds::Plan(plan, then) => {
                self.revise_preferences(|preferences| preferences.last_export = Some(at));
                self.revise_copies(|copies| copies.note_export(*plan, then, at));
            }
            Holds::Part => {
                self.revise_preferences(|preferences| preferences.last_export = Some(at));
            }
            Holds::Everything(then) => {
                self.revise_copies(|copies| copies.note_backup(then, at));
            }
            Holds::Words => {}
        }
        if let Some(going) = &exported.going {
            self.note_sent(going);
        }
    }

    /// Counts a command that has written these records.
    pub(super) fn count_change(&self, touched: &[RecordKey]) {
        let at = now().timestamp();
        let mut plans: Vec<PlanId> = touched.iter().map(|key| key.plan).collect();
        plans.dedup();
        self.revise_copies(|copies| {
            for plan in plans {
                copies.note_changes(plan, 1, at);
            }
        });
    }

    /// Changes the log of copies, and stores it. Another tab may have written to it since.
    pub(super) fn revise_copies(&self, revise: impl FnOnce(&mut CopyLog)) {
        let stored = self.jotted(COPIES);
        let stored = stored.and_then(|text| serde_json::from_str::<Stored>(&text).ok());
        let mut log = stored.map_or_else(|| self.copies.get_untracked(), CopyLog::from);
        revise(&mut log);
        let text = serde_json::to_string(&Stored::from(&log)).unwrap_or_default();
        self.copies.set(log);
        self.jot(COPIES, &text);
    }

    /// Asks the browser how well it keeps things, without anybody waiting for the answer.
    pub fn look_at_keeping(&self) {
        let store = *self;
        spawn_local(async move { store.show_keeping(quota::persisted().await).await });
    }

    /// Asks the browser to keep what is stored. To be called straight from a tap. The answer, which
    /// may be a question to the reader, is shown when it comes.
    pub fn ask_to_keep(&self) {
        let store = *self;
        spawn_local(async move { store.show_keeping(quota::persist().await).await });
    }

    async fn show_keeping(self, promise: Persistence) {
        let used = quota::estimate().await.map(|estimate| estimate.usage);
        // The store may be gone by the time the browser answers.
        self.keep_state.set(KeepState::new(Some(promise), used));
    }
}

/// Everything in a store as texts; what is no text as the JSON it is shown as.
async fn whole_store(
    database: &Database,
    store: &str,
) -> Result<BTreeMap<String, String>, DatabaseError> {
    let loaded = database.load_all(store).await?;
    let foreign = loaded.foreign.into_iter().map(|found| (found.key, found.shown));
    Ok(foreign.chain(loaded.good).collect())
}
