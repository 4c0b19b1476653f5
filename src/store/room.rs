//! How much room is left, and making some.

use leptos::prelude::*;

use super::part;
use super::saving::Job;
use super::{Notice, Store};
use crate::domain::{Past, PlanId, Record, RecordKey};
use crate::platform::quota::{self, Estimate};
use crate::platform::{clock, local::Local};

/// How many characters local storage holds for one origin: measured, in Chromium, Firefox and WebKit.
const LOCAL_CHARS: u64 = 5_242_879;
/// How long one look at the room counts while all goes well, in milliseconds.
const SELDOM: i64 = 60_000;
/// How long it counts while writes are refused, in milliseconds.
const OFTEN: i64 = 1_000;
/// From how many percent on the reader is warned.
pub const NEARLY_FULL: u8 = 80;

/// When room was looked at last, in milliseconds since 1970.
#[derive(Default)]
pub(super) struct Room {
    looked: Option<i64>,
}

/// How pressing a look at the room is.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// Once a minute is enough.
    Seldom,
    /// At once.
    Now,
}

impl Store {
    /// How full storage is, in percent, as far as the browser tells.
    pub fn room(&self) -> Signal<Option<u8>> {
        self.room.into()
    }

    /// Finds out how full storage is.
    pub(super) fn look_at_room(&self, look: Look) {
        let now = clock::now().unix_ms;
        let is_due = self.core.try_update_value(|core| {
            let least = match look {
                Look::Seldom => SELDOM,
                Look::Now => OFTEN,
            };
            // A clock that was set back must not end all looking.
            let is_due = core.room.looked.is_none_or(|at| (now - at).abs() >= least);
            if is_due {
                core.room.looked = Some(now);
            }
            is_due
        });
        if is_due == Some(true) {
            let store = *self;
            store.in_rest(measure_room(store));
        }
    }

    async fn measure_room(self) {
        let origin = quota::estimate().await.and_then(|estimate| filled(&estimate));
        let local = self.core.try_with_value(|core| {
            // Beside a database, local storage holds only what waits for it.
            let local = core.local.as_ref().filter(|_| core.is_local_only());
            local.and_then(filled_locally)
        });
        let fullest = origin.into_iter().chain(local.flatten()).max();
        if self.room.try_get_untracked().is_some_and(|known| known != fullest) {
            self.room.set(fullest);
        }
    }

    /// Takes the plan that is open off this device, with everything in it and its past. Other
    /// devices keep theirs, and any file it is in brings it back.
    pub async fn remove_open_plan(self) {
        let Some(plan) = untrack(|| self.open_plan_id()) else { return };
        // A past that cannot be read now stays: it could not be brought back.
        let past = self.remembered(plan).await.map(|known| known.past).unwrap_or_default();
        if self.refuses() {
            return;
        }
        let Some((taken, undo)) =
            self.core.try_update_value(|core| core.workspace.remove_plan(plan))
        else {
            return;
        };
        self.enqueue(Job::TakeBack { undo, past: past.iter().cloned().collect() });
        // An older file may bring the plan back; what was written since must not be written again
        // under the same name.
        self.forget_device();
        self.tell_all();
        self.notice.set(Some(Notice::Removed(taken, past)));
    }

    /// Brings back what was taken off this device.
    pub(super) fn bring_back(&self, records: Vec<(RecordKey, Record)>, past: Vec<Past>) {
        let keys: Vec<RecordKey> = records.iter().map(|(key, _)| *key).collect();
        let plan: Option<PlanId> = keys.first().map(|key| key.plan);
        self.core.update_value(|core| {
            for (key, record) in records {
                core.workspace.merge_record(key, record);
            }
        });
        self.notice.set(None);
        self.enqueue(Job::Merge {
            records: keys.into_iter().collect(),
            entries: Vec::new(),
            past: past.into_iter().collect(),
        });
        self.tell_all();
        if let Some(plan) = plan {
            self.open_plan(plan);
        }
    }
}

fn filled(estimate: &Estimate) -> Option<u8> {
    percent(estimate.usage, estimate.quota)
}

fn filled_locally(local: &Local) -> Option<u8> {
    // Where even that cannot be read, writing is refused, too, and the reader is told of that.
    local.used_chars().ok().and_then(|used| percent(used, LOCAL_CHARS))
}

/// How many percent `used` is of `given`, rounded down, and never more than 100. A browser that says
/// it gives nothing says nothing.
fn percent(used: u64, given: u64) -> Option<u8> {
    let percent = used.saturating_mul(100).checked_div(given)?;
    Some(percent.min(100) as u8)
}

part! { rest:
    async fn measure_room(store: Store) {
        store.measure_room().await;
    }
}
