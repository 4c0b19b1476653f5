//! What came in from the other side and was not looked at yet.

use std::collections::BTreeSet;

use super::arrival::{Change, PlanChanges};
use super::id::PlanId;
use super::kind::Kind;
use super::plan::{RecordKey, Workspace};

/// The records that an import added or changed, until somebody has looked at each. It speaks of this device's
/// reader, so it never travels; the store keeps it as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unseen(BTreeSet<RecordKey>);

impl Unseen {
    /// Notes what an import did.
    pub fn note(&mut self, changes: &[PlanChanges]) {
        for (key, change) in changes.iter().flat_map(|plan| &plan.changes) {
            match change {
                Change::New | Change::Changed | Change::Revived => {
                    self.0.insert(*key);
                }
                Change::Deleted => {
                    self.0.remove(key);
                }
            }
        }
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
