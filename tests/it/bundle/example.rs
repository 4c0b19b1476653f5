//! The frozen example of version 1: it must always read, mean the same, and be written the same.

use chrono::DateTime;
use steadyhand::codec::bundle::{self, Audience, Header, Sender};
use steadyhand::domain::{
    DeviceId, FieldName, Kind, Plan, PlanId, Record, RecordId, Stamped, Value,
};

/// A file that version 1 wrote. Never to be changed.
pub const FROZEN: &str = include_str!("../../fixtures/v1/example.steadyhand.json");

/// 2026-10-05T14:00:00Z.
const START: i64 = 1_791_208_800;
const HOUR: i64 = 3600;

fn student() -> DeviceId {
    "ana0ph0ne0000001".parse().unwrap()
}

fn mentor() -> DeviceId {
    "dana0ph0ne000001".parse().unwrap()
}

fn set(record: &mut Record, device: DeviceId, at: i64, fields: &[(&'static str, Value)]) {
    let mut write = record.write(device);
    for (name, value) in fields {
        write.set(FieldName::from(*name), Stamped { value: value.clone(), at });
    }
}

/// A record made in one write, `hours` after the start.
fn made(device: DeviceId, hours: i64, fields: &[(&'static str, Value)]) -> Record {
    let at = START + hours * HOUR;
    let created = DateTime::from_timestamp(at, 0).unwrap();
    let created = created.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let mut all = fields.to_vec();
    all.push(("created", Value::text(created)));
    let mut record = Record::default();
    set(&mut record, device, at, &all);
    record
}

fn text(text: &str) -> Value {
    Value::text(text)
}

fn id(id: &str) -> RecordId {
    id.parse().unwrap()
}

/// The meeting whose time both moved without having seen the other's change.
fn moved_meeting() -> Record {
    let mut meeting = made(
        student(),
        3,
        &[
            ("agenda", text("Veins of the hand\nWhen to stop")),
            ("minutes", Value::number(20)),
            ("mode", text("call")),
            ("starts", text("2026-11-26T15:30")),
            ("status", text("planned")),
            ("zone", text("America/Chicago")),
        ],
    );
    let mut theirs = meeting.clone();
    set(
        &mut theirs,
        mentor(),
        START + 30 * HOUR,
        &[("starts", text("2026-11-26T16:00")), ("place", text("Room 4, \"the fishbowl\""))],
    );
    set(&mut meeting, student(), START + 40 * HOUR, &[("starts", text("2026-11-27T07:15"))]);
    meeting.merge(theirs);
    meeting
}

/// The same meaning as [`FROZEN`], made through the operations that devices use.
fn plan() -> (PlanId, Plan) {
    let plan_id: PlanId = "p1an000000000001".parse().unwrap();
    let mut plan = Plan::default();
    let mut put = |kind, id, record| plan.merge_record(kind, id, record);
    put(
        Kind::Plan,
        plan_id.into(),
        made(
            student(),
            0,
            &[
                ("starts", text("2026-10-05")),
                ("title", text("Ana: phlebotomy, autumn 2026")),
                ("weeks", Value::number(16)),
            ],
        ),
    );
    let (ana, dana) = (id("pers0n0000000001"), id("pers0n0000000002"));
    put(
        Kind::Person,
        ana,
        made(student(), 0, &[("name", text("Ana Nuñez")), ("role", text("student"))]),
    );
    put(
        Kind::Person,
        dana,
        made(mentor(), 26, &[("name", text("Dana Ruiz")), ("role", text("mentor"))]),
    );
    put(Kind::Device, mentor().into(), made(mentor(), 26, &[("person", text(&dana.to_string()))]));
    let goal = id("g0a1000000000001");
    put(
        Kind::Goal,
        goal,
        made(
            student(),
            1,
            &[
                ("category", text("technique")),
                ("due", text("2026-12-18")),
                ("measure", text("10 draws on hand veins, no help")),
                ("title", text("Draw from hand veins")),
            ],
        ),
    );
    let mut dropped = made(student(), 1, &[("title", text("Read the whole handbook"))]);
    dropped.write(student()).delete();
    put(Kind::Goal, id("g0a1000000000002"), dropped);
    let mut task = made(
        student(),
        2,
        &[
            ("done", Value::Bool(false)),
            ("goal", text(&goal.to_string())),
            ("title", text("Watch Dana anchor three veins")),
        ],
    );
    set(&mut task, student(), START + 50 * HOUR, &[("done", Value::Bool(true))]);
    put(Kind::Task, id("task000000000001"), task);
    let mut edited_and_deleted = made(student(), 2, &[("title", text("Buy a tourniquet"))]);
    let mut deleted = edited_and_deleted.clone();
    deleted.write(mentor()).delete();
    set(&mut edited_and_deleted, student(), START + 60 * HOUR, &[("due", text("2026-10-30"))]);
    edited_and_deleted.merge(deleted);
    put(Kind::Task, id("task000000000002"), edited_and_deleted);
    put(Kind::Meeting, id("meet000000000001"), moved_meeting());
    put(
        Kind::Feedback,
        id("feedback00000001"),
        made(
            mentor(),
            30,
            &[
                ("about", text(&goal.to_string())),
                ("author", text(&dana.to_string())),
                ("form", text("situation_behavior_impact")),
                ("behavior", text("Steady anchor — «muy bien» 👏")),
                ("next_time", text("Slower on the release.")),
            ],
        ),
    );
    put(
        Kind::from_name("check_ins").unwrap(),
        id("check00000000001"),
        made(
            student(),
            70,
            &[
                ("confidence", Value::Number("3.50".into())),
                ("scores", Value::Other(r#"{"draws":[4,5],"stuck":null}"#.into())),
            ],
        ),
    );
    (plan_id, plan)
}

fn header() -> Header {
    Header {
        audience: Audience::Pair,
        made: DateTime::parse_from_rfc3339("2026-11-22T14:20:05-06:00").unwrap(),
        from: Some(Sender { name: "Dana Ruiz".to_owned(), role: "mentor".to_owned() }),
    }
}

#[test]
fn the_frozen_example_reads_means_the_same_and_is_written_the_same() {
    let (id, plan) = plan();
    let written = bundle::write(&header(), [(id, &plan)].into_iter());
    assert_eq!(written, FROZEN);
    let read = bundle::read(FROZEN.as_bytes()).unwrap();
    assert_eq!(read.header, header());
    assert_eq!(read.plans, [(id, plan)]);
}

#[test]
fn every_length_of_the_example_but_the_whole_is_refused_as_cut_off() {
    let bytes = FROZEN.trim_end().as_bytes();
    let mut last = 0;
    for length in 1..bytes.len() {
        match bundle::read(&bytes[..length]) {
            Err(bundle_error @ steadyhand::codec::BundleError::CutOff { .. }) => {
                let steadyhand::codec::BundleError::CutOff { after } = bundle_error else {
                    continue;
                };
                let number = after.record().map_or(0, |(kind, number)| {
                    Kind::KNOWN.iter().take_while(|known| **known != kind).count() * 100 + number
                });
                assert!(number >= last, "at {length}: {after}");
                last = number;
            }
            other => panic!("at {length}: {other:?}"),
        }
    }
    assert!(last > 0);
    assert!(bundle::read(bytes).is_ok());
}
