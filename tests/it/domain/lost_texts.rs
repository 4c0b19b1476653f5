//! No text is lost: whatever two sides write over each other, whoever settles it, and however files
//! travel, each text stands or is remembered by a device that had it, and comes back from there.
//!
//! The normal run settles 2,000 conflicts. `STEADYHAND_LONG=1` makes it 10,000, and
//! `STEADYHAND_SEED=n` repeats world n alone.

use std::collections::BTreeSet;
use std::env;

use fastrand::Rng;
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::codec::past;
use steadyhand::crdt::{Pace, at_once};
use steadyhand::domain::{
    Command, GoalChange, Kind, Past, Plan, PlanId, RecordId, RecordKey, UndoImport, Value, field,
};

use super::{FRESH, Side, pair};

const CONFLICTS: u64 = 2_000;
const CONFLICTS_LONG: u64 = 10_000;
const FIELDS: [&str; 2] = [field::TITLE, field::MEASURE];

/// One side, with what its storage would remember.
struct Keeper {
    side: Side,
    past: BTreeSet<Past>,
    undo: Option<UndoImport>,
}

impl Keeper {
    fn carry_out(&mut self, command: Command) {
        let event = self.side.carry_out(command);
        self.past.extend(event.replaced);
    }

    fn take_in(&mut self, plan: PlanId, content: Plan) {
        let arrival = self.side.workspace.look_at(vec![(plan, content)], self.side.device, FRESH);
        self.past.extend(arrival.past.iter().cloned());
        let prepared = at_once(self.side.workspace.prepare_import(&arrival, &Pace::default()));
        assert!(self.side.workspace.carry_out(&prepared));
        self.past.extend(prepared.past);
        self.undo = Some(prepared.undo);
    }

    /// What stands in a field, in the shared order.
    fn standing(&self, key: RecordKey, name: &str) -> Vec<String> {
        let record = self.side.workspace.get(key).unwrap();
        let entries = record.field(name).map(|register| register.entries()).unwrap_or_default();
        entries.iter().map(|entry| entry.value.value.as_text().unwrap().to_owned()).collect()
    }

    /// Every text that the history shows.
    fn told(&self, plan: PlanId) -> BTreeSet<String> {
        // What is stored is read back as it is in the database.
        let past: Vec<Past> =
            self.past.iter().flat_map(|one| past::read(&past::write(one)).unwrap()).collect();
        let acts = self.side.plan(plan).activity(plan, &past, None);
        let said = acts.into_iter().flat_map(|act| act.said);
        let values = said.flat_map(|said| {
            let earlier = said.earlier.into_iter().map(|earlier| earlier.value);
            earlier.chain([said.value]).collect::<Vec<_>>()
        });
        values.filter_map(|value| value.as_text().map(str::to_owned)).collect()
    }
}

#[derive(Default)]
struct Tally {
    settled: u64,
    lost: u64,
    late: u64,
    undone: u64,
}

struct World {
    rng: Rng,
    plan: PlanId,
    goals: Vec<RecordId>,
    sides: [Keeper; 2],
    mail: Vec<(usize, Plan)>,
    written: Vec<(RecordKey, &'static str, String)>,
    tally: Tally,
}

impl World {
    fn new(seed: u64) -> Self {
        let (mut student, mut mentor, plan) = pair();
        let goals = (0..4).map(|_| student.add_goal(plan, "A goal", &[])).collect();
        mentor.import_from(&student);
        let sides =
            [student, mentor].map(|side| Keeper { side, past: BTreeSet::new(), undo: None });
        Self {
            rng: Rng::with_seed(seed),
            plan,
            goals,
            sides,
            mail: Vec::new(),
            written: Vec::new(),
            tally: Tally::default(),
        }
    }

    fn any_field(&mut self) -> (RecordKey, &'static str) {
        let id = self.goals[self.rng.usize(..self.goals.len())];
        let key = RecordKey { plan: self.plan, kind: Kind::Goal, id };
        (key, FIELDS[self.rng.usize(..FIELDS.len())])
    }

    fn write(&mut self, side: usize, key: RecordKey, name: &'static str) {
        let text = format!("text {} by {side}", self.written.len());
        let change = match name {
            field::TITLE => GoalChange::Title(text.clone()),
            _ => GoalChange::Measure(text.clone()),
        };
        let now = &mut self.sides[side].side.now;
        // A clock that runs backwards at times decides nothing.
        *now += chrono::Duration::seconds(self.rng.i64(-600..3_600));
        self.revise(side, key, change);
        self.written.push((key, name, text));
    }

    fn revise(&mut self, side: usize, key: RecordKey, change: GoalChange) {
        let revise = Command::ReviseGoal { plan: key.plan, goal: key.id, changes: vec![change] };
        self.sides[side].carry_out(revise);
    }

    /// Sends what a side has now. It arrives when it arrives, once, twice or never.
    fn send(&mut self, from: usize) {
        let content = self.sides[from].side.plan(self.plan).clone();
        self.mail.push((1 - from, content));
    }

    fn receive(&mut self) {
        if self.mail.is_empty() {
            return;
        }
        let at = self.rng.usize(..self.mail.len());
        self.tally.late += u64::from(at + 1 < self.mail.len());
        let (to, content) =
            if self.rng.u8(..3) == 0 { self.mail[at].clone() } else { self.mail.swap_remove(at) };
        let content = if self.rng.u8(..20) == 0 { self.through_a_file(&content) } else { content };
        self.sides[to].take_in(self.plan, content);
        if self.rng.u8(..20) == 0
            && let Some(undo) = self.sides[to].undo.take()
        {
            self.sides[to].side.workspace.undo_import(&undo);
            self.tally.undone += 1;
        }
    }

    fn through_a_file(&self, content: &Plan) -> Plan {
        let header = Header { audience: Audience::Pair, made: self.sides[0].side.now, from: None };
        let text = bundle::write(&header, std::iter::once((self.plan, content)));
        bundle::read(text.as_bytes()).unwrap().plans.remove(0).1
    }

    /// Two sides write over each other; files travel; somebody settles it, or writes on.
    fn conflict(&mut self) {
        let (key, name) = self.any_field();
        for side in [0, 1] {
            for _ in 0..self.rng.u8(1..3) {
                self.write(side, key, name);
            }
            self.send(side);
        }
        for _ in 0..self.rng.u8(1..5) {
            self.receive();
        }
        let side = self.rng.usize(..2);
        let standing = self.sides[side].standing(key, name);
        if standing.len() < 2 {
            // The other side's file has not come yet, or came in one piece: this one settles it.
            self.exchange();
        }
        let standing = self.sides[side].standing(key, name);
        assert!(standing.len() > 1, "{key:?} {name}: {standing:?}");
        match self.rng.u8(..10) {
            0 => self.write(side, key, name),
            1 if name == field::MEASURE => {
                self.revise(side, key, GoalChange::Measure(String::new()));
            }
            2 => {
                self.sides[side].carry_out(Command::Delete(key));
                self.sides[side].carry_out(Command::Restore(key));
                self.settle(side, key, name, &standing);
            }
            _ => self.settle(side, key, name, &standing),
        }
        self.tally.settled += 1;
    }

    fn settle(&mut self, side: usize, key: RecordKey, name: &'static str, standing: &[String]) {
        let value = if self.rng.u8(..4) == 0 {
            let joined = standing.join(" / ");
            self.written.push((key, name, joined.clone()));
            joined
        } else {
            standing[self.rng.usize(..standing.len())].clone()
        };
        let value = Value::text(value);
        self.sides[side].carry_out(Command::Settle { key, field: name.into(), value });
    }

    fn exchange(&mut self) {
        for from in [0, 1] {
            let content = self.sides[from].side.plan(self.plan).clone();
            self.sides[1 - from].take_in(self.plan, content);
        }
    }

    fn check(&mut self) {
        self.exchange();
        let told: Vec<BTreeSet<String>> =
            self.sides.iter().map(|side| side.told(self.plan)).collect();
        for (key, name, text) in std::mem::take(&mut self.written) {
            if self.sides[0].standing(key, name).contains(&text) {
                continue;
            }
            let knows = |side: &Keeper| {
                side.past.iter().any(|one| {
                    one.key == key
                        && one.field.as_str() == name
                        && one.written.value.as_text() == Some(&text)
                })
            };
            let side = self.sides.iter().position(knows);
            let side = side.unwrap_or_else(|| panic!("{text} of {key:?} {name} is gone"));
            assert!(told[side].contains(&text), "{text} of {key:?} {name} is not told");
            let value = Value::text(text.as_str());
            self.sides[side].carry_out(Command::PutBack { key, field: name.into(), value });
            assert_eq!(self.sides[side].standing(key, name), std::slice::from_ref(&text));
            self.tally.lost += 1;
            if self.rng.u8(..10) == 0 {
                self.exchange();
                // What the other side brought back meanwhile stands beside it.
                assert!(self.sides[1 - side].standing(key, name).contains(&text));
            }
        }
    }
}

fn live(seed: u64, conflicts: u64) -> Tally {
    let mut world = World::new(seed);
    for _ in 0..conflicts {
        world.conflict();
    }
    world.check();
    world.tally
}

#[test]
fn every_text_stands_or_is_remembered_and_comes_back() {
    const EACH: u64 = 10;
    let only = env::var("STEADYHAND_SEED").ok().and_then(|seed| seed.parse::<u64>().ok());
    let long = env::var("STEADYHAND_LONG").is_ok_and(|long| long == "1");
    let conflicts = if long { CONFLICTS_LONG } else { CONFLICTS };
    let seeds = only.map_or(0..conflicts / EACH, |seed| seed..seed + 1);
    let worlds = seeds.end - seeds.start;
    let mut sum = Tally::default();
    for seed in seeds {
        let lived = std::panic::catch_unwind(|| live(seed, EACH));
        let Ok(tally) = lived else { panic!("Repeat it alone with STEADYHAND_SEED={seed}.") };
        sum.settled += tally.settled;
        sum.lost += tally.lost;
        sum.late += tally.late;
        sum.undone += tally.undone;
    }
    let Tally { settled, lost, late, undone } = sum;
    println!(
        "{settled} conflicts settled, {lost} lost texts brought back, {late} late files, {undone} imports undone"
    );
    assert_eq!(settled, worlds * EACH);
    let is_rich = lost > settled && late > settled / 4 && undone > settled / 40;
    assert!(only.is_some() || is_rich, "the worlds have become too tame");
}
