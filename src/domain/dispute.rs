//! Fields in which several values stand, because people had not seen each other's change.

use super::id::{DeviceId, PlanId};
use super::kind::Kind;
use super::plan::{Plan, RecordKey};
use super::record::{FieldName, Record, field};
use super::value::Value;

/// One field of one record in which several values stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The record.
    pub key: RecordKey,
    /// The field.
    pub field: FieldName,
    /// The values, in the order that every device shows; at least two, all different.
    pub rivals: Vec<Rival>,
}

/// One of the values of a disputed field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rival {
    /// The value.
    pub value: Value,
    /// The device that wrote it.
    pub device: DeviceId,
    /// When, in seconds since 1970 by that device's clock.
    pub at: i64,
}

/// The fields that people never have to settle: the rule is that yes wins, and the time a record
/// was made is for sorting only.
const SETTLED_BY_RULE: [&str; 3] = [field::DONE, field::ACKNOWLEDGED, field::CREATED];

/// The disputed fields of one record.
pub(super) fn disputes_in(key: RecordKey, record: &Record) -> impl Iterator<Item = Dispute> {
    record.fields().filter_map(move |(name, register)| {
        let [_, _, ..] = register.entries() else { return None };
        if SETTLED_BY_RULE.contains(&name.as_str()) {
            return None;
        }
        let mut rivals: Vec<Rival> = Vec::new();
        for entry in register.entries() {
            if rivals.iter().all(|rival| rival.value != entry.value.value) {
                rivals.push(Rival {
                    value: entry.value.value.clone(),
                    device: entry.dot.device,
                    at: entry.value.at,
                });
            }
        }
        (rivals.len() > 1).then(|| Dispute { key, field: name.clone(), rivals })
    })
}

impl Plan {
    /// Every open dispute of the plan, whose id is `id`.
    pub fn disputes(&self, id: PlanId) -> Vec<Dispute> {
        self.records()
            .filter(|(kind, _, record)| *kind != Kind::Device && !record.is_deleted())
            .flat_map(|(kind, record_id, record)| {
                disputes_in(RecordKey { plan: id, kind, id: record_id }, record)
            })
            .collect()
    }

    /// The open disputes of one record.
    pub fn disputes_of(&self, key: RecordKey) -> Vec<Dispute> {
        let record = self.find(key.kind, key.id);
        record.into_iter().flat_map(|record| disputes_in(key, record)).collect()
    }
}
