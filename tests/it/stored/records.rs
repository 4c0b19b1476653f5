//! Records with everything in them that a stored text must carry: several writers, disagreements,
//! deletions, what a later version may have written, awkward numbers and awkward text.

use steadyhand::domain::{DeviceId, FieldName, Kind, PlanId, Record, RecordKey, Stamped, Value};

/// 2026-10-05T14:00:00Z.
const START: i64 = 1_791_208_800;

/// A record, and what it stands for: the name of its fixture.
pub type Named = (&'static str, RecordKey, Record);

fn device(number: u128) -> DeviceId {
    DeviceId::from_random(0xA11_CE00 + number * 7919)
}

fn key(kind: &str, id: &str) -> RecordKey {
    RecordKey { plan: plan(), kind: Kind::from_name(kind).unwrap(), id: id.parse().unwrap() }
}

/// The plan that all of them belong to.
pub fn plan() -> PlanId {
    "p1an000000000001".parse().unwrap()
}

fn text(text: &str) -> Value {
    Value::text(text)
}

fn set(record: &mut Record, by: u128, hour: i64, fields: &[(&str, Value)]) {
    let mut write = record.write(device(by));
    for (name, value) in fields {
        let value = Stamped { value: value.clone(), at: START + hour * 3600 };
        write.set(FieldName::new(name), value);
    }
}

/// A record made in one write.
fn made(by: u128, fields: &[(&str, Value)]) -> Record {
    let mut record = Record::default();
    let created = ("created", text("2026-10-05T14:00:00Z"));
    set(&mut record, by, 0, &[&[created], fields].concat());
    record
}

/// Every record.
pub fn all() -> Vec<Named> {
    vec![
        ("plan", RecordKey::of_plan(plan()), own_record()),
        ("goal_rewritten", key("goals", "g0a1000000000001"), goal_rewritten()),
        ("meeting_disputed", key("meetings", "meet000000000001"), meeting_disputed()),
        ("task_deleted", key("tasks", "task000000000001"), task_deleted()),
        ("task_deleted_twice", key("tasks", "task000000000002"), task_deleted_twice()),
        ("goal_outlived", key("goals", "g0a1000000000002"), goal_outlived()),
        ("check_in_of_later", key("check_ins", "check00000000001"), check_in_of_later()),
        ("numbers", key("skills", "sk77000000000001"), numbers()),
        ("awkward_text", key("comments", "c0mment000000001"), awkward_text()),
        ("taken_names", key("notes", "n0te000000000001"), taken_names()),
        ("many_writers", key("feedback", "feedback00000001"), many_writers()),
        ("nothing_left", key("goals", "g0a1000000000003"), nothing_left()),
    ]
}

fn own_record() -> Record {
    made(
        1,
        &[
            ("title", text("Ana: phlebotomy, autumn 2026")),
            ("starts", text("2026-10-05")),
            ("weeks", Value::number(16)),
        ],
    )
}

/// Written by three devices one after the other.
fn goal_rewritten() -> Record {
    let mut goal = made(1, &[("title", text("Draw from hand veins")), ("due", text("2026-12-18"))]);
    set(&mut goal, 2, 5, &[("title", text("Draw from hand veins, both hands"))]);
    set(&mut goal, 1, 6, &[("measure", text("Ten in a row"))]);
    set(&mut goal, 3, 30, &[("due", text("2027-01-15")), ("category", text("lavender"))]);
    goal
}

/// Moved by three people who had not seen each other's change.
fn meeting_disputed() -> Record {
    let mut meeting =
        made(1, &[("starts", text("2026-11-26T15:30")), ("minutes", Value::number(20))]);
    let mut second = meeting.clone();
    let mut third = meeting.clone();
    set(&mut meeting, 1, 8, &[("starts", text("2026-11-26T16:00")), ("place", text("Room 4"))]);
    set(&mut second, 2, 9, &[("starts", text("2026-11-27T07:15")), ("mode", text("call"))]);
    set(&mut third, 3, 10, &[("starts", text("2026-11-28T12:00")), ("minutes", Value::number(45))]);
    meeting.merge(second);
    meeting.merge(third);
    meeting
}

fn task_deleted() -> Record {
    let mut task = made(1, &[("title", text("Practise tying off")), ("done", Value::Bool(true))]);
    task.write(device(2)).delete();
    task
}

/// Deleted by two people who had not seen each other's deletion.
fn task_deleted_twice() -> Record {
    let mut task = made(1, &[("title", text("Read chapter 3"))]);
    let mut theirs = task.clone();
    set(&mut task, 1, 4, &[("done", Value::Bool(true))]);
    task.write(device(1)).delete();
    theirs.write(device(2)).delete();
    task.merge(theirs);
    task
}

/// Deleted by one and edited by another who had not seen it.
fn goal_outlived() -> Record {
    let mut goal = made(1, &[("title", text("Label at the bedside"))]);
    let mut theirs = goal.clone();
    goal.write(device(1)).delete();
    set(&mut theirs, 2, 12, &[("measure", text("Every tube, every time"))]);
    goal.merge(theirs);
    goal
}

/// Of a kind and with fields and values that only a later version knows.
fn check_in_of_later() -> Record {
    let other = |raw: &str| Value::Other(raw.into());
    made(
        2,
        &[
            ("mood", other(r#"{"scale":[1,2.50,{"very":1e999}],"said":null}"#)),
            ("nothing", other("null")),
            ("tags", other(r#"["a \" b","\u00e9",[]]"#)),
            ("empty", other("{}")),
        ],
    )
}

/// Numbers that no machine number holds.
fn numbers() -> Record {
    let number = |digits: &str| Value::Number(digits.into());
    made(
        1,
        &[
            ("exact", number("1234567890123456789012345678901234567890.10")),
            ("small", number("-0.0e-0")),
            ("huge", number("1E400")),
            ("count", Value::number(0)),
            ("negative", Value::number(-12)),
        ],
    )
}

/// Quotes, controls, several scripts, emoji, combining marks, and text that looks like a stored one.
fn awkward_text() -> Record {
    made(
        3,
        &[
            ("text", text("Uno \"dos\" \\ tres\n\tcuatro\u{0}\u{1f}\u{7f}\u{2028}")),
            ("title", text("💉🩸 👩🏽‍⚕️ 家族 עברית e\u{301} ﷽ \u{feff}\u{fffd}\u{10ffff}")),
            ("place", text(r#"","version":9,"check":"00000000","record":{}"#)),
            ("agenda", text("")),
        ],
    )
}

/// Fields called as the members that a record has anyway.
fn taken_names() -> Record {
    let mut note =
        made(1, &[("id", text("not an id")), ("merge", text("a1")), ("", text("no name"))]);
    let mut theirs = note.clone();
    set(&mut note, 1, 2, &[("also", Value::number(1)), ("deleted", Value::Bool(false))]);
    set(&mut theirs, 2, 3, &[("also", Value::number(2)), ("fields", Value::Other("[{}]".into()))]);
    note.merge(theirs);
    note
}

/// More devices than there are letters, each with a field of its own.
fn many_writers() -> Record {
    let mut feedback = made(0, &[("form", text("praise"))]);
    for by in 1..30 {
        set(&mut feedback, by, by as i64, &[(&format!("step_{by:02}"), text("…"))]);
    }
    feedback
}

/// Only what has been seen is left of it.
fn nothing_left() -> Record {
    let mut goal = Record::default();
    set(&mut goal, 1, 1, &[("title", text("Gone"))]);
    goal.write(device(1)).clear(&FieldName::new("title"));
    goal
}
