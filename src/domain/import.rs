//! Taking in plans from a bundle that has been looked at: all at once, with a way back.

use super::arrival::Arrival;
use super::id::DeviceId;
use super::plan::{RecordKey, Workspace};
use super::record::Record;
use super::renewal::Us;

/// How to take an import back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoImport {
    records: Vec<(RecordKey, Option<Record>)>,
}

impl UndoImport {
    /// Every record the import wrote, with what stood before it.
    pub fn records(&self) -> impl Iterator<Item = (RecordKey, Option<&Record>)> {
        self.records.iter().map(|(key, before)| (*key, before.as_ref()))
    }

    /// Puts together again what [`UndoImport::records`] gave out.
    pub fn from_records(records: Vec<(RecordKey, Option<Record>)>) -> Self {
        Self { records }
    }
}

impl Workspace {
    /// Takes in what has arrived, as a whole. What was written here since it was looked at stays.
    pub fn import(&mut self, arrival: Arrival) -> UndoImport {
        let mut records = Vec::with_capacity(arrival.merged.len());
        let Arrival { merged, mut forked, introductions, us, .. } = arrival;
        for (key, merged) in merged {
            match forked.remove(&key) {
                // Joined once more, with what was written since it was looked at.
                Some(theirs) => records.push((key, self.join_renamed(key, theirs, us))),
                None => {
                    records.push((key, self.get(key).cloned()));
                    self.merge_record(key, merged);
                }
            }
        }
        // The new name stays when the import is taken back, and so does whose it is.
        for (key, record) in introductions {
            self.merge_record(key, record);
        }
        UndoImport { records }
    }

    /// Merges a record that may know this device better, and returns what is to stand there when
    /// that is taken back: what stood there before, under the new name.
    pub(super) fn join_renamed(
        &mut self,
        key: RecordKey,
        theirs: Record,
        us: Us,
    ) -> Option<Record> {
        let mine = self.get(key);
        let (before, merged) = match us.fork(mine, &theirs) {
            Some(fork) => (fork.ours, fork.merged),
            None => {
                let mut merged = mine.cloned().unwrap_or_default();
                merged.merge(theirs);
                (mine.cloned(), merged)
            }
        };
        self.put(key, Some(merged));
        before
    }

    /// Takes an import back, as if the file had never come. What this device wrote since then
    /// stays. Returns the records that were put back or taken out.
    pub fn undo_import(&mut self, undo: UndoImport, device: DeviceId) -> Vec<RecordKey> {
        let mut keys = Vec::with_capacity(undo.records.len());
        for (key, before) in undo.records {
            keys.push(key);
            let Some(now) = self.get(key) else { continue };
            let known = before.as_ref().map_or(0, |record| record.seen().count(device));
            let deleted_since = now
                .deletions()
                .entries()
                .iter()
                .any(|deletion| deletion.dot.device == device && deletion.dot.counter > known);
            if deleted_since {
                // Our own deletion has seen what came in; taking that out again would lose it.
                continue;
            }
            let restored = if now.seen().count(device) > known {
                Some(without_import(before.unwrap_or_default(), now, device, known))
            } else {
                before
            };
            self.put(key, restored);
        }
        keys
    }
}

/// The record as it was `before`, with what `device` wrote to it after its `known`-th write.
fn without_import(before: Record, now: &Record, device: DeviceId, known: u64) -> Record {
    let later = |dot: crate::crdt::Dot<DeviceId>| dot.device == device && dot.counter > known;
    let mut parts = before.into_parts();
    parts.seen.observe(crate::crdt::Dot { device, counter: now.seen().count(device) });
    for (name, register) in now.fields() {
        if register.entries().iter().any(|entry| later(entry.dot)) {
            parts.fields.retain(|(field, _)| field != name);
            let entries = register.entries().iter().filter(|entry| later(entry.dot)).cloned();
            parts.fields.push((name.clone(), entries.collect()));
        }
    }
    Record::from_parts(parts)
}

#[cfg(test)]
mod tests {
    use super::super::command::Command;
    use super::super::context::Context;
    use super::super::event::Event;
    use super::super::id::PlanId;
    use super::super::kind::Kind;
    use super::super::person::Role;
    use super::*;
    use chrono::DateTime;

    /// One device and what it keeps.
    struct Phone {
        workspace: Workspace,
        device: DeviceId,
        drawn: u128,
    }

    impl Phone {
        fn new(number: u128) -> Self {
            let device = DeviceId::from_random(number);
            Self { workspace: Workspace::new(), device, drawn: number << 64 }
        }

        fn apply(&mut self, command: Command) -> Event {
            let drawn = &mut self.drawn;
            let mut random = || {
                *drawn += 1;
                *drawn
            };
            let now = DateTime::parse_from_rfc3339("2026-11-23T06:10:00-06:00").unwrap();
            let mut ctx = Context { device: self.device, now, random: &mut random };
            self.workspace.apply(command, &mut ctx).unwrap()
        }

        /// A plan with Ana in it, and one goal.
        fn begin(&mut self) -> PlanId {
            let started = self.apply(Command::StartPlan {
                title: "Course".to_owned(),
                starts: chrono::NaiveDate::from_ymd_opt(2026, 11, 2).unwrap(),
                weeks: 16,
                name: "Ana Morales".to_owned(),
                role: Role::Student,
            });
            started.subject.unwrap().plan
        }

        fn sees(&self, other: &Self) -> Arrival {
            let plans = other.workspace.plans().map(|(id, plan)| (id, plan.clone())).collect();
            self.workspace.look_at(plans, self.device, DeviceId::from_random(0))
        }
    }

    #[test]
    fn a_preview_is_what_importing_leaves() {
        let (mut ana, mut dana) = (Phone::new(1), Phone::new(2));
        let plan = ana.begin();

        let arrival = dana.sees(&ana);
        let preview = dana.workspace.preview(&arrival);
        let people = preview.plan(plan).unwrap().people();
        assert_eq!(people.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Ana Morales"]);
        assert!(dana.workspace.is_empty());
        dana.workspace.import(arrival);
        assert_eq!(dana.workspace, preview);

        // A plan that both know: the preview holds what only this device has, too.
        let name = "Dana Ruiz".to_owned();
        dana.apply(Command::Join { plan, name, role: Role::Mentor });
        let person = ana.workspace.plan(plan).unwrap().people()[0].id;
        ana.apply(Command::Delete(RecordKey { plan, kind: Kind::Person, id: person }));
        let arrival = dana.sees(&ana);
        let preview = dana.workspace.preview(&arrival);
        assert_eq!(preview.plan(plan).unwrap().label(Kind::Person, person), "Ana Morales");
        dana.workspace.import(arrival);
        assert_eq!(dana.workspace, preview);
        assert_eq!(preview.plan(plan).unwrap().people()[0].name, "Dana Ruiz");
    }
}
