//! Plans made up from arbitrary bytes: few ids and devices, so that they meet, and values of every
//! sort in fields of every name.

use arbitrary::{Result, Unstructured};
use steadyhand::crdt::{Dot, Entry, Parts};
use steadyhand::domain::{
    DeviceId, FieldName, Kind, Plan, PlanId, Record, RecordId, Stamped, Value, field,
};

const DEVICES: u8 = 4;
const IDS: u8 = 6;
const MOST_RECORDS: u8 = 6;

/// The names of kinds a later version may have.
const LATER_KINDS: [&str; 2] = ["of_later", "x"];
/// Names of fields that need care, and some that no version knows.
const ODD_NAMES: [&str; 8] = ["id", "merge", "also", "fields", "deleted", "goals", "a,b:c@d%e", ""];
/// Texts that some field reads as something.
const TEXTS: [&str; 20] = [
    "",
    "x",
    "2026-10-05T14:00:00Z",
    "2026-10-05",
    "2026-11-27T07:15",
    "9999-12-31",
    "-0001-01-01T00:00",
    "student",
    "mentor",
    "technique",
    "planned",
    "canceled",
    "call",
    "goals",
    "feedback",
    "reflection",
    "situation_behavior_impact",
    "America/Chicago",
    "\u{0}\"\\\u{7f}\u{1f600}",
    "0000000000000001",
];
/// Numbers and nested values, exactly as a file may hold them.
const RAW: [&str; 12] = [
    "0",
    "-0",
    "1e999",
    "12345678901234567890.1234567890",
    "60",
    "9223372036854775808",
    "null",
    "[]",
    "{}",
    "[{\"id\":1}]",
    "{\"a\":[1.0,\"\\u00e9\"]}",
    "[[]]",
];

pub fn device(number: u8) -> DeviceId {
    DeviceId::from_random(u128::from(number % DEVICES) + 1)
}

/// A device that has never written, by its number.
pub fn fresh_device(number: u8) -> DeviceId {
    DeviceId::from_random(1000 + u128::from(number))
}

/// A few plans, each named once.
pub fn plans(u: &mut Unstructured<'_>) -> Result<Vec<(PlanId, Plan)>> {
    let mut plans = Vec::new();
    for number in 0..u.int_in_range(1..=2u128)? {
        plans.push((PlanId::from_random(number + 1), plan(u, number + 1)?));
    }
    Ok(plans)
}

fn plan(u: &mut Unstructured<'_>, own: u128) -> Result<Plan> {
    let mut plan = Plan::default();
    for _ in 0..u.int_in_range(0..=MOST_RECORDS)? {
        let kind = kind(u)?;
        let id = match kind {
            Kind::Plan => RecordId::from_random(own),
            _ => id(u)?,
        };
        plan.merge_record(kind, id, record(u)?);
    }
    Ok(plan)
}

fn kind(u: &mut Unstructured<'_>) -> Result<Kind> {
    let number = u.choose_index(Kind::KNOWN.len() + LATER_KINDS.len())?;
    Ok(Kind::KNOWN.get(number).copied().unwrap_or_else(|| {
        Kind::from_name(LATER_KINDS[number - Kind::KNOWN.len()]).expect("a lawful name")
    }))
}

fn id(u: &mut Unstructured<'_>) -> Result<RecordId> {
    Ok(RecordId::from_random(u128::from(u.int_in_range(1..=IDS)?)))
}

/// A record as its devices left it, or one that no honest device need ever have made.
fn record(u: &mut Unstructured<'_>) -> Result<Record> {
    if u.ratio(1, 3u8)? {
        return Ok(Record::from_parts(parts(u)?));
    }
    let mut record = Record::default();
    for _ in 0..u.int_in_range(1..=4u8)? {
        let mut write = record.write(device(u.arbitrary()?));
        for _ in 0..u.int_in_range(0..=4u8)? {
            write.set(name(u)?, stamped(u)?);
        }
        match u.arbitrary::<u8>()? {
            255 => drop(write.delete()),
            254 => drop(write.restore()),
            253 => drop(write.clear(&name(u)?)),
            _ => {}
        }
    }
    Ok(record)
}

fn parts(u: &mut Unstructured<'_>) -> Result<Parts<DeviceId, FieldName, Stamped>> {
    let mut fields = Vec::new();
    for _ in 0..u.int_in_range(0..=4u8)? {
        let name = name(u)?;
        let mut entries = Vec::new();
        for _ in 0..u.int_in_range(1..=3u8)? {
            entries.push(Entry { dot: dot(u)?, value: stamped(u)? });
        }
        fields.push((name, entries));
    }
    let mut deletions = Vec::new();
    for _ in 0..u.int_in_range(0..=2u8)? {
        deletions.push(Entry { dot: dot(u)?, value: seen(u)?.into_iter().collect() });
    }
    Ok(Parts { seen: seen(u)?.into_iter().collect(), fields, deletions })
}

fn seen(u: &mut Unstructured<'_>) -> Result<Vec<(DeviceId, u64)>> {
    let mut seen = Vec::new();
    for _ in 0..u.int_in_range(0..=3u8)? {
        let Dot { device, counter } = dot(u)?;
        seen.push((device, counter));
    }
    Ok(seen)
}

/// A write that a file may name: files know no counter 0 and none past [`Dot::LAST`].
fn dot(u: &mut Unstructured<'_>) -> Result<Dot<DeviceId>> {
    let counter = match u.arbitrary::<u8>()? {
        255 => Dot::<DeviceId>::LAST,
        few => u64::from(few % 6) + 1,
    };
    Ok(Dot { device: device(u.arbitrary()?), counter })
}

fn name(u: &mut Unstructured<'_>) -> Result<FieldName> {
    Ok(match u.int_in_range(0..=5u8)? {
        0 => FieldName::new(u.choose(&ODD_NAMES)?),
        _ => FieldName::from(*u.choose(field::ALL)?),
    })
}

fn stamped(u: &mut Unstructured<'_>) -> Result<Stamped> {
    let at = match u.arbitrary::<u8>()? {
        255 => i64::MIN,
        254 => i64::MAX,
        few => 1_790_000_000 + i64::from(few % 4),
    };
    Ok(Stamped { value: value(u)?, at })
}

fn value(u: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match u.int_in_range(0..=5u8)? {
        0 => Value::Bool(u.arbitrary()?),
        1 => {
            let raw = *u.choose(&RAW)?;
            match raw.starts_with(['[', '{', 'n']) {
                true => Value::Other(raw.into()),
                false => Value::Number(raw.into()),
            }
        }
        2 => Value::text(id(u)?.to_string()),
        3 => Value::number(u.arbitrary()?),
        _ => Value::text(*u.choose(&TEXTS)?),
    })
}
