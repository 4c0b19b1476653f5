//! Files that somebody tampers with on the way: nothing panics, nobody's own words disappear, and
//! what has been merged is the same everywhere.

use super::phone::{Phone, file_of_plan};
use super::{live_through, share};
use fastrand::Rng;
use std::collections::BTreeSet;
use std::ops::AddAssign;
use steadyhand::codec::bundle;
use steadyhand::crdt::{Dot, Parts};
use steadyhand::domain::{
    Command, DeviceId, FieldName, GoalChange, Kind, Plan, PlanId, Quarantined, Reason, Record,
    RecordKey, Stamped, Value,
};

const FORGERIES: u64 = 10_000;

#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    forged_files: u64,
    renewed: u64,
    /// By reason, in the order of [`Reason::ALL`].
    apart: [u64; 5],
    merged: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.forged_files += other.forged_files;
        self.renewed += other.renewed;
        self.merged += other.merged;
        for (sum, more) in self.apart.iter_mut().zip(other.apart) {
            *sum += more;
        }
    }
}

#[test]
fn forged_files_take_nobodys_own_words_and_part_nobody() {
    let forgeries = share(FORGERIES);
    let is_enough = |t: &Tally, threads| t.forged_files * threads as u64 >= forgeries;
    let tally = live_through(|seed| World::new(seed).run(), is_enough);
    println!("{tally:?}");
    // What is too much for a file has a test of its own: `bundle::limits`.
    let mut apart = tally.apart.iter().zip(Reason::ALL).filter(|(_, of)| *of != Reason::TooMuch);
    let is_rich = tally.renewed > 0 && apart.all(|(count, _)| *count > 0);
    assert!(tally.forged_files < 50 || is_rich, "the forgeries have become too tame: {tally:?}");
}

struct World {
    rng: Rng,
    phones: Vec<Phone>,
    plan: PlanId,
    mail: Vec<String>,
    /// The records that somebody keeps apart.
    apart: BTreeSet<RecordKey>,
    tally: Tally,
}

impl World {
    fn new(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let (phones, plan) = Phone::several(&mut rng);
        let mail = vec![phones[0].file()];
        Self { rng, phones, plan, mail, apart: BTreeSet::new(), tally: Tally::default() }
    }

    fn run(mut self) -> Tally {
        for step in 0..40 {
            let at = self.rng.usize(..self.phones.len());
            match self.rng.u8(..10) {
                0..4 => self.write(at, step),
                4 | 5 => self.mail.push(self.phones[at].file()),
                6 => self.forge(),
                _ => {
                    let text = self.rng.choice(&self.mail).unwrap().clone();
                    self.receive(at, &text);
                }
            }
        }
        self.exchange_until_nothing_is_new();
        self.check_agreement();
        self.tally
    }

    fn write(&mut self, at: usize, step: u32) {
        let plan = self.plan;
        let goals = self.phones[at].plan(plan).goals_by_due();
        let Some(goal) = self.rng.choice(goals) else { return };
        let words = format!("Phone {at}, {step}");
        let command = match self.rng.u8(..6) {
            0 => Command::Delete(RecordKey { plan, kind: Kind::Goal, id: goal }),
            1 | 2 => Command::ReviseGoal { plan, goal, changes: vec![GoalChange::Measure(words)] },
            _ => Command::ReviseGoal { plan, goal, changes: vec![GoalChange::Title(words)] },
        };
        self.phones[at].carry_out(command).unwrap();
    }

    /// Takes a file, forges one record of it, and sends it on.
    fn forge(&mut self) {
        let text = self.rng.choice(&self.mail).unwrap();
        let (_, plan) = bundle::read(text.as_bytes()).unwrap().plans.remove(0);
        let chosen = self.rng.usize(..plan.len());
        let whom = self.rng.usize(..self.phones.len());
        let (victim, rng) = (self.phones[whom].device(), &mut self.rng);
        let mut forged = Plan::default();
        for (place, (kind, id, record)) in plan.into_records().enumerate() {
            let is_chosen = place == chosen || (kind == Kind::Goal && rng.bool());
            match (is_chosen, rng.u8(..6)) {
                (false, _) => forged.merge_record(kind, id, record),
                (true, 0) => forged.merge_record(Kind::Meeting, id, record),
                (true, how) => forged.merge_record(kind, id, tampered(&record, victim, how, rng)),
            }
        }
        self.mail.push(file_of_plan(self.plan, &forged));
        self.tally.forged_files += 1;
    }

    fn receive(&mut self, at: usize, text: &str) {
        let before = self.phones[at].clone();
        let apart = self.phones[at].take_in_anything(text);
        self.tally.merged += 1;
        self.tally.renewed += u64::from(before.device() != self.phones[at].device());
        self.check_own_words(&before, &self.phones[at], &apart, text);
        for found in apart {
            let reason = Reason::ALL.iter().position(|reason| *reason == found.reason);
            self.tally.apart[reason.unwrap()] += 1;
            self.apart.insert(found.key);
        }
    }

    /// What the phone itself had written stands where the file claims to know more of it than it
    /// does itself.
    fn check_own_words(&self, before: &Phone, after: &Phone, apart: &[Quarantined], text: &str) {
        let me = before.device();
        for (plan, content) in bundle::read(text.as_bytes()).unwrap().plans {
            for (kind, id, theirs) in content.into_records() {
                let key = RecordKey { plan, kind, id };
                let Some(mine) = before.workspace.get(key) else { continue };
                if apart.iter().any(|found| found.key == key) {
                    assert_eq!(after.workspace.get(key), Some(mine), "what is apart is not merged");
                }
                if theirs.seen().count(me) <= mine.seen().count(me) {
                    continue;
                }
                let now = after.workspace.get(key).unwrap();
                assert!(!mine.is_deleted() || now.is_deleted() || !theirs.is_deleted());
                for (name, register) in mine.fields() {
                    let own = register.entries().iter().filter(|entry| entry.dot.device == me);
                    for entry in own {
                        let standing = now.field(name.as_str()).unwrap().entries();
                        assert!(standing.iter().any(|held| held.value == entry.value), "{key:?}");
                    }
                }
            }
        }
    }

    fn exchange_until_nothing_is_new(&mut self) {
        for _ in 0..8 {
            let before: Vec<_> = self.phones.iter().map(|phone| phone.workspace.clone()).collect();
            for to in 0..self.phones.len() {
                for from in 0..self.phones.len() {
                    let text = self.phones[from].file();
                    self.receive(to, &text);
                }
            }
            if self.phones.iter().map(|phone| &phone.workspace).eq(&before) {
                return;
            }
        }
        panic!("the phones never come to rest");
    }

    fn check_agreement(&self) {
        let first = self.phones[0].plan(self.plan);
        for phone in &self.phones[1..] {
            for (kind, id, record) in phone.plan(self.plan).records() {
                let key = RecordKey { plan: self.plan, kind, id };
                if !self.apart.contains(&key) {
                    assert_eq!(first.get(kind, id), Some(record), "{key:?}");
                }
            }
        }
    }
}

/// A record somebody has tampered with.
fn tampered(record: &Record, victim: DeviceId, how: u8, rng: &mut Rng) -> Record {
    let mut parts = record.clone().into_parts();
    let near = rng.u64(1..8);
    match how {
        1 => parts.seen.observe(Dot { device: victim, counter: near }),
        2 => parts.seen.observe(Dot { device: victim, counter: 1 << rng.u32(..53) }),
        3 => change_a_value(&mut parts, rng),
        4 => {
            let crowd = (0..rng.u128(1001..1100)).map(|n| (DeviceId::from_random(n << 40), 1));
            parts.seen.join(&crowd.collect());
        }
        _ => {
            let value = Stamped { value: Value::text("Forged"), at: 0 };
            let dot = Dot { device: victim, counter: near };
            let entries = vec![steadyhand::crdt::Entry { dot, value }];
            parts.fields.push((FieldName::new("title"), entries));
        }
    }
    Record::from_parts(parts)
}

fn change_a_value(parts: &mut Parts<DeviceId, FieldName, Stamped>, rng: &mut Rng) {
    if parts.fields.is_empty() {
        return;
    }
    let at = rng.usize(..parts.fields.len());
    for entry in &mut parts.fields[at].1 {
        entry.value.value = Value::text("Changed on the way");
    }
}
