//! The one source of truth: what this device keeps, and the only way to change it.
//!
//! A [`Store`] is a handle that can be copied anywhere. Pages read through [`Store::plan`] and
//! [`Store::workspace`], which follow only the kinds of record they name, and change things through
//! [`Store::apply`] alone. Each change goes to the journal at once and to the database soon after
//! ([`saving`]); at the next start both are merged ([`opening`]). Nothing is drawn here.

mod attention;
mod backup;
mod busy_times;
mod calendar;
mod coming_back;
mod connection;
mod drafts;
mod exporting;
mod glance;
mod history;
mod identity;
mod importing;
mod installation;
mod jotter;
mod journal;
mod late;
mod long_work;
mod news;
mod notice;
mod opening;
mod outlook;
mod paper;
mod part;
mod preferences;
mod quarantine;
mod queries;
mod queue;
mod read_only;
mod rehearsal;
mod restoring;
mod room;
mod rosters;
mod saving;
mod schema;
mod searching;
mod second_copy;
mod sent;
mod setting_aside;
mod tabs;
mod width;
mod zone;

use crate::crdt::InOrder;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use leptos::prelude::*;

use crate::codec::stored::keys;
use crate::domain::{
    Command, CommandError, Context, CopyLog, DeviceId, Event, Example, Kind, Knowledge, Outlook,
    Past, PlanId, Record, RecordId, RecordKey, Unseen, Workspace,
};
use crate::platform::{clock, database::Database, local::Local, random, tabs::Channel};

pub use attention::{Permission, Reminding};
use late::Late;

pub use backup::{BackupError, KeepState, Persistence};
pub use calendar::{CalendarFile, CalendarWish};
pub use exporting::{Exported, ShareError, Shared};
pub use history::Remembered;
pub use importing::{DownloadError, FileError, Incoming, Intake, PickedFile, ReadFailure, Staged};
pub use installation::{Installation, Offline};
pub use long_work::{Cancelled, Doing, LongWork, Progress};
pub use notice::Notice;
pub(crate) use part::part;
pub use part::{Arrival, Part};
pub use preferences::{Preferences, Theme};
pub use quarantine::Apart;
pub use read_only::ReadOnly;
pub use restoring::Restore;
pub use room::NEARLY_FULL;
pub use rosters::RosterFailure;
pub use saving::{SaveState, Trouble};
pub use second_copy::SecondCopy;
pub use second_copy::lost::Lost;
pub use setting_aside::SetAside;
pub use width::follow_width;

/// The handle to everything this device keeps.
#[derive(Clone, Copy)]
pub struct Store {
    core: StoredValue<Core, LocalStorage>,
    /// One for every known kind of record, and one for all others.
    changed: [Trigger; Kind::KNOWN.len() + 1],
    /// What is new to the reader has changed.
    news_changed: Trigger,
    /// What is searched has changed.
    search_changed: Trigger,
    preferences: RwSignal<Preferences>,
    outlook: RwSignal<Option<Arc<Outlook>>>,
    saving: RwSignal<SaveState>,
    notice: Late<Option<Notice>>,
    incoming: Late<Incoming>,
    set_aside: Late<Vec<SetAside>>,
    apart: Late<Vec<Arc<Apart>>>,
    is_unread: RwSignal<bool>,
    read_only: RwSignal<Option<ReadOnly>>,
    second_copy: Late<SecondCopy>,
    lost: Late<Option<Lost>>,
    /// How full storage is, in percent.
    room: Late<Option<u8>>,
    copies: Late<CopyLog>,
    /// Something has gone to somebody.
    sent: Trigger,
    keep_state: Late<KeepState>,
    /// Counts the minutes, so that what depends on the time of day follows it.
    minute: RwSignal<u64>,
    rest: RwSignal<Arrival>,
    beginning: RwSignal<Arrival>,
}

/// What is there for as long as the page is. It goes with the page; letting go of it before would be
/// code of the first page that never runs.
#[derive(Default)]
struct Lasting<T>(ManuallyDrop<T>);

impl<T> Deref for Lasting<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Lasting<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

/// What lies behind the handle.
struct Core {
    workspace: Lasting<Workspace>,
    device: DeviceId,
    slot: Option<identity::Slot>,
    database: Option<Database>,
    local: Option<Local>,
    channel: Option<Channel>,
    /// Random bits in reserve, drawn when the store was opened.
    spare: u128,
    /// Whether the database is there and only does not open now.
    is_waiting: bool,
    /// Whether everything stored is being read once more.
    is_catching_up: bool,
    /// Whether the outlook is about to be stored anew.
    is_renewing: bool,
    queue: Lasting<queue::Queue>,
    heard: Lasting<tabs::Heard>,
    room: room::Room,
    /// What the writer of the next command has been shown, if that is not everything.
    known: Option<Knowledge>,
    journal: journal::Journal,
    copying: Lasting<second_copy::Copying>,
    jotter: Lasting<jotter::Jotter>,
    sent: Lasting<sent::LastRead>,
    unwritten: Lasting<quarantine::Unwritten>,
    news: Lasting<Unseen>,
    searching: Lasting<searching::Searching>,
    beginning: opening::Beginning,
    /// What lives as long as the store: listeners and clocks.
    _held: Vec<Box<dyn std::any::Any>>,
}

impl Core {
    /// Merges a record as it was found in storage, and answers with what this tab held of it and
    /// holds no longer.
    fn merge_found(&mut self, key: RecordKey, found: Record) -> Vec<Past> {
        match self.queue.without_taken_back(key, found) {
            Some(found) => self.workspace.take_over(key, found),
            None => Vec::new(),
        }
    }

    /// Whether there is no database, and will be none while the page is open.
    fn is_local_only(&self) -> bool {
        self.database.is_none() && !self.is_waiting
    }
}

impl Store {
    /// A store of what has been looked at.
    fn new(core: Core, preferences: Preferences, outlook: Option<Outlook>) -> Self {
        Self {
            core: StoredValue::new_local(core),
            changed: std::array::from_fn(|_| Trigger::new()),
            news_changed: Trigger::new(),
            search_changed: Trigger::new(),
            preferences: RwSignal::new(preferences),
            outlook: RwSignal::new(outlook.map(Arc::new)),
            saving: RwSignal::new(SaveState::Saved),
            notice: Late::new(),
            incoming: Late::new(),
            set_aside: Late::new(),
            apart: Late::new(),
            is_unread: RwSignal::new(false),
            read_only: RwSignal::new(None),
            second_copy: Late::new(),
            lost: Late::new(),
            room: Late::new(),
            copies: Late::new(),
            sent: Trigger::new(),
            keep_state: Late::new(),
            minute: RwSignal::new(0),
            rest: RwSignal::new(Arrival::Coming),
            beginning: RwSignal::new(Arrival::Coming),
        }
    }

    /// Carries out a command: in memory and in the journal at once, in the database soon after.
    /// What happened, or why not, is also said in the notice that every page shows.
    ///
    /// # Errors
    /// Says why the command was refused; then nothing was changed.
    pub fn apply(&self, command: Command) -> Result<Event, CommandError> {
        self.join_again(&command);
        let known = self.core.try_update_value(|core| core.known.take()).flatten();
        let outcome = self.write(|workspace, ctx| match known {
            Some(known) => workspace.apply_knowing(known, command, ctx),
            None => workspace.apply(command, ctx),
        });
        match &outcome {
            Ok(event) if event.touched.is_empty() => {}
            Ok(event) => {
                self.notice.set(Some(Notice::Happened(event.happening, event.undo.clone())));
            }
            // What is wrong with a field is said at the field.
            Err(CommandError::Invalid(_)) => {}
            Err(error) => self.notice.set(Some(Notice::Refused(error.clone()))),
        }
        outcome
    }

    /// Where a record of the open plan is. Follows nothing.
    pub fn key_of(&self, kind: Kind, id: RecordId) -> Option<RecordKey> {
        untrack(|| self.open_plan_id()).map(|plan| RecordKey { plan, kind, id })
    }

    /// What is known of a record now.
    pub fn knowledge(&self, key: RecordKey) -> Knowledge {
        self.core.with_value(|core| core.workspace.knowledge(key))
    }

    /// Carries something out as somebody who has been shown no more of a record than `known`:
    /// the values of the first command that they have not seen stay beside theirs.
    pub fn knowing<T>(&self, known: Option<Knowledge>, act: impl FnOnce() -> T) -> T {
        self.core.update_value(|core| core.known = known);
        let outcome = act();
        self.core.try_update_value(|core| core.known = None);
        outcome
    }

    /// Adds the example plan and opens it.
    ///
    /// # Errors
    /// As [`Store::apply`].
    pub fn add_example(&self, words: &Example) -> Result<Event, CommandError> {
        let me = self.preferences.get_untracked();
        let pack = untrack(|| self.pack());
        let event = self
            .write(|workspace, ctx| workspace.add_example(words, pack, &me.name, me.role, ctx))
            .inspect_err(|error| self.notice.set(Some(Notice::Refused(error.clone()))))?;
        if let Some(key) = event.subject {
            self.open_plan(key.plan);
            self.note_example(key.plan);
        }
        self.notice.set(Some(Notice::Happened(event.happening, event.undo.clone())));
        Ok(event)
    }

    /// How saving stands.
    pub fn save_state(&self) -> Signal<SaveState> {
        self.saving.into()
    }

    /// How saving stands, now. Follows it.
    pub fn saving_now(&self) -> SaveState {
        self.saving.get()
    }

    /// Chooses the plan that is open.
    pub fn open_plan(&self, plan: PlanId) {
        self.revise_preferences(|preferences| preferences.plan = Some(plan));
        self.renew_outlook(None);
    }

    /// Now, by this device's clock. Follows the minutes.
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.minute.track();
        now()
    }

    /// Changes the workspace and takes care that it is kept, told, drawn and counted.
    fn write(
        &self,
        change: impl FnOnce(&mut Workspace, &mut Context<'_>) -> Result<Event, CommandError>,
    ) -> Result<Event, CommandError> {
        let event = self.write_along(change)?;
        if !event.touched.is_empty() {
            self.count_change(&event.touched);
        }
        Ok(event)
    }

    /// As [`Store::write`], for what only follows from a change that has been counted already.
    fn write_along(
        &self,
        change: impl FnOnce(&mut Workspace, &mut Context<'_>) -> Result<Event, CommandError>,
    ) -> Result<Event, CommandError> {
        if self.is_read_only() {
            return Err(CommandError::ReadOnly);
        }
        let event = self
            .core
            .try_update_value(|core| {
                // One secure draw for each command; its ids are that draw and its successors.
                let mut bits = random::bits().unwrap_or(core.spare);
                let mut draw = || {
                    bits = bits.wrapping_mul(STRIDE).wrapping_add(1);
                    bits >> 40
                };
                let mut ctx = Context { device: core.device, now: now(), random: &mut draw };
                let event = change(&mut core.workspace, &mut ctx);
                core.spare = bits;
                event
            })
            .unwrap_or(Err(CommandError::NotInPlan))?;
        if !event.touched.is_empty() {
            self.remember_me(&event.touched);
            self.keep(event.touched.clone(), event.replaced.iter().cloned().collect());
            self.tell(&event.touched);
            self.tell_of_shifts(&event.touched);
        }
        Ok(event)
    }

    /// Redraws what depends on the records.
    fn tell(&self, keys: &[RecordKey]) {
        self.core.update_value(|core| core.searching.note(keys));
        let mut kinds: Vec<Kind> = keys.iter().map(|key| key.kind).collect();
        kinds.order();
        kinds.dedup();
        for kind in kinds {
            self.trigger(kind).notify();
        }
    }

    fn tell_all(&self) {
        self.core.update_value(|core| core.searching.forget());
        for trigger in &self.changed {
            trigger.notify();
        }
    }

    fn trigger(&self, kind: Kind) -> Trigger {
        let known = Kind::KNOWN.iter().position(|known| *known == kind);
        self.changed[known.unwrap_or(Kind::KNOWN.len())]
    }
}

/// The multiplier of the generator that spreads one secure draw over the ids of one command:
/// M. O'Neill, PCG (2014), the 128-bit linear congruential step.
const STRIDE: u128 = 0x2360_ED05_1FC6_5DA4_4385_DF64_9FCC_F645;

fn now() -> DateTime<FixedOffset> {
    let moment = clock::now();
    let utc = DateTime::from_timestamp_millis(moment.unix_ms).unwrap_or_default();
    let offset = FixedOffset::east_opt(moment.offset_minutes * 60);
    utc.with_timezone(&offset.unwrap_or(FixedOffset::east_opt(0).unwrap_or_else(|| unreachable!())))
}
