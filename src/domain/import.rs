//! Taking in plans from a bundle that has been looked at: all at once, with a way back.

use std::sync::Arc;

use super::arrival::Arrival;
use super::history::{Past, replaced};
use super::id::{DeviceId, PlanId};
use super::plan::{Plan, RecordKey, Workspace};
use super::record::Record;
use super::renewal::Us;
use crate::crdt::{Dot, InOrder, Pace, RECORD, VersionVector, at_once};

/// How to take an import back. Copies share what they hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoImport {
    records: Arc<Vec<Imported>>,
}

/// One record that an import wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Imported {
    key: RecordKey,
    /// What stood before it.
    before: Option<Arc<Record>>,
    /// Every write that was known once the import was done.
    known: VersionVector<DeviceId>,
}

/// What an import, or taking one back, comes to: worked out, and not done.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The plans that it changes, as they were when it was worked out.
    base: Vec<(PlanId, Option<Plan>)>,
    /// The same plans, as they will be.
    after: Workspace,
    /// How to take it back, if it is an import.
    pub undo: UndoImport,
    /// The values that it replaces.
    pub past: Vec<Past>,
}

impl UndoImport {
    fn of(mut records: Vec<Imported>) -> Self {
        // What came in one plan's order mostly is in order already.
        if !records.is_sorted_by_key(|imported| imported.key) {
            records.order_by_key(|imported| imported.key);
        }
        Self { records: Arc::new(records) }
    }

    /// The records that the import wrote, in their order.
    pub fn keys(&self) -> impl Iterator<Item = RecordKey> {
        self.records.iter().map(|imported| imported.key)
    }

    /// Whether the import wrote a record.
    pub fn holds(&self, key: RecordKey) -> bool {
        self.imported(key).is_some()
    }

    fn imported(&self, key: RecordKey) -> Option<&Imported> {
        let found = self.records.binary_search_by(|imported| imported.key.cmp(&key));
        found.ok().and_then(|at| self.records.get(at))
    }

    /// A record as it is with the import taken back: `now` is all that is known of it, whoever wrote
    /// it. `None` takes it out. A record of another key is left as it is.
    pub fn undone(&self, key: RecordKey, now: Record) -> Option<Record> {
        match self.imported(key) {
            Some(imported) => imported.undone(now).map(Arc::unwrap_or_clone),
            None => Some(now),
        }
    }
}

impl Imported {
    fn undone(&self, mut now: Record) -> Option<Arc<Record>> {
        // A copy from storage may not know yet what was written here before the import. Without
        // this, that would count as replaced.
        if let Some(before) = &self.before {
            now.merge(Record::clone(before));
        }
        let nothing = VersionVector::new();
        let old = self.before.as_ref().map_or(&nothing, |before| before.seen());
        let later: Vec<DeviceId> = self.later(&now).map(|dot| dot.device).collect();
        // Such a device's writes cannot be told apart: keeping the later ones would claim that the
        // imported ones, which it wrote before, have been seen and replaced.
        let is_entangled = later.iter().any(|at| self.known.count(*at) > old.count(*at));
        // A later deletion has seen what came in; taking that out again would lose it.
        let deletions = now.deletions().entries();
        let is_deleted_since = deletions.iter().any(|deletion| !self.known.contains(deletion.dot));
        if is_entangled || is_deleted_since {
            return Some(Arc::new(now));
        }
        if later.is_empty() {
            return self.before.clone();
        }
        Some(Arc::new(match &self.before {
            Some(before) => self.without_import(before, &now, old),
            // A record that somebody has written on since then stays whole, and is no torso.
            None => now,
        }))
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
        // A write brings back what its writer saw deleted.
        parts.deletions.retain(|deletion| now.deletions().holds(deletion.dot));
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
        let prepared = at_once(self.prepare_import(&arrival, &Pace::default()));
        self.carry_out(&prepared);
        prepared.undo
    }

    /// Works out, in steps, what taking in what has arrived comes to. Each record counts for
    /// [`RECORD`].
    pub async fn prepare_import(&self, arrival: &Arrival, pace: &Pace) -> Prepared {
        let (mut records, mut changes) = (Vec::new(), Vec::new());
        let mut past = Vec::new();
        for (key, merged) in &arrival.merged {
            let (before, after) = match arrival.forked.get(key) {
                // Joined once more, with what was written since it was looked at.
                Some(theirs) => self.join_forked(*key, theirs, arrival.us),
                None => self.join(*key, merged),
            };
            past.extend(before.iter().flat_map(|before| replaced(*key, before, &after)));
            records.push(Imported { key: *key, before, known: after.seen().clone() });
            changes.push((*key, Some(after)));
            pace.did(RECORD).await;
        }
        let mut after = self.with(&changes, pace).await;
        // The new name stays when the import is taken back, and so does whose it is.
        for (key, record) in &arrival.introductions {
            after.merge_record(*key, record.clone());
        }
        self.prepared(after, &changes, UndoImport::of(records), past)
    }

    /// Works out, in steps, what taking an import back comes to. Each record counts for [`RECORD`].
    pub async fn prepare_undo(&self, undo: &UndoImport, pace: &Pace) -> Prepared {
        let mut changes = Vec::new();
        for imported in undo.records.iter() {
            if let Some(now) = self.get(imported.key).cloned() {
                changes.push((imported.key, imported.undone(now)));
            }
            pace.did(RECORD).await;
        }
        let after = self.with(&changes, pace).await;
        self.prepared(after, &changes, undo.clone(), Vec::new())
    }

    fn prepared(
        &self,
        after: Workspace,
        changes: &[(RecordKey, Option<Arc<Record>>)],
        undo: UndoImport,
        past: Vec<Past>,
    ) -> Prepared {
        let plans = changes.chunk_by(|(a, _), (b, _)| a.plan == b.plan);
        let plans = plans.filter_map(|changes| Some(changes.first()?.0.plan));
        let base = plans.map(|plan| (plan, self.plan(plan).cloned())).collect();
        Prepared { base, after, undo, past }
    }

    /// Does what was worked out, all at once. Says whether it did: not if one of the plans has
    /// changed since, and then it is to be worked out anew.
    pub fn carry_out(&mut self, prepared: &Prepared) -> bool {
        let is_as_it_was = |(plan, base): &(PlanId, Option<Plan>)| match (self.plan(*plan), base) {
            (Some(here), Some(base)) => here.is_copy_of(base),
            (here, base) => here.is_none() && base.is_none(),
        };
        if !prepared.base.iter().all(is_as_it_was) {
            return false;
        }
        for (plan, _) in &prepared.base {
            self.share_plan(*plan, prepared.after.plan(*plan).cloned().unwrap_or_default());
        }
        true
    }

    /// What stands under a key, and what will once `merged` is merged into it.
    fn join(&self, key: RecordKey, merged: &Arc<Record>) -> (Option<Arc<Record>>, Arc<Record>) {
        let Some(mine) = self.shared(key) else { return (None, merged.clone()) };
        if merged.includes(mine) {
            return (Some(mine.clone()), merged.clone());
        }
        let mut both = Record::clone(mine);
        both.merge(Record::clone(merged));
        (Some(mine.clone()), Arc::new(both))
    }

    /// As [`Workspace::join`], for a record that may know this device better: what is to stand there
    /// when that is taken back is what stood there before, under the new name.
    fn join_forked(
        &self,
        key: RecordKey,
        theirs: &Record,
        us: Us,
    ) -> (Option<Arc<Record>>, Arc<Record>) {
        let mine = self.shared(key);
        match us.fork(mine.map(|mine| &**mine), theirs) {
            Some(fork) => (fork.ours.map(Arc::new), Arc::new(fork.merged)),
            None => {
                let mut merged = mine.map(|mine| Record::clone(mine)).unwrap_or_default();
                merged.merge(theirs.clone());
                (mine.cloned(), Arc::new(merged))
            }
        }
    }

    /// Takes an import back, as if the file had never come. What was written since then stays,
    /// whoever wrote it. Says which records the import had written.
    pub fn undo_import(&mut self, undo: &UndoImport) -> Vec<RecordKey> {
        let prepared = at_once(self.prepare_undo(undo, &Pace::default()));
        self.carry_out(&prepared);
        undo.keys().collect()
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
        let undo = UndoImport::of(taken.iter().map(imported).collect());
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
