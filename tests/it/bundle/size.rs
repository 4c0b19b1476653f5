//! What the merge data costs.

use super::example;
use std::time::Instant;

use chrono::{DateTime, SecondsFormat};
use steadyhand::codec::bundle;
use steadyhand::domain::{
    DeviceId, FieldName, Kind, Plan, PlanId, Record, RecordId, Stamped, Value, field,
};

/// 2026-10-05T14:00:00Z.
const START: i64 = 1_791_208_800;

/// A record made by one write, and by the other device edited once in ten.
fn record(number: u128, fields: Vec<(&'static str, Value)>, edited: &'static str) -> Record {
    let devices = [DeviceId::from_random(u128::MAX / 3), DeviceId::from_random(u128::MAX / 5)];
    let at = START + number as i64 * 601;
    let created = DateTime::from_timestamp(at, 0).unwrap();
    let mut record = Record::default();
    let mut write = record.write(devices[number as usize % 2]);
    let created = Value::text(created.to_rfc3339_opts(SecondsFormat::Secs, true));
    for (name, value) in fields.into_iter().chain([("created", created)]) {
        write.set(FieldName::from(name), Stamped { value, at });
    }
    if number.is_multiple_of(10) {
        let value = match edited {
            field::ACKNOWLEDGED => Value::Bool(true),
            _ => Value::text("2026-12-01"),
        };
        let mut write = record.write(devices[number as usize / 10 % 2]);
        write.set(FieldName::from(edited), Stamped { value, at: at + 90_000 });
    }
    record
}

fn id(number: u128) -> RecordId {
    // Spread over all bits, as random ids are.
    RecordId::from_random((number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835))
}

/// A plan of `count` records as the app makes them: mostly tasks, meetings and feedback.
pub fn plan(count: u128) -> (PlanId, Plan) {
    let mut plan = Plan::default();
    let text = |text: &str| Value::text(text);
    let refer = |number| Value::text(id(number).to_string());
    for number in 0..count {
        let (kind, fields, edited) = match number % 8 {
            0 => (
                Kind::Goal,
                vec![
                    ("category", text("technique")),
                    ("due", text("2026-12-18")),
                    ("measure", text("Ten draws on hand veins without help, two weeks running")),
                    ("title", text("Steady hand with small veins")),
                ],
                "due",
            ),
            1..=3 => (
                Kind::Task,
                vec![
                    ("done", Value::Bool(number % 3 == 0)),
                    ("goal", refer(number / 8 * 8)),
                    ("title", text("Watch three draws on the geriatric ward")),
                ],
                "due",
            ),
            4 | 5 => (
                Kind::Meeting,
                vec![
                    ("agenda", text("What went well; what to try next; the sign-off list")),
                    ("minutes", Value::number(20)),
                    ("mode", text("call")),
                    ("series", refer(3)),
                    ("starts", text("2026-11-26T15:30")),
                    ("status", text("planned")),
                    ("zone", text("America/Chicago")),
                ],
                "starts",
            ),
            6 => (
                Kind::Feedback,
                vec![
                    ("about", refer(number / 8 * 8)),
                    ("author", refer(1)),
                    ("form", text("situation_behavior_impact")),
                    (
                        "behavior",
                        text("You anchored the vein well and told the patient each step."),
                    ),
                    ("step_2", text("Release the tourniquet sooner, before the last tube.")),
                    ("step_3", text("Next week: two draws with the butterfly needle.")),
                ],
                "acknowledged",
            ),
            _ => (
                Kind::Comment,
                vec![
                    ("about", refer(number / 8 * 8)),
                    ("author", refer(1)),
                    ("text", text("Saw you do this on Tuesday. Much calmer.")),
                ],
                "acknowledged",
            ),
        };
        plan.merge_record(kind, id(number), record(number, fields, edited));
    }
    (PlanId::from_random(7), plan)
}

/// The bundle without its merge data: what the plain JSON of the same records would be.
fn without_merge_data(text: &str) -> String {
    text.lines()
        .filter(|line| !line.starts_with("\"writers\""))
        .map(|line| match line.split_once(",\"merge\":\"") {
            Some((before, after)) => {
                let (_, after) = after.split_once('"').unwrap();
                format!("{before}{after}\n")
            }
            None => format!("{line}\n"),
        })
        .collect()
}

/// The same records with the moment of the last change in place of the merge data.
fn with_moments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.contains("\"writers\""))
    {
        match line.split_once(",\"merge\":\"").and_then(|(a, b)| Some((a, b.split_once('"')?.1))) {
            Some((before, after)) => {
                let at = START + number as i64 * 601;
                plain.push_str(&format!("{before},\"updated_at\":{at}{after}\n"));
            }
            None => plain.push_str(&format!("{line}\n")),
        }
    }
    plain
}

#[test]
fn merge_data_adds_little_to_ten_thousand_records() {
    let (id, plan) = plan(10_000);
    let header = bundle::read(example::FROZEN.as_bytes()).unwrap().header;
    let started = Instant::now();
    let text = bundle::write(&header, [(id, &plan)].into_iter());
    let written = started.elapsed();
    let started = Instant::now();
    let read = bundle::read(text.as_bytes()).unwrap();
    let taken = started.elapsed();
    assert_eq!(read.plans, [(id, plan)]);
    let plain = without_merge_data(&text);
    assert!(!plain.contains("merge") && plain.lines().count() + 1 == text.lines().count());
    let ratio = text.len() as f64 / plain.len() as f64;
    println!(
        "{} bytes, {} plain, ratio {ratio:.4}; write {written:?}, read {taken:?}",
        text.len(),
        plain.len()
    );
    assert!(ratio < 1.10, "{ratio}");

    // Compressed, as files are sent and kept. One moment a record is what plain JSON needs at least,
    // so that the last writer can win.
    let packed =
        |text: &str| miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6).len() as f64;
    let (bare, with_moments) = (packed(&plain), packed(&with_moments(&text)));
    let compressed = packed(&text);
    println!(
        "compressed {compressed} bytes: {:.4} of plain, {:.4} of plain with a moment a record",
        compressed / bare,
        compressed / with_moments
    );
    assert!(compressed / with_moments < 1.0, "{compressed} {with_moments}");
    assert!(compressed / bare < 1.1, "{compressed} {bare}");
}
