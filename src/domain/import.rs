//! Taking in plans from a bundle: looking first, then all at once, with a way back.

use super::dispute::{Dispute, disputes_in};
use super::history::{Past, replaced};
use super::id::{DeviceId, PlanId};
use super::kind::Kind;
use super::plan::{Plan, RecordKey, Workspace};
use super::record::{FieldName, Fields, Record, field};
use crate::crdt::{Dot, VersionVector};

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
    /// The records that importing would write, as they would then be.
    merged: Vec<(RecordKey, Record)>,
    /// Whether the bundle holds a write in this device's name that this device does not know.
    pub knows_us_better: bool,
    /// The values in the bundle that would not stand, because they had been replaced by others.
    pub past: Vec<Past>,
}

impl Arrival {
    /// Whether importing would change nothing at all.
    pub fn is_nothing_new(&self) -> bool {
        self.merged.is_empty()
    }

    /// The records that importing would write.
    pub fn keys(&self) -> impl Iterator<Item = RecordKey> {
        self.merged.iter().map(|(key, _)| *key)
    }
}

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
    /// Looks at plans that have arrived: what importing them here would do. Changes nothing.
    pub fn look_at(&self, arrived: Vec<(PlanId, Plan)>, device: DeviceId) -> Arrival {
        let mut arrival = Arrival {
            plans: Vec::new(),
            merged: Vec::new(),
            knows_us_better: false,
            past: Vec::new(),
        };
        for (plan, content) in arrived {
            let mut changes = PlanChanges {
                plan,
                title: String::new(),
                is_new: self.plan(plan).is_none(),
                changes: Vec::new(),
                disputes: Vec::new(),
            };
            let merged_before = arrival.merged.len();
            for (kind, id, theirs) in content.into_records() {
                let key = RecordKey { plan, kind, id };
                let mine = self.get(key);
                let known = mine.map_or(0, |record| record.seen().count(device));
                arrival.knows_us_better |= theirs.seen().count(device) > known;
                let merged = match mine {
                    Some(mine) if mine.includes(&theirs) => {
                        arrival.past.extend(replaced(key, &theirs, mine));
                        continue;
                    }
                    Some(mine) if theirs.includes(mine) => theirs,
                    Some(mine) => {
                        let mut merged = mine.clone();
                        merged.merge(theirs.clone());
                        arrival.past.extend(replaced(key, &theirs, &merged));
                        merged
                    }
                    None => theirs,
                };
                changes.changes.extend(change(kind, mine, &merged).map(|change| (key, change)));
                let open: Vec<FieldName> =
                    mine.into_iter().flat_map(|m| disputes_in(key, m)).map(|d| d.field).collect();
                if kind != Kind::Device && !merged.is_deleted() {
                    let fresh = disputes_in(key, &merged).filter(|d| !open.contains(&d.field));
                    changes.disputes.extend(fresh);
                }
                arrival.merged.push((key, merged));
            }
            if arrival.merged.len() > merged_before {
                let card = RecordKey::of_plan(plan);
                let merged = arrival.merged.iter().find(|(key, _)| *key == card);
                let record = merged.map(|(_, record)| record).or_else(|| self.get(card));
                changes.title = record.map(|r| r.text(field::TITLE).to_owned()).unwrap_or_default();
                arrival.plans.push(changes);
            }
        }
        arrival
    }

    /// The plans that arrive, whole, as importing would leave them. Changes nothing.
    pub fn preview(&self, arrival: &Arrival) -> Workspace {
        let mut preview = Workspace::new();
        for changes in &arrival.plans {
            if let Some(plan) = self.plan(changes.plan) {
                preview.share_plan(changes.plan, plan);
            }
        }
        for (key, merged) in &arrival.merged {
            preview.put(*key, Some(merged.clone()));
        }
        preview
    }

    /// Takes in what has arrived, as a whole. What was written here since it was looked at stays.
    pub fn import(&mut self, arrival: Arrival) -> UndoImport {
        let mut records = Vec::with_capacity(arrival.merged.len());
        for (key, merged) in arrival.merged {
            let before = self.get(key).cloned();
            self.merge_record(key, merged);
            let known = self.get(key).map(|record| record.seen().clone()).unwrap_or_default();
            records.push(Imported { key, before, known });
        }
        records.sort_unstable_by_key(|imported| imported.key);
        UndoImport { records }
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
        records.sort_unstable_by_key(|imported| imported.key);
        let undo = UndoImport { records };
        self.undo_import(&undo);
        (taken, undo)
    }

    /// Puts a record to what storage holds, or takes it out where storage has it no more.
    pub fn put_stored(&mut self, key: RecordKey, stored: Option<Record>) {
        self.put(key, stored);
    }
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
            self.workspace.look_at(plans, self.device)
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
