//! Who changed what, and when: told by the records themselves, and by the values they held before.

use crate::crdt::InOrder;
use std::collections::{BTreeMap, BTreeSet};

use super::history::Past;
use super::id::{DeviceId, PlanId, RecordId};
use super::kind::Kind;
use super::plan::{Plan, RecordKey};
use super::record::{FieldName, Fields, Record, field};
use super::value::{Stamped, Value};
use crate::crdt::Dot;

/// What somebody did to a record with one write.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Act {
    /// The record.
    pub key: RecordKey,
    /// The write.
    pub dot: Dot<DeviceId>,
    /// When, in seconds since 1970 by the writer's clock; the latest, if the write says several.
    pub at: i64,
    /// What was done.
    pub kind: ActKind,
    /// What was written, in the order of the fields. Of what bringing back wrote again, only that which
    /// stands no more.
    pub said: Vec<Said>,
}

/// What one write did to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActKind {
    /// It made the record.
    Added,
    /// It changed some fields.
    Changed,
    /// It deleted the record.
    Deleted,
    /// It brought the record back.
    BroughtBack,
}

/// What one write said in one field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Said {
    /// The field.
    pub field: FieldName,
    /// The value.
    pub value: Value,
    /// Whether the field says that now.
    pub stands: bool,
    /// For a value that stands: those which the field held before and does not hold now, the newest
    /// first, as far as this device knows them.
    pub earlier: Vec<Earlier>,
}

/// A value that a field held before.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Earlier {
    /// The value.
    pub value: Value,
    /// The device that wrote it.
    pub device: DeviceId,
    /// When, in seconds since 1970 by that device's clock.
    pub at: i64,
}

/// The fields that say nothing to people: they are for sorting, or go with another field.
const UNTOLD: [&str; 9] = [
    field::CREATED,
    field::REMOVED,
    field::SERIES,
    field::SLOT,
    field::SOURCE,
    field::ABOUT_KIND,
    field::RANK,
    field::ROUND,
    field::TEMPLATE,
];

/// The fields that say what a record is. They are told, and never brought back to another value.
const FIXED: [&str; 6] =
    [field::ABOUT, field::AUDIENCE, field::AUTHOR, field::FORM, field::MOMENT, field::PERSON];

impl Plan {
    /// What was done to the records of this plan, whose id is `id`, the newest first; `past` is what
    /// this device knows of values that stand no more. With `of`, only what was done to that record
    /// and to those which belong to it.
    ///
    /// The order is by the clocks of the writers, which may be wrong, and is for people alone.
    pub fn activity(&self, id: PlanId, past: &[Past], of: Option<(Kind, RecordId)>) -> Vec<Act> {
        let mut by_record: BTreeMap<RecordKey, Vec<&Past>> = BTreeMap::new();
        for gone in past.iter().filter(|gone| gone.key.plan == id) {
            by_record.entry(gone.key).or_default().push(gone);
        }
        let mut acts = Vec::new();
        let whole = of.map(|(_, id)| id.to_string()).unwrap_or_default();
        for (kind, record_id, record) in self.records() {
            let is_meant = of.is_none_or(|of| (kind, record_id) == of || belongs(record, &whole));
            // What an evaluation says is shown only beside the reader's own, and a yes holds the whole agreement.
            if matches!(kind, Kind::Device | Kind::Evaluation | Kind::Consent) || !is_meant {
                continue;
            }
            let key = RecordKey { plan: id, kind, id: record_id };
            let past = by_record.get(&key).map(Vec::as_slice).unwrap_or_default();
            Telling::new(key, record, past).tell(&mut acts);
        }
        acts.order_by(|a: &Act, b: &Act| {
            (b.at, b.dot.counter).cmp(&(a.at, a.dot.counter)).then(a.key.cmp(&b.key))
        });
        acts
    }
}

/// Whether an earlier value of a field may be brought back at all.
pub fn may_come_back(field: &FieldName) -> bool {
    !UNTOLD.iter().chain(&FIXED).any(|name| *name == field.as_str())
}

/// Whether a record names `whole` as what it belongs to or is about.
fn belongs(record: &Record, whole: &str) -> bool {
    [field::GOAL, field::MEETING, field::ABOUT].iter().any(|name| record.text(name) == whole)
}

/// One record, about to be told.
struct Telling<'a> {
    key: RecordKey,
    record: &'a Record,
    /// By field: what it held and, by the same write, does not hold now.
    past: BTreeMap<&'a FieldName, BTreeSet<(Dot<DeviceId>, &'a Stamped)>>,
}

type Written<'a> = (&'a FieldName, &'a Stamped);

impl<'a> Telling<'a> {
    fn new(key: RecordKey, record: &'a Record, gone: &[&'a Past]) -> Self {
        let mut past: BTreeMap<&FieldName, BTreeSet<_>> = BTreeMap::new();
        for one in gone {
            past.entry(&one.field).or_default().insert((one.dot, &one.written));
        }
        for (name, register) in record.fields() {
            if let Some(values) = past.get_mut(name) {
                for entry in register.entries() {
                    values.remove(&(entry.dot, &entry.value));
                }
            }
        }
        Self { key, record, past }
    }

    fn tell(&self, acts: &mut Vec<Act>) {
        let mut writes: BTreeMap<Dot<DeviceId>, Vec<Written<'a>>> = BTreeMap::new();
        for (name, register) in self.record.fields() {
            for entry in register.entries() {
                // Undoing writes a value once more, with its time: its first write tells of it.
                if self.past_of(name).all(|(_, written)| **written != entry.value) {
                    writes.entry(entry.dot).or_default().push((name, &entry.value));
                }
            }
        }
        for (name, gone) in &self.past {
            for (dot, written) in gone {
                let by_age = |dot: &Dot<DeviceId>| (dot.counter, dot.device);
                let is_again =
                    gone.iter().any(|(other, same)| same == written && by_age(other) < by_age(dot));
                if !is_again {
                    writes.entry(*dot).or_default().push((name, written));
                }
            }
        }
        acts.extend(writes.into_iter().filter_map(|(dot, written)| self.act(dot, written)));
    }

    fn past_of(&self, name: &FieldName) -> impl Iterator<Item = &(Dot<DeviceId>, &'a Stamped)> {
        self.past.get(name).into_iter().flatten()
    }

    fn act(&self, dot: Dot<DeviceId>, mut written: Vec<Written<'a>>) -> Option<Act> {
        written.order();
        let is = |name: &str| written.iter().find(|(field, _)| field.as_str() == name);
        let (kind, at) = match (is(field::REMOVED), is(field::CREATED)) {
            (Some((_, note)), _) if note.value == Value::Bool(true) => (ActKind::Deleted, note.at),
            (Some((_, note)), _) => (ActKind::BroughtBack, note.at),
            (None, Some((_, made))) => (ActKind::Added, made.at),
            (None, None) => {
                (ActKind::Changed, written.iter().map(|(_, written)| written.at).max()?)
            }
        };
        let mut said: Vec<Said> = written
            .iter()
            .filter(|(name, _)| !UNTOLD.contains(&name.as_str()))
            .map(|(name, written)| self.said(name, &written.value))
            .collect();
        match kind {
            // Bringing back writes every value again; what of it stands is told by its first write.
            ActKind::Deleted | ActKind::BroughtBack => said.retain(|said| !said.stands),
            ActKind::Changed if said.is_empty() => return None,
            ActKind::Added | ActKind::Changed => {}
        }
        Some(Act { key: self.key, dot, at, kind, said })
    }

    fn said(&self, name: &FieldName, value: &Value) -> Said {
        let stands = self.stands(name, value);
        let mut earlier: Vec<Earlier> = Vec::new();
        if stands {
            let gone = self.past_of(name).filter(|(_, gone)| !self.stands(name, &gone.value));
            earlier.extend(gone.map(|(dot, gone)| Earlier {
                value: gone.value.clone(),
                device: dot.device,
                at: gone.at,
            }));
            earlier.order_by(|a, b| (b.at, &a.value).cmp(&(a.at, &b.value)));
            earlier.dedup();
        }
        Said { field: name.clone(), value: value.clone(), stands, earlier }
    }

    fn stands(&self, name: &FieldName, value: &Value) -> bool {
        let entries = self.record.field(name.as_str()).map(|register| register.entries());
        entries.unwrap_or_default().iter().any(|entry| entry.value.value == *value)
    }
}

#[cfg(test)]
mod tests {
    use super::super::history::replaced;
    use super::*;

    const ANA: DeviceId = DeviceId::from_random(1);
    const DANA: DeviceId = DeviceId::from_random(2);

    /// One goal, and what its device remembers of it.
    #[derive(Clone)]
    struct Goal {
        key: RecordKey,
        record: Record,
        past: Vec<Past>,
    }

    impl Goal {
        fn made_by(device: DeviceId, title: &str) -> Self {
            let key = RecordKey {
                plan: PlanId::from_random(1),
                kind: Kind::Goal,
                id: RecordId::from_random(1),
            };
            let mut goal = Self { key, record: Record::new(), past: Vec::new() };
            let made = Value::text("2026-11-23T12:10:00Z");
            goal.write(device, 100, &[(field::TITLE, Value::text(title)), (field::CREATED, made)]);
            goal
        }

        fn change(&mut self, change: impl FnOnce(&mut Record)) {
            let before = self.record.clone();
            change(&mut self.record);
            self.past.extend(replaced(self.key, &before, &self.record));
        }

        fn write(&mut self, device: DeviceId, at: i64, fields: &[(&'static str, Value)]) {
            self.change(|record| {
                let mut write = record.write(device);
                for (name, value) in fields {
                    write.set((*name).into(), Stamped { value: value.clone(), at });
                }
            });
        }

        fn title(&mut self, device: DeviceId, at: i64, title: &str) {
            self.write(device, at, &[(field::TITLE, Value::text(title))]);
        }

        fn note(&mut self, device: DeviceId, at: i64, removed: bool) {
            self.change(|record| {
                let note = Stamped { value: Value::Bool(removed), at };
                let mut write = record.write(device);
                if removed {
                    write.set(field::REMOVED.into(), note).delete();
                } else {
                    write.restore().set(field::REMOVED.into(), note);
                }
            });
        }

        fn acts(&self, past: &[Past]) -> Vec<Act> {
            let mut plan = Plan::default();
            plan.merge_record(Kind::Goal, self.key.id, self.record.clone());
            plan.activity(self.key.plan, past, None)
        }

        /// Who did what when, with the values that do not stand in brackets.
        fn told(&self, past: &[Past]) -> Vec<String> {
            let words = |said: &Said| {
                let text = said.value.as_text().unwrap_or_default();
                if said.stands { format!(" {text}") } else { format!(" [{text}]") }
            };
            let line = |act: Act| {
                let who = if act.dot.device == ANA { "Ana" } else { "Dana" };
                let said: String = act.said.iter().map(words).collect();
                format!("{} {who} {:?}{said}", act.at, act.kind)
            };
            self.acts(past).into_iter().map(line).collect()
        }
    }

    #[test]
    fn each_write_is_one_line_and_tells_what_it_said() {
        let mut goal = Goal::made_by(ANA, "Veins");
        goal.title(DANA, 200, "Hand veins");
        goal.title(ANA, 300, "Small veins");
        let told = goal.told(&goal.past);
        assert_eq!(
            told,
            [
                "300 Ana Changed Small veins",
                "200 Dana Changed [Hand veins]",
                "100 Ana Added [Veins]"
            ]
        );
        let acts = goal.acts(&goal.past);
        let earlier: Vec<_> = acts[0].said[0].earlier.iter().map(|e| (e.device, e.at)).collect();
        assert_eq!(earlier, [(DANA, 200), (ANA, 100)]);
        // Without the past, the record alone tells what stands.
        assert_eq!(goal.told(&[]), ["300 Ana Changed Small veins", "100 Ana Added"]);
    }

    #[test]
    fn undoing_is_told_by_the_words_that_stand_again() {
        let mut goal = Goal::made_by(ANA, "Veins");
        goal.title(DANA, 200, "Hand veins");
        goal.write(DANA, 100, &[(field::TITLE, Value::text("Veins"))]);
        let told = goal.told(&goal.past);
        assert_eq!(told, ["200 Dana Changed [Hand veins]", "100 Ana Added Veins"]);
    }

    #[test]
    fn deleting_and_bringing_back_are_told_with_their_times() {
        let mut goal = Goal::made_by(ANA, "Veins");
        goal.note(DANA, 200, true);
        assert_eq!(goal.told(&goal.past), ["200 Dana Deleted", "100 Ana Added Veins"]);
        goal.note(ANA, 300, false);
        assert!(!goal.record.is_deleted());
        let told = goal.told(&goal.past);
        assert_eq!(told, ["300 Ana BroughtBack", "200 Dana Deleted", "100 Ana Added Veins"]);
        // What bringing back wrote again is not lost when it is emptied later.
        goal.change(|record| {
            record.write(DANA).clear(&field::TITLE.into());
        });
        assert!(goal.told(&goal.past).contains(&"100 Ana Added [Veins]".to_owned()));
    }

    #[test]
    fn a_value_that_stands_again_is_no_past() {
        let mut goal = Goal::made_by(ANA, "Veins");
        goal.title(DANA, 200, "Hand veins");
        goal.title(ANA, 300, "Veins");
        let acts = goal.acts(&goal.past);
        let earlier: Vec<_> = acts[0].said[0].earlier.iter().map(|e| e.value.clone()).collect();
        assert_eq!(earlier, [Value::text("Hand veins")]);
    }

    #[test]
    fn the_history_of_a_goal_is_that_of_its_tasks_too() {
        let goal = Goal::made_by(ANA, "Veins");
        let mut plan = Plan::default();
        plan.merge_record(Kind::Goal, goal.key.id, goal.record);
        let of = |goal: RecordId| {
            let mut task = Record::new();
            let goal = Stamped { value: Value::text(goal.to_string()), at: 400 };
            task.write(DANA).set(field::GOAL.into(), goal);
            task
        };
        plan.merge_record(Kind::Task, RecordId::from_random(2), of(goal.key.id));
        plan.merge_record(Kind::Task, RecordId::from_random(3), of(RecordId::from_random(9)));
        let acts = plan.activity(goal.key.plan, &[], Some((Kind::Goal, goal.key.id)));
        let ids: Vec<_> = acts.iter().map(|act| act.key.id).collect();
        assert_eq!(ids, [RecordId::from_random(2), goal.key.id]);
        assert_eq!(plan.activity(goal.key.plan, &[], None).len(), 3);
    }
}
