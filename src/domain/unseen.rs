//! What came in from the other side and was not looked at yet.

use std::collections::BTreeSet;

use super::arrival::{Change, PlanChanges};
use super::id::{DeviceId, PlanId, RecordId};
use super::kind::Kind;
use super::plan::{Plan, RecordKey, Workspace};
use super::record::field;

/// The most records that one import makes new: nobody looks at more one by one.
const MOST: usize = 1_000;

/// The records that an import added or changed, until somebody has looked at each. It speaks of this device's
/// reader, so it never travels; the store keeps it as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unseen(BTreeSet<RecordKey>);

impl Unseen {
    /// Notes what an import has done to `workspace`: what others than the reader, who is `me` of each plan, have added or
    /// changed. A plan that was not here before is new as a whole, so nothing of it is.
    pub fn note(
        &mut self,
        changes: &[PlanChanges],
        workspace: &Workspace,
        me: impl Fn(PlanId) -> Option<RecordId>,
    ) {
        for changes in changes.iter().filter(|changes| !changes.is_new) {
            let Some(plan) = workspace.plan(changes.plan) else { continue };
            let (me, mut left) = (me(changes.plan), MOST);
            for (key, change) in &changes.changes {
                match change {
                    Change::New | Change::Changed | Change::Revived => {
                        let is_news = left > 0 && !is_by(plan, *key, me);
                        if is_news && self.0.insert(*key) {
                            left -= 1;
                        }
                    }
                    Change::Deleted => {
                        self.0.remove(key);
                    }
                }
            }
        }
    }

    /// Notes records as new.
    pub fn add(&mut self, keys: impl IntoIterator<Item = RecordKey>) {
        self.0.extend(keys);
    }

    /// Notes that somebody has looked at a record. Says whether it was new to them.
    pub fn see(&mut self, key: RecordKey) -> bool {
        self.0.remove(&key)
    }

    /// Notes that somebody has looked at everything of a plan.
    pub fn see_all(&mut self, plan: PlanId) {
        self.0.retain(|key| key.plan != plan);
    }

    /// Whether a record is new to the reader.
    pub fn has(&self, key: RecordKey) -> bool {
        self.0.contains(&key)
    }

    /// What of a plan is new to the reader and still there, by kind.
    pub fn of(&self, plan: PlanId, workspace: &Workspace) -> Vec<RecordKey> {
        let is_there = |key: &&RecordKey| {
            key.plan == plan && workspace.get(**key).is_some_and(|record| !record.is_deleted())
        };
        self.0.iter().filter(is_there).copied().collect()
    }

    /// What of a plan is new, as text: a line for each record.
    pub fn print(&self, plan: PlanId) -> String {
        let keys = self.0.iter().filter(|key| key.plan == plan);
        keys.map(|key| format!("{} {}\n", key.kind.name(), key.id)).collect()
    }

    /// Reads what [`Unseen::print`] has written of a plan, and adds it. What cannot be read is passed over.
    pub fn read(&mut self, plan: PlanId, text: &str) {
        let keys = text.lines().filter_map(|line| {
            let (kind, id) = line.split_once(' ')?;
            Some(RecordKey { plan, kind: Kind::from_name(kind)?, id: id.parse().ok()? })
        });
        self.0.extend(keys);
    }
}

/// The write that a record has from last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastWrite {
    /// Which device wrote.
    pub device: DeviceId,
    /// When, in seconds since 1970, by its clock.
    pub at: i64,
    /// Whether it made the record.
    pub is_first: bool,
}

/// Whether `me` is who wrote last in a record, by the clocks of its writers.
fn is_by(plan: &Plan, key: RecordKey, me: Option<RecordId>) -> bool {
    let writer = plan.last_write(key.kind, key.id).and_then(|write| plan.writer(write.device));
    me.is_some() && writer.map(|person| person.id) == me
}

impl Plan {
    /// What others than `me` have written since a moment, in seconds since 1970.
    pub fn said_since(&self, id: PlanId, me: Option<RecordId>, since: i64) -> Vec<RecordKey> {
        let keys = self.records().filter(|(kind, _, record)| {
            *kind != Kind::Device && *kind != Kind::Person && !record.is_deleted()
        });
        keys.map(|(kind, record, _)| RecordKey { plan: id, kind, id: record })
            .filter(|key| self.last_write(key.kind, key.id).is_some_and(|write| write.at >= since))
            .filter(|key| !is_by(self, *key, me))
            .collect()
    }

    /// Who wrote last in a record, by the clocks of its writers.
    pub fn last_write(&self, kind: Kind, id: RecordId) -> Option<LastWrite> {
        let record = self.get(kind, id)?;
        let entries = record.fields().flat_map(|(_, register)| register.entries());
        let last = entries.max_by_key(|one| (one.value.at, one.dot.counter, one.dot.device))?;
        let is_first = record.field(field::CREATED).is_some_and(|made| made.holds(last.dot));
        Some(LastWrite { device: last.dot.device, at: last.value.at, is_first })
    }
}
