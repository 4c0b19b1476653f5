//! Taking in plans from a bundle that has been looked at: all at once, with a way back.

use super::arrival::Arrival;
use super::id::{DeviceId, PlanId};
use super::plan::{RecordKey, Workspace};
use super::record::Record;
use super::renewal::Us;
use crate::crdt::InOrder;
use crate::crdt::{Dot, VersionVector};

/// How to take an import back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoImport {
    records: Vec<Imported>,
}

/// One record that an import wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Imported {
    key: RecordKey,
    /// What stood before it.
    before: Option<Record>,
    /// Every write that was known once the import was done.
    known: VersionVector<DeviceId>,
}

impl UndoImport {
    /// The records that the import wrote.
    pub fn keys(&self) -> impl Iterator<Item = RecordKey> {
        self.records.iter().map(|imported| imported.key)
    }

    /// Every record that was here before, as it was then.
    pub(super) fn before(&self) -> impl Iterator<Item = (RecordKey, &Record)> {
        self.records.iter().filter_map(|one| Some((one.key, one.before.as_ref()?)))
    }

    /// A record as it is with the import taken back: `now` is all that is known of it, whoever wrote
    /// it. `None` takes it out. A record of another key is left as it is.
    pub fn undone(&self, key: RecordKey, now: Record) -> Option<Record> {
        let found = self.records.binary_search_by(|imported| imported.key.cmp(&key));
        match found.ok().and_then(|at| self.records.get(at)) {
            Some(imported) => imported.undone(now),
            None => Some(now),
        }
    }
}

impl Imported {
    fn undone(&self, mut now: Record) -> Option<Record> {
        // A copy from storage may not know yet what was written here before the import. Without
        // this, that would count as replaced.
        if let Some(before) = &self.before {
            now.merge(before.clone());
        }
        let nothing = VersionVector::new();
        let old = self.before.as_ref().map_or(&nothing, Record::seen);
        let later: Vec<DeviceId> = self.later(&now).map(|dot| dot.device).collect();
        // Such a device's writes cannot be told apart: keeping the later ones would claim that the
        // imported ones, which it wrote before, have been seen and replaced.
        let is_entangled = later.iter().any(|at| self.known.count(*at) > old.count(*at));
        // A later deletion has seen what came in; taking that out again would lose it.
        let deletions = now.deletions().entries();
        let is_deleted_since = deletions.iter().any(|deletion| !self.known.contains(deletion.dot));
        if is_entangled || is_deleted_since {
            return Some(now);
        }
        if later.is_empty() {
            return self.before.clone();
        }
        match &self.before {
            Some(before) => Some(self.without_import(before, &now, old)),
            // A record that somebody has written on since then stays whole, and is no torso.
            None => Some(now),
        }
    }

    /// The last write of each device that has written since the import.
    fn later<'a>(&'a self, now: &'a Record) -> impl Iterator<Item = Dot<DeviceId>> + 'a {
        let all = now.seen().iter().map(|(device, counter)| Dot { device, counter });
        all.filter(|dot| !self.known.contains(*dot))
    }

    /// The record as it was before, with what was written after the import.
    fn without_import(
        &self,
        before: &Record,
        now: &Record,
        old: &VersionVector<DeviceId>,
    ) -> Record {
        let mut parts = before.clone().into_parts();
        self.later(now).for_each(|dot| parts.seen.observe(dot));
        for (name, register) in now.fields() {
            let entries = register.entries();
            let is_later = |dot: Dot<DeviceId>| !self.known.contains(dot);
            if !entries.iter().any(|entry| is_later(entry.dot)) {
                continue;
            }
            // Where something older still stands beside it, the later write replaced nothing here.
            let is_alone = entries.iter().all(|entry| is_later(entry.dot));
            if is_alone {
                parts.fields.retain(|(field, _)| field != name);
            }
            let kept = entries
                .iter()
                .filter(|entry| is_later(entry.dot) || (!is_alone && old.contains(entry.dot)));
            parts.fields.push((name.clone(), kept.cloned().collect()));
        }
        Record::from_parts(parts)
    }
}

impl Workspace {
    /// Takes in what has arrived, as a whole. What was written here since it was looked at stays.
    pub fn import(&mut self, arrival: Arrival) -> UndoImport {
        let mut records = Vec::with_capacity(arrival.merged.len());
        let Arrival { merged, mut forked, introductions, us, .. } = arrival;
        for (key, merged) in merged {
            let before = match forked.remove(&key) {
                // Joined once more, with what was written since it was looked at.
                Some(theirs) => self.join_forked(key, theirs, us),
                None => {
                    let before = self.get(key).cloned();
                    self.merge_record(key, merged);
                    before
                }
            };
            let known = self.get(key).map(|record| record.seen().clone()).unwrap_or_default();
            records.push(Imported { key, before, known });
        }
        // The new name stays when the import is taken back, and so does whose it is.
        for (key, record) in introductions {
            self.merge_record(key, record);
        }
        records.order_by_key(|imported| imported.key);
        UndoImport { records }
    }

    /// Merges a record that may know this device better, and returns what is to stand there when
    /// that is taken back: what stood there before, under the new name.
    fn join_forked(&mut self, key: RecordKey, theirs: Record, us: Us) -> Option<Record> {
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

    /// Takes an import back, as if the file had never come. What was written since then stays,
    /// whoever wrote it. Says which records the import had written.
    pub fn undo_import(&mut self, undo: &UndoImport) -> Vec<RecordKey> {
        let keys: Vec<RecordKey> = undo.keys().collect();
        for key in &keys {
            if let Some(now) = self.get(*key).cloned() {
                self.put(*key, undo.undone(*key, now));
            }
        }
        keys
    }

    /// Takes a plan out, with every record of it. That is no deletion, which other devices would
    /// follow: the plan has only left this one, and comes back with any file it is in. Answers what
    /// was taken out, and how to take it out of storage, too.
    pub fn remove_plan(&mut self, plan: PlanId) -> (Vec<(RecordKey, Record)>, UndoImport) {
        let content = self.plan(plan).cloned().unwrap_or_default();
        let taken: Vec<(RecordKey, Record)> = content
            .into_records()
            .map(|(kind, id, record)| (RecordKey { plan, kind, id }, record))
            .collect();
        let imported = |(key, record): &(RecordKey, Record)| Imported {
            key: *key,
            before: None,
            known: record.seen().clone(),
        };
        let mut records: Vec<Imported> = taken.iter().map(imported).collect();
        records.order_by_key(|imported| imported.key);
        let undo = UndoImport { records };
        self.undo_import(&undo);
        (taken, undo)
    }

    /// Puts a record to what storage holds, or takes it out where storage has it no more.
    pub fn put_stored(&mut self, key: RecordKey, stored: Option<Record>) {
        self.put(key, stored);
    }
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
