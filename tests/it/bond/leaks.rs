//! Nothing leaks: over random plans, no byte of a file depends on a record that its reader may not see.

use std::collections::BTreeSet;

use fastrand::Rng;
use steadyhand::codec::bundle::{self, Header};
use steadyhand::domain::{
    Audience, ForWhom, Kind, Plan, PlanId, Record, RecordId, Risk, SearchIndex, Stamped,
    Surroundings, Value, field,
};

use super::leaving::others;
use super::*;

/// Random plans in a normal run, and in a long one.
const PLANS: [u64; 2] = [1_000, 50_000];

/// One record of a random plan, and what it says of itself, for the oracle.
struct Thing {
    kind: Kind,
    id: RecordId,
    marker: String,
    names: Vec<RecordId>,
    /// The goal of a task.
    goal: Option<RecordId>,
    said: Option<Audience>,
    is_to_program: bool,
}

const KINDS: [&str; 15] = [
    "goals",
    "tasks",
    "meetings",
    "action_items",
    "feedback",
    "comments",
    "shifts",
    "notes",
    "ratings",
    "check_ins",
    "evaluations",
    "meeting_series",
    "agenda_items",
    "of_later",
    "closings",
];

fn text(value: &str) -> Value {
    Value::text(value)
}

/// A plan of random records, some of which name others.
fn random_plan(rng: &mut Rng) -> (PlanId, Plan, Vec<Thing>) {
    let id = PlanId::from_random(rng.u128(..));
    let mut plan = Plan::default();
    let devices: Vec<DeviceId> = (0..4).map(|_| DeviceId::from_random(rng.u128(..))).collect();
    let put = |plan: &mut Plan, rng: &mut Rng, kind, id, fields: Vec<(&str, Value)>| {
        let mut record = Record::new();
        for (name, value) in fields {
            let device = *rng.choice(&devices).unwrap();
            let name = steadyhand::domain::FieldName::new(name);
            record.write(device).set(name, Stamped { value, at: 1_790_000_000 });
        }
        if rng.u8(..8) == 0 {
            record.write(*rng.choice(&devices).unwrap()).delete();
        }
        plan.merge_record(kind, id, record);
    };
    let card = vec![
        ("title", text("Course")),
        ("starts", text("2026-10-05")),
        ("weeks", Value::number(16)),
    ];
    put(&mut plan, rng, Kind::Plan, id.into(), card);
    for device in &devices {
        let person = text(&RecordId::from_random(rng.u128(..)).to_string());
        put(&mut plan, rng, Kind::Device, (*device).into(), vec![("person", person)]);
    }
    let mut things: Vec<Thing> = Vec::new();
    for number in 0..rng.usize(1..24) {
        let kind = Kind::from_name(rng.choice(KINDS).unwrap()).unwrap();
        let record = RecordId::from_random(rng.u128(..));
        let marker = format!("MARKER{number}ç");
        let mut fields = vec![
            ("title", text(&marker)),
            ("text", text(&format!("{marker} and more"))),
            ("created", text("2026-10-05T12:00:00Z")),
            ("starts", text("2026-11-26T15:30")),
        ];
        let mut names = Vec::new();
        let mut goal = None;
        let other = |rng: &mut Rng| rng.choice(&things).map(|thing| (thing.kind, thing.id));
        if rng.bool()
            && let Some((of, id)) = other(rng)
        {
            names.push(id);
            let words = id.to_string();
            match rng.u8(..5) {
                0 => fields.push(("about", text(&words))),
                1 => fields.push(("meeting", text(&words))),
                2 => {
                    fields.push(("later", Value::Other(format!("{{\"a\":[\"{words}\"]}}").into())))
                }
                3 => fields.push(("series", text(&words))),
                _ => {
                    goal = (of == Kind::Goal).then_some(id);
                    fields.push(("goal", text(&words)));
                }
            }
        }
        let said = rng.bool().then(|| *rng.choice(Audience::ALL.iter()).unwrap());
        fields.extend(said.map(|said| (field::AUDIENCE, text(said.name()))));
        let is_to_program = kind == Kind::Feedback && rng.bool();
        if is_to_program {
            fields.push(("form", text("to_program")));
        }
        put(&mut plan, rng, kind, record, fields);
        things.push(Thing { kind, id: record, marker, names, goal, said, is_to_program });
    }
    (id, plan, things)
}

/// The records that somebody may not see, found in the plainest way.
fn hidden(things: &[Thing], for_whom: ForWhom) -> BTreeSet<RecordId> {
    let by_itself = |thing: &Thing| {
        let usual = match thing.kind {
            _ if thing.is_to_program => Audience::Program,
            Kind::Shift | Kind::Note => Audience::OnlyMe,
            _ => Audience::Pair,
        };
        let of_goal = thing.goal.filter(|_| thing.kind == Kind::Task);
        let of_goal = of_goal.map(|goal| {
            let goal = things.iter().find(|one| one.id == goal).unwrap();
            goal.said.unwrap_or(Audience::Pair)
        });
        let audience = thing.said.or(of_goal).unwrap_or(usual);
        match for_whom {
            ForWhom::Pair => audience == Audience::OnlyMe || thing.is_to_program,
            ForWhom::Program => audience != Audience::Program,
        }
    };
    let mut hidden: BTreeSet<RecordId> =
        things.iter().filter(|thing| by_itself(thing)).map(|thing| thing.id).collect();
    loop {
        let before = hidden.len();
        for thing in things {
            if thing.names.iter().any(|name| hidden.contains(name)) {
                hidden.insert(thing.id);
            }
        }
        if hidden.len() == before {
            return hidden;
        }
    }
}

/// The plan as if the hidden records had never been written, nor the devices that wrote nothing else.
fn without(plan: &Plan, hidden: &BTreeSet<RecordId>) -> Plan {
    let stays = |id: RecordId| !hidden.contains(&id);
    let told = || plan.records().filter(|(kind, id, _)| *kind != Kind::Device && stays(*id));
    let writers: BTreeSet<RecordId> = told()
        .flat_map(|(_, _, record)| record.seen().iter())
        .map(|(device, _)| device.into())
        .collect();
    let mut rest = Plan::default();
    for (kind, id, record) in plan.records() {
        if stays(id) && (kind != Kind::Device || writers.contains(&id)) {
            rest.merge_record(kind, id, record.clone());
        }
    }
    rest
}

fn file(id: PlanId, plan: &Plan, for_whom: ForWhom) -> String {
    let audience = match for_whom {
        ForWhom::Program => bundle::Audience::Program,
        ForWhom::Pair => bundle::Audience::Pair,
    };
    let made = "2026-11-22T14:20:05-06:00".parse().unwrap();
    let header = Header { audience, made, from: None };
    bundle::write(&header, [(id, &plan.outgoing(id, for_whom).plan)].into_iter())
}

/// A backup is the one file that leaves nothing out.
fn a_backup_holds_everything(seed: u64, id: PlanId, plan: &Plan, things: &[Thing]) {
    let made = "2026-11-22T14:20:05-06:00".parse().unwrap();
    let header = Header { audience: bundle::Audience::Pair, made, from: None };
    let kept = bundle::DeviceStores::default();
    let backup = bundle::write_backup(&header, [(id, plan)].into_iter(), &kept);
    for thing in things {
        let marks = [&thing.marker, &thing.id.to_string()];
        assert!(marks.iter().all(|mark| backup.contains(*mark)), "seed {seed}: {}", thing.marker);
    }
}

/// Asks a plan whose records are not all there whatever a page may ask.
fn ask_everything(plan: &Plan, id: PlanId) {
    let now: chrono::NaiveDateTime = "2026-11-24T09:00:00".parse().unwrap();
    let me = RecordId::from_random(1);
    let cadence = built_in().cadence;
    let around =
        Surroundings { now, offset: offset(), cadence: &cadence, unseen: 0, risk: Risk::Calm };
    assert!(plan.later_matters(id, Some(me), around).len() < 1_000);
    // Its card may be deleted.
    let outlook = plan.outlook(id, Some(me), now.date());
    assert!(outlook.is_none_or(|outlook| outlook.at(now).first.len() < 1_000));
    assert!(plan.activity(id, &[], None).len() < 1_000);
    let index = SearchIndex::of(plan, id, Some(me));
    for key in index.find("marker", 100) {
        assert!(plan.hit(key, "marker").is_some());
        assert!(plan.audience(key.kind, key.id).is_some());
    }
    for goal in plan.goals_in_order() {
        assert!(plan.goal_status(goal, now.date(), offset()).is_some());
        assert!(plan.course_of(goal, offset()).points.len() < 1_000);
    }
}

fn check(seed: u64) -> (usize, usize) {
    let mut rng = Rng::with_seed(seed);
    let (id, plan, things) = random_plan(&mut rng);
    let mut counts = (0, 0);
    for for_whom in [ForWhom::Pair, ForWhom::Program] {
        let hidden = hidden(&things, for_whom);
        for thing in &things {
            let is_let = plan.admits_by_itself(thing.kind, thing.id, for_whom);
            let is_kept = plan.kept_back_by(thing.kind, thing.id, for_whom).is_some();
            assert_eq!(!is_let || is_kept, hidden.contains(&thing.id), "seed {seed}: {for_whom:?}");
        }
        let written = file(id, &plan, for_whom);
        for thing in &things {
            let is_hidden = hidden.contains(&thing.id);
            let is_there =
                [&thing.marker, &thing.id.to_string()].map(|mark| written.contains(mark));
            assert_eq!(is_there, [!is_hidden; 2], "seed {seed}: {:?} {for_whom:?}", thing.marker);
            if is_hidden { counts.0 += 1 } else { counts.1 += 1 }
        }
        let rest = without(&plan, &hidden);
        assert_eq!(written, file(id, &rest, for_whom), "seed {seed}: {for_whom:?}");

        // Everything else that leaves is made of what goes, too: no byte of it is another, and none names what stays.
        let hidden = || things.iter().filter(|thing| hidden.contains(&thing.id));
        for ((name, made), (_, of_rest)) in
            others(id, &plan, for_whom).into_iter().zip(others(id, &rest, for_whom))
        {
            assert_eq!(made, of_rest, "seed {seed}: {name} {for_whom:?}");
            for thing in hidden() {
                let marks = [&thing.marker, &thing.id.to_string()];
                assert!(
                    !marks.iter().any(|mark| made.contains(*mark)),
                    "seed {seed}: {name} {made}"
                );
            }
        }
        // Whoever takes the file in has a plan that works.
        let read = bundle::read(written.as_bytes()).unwrap().plans;
        let mut other = Side::new(9);
        other.import(read);
        let found = other.plan(id);
        ask_everything(found, id);
    }
    a_backup_holds_everything(seed, id, &plan, &things);
    counts
}

#[test]
fn no_byte_of_a_file_depends_on_what_its_reader_may_not_see() {
    let plans = PLANS[usize::from(std::env::var_os("STEADYHAND_LONG").is_some())];
    let first = std::env::var("STEADYHAND_SEED").ok().and_then(|seed| seed.parse().ok());
    let seeds = first.map_or(0..plans, |seed: u64| seed..seed + 1);
    let (mut hidden, mut shown) = (0, 0);
    for seed in seeds {
        let counts = check(seed);
        hidden += counts.0;
        shown += counts.1;
    }
    println!("{plans} random plans: {hidden} times a record was left out, {shown} times it went");
}
