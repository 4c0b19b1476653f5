//! When people who had not seen each other's words change the same field, every text can be found
//! and put back by a person: before the dispute is settled, and after.

use super::phone::Phone;
use super::{live_through, share};
use fastrand::Rng;
use std::collections::BTreeSet;
use std::ops::AddAssign;
use steadyhand::domain::{
    Command, Dispute, GoalChange, Kind, MeetingChange, PersonChange, PlanChange, PlanId, RecordKey,
    Value,
};

const CONFLICTS: u64 = 10_000;
/// Conflicts in one history.
const AT_ONCE: usize = 5;

#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    conflicts: u64,
    texts: u64,
    lost: u64,
    joined: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.conflicts += other.conflicts;
        self.texts += other.texts;
        self.lost += other.lost;
        self.joined += other.joined;
    }
}

#[test]
fn every_losing_text_can_be_found_and_restored() {
    let conflicts = share(CONFLICTS);
    let tally = live_through(live, |t: &Tally, threads| t.conflicts * threads as u64 >= conflicts);
    println!("{tally:?}");
    assert!(tally.lost > tally.conflicts / 2 && tally.joined > tally.conflicts / 8, "{tally:?}");
}

/// The texts that stand in a field.
fn texts(dispute: &Dispute) -> BTreeSet<String> {
    dispute.rivals.iter().filter_map(|rival| rival.value.as_text()).map(str::to_owned).collect()
}

fn live(seed: u64) -> Tally {
    let rng = &mut Rng::with_seed(seed);
    let (mut phones, plan) = Phone::several(rng);
    let mut tally = Tally::default();
    for number in 0..AT_ONCE {
        tally += one_conflict(&mut phones, plan, number, rng);
    }
    tally
}

fn one_conflict(phones: &mut [Phone], plan: PlanId, number: usize, rng: &mut Rng) -> Tally {
    let (key, revise) = any_field(&phones[0], plan, rng);
    let (left, right) = phones.split_at_mut(1);
    let other = rng.usize(..right.len());
    let (one, other) = (&mut left[0], &mut right[other]);
    let said = [format!("Mine, {number}"), format!("Theirs, {number}")];
    one.carry_out(revise(key, &said[0])).unwrap();
    other.carry_out(revise(key, &said[1])).unwrap();
    let (mine, theirs) = (one.file(), other.file());
    one.take_in(&theirs);
    other.take_in(&mine);

    let said: BTreeSet<String> = said.into();
    for phone in [&*one, &*other] {
        let disputes = phone.plan(plan).disputes_of(key);
        assert!(disputes.iter().any(|dispute| texts(dispute) == said), "{disputes:?}");
    }
    let dispute = one.plan(plan).disputes_of(key).into_iter().find(|d| texts(d) == said).unwrap();
    let joins = rng.u8(..4) == 0;
    let all: Vec<String> = said.iter().cloned().collect();
    let winner = if joins { all.join(" / ") } else { rng.choice(&all).unwrap().clone() };
    let settle =
        Command::Settle { key, field: dispute.field.clone(), value: Value::text(winner.as_str()) };
    let event = one.carry_out(settle).unwrap();
    let settled = one.file();
    other.take_in(&settled);
    for phone in [&*one, &*other] {
        assert!(phone.plan(plan).disputes_of(key).iter().all(|d| d.field != dispute.field));
    }
    if joins {
        assert!(all.iter().all(|text| winner.contains(text)));
    }
    // Who settled it can take that back, here and so everywhere, and both stand again.
    let undone = one.carry_out(Command::Undo(event.undo)).unwrap();
    let text = one.file();
    other.take_in(&text);
    for phone in [&*one, &*other] {
        let disputes = phone.plan(plan).disputes_of(key);
        assert!(disputes.iter().any(|dispute| texts(dispute) == said), "{disputes:?}");
    }
    one.carry_out(Command::Undo(undone.undo)).unwrap();
    let text = one.file();
    other.take_in(&text);
    if !joins {
        bring_back_the_loser(one, key, &dispute, &said, &winner);
        let text = one.file();
        other.take_in(&text);
    }
    let lost = if joins { 0 } else { 1 };
    Tally { conflicts: 1, texts: 2, lost, joined: u64::from(joins) }
}

/// How to write words into a field.
type Writing = fn(RecordKey, &str) -> Command;

/// The text that lost is in the past of the phone that settled it, under its field, and what is
/// found there can be put back.
fn bring_back_the_loser(
    phone: &mut Phone,
    key: RecordKey,
    dispute: &Dispute,
    said: &BTreeSet<String>,
    winner: &str,
) {
    let loser = said.iter().find(|text| *text != winner).unwrap();
    let found = phone.past.iter().find(|past| {
        past.key == key
            && past.field == dispute.field
            && past.written.value.as_text() == Some(loser.as_str())
    });
    let value = found.expect("the past holds the text that lost").written.value.clone();
    phone.carry_out(Command::Settle { key, field: dispute.field.clone(), value }).unwrap();
    let record = phone.workspace.get(key).unwrap();
    let standing = record.field(dispute.field.as_str()).unwrap().entries();
    let standing: Vec<_> = standing.iter().map(|entry| entry.value.value.as_text()).collect();
    assert_eq!(standing, [Some(loser.as_str())]);
}

/// Any field in which people write words, and how to write them.
fn any_field(phone: &Phone, plan: PlanId, rng: &mut Rng) -> (RecordKey, Writing) {
    let fields: [(Kind, Writing); 7] = [
        (Kind::Goal, |key, words| goal(key, GoalChange::Title(words.to_owned()))),
        (Kind::Goal, |key, words| goal(key, GoalChange::Measure(words.to_owned()))),
        (Kind::Task, |RecordKey { plan, id, .. }, words| Command::RenameTask {
            plan,
            task: id,
            title: words.to_owned(),
        }),
        (Kind::Meeting, |key, words| meeting(key, MeetingChange::Agenda(words.to_owned()))),
        (Kind::Meeting, |key, words| meeting(key, MeetingChange::Place(words.to_owned()))),
        (Kind::Person, |RecordKey { plan, id, .. }, words| {
            let changes = vec![PersonChange::Name(words.to_owned())];
            Command::RevisePerson { plan, person: id, changes }
        }),
        (Kind::Plan, |RecordKey { plan, .. }, words| Command::RevisePlan {
            plan,
            changes: vec![PlanChange::Title(words.to_owned())],
        }),
    ];
    let (kind, revise) = rng.choice(fields).unwrap();
    let (id, _) = phone.plan(plan).live(kind).next().unwrap();
    (RecordKey { plan, kind, id }, revise)
}

fn goal(key: RecordKey, change: GoalChange) -> Command {
    Command::ReviseGoal { plan: key.plan, goal: key.id, changes: vec![change] }
}

fn meeting(key: RecordKey, change: MeetingChange) -> Command {
    Command::ReviseMeeting { plan: key.plan, meeting: key.id, changes: vec![change] }
}
