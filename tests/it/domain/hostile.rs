//! Files that no honest device writes: nothing anybody wrote disappears because of them.

use super::*;
use steadyhand::crdt::{Entry, Parts, VersionVector};
use steadyhand::domain::{
    Arrival, Change, Quarantined, Reason, Record, RecordKey, Stamped, UndoImport, Value,
};

const MALLORY: DeviceId = DeviceId::from_random(0xBAD);

fn goal_key(plan: PlanId, id: RecordId) -> RecordKey {
    RecordKey { plan, kind: Kind::Goal, id }
}

impl Side {
    fn rename(&mut self, plan: PlanId, goal: RecordId, title: &str) {
        let changes = vec![GoalChange::Title(title.to_owned())];
        self.carry_out(Command::ReviseGoal { plan, goal, changes });
    }

    fn looks_at(&self, key: RecordKey, record: Record) -> Arrival {
        let mut plan = Plan::default();
        plan.merge_record(key.kind, key.id, record);
        self.workspace.look_at(vec![(key.plan, plan)], self.device, FRESH)
    }

    /// Takes in one record as a file would bring it, and goes on under the new name if it has to.
    fn receive(&mut self, key: RecordKey, record: Record) -> (UndoImport, Vec<Quarantined>) {
        let arrival = self.looks_at(key, record);
        let (device, apart) = (arrival.new_device, arrival.quarantined.clone());
        let undo = self.workspace.import(arrival);
        self.device = device.unwrap_or(self.device);
        (undo, apart)
    }

    fn titles_of(&self, key: RecordKey) -> Vec<String> {
        let register = self.workspace.get(key).unwrap().field(field::TITLE).unwrap();
        let mut titles: Vec<String> = register
            .entries()
            .iter()
            .map(|entry| entry.value.value.as_text().unwrap().to_owned())
            .collect();
        titles.sort();
        titles.dedup();
        titles
    }
}

/// The record with other parts, as somebody who edits the file can make it.
fn forged(
    record: &Record,
    change: impl FnOnce(&mut Parts<DeviceId, steadyhand::domain::FieldName, Stamped>),
) -> Record {
    let mut parts = record.clone().into_parts();
    change(&mut parts);
    Record::from_parts(parts)
}

fn titled(dot: (DeviceId, u64), title: &str) -> Entry<DeviceId, Stamped> {
    let (device, counter) = dot;
    let value = Stamped { value: Value::text(title), at: 7 };
    Entry { dot: steadyhand::crdt::Dot { device, counter }, value }
}

#[test]
fn a_file_that_claims_our_future_swallows_nothing_of_ours() {
    let (mut ana, _, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    let key = goal_key(plan, goal);
    let earlier = ana.workspace.get(key).unwrap().clone();
    ana.rename(plan, goal, "Written and not sent yet");
    let before = ana.workspace.clone();

    let future = (ana.device, 1000);
    let record = forged(&earlier, |parts| {
        parts.fields.retain(|(name, _)| name.as_str() != field::TITLE);
        parts.fields.push((field::TITLE.into(), vec![titled(future, "Forged")]));
    });
    let (undo, apart) = ana.receive(key, record.clone());
    assert_eq!((ana.device, apart), (FRESH, Vec::new()));
    assert_eq!(ana.titles_of(key), ["Forged", "Written and not sent yet"]);
    assert_eq!(ana.plan(plan).disputes(plan).len(), 1);
    let person = before.plan(plan).unwrap().person_of(DeviceId::from_random(1));
    assert!(person.is_some());
    assert_eq!(ana.plan(plan).person_of(FRESH), person, "the new device is Ana's too");

    // Settling and everything else goes on, and the same file brings nothing new.
    assert!(ana.looks_at(key, record.clone()).is_nothing_new());
    ana.workspace.undo_import(&undo);
    assert_eq!(ana.titles_of(key), ["Written and not sent yet"]);
    assert!(ana.plan(plan).disputes(plan).is_empty());
    // The same forgery once more finds nothing that it could swallow.
    let (_, _) = ana.receive(key, record);
    assert_eq!(ana.titles_of(key), ["Forged", "Written and not sent yet"]);
}

#[test]
fn what_is_written_between_looking_and_taking_in_is_not_swallowed_either() {
    let (mut ana, _, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    let key = goal_key(plan, goal);
    let record = forged(ana.workspace.get(key).unwrap(), |parts| {
        parts.seen = [(DeviceId::from_random(1), 999)].into_iter().collect();
        parts.fields.retain(|(name, _)| name.as_str() != field::TITLE);
    });
    let arrival = ana.looks_at(key, record);
    ana.rename(plan, goal, "Written meanwhile");
    ana.workspace.import(arrival);
    assert_eq!(ana.titles_of(key), ["Written meanwhile"]);
}

#[test]
fn a_copied_profile_keeps_what_was_written_in_both_copies() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    dana.import_from(&ana);
    dana.rename(plan, goal, "Dana's veins");
    ana.import_from(&dana);
    let key = goal_key(plan, goal);
    let mut copy = Side { workspace: ana.workspace.clone(), draws: 77 << 64, ..Side::new(1) };
    ana.rename(plan, goal, "In the one");
    // Counters are equal and values are not: once in the same field, once in another.
    let theirs = {
        let mut same = Side { workspace: copy.workspace.clone(), ..Side::new(1) };
        same.rename(plan, goal, "In the other");
        same.workspace.get(key).unwrap().clone()
    };
    let mut one = Side { workspace: ana.workspace.clone(), ..Side::new(1) };
    one.receive(key, theirs);
    assert_eq!(one.device, FRESH);
    assert_eq!(one.titles_of(key), ["In the one", "In the other"]);

    let measure = vec![GoalChange::Measure("Ten draws".to_owned())];
    ana.carry_out(Command::ReviseGoal { plan, goal, changes: measure });
    copy.rename(plan, goal, "Once");
    copy.rename(plan, goal, "In the other");
    let stored = ana.workspace.get(key).unwrap().clone();
    let (_, apart) = ana.receive(key, copy.workspace.get(key).unwrap().clone());
    assert_eq!((ana.device, apart.len()), (FRESH, 0));
    assert_eq!(ana.titles_of(key), ["In the one", "In the other"]);
    assert_eq!(ana.plan(plan).goal(goal).unwrap().measure, "Ten draws");
    // Nor are they lost where what was stored before meets them again.
    ana.workspace.merge_record(key, stored);
    assert_eq!(ana.titles_of(key), ["In the one", "In the other"]);
}

#[test]
fn what_a_device_deleted_stays_deleted_when_a_file_knows_it_better() {
    let (mut ana, mut dana, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    let key = goal_key(plan, goal);
    dana.import_from(&ana);
    let earlier = ana.workspace.get(key).unwrap().clone();
    let claims_all = |parts: &mut Parts<DeviceId, _, _>| {
        parts.seen = [(DeviceId::from_random(1), 1000)].into_iter().collect();
    };
    let mut deleted_here = Side { workspace: ana.workspace.clone(), ..Side::new(1) };
    deleted_here.carry_out(Command::Delete(key));
    deleted_here.receive(key, forged(&earlier, claims_all));
    assert!(deleted_here.workspace.get(key).unwrap().is_deleted());
    deleted_here.carry_out(Command::Restore(key));
    assert_eq!(deleted_here.titles_of(key), ["Veins"]);

    // A goal of Ana's that Dana deleted does not come back, and its words are still there.
    dana.carry_out(Command::Delete(key));
    ana.import_from(&dana);
    let empty = forged(&earlier, |parts| {
        claims_all(parts);
        parts.fields.clear();
    });
    ana.receive(key, empty);
    assert!(ana.workspace.get(key).unwrap().is_deleted());
    assert_eq!(ana.titles_of(key), ["Veins"]);
}

#[test]
fn impossible_numbers_are_kept_apart_and_cannot_be_taken_in() {
    let (mut ana, dana, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    let key = goal_key(plan, goal);
    let honest = ana.workspace.get(key).unwrap().clone();
    let with = |seen: VersionVector<DeviceId>| forged(&honest, |parts| parts.seen.join(&seen));
    let many = |n: u128| (0..n).map(|n| (DeviceId::from_random(0xFFFF + n), 1)).collect();
    let before = ana.workspace.clone();
    for (record, reason) in [
        (with([(dana.device, 1_000_001)].into_iter().collect()), Reason::ImpossibleCount),
        (with([(ana.device, u64::MAX)].into_iter().collect()), Reason::ImpossibleCount),
        (with(many(1000)), Reason::TooManyDevices),
    ] {
        let (_, apart) = ana.receive(key, record.clone());
        assert_eq!(apart, [Quarantined { key, record, reason }]);
        assert!(ana.workspace.look_at_apart(&apart[0], ana.device, FRESH).is_none());
        assert_eq!((&ana.workspace, ana.device), (&before, DeviceId::from_random(1)));
    }
    for record in [with([(dana.device, 1_000_000)].into_iter().collect()), with(many(999))] {
        let (_, apart) = Side { workspace: before.clone(), ..Side::new(1) }.receive(key, record);
        assert_eq!(apart, []);
    }
    // Nor do two halves make a whole.
    ana.receive(key, with(many(600)));
    let more = (0..600).map(|n| (DeviceId::from_random(0xFFFFF + n), 1)).collect();
    let (_, apart) = ana.receive(key, with(more));
    assert_eq!(apart[0].reason, Reason::TooManyDevices);
}

#[test]
fn one_write_with_two_values_is_kept_apart_until_a_person_takes_it_in() {
    let (mut ana, mut dana, plan) = pair();
    let goal = dana.add_goal(plan, "Veins", &[]);
    ana.import_from(&dana);
    let key = goal_key(plan, goal);
    let honest = dana.workspace.get(key).unwrap().clone();
    let dot = (dana.device, 1);
    let record = forged(&honest, |parts| {
        parts.fields.retain(|(name, _)| name.as_str() != field::TITLE);
        parts.fields.push((field::TITLE.into(), vec![titled(dot, "Arteries")]));
    });
    let before = ana.workspace.clone();
    let (_, apart) = ana.receive(key, record.clone());
    assert_eq!(apart, [Quarantined { key, record: record.clone(), reason: Reason::OtherValue }]);
    assert_eq!(ana.workspace, before);
    let rivals = &ana.workspace.differences(key, &record)[0].rivals;
    assert_eq!(rivals.len(), 2);

    let arrival = ana.workspace.look_at_apart(&apart[0], ana.device, FRESH).unwrap();
    assert_eq!(arrival.plans[0].disputes.len(), 1);
    let undo = ana.workspace.import(arrival);
    assert_eq!(ana.titles_of(key), ["Arteries", "Veins"]);
    assert_eq!(ana.plan(plan).disputes(plan).len(), 1);
    // Dana's next honest file contradicts nothing: all that it says of that write is here.
    assert!(ana.looks_at(key, honest).is_nothing_new());
    ana.workspace.undo_import(&undo);
    assert_eq!(ana.workspace, before);

    let moved = forged(&before.get(key).unwrap().clone(), |parts| {
        for (_, entries) in &mut parts.fields {
            entries.iter_mut().for_each(|entry| entry.value.at += 1);
        }
    });
    assert_eq!(ana.receive(key, moved).1[0].reason, Reason::OtherValue);
    let mut deleted = dana.workspace.get(key).unwrap().clone();
    deleted.write(dana.device).delete();
    ana.receive(key, deleted.clone());
    let other = forged(&deleted, |parts| {
        parts.deletions.iter_mut().for_each(|deletion| {
            deletion.value = [(MALLORY, 9)].into_iter().collect();
        });
    });
    assert_eq!(ana.receive(key, other).1[0].reason, Reason::OtherValue);
}

#[test]
fn an_id_of_another_kind_is_kept_apart_also_within_one_file() {
    let (mut ana, _, plan) = pair();
    let goal = ana.add_goal(plan, "Veins", &[]);
    let record = forged(&Record::default(), |parts| {
        parts.fields.push((field::TITLE.into(), vec![titled((MALLORY, 1), "A task")]));
    });
    let task = RecordKey { plan, kind: Kind::Task, id: goal };
    let (_, apart) = ana.receive(task, record.clone());
    assert_eq!(apart[0].reason, Reason::OtherKind);
    assert!(ana.workspace.get(task).is_none());
    assert_eq!(apart[0].label(), "A task");
    let arrival = ana.workspace.look_at_apart(&apart[0], ana.device, FRESH).unwrap();
    ana.workspace.import(arrival);
    assert!(ana.workspace.get(task).is_some());

    let id = RecordId::from_random(0x1D);
    let mut file = Plan::default();
    for kind in [Kind::Device, Kind::Goal, Kind::Meeting] {
        file.merge_record(kind, id, record.clone());
    }
    file.merge_record(Kind::Plan, plan.into(), record.clone());
    let arrival = ana.workspace.look_at(vec![(plan, file)], ana.device, FRESH);
    assert_eq!(arrival.plans[0].count(Change::New), 1);
    let apart: Vec<_> =
        arrival.quarantined.iter().map(|found| (found.key.kind, found.reason)).collect();
    assert_eq!(apart, [(Kind::Meeting, Reason::OtherKind)]);
}
