//! Taking in plans from a bundle: looking first, then all at once, with a way back.

use std::collections::{BTreeMap, BTreeSet};

use super::dispute::{Dispute, disputes_in};
use super::id::{DeviceId, PlanId};
use super::kind::Kind;
use super::plan::{Plan, RecordKey, Workspace};
use super::quarantine::{self, Quarantined, Taken};
use super::record::{FieldName, Fields, Record, field};
use super::renewal::{self, Us};

/// What importing would do to one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It was not here before.
    New,
    /// Some of its fields change.
    Changed,
    /// It goes away.
    Deleted,
    /// It comes back: somebody restored it, or edited it without having seen the deletion.
    Revived,
}

/// What importing would do to one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanChanges {
    /// The plan.
    pub plan: PlanId,
    /// Its title after the import.
    pub title: String,
    /// Whether this device does not have the plan yet.
    pub is_new: bool,
    /// The records a person would notice, each with what happens to it.
    pub changes: Vec<(RecordKey, Change)>,
    /// The disputes that the import opens.
    pub disputes: Vec<Dispute>,
}

impl PlanChanges {
    /// How many records undergo `change`.
    pub fn count(&self, change: Change) -> usize {
        self.changes.iter().filter(|(_, found)| *found == change).count()
    }
}

/// Plans that have arrived and been looked at, but not taken in.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// What importing would do, plan by plan. A plan to which nothing would happen is left out.
    pub plans: Vec<PlanChanges>,
    /// The records that importing would leave out, to be kept apart.
    pub quarantined: Vec<Quarantined>,
    /// The id under which this device is to go on once the bundle is taken in: the bundle holds
    /// something in this device's name that this device does not know.
    pub new_device: Option<DeviceId>,
    /// The records that importing would write, as they would then be.
    merged: Vec<(RecordKey, Record)>,
    /// Those of them that know this device better, as they came.
    forked: BTreeMap<RecordKey, Record>,
    /// Records that say who uses the new device.
    introductions: Vec<(RecordKey, Record)>,
    us: Us,
}

impl Arrival {
    /// Whether the bundle holds nothing that is not here: nothing to take in or to keep apart.
    pub fn is_nothing_new(&self) -> bool {
        self.merged.is_empty() && self.quarantined.is_empty()
    }

    /// The records that importing would write.
    pub fn keys(&self) -> impl Iterator<Item = RecordKey> {
        self.merged.iter().chain(&self.introductions).map(|(key, _)| *key)
    }
}

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
    /// Looks at plans that have arrived: what importing them here would do. Changes nothing.
    ///
    /// `fresh` is an id that no device has had yet. This device, `device` until now, is to go on
    /// under it if the arrival says so: see [`Arrival::new_device`].
    pub fn look_at(
        &self,
        arrived: Vec<(PlanId, Plan)>,
        device: DeviceId,
        fresh: DeviceId,
    ) -> Arrival {
        let mut arrival = Arrival {
            plans: Vec::new(),
            quarantined: Vec::new(),
            new_device: None,
            merged: Vec::new(),
            forked: BTreeMap::new(),
            introductions: Vec::new(),
            us: Us { device, fresh },
        };
        for (plan, content) in arrived {
            let merged_before = arrival.merged.len();
            let mut changes = PlanChanges {
                plan,
                title: String::new(),
                is_new: self.plan(plan).is_none(),
                changes: Vec::new(),
                disputes: Vec::new(),
            };
            let mut taken = Taken::default();
            for (kind, id, theirs) in content.into_records() {
                let key = RecordKey { plan, kind, id };
                self.look_at_record(key, theirs, &mut taken, &mut changes, &mut arrival);
            }
            if arrival.merged.len() > merged_before {
                changes.title = self.title_after(&arrival, plan);
                arrival.plans.push(changes);
            }
        }
        arrival.introductions = self.introductions(&arrival);
        arrival
    }

    /// Who uses the new device, in every plan in which it writes.
    fn introductions(&self, arrival: &Arrival) -> Vec<(RecordKey, Record)> {
        let us = arrival.us;
        let plans: BTreeSet<PlanId> = arrival.forked.keys().map(|key| key.plan).collect();
        let introduced = plans.into_iter().filter_map(|plan| {
            let key = |device: DeviceId| RecordKey { plan, kind: Kind::Device, id: device.into() };
            Some((key(us.fresh), renewal::introduction(self.get(key(us.device))?, us)?))
        });
        introduced.collect()
    }

    fn look_at_record(
        &self,
        key: RecordKey,
        theirs: Record,
        taken: &mut Taken,
        changes: &mut PlanChanges,
        arrival: &mut Arrival,
    ) {
        let mine = self.get(key);
        if mine.is_some_and(|mine| mine.includes(&theirs)) {
            return;
        }
        let us = arrival.us;
        let found = quarantine::reason(self.plan(key.plan), taken, key, &theirs, us.device);
        if let Some(reason) = found {
            arrival.quarantined.push(Quarantined { key, record: theirs, reason });
            return;
        }
        if mine.is_none() {
            taken.note(key);
        }
        let merged = match (us.fork(mine, &theirs), mine) {
            (Some(fork), _) => {
                arrival.new_device = Some(us.fresh);
                arrival.forked.insert(key, theirs);
                fork.merged
            }
            (None, Some(mine)) => {
                let mut merged = mine.clone();
                merged.merge(theirs);
                merged
            }
            (None, None) => theirs,
        };
        changes.changes.extend(change(key.kind, mine, &merged).map(|change| (key, change)));
        let open: Vec<FieldName> =
            mine.into_iter().flat_map(|m| disputes_in(key, m)).map(|d| d.field).collect();
        if key.kind != Kind::Device && !merged.is_deleted() {
            let fresh = disputes_in(key, &merged).filter(|d| !open.contains(&d.field));
            changes.disputes.extend(fresh);
        }
        arrival.merged.push((key, merged));
    }

    /// What a plan will be called once the arrival is taken in.
    fn title_after(&self, arrival: &Arrival, plan: PlanId) -> String {
        let card = RecordKey::of_plan(plan);
        let merged = arrival.merged.iter().find(|(key, _)| *key == card);
        let record = merged.map(|(_, record)| record).or_else(|| self.get(card));
        record.map(|record| record.text(field::TITLE).to_owned()).unwrap_or_default()
    }

    /// The plans that arrive, whole, as importing would leave them. Changes nothing.
    pub fn preview(&self, arrival: &Arrival) -> Workspace {
        let mut preview = Workspace::new();
        for changes in &arrival.plans {
            for (kind, id, record) in self.plan(changes.plan).into_iter().flat_map(Plan::records) {
                let key = RecordKey { plan: changes.plan, kind, id };
                preview.put(key, Some(record.clone()));
            }
        }
        for (key, merged) in arrival.merged.iter().chain(&arrival.introductions) {
            preview.put(*key, Some(merged.clone()));
        }
        preview
    }

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

/// What a person would say happened to a record, if they would notice it.
fn change(kind: Kind, mine: Option<&Record>, merged: &Record) -> Option<Change> {
    if kind == Kind::Device {
        return None;
    }
    let was_here = mine.is_some_and(|record| !record.is_deleted());
    match (was_here, merged.is_deleted()) {
        (false, false) if mine.is_some() => Some(Change::Revived),
        (false, false) => Some(Change::New),
        (true, true) => Some(Change::Deleted),
        (false, true) => None,
        (true, false) => {
            let same = mine.is_some_and(|mine| mine.fields().eq(merged.fields()));
            (!same).then_some(Change::Changed)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::command::Command;
    use super::super::context::Context;
    use super::super::event::Event;
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
