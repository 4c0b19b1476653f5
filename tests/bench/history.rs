//! Two people with one plan: the same synthetic past, and what each has made of it since.
//!
//! Everything follows from the numbers given; nothing is random.

use chrono::{DateTime, SecondsFormat};
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::domain::{
    DeviceId, FieldName, Kind, PlanId, Record, RecordId, RecordKey, Stamped, Value, Workspace,
    field,
};

pub const STUDENT: DeviceId = DeviceId::from_random(u128::MAX / 3);
pub const MENTOR: DeviceId = DeviceId::from_random(u128::MAX / 5);
/// Who imports, where it is neither of the two.
pub const COORDINATOR: DeviceId = DeviceId::from_random(u128::MAX / 7);

/// 2026-10-05T14:00:00Z, in seconds since 1970.
const START: u64 = 1_791_208_800;

const DOING: [&str; 8] = [
    "Watch three draws",
    "Anchor the vein, say each step",
    "Label at the bedside, before leaving",
    "Read the order of draw aloud",
    "Practise with the butterfly needle",
    "Release the tourniquet within a minute",
    "Ask for two identifiers",
    "Invert the citrate tube, do not shake it",
];
const WHERE: [&str; 6] =
    ["on the geriatric ward", "in the clinic", "with Dana", "at intake", "on rounds", "in the lab"];

/// A whole plan's past, as wide as wanted.
#[derive(Clone, Copy)]
pub struct Past {
    pub plan: u64,
    pub size: u64,
}

/// Spreads a number over all bits of an id, as random ids are.
fn id_bits(number: u64) -> u128 {
    u128::from(number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
}

pub fn plan_id(number: u64) -> PlanId {
    PlanId::from_random(id_bits(number + (1 << 40)))
}

fn write(record: &mut Record, device: DeviceId, at: u64, fields: &[(&'static str, Value)]) {
    let mut writer = record.write(device);
    for (name, value) in fields {
        writer.set(FieldName::from(*name), Stamped { value: value.clone(), at: at as i64 });
    }
}

fn task(number: u64, device: DeviceId) -> Record {
    let mut record = Record::new();
    let at = START + number * 601;
    let doing = DOING[(number % 8) as usize];
    let place = WHERE[(number / 8 % 6) as usize];
    let created = DateTime::from_timestamp(at as i64, 0).unwrap_or_default();
    let fields = [
        (field::TITLE, Value::text(format!("{doing} {place}, time {}", number / 48 + 1))),
        (field::GOAL, Value::text(RecordId::from_random(id_bits(number / 6 * 6)).to_string())),
        (field::DUE, Value::text(format!("2026-{:02}-{:02}", 10 + number % 3, 1 + number % 28))),
        (field::DONE, Value::Bool(number.is_multiple_of(3))),
        (field::CREATED, Value::text(created.to_rfc3339_opts(SecondsFormat::Secs, true))),
    ];
    write(&mut record, device, at, &fields);
    record
}

impl Past {
    fn key(self, number: u64) -> RecordKey {
        let id = RecordId::from_random(id_bits((self.plan << 32) + number));
        RecordKey { plan: plan_id(self.plan), kind: Kind::Task, id }
    }

    /// The plan that both began with.
    pub fn common(self) -> Workspace {
        let mut workspace = Workspace::new();
        for number in 0..self.size {
            let device = if number.is_multiple_of(2) { STUDENT } else { MENTOR };
            workspace.merge_record(self.key(number), task(number, device));
        }
        workspace
    }

    /// What one side made of it: edited 10 % of the records (1 % of them all are those that the
    /// other side edits too), deleted 1 % and added 5 %.
    pub fn side_of(self, device: DeviceId) -> Workspace {
        let side = if device == STUDENT { 0 } else { 1 };
        let mut workspace = self.common();
        for number in 0..self.size {
            let key = self.key(number);
            let Some(mut record) = workspace.get(key).cloned() else { continue };
            let at = START + (self.size + number) * 601 + side;
            match number % 100 {
                0 => {
                    let title = Value::text(format!("Once more, with {side} in mind"));
                    write(&mut record, device, at, &[(field::TITLE, title)]);
                }
                n if (1 + side * 10..10 + side * 10).contains(&n) => {
                    write(&mut record, device, at, &[(field::DONE, Value::Bool(true))]);
                }
                n if n == 30 + side => {
                    record.write(device).delete();
                }
                _ => continue,
            }
            workspace.merge_record(key, record);
        }
        let first = self.size * (1 + side);
        for number in first..first + self.size / 20 {
            workspace.merge_record(self.key(number), task(number, device));
        }
        workspace
    }
}

/// A workspace as the file that people pass on.
pub fn as_bundle(workspace: &Workspace) -> String {
    let made = DateTime::UNIX_EPOCH.fixed_offset();
    bundle::write(&Header { audience: Audience::Pair, made, from: None }, workspace.plans())
}

/// The same records as plain JSON, `{"plans":[{"id":…,"tasks":[…]}]}`: no merge data but one
/// `updated_at` for each record, and nothing of a deleted record but its tombstone.
pub fn as_plain_json(workspace: &Workspace) -> String {
    let plans = workspace.plans().map(|(id, plan)| {
        let tasks = plan.all(Kind::Task).map(|(id, record)| plain(id, record));
        serde_json::json!({ "id": id.to_string(), "tasks": tasks.collect::<Vec<_>>() })
    });
    serde_json::json!({ "plans": plans.collect::<Vec<_>>() }).to_string()
}

fn plain(id: RecordId, record: &Record) -> serde_json::Value {
    let mut fields = serde_json::Map::new();
    fields.insert("id".to_owned(), id.to_string().into());
    let entries = record.fields().flat_map(|(_, register)| register.entries());
    let updated_at = entries.map(|entry| entry.value.at).max().unwrap_or_default();
    if record.is_deleted() {
        fields.insert("deleted".to_owned(), true.into());
        // Deleted after all else that happened to it.
        fields.insert("updated_at".to_owned(), (updated_at + 100_000_000).into());
        return fields.into();
    }
    for (name, register) in record.fields() {
        let value = match register.first().map(|stamped| &stamped.value) {
            Some(Value::Text(text)) => serde_json::Value::from(&**text),
            Some(Value::Bool(flag)) => (*flag).into(),
            Some(Value::Number(raw) | Value::Other(raw)) => {
                serde_json::from_str(raw).unwrap_or_default()
            }
            None => continue,
        };
        fields.insert(name.as_str().to_owned(), value);
    }
    fields.insert("updated_at".to_owned(), updated_at.into());
    fields.into()
}
