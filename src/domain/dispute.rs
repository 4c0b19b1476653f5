//! Fields in which several values stand, because people had not seen each other's change.

use super::id::{DeviceId, PlanId, RecordId};
use super::kind::Kind;
use super::meeting::is_by_rule;
use super::plan::{Plan, RecordKey};
use super::record::{FieldName, Record, field};
use super::value::{Stamped, Value};
use crate::crdt::{Entry, Register};

/// The values that stand in a field.
type Values = Register<DeviceId, Stamped>;

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

/// The fields that people never have to settle: the rule is that yes wins, the narrower audience counts, of two
/// places in a list every device takes the same, the time a record was made is for sorting only,
/// and the note on a deletion is for its time only.
const SETTLED_BY_RULE: [&str; 6] = [
    field::DONE,
    field::ACKNOWLEDGED,
    field::AUDIENCE,
    field::RANK,
    field::CREATED,
    field::REMOVED,
];

/// The disputed fields of one record.
pub(super) fn disputes_in(key: RecordKey, record: &Record) -> impl Iterator<Item = Dispute> {
    record.fields().filter_map(move |(name, register)| {
        if !is_disputed(record, name, register) {
            return None;
        }
        let mut rivals: Vec<Rival> = Vec::new();
        for entry in standing(record, name, register) {
            if rivals.iter().all(|rival| rival.value != entry.value.value) {
                rivals.push(Rival {
                    value: entry.value.value.clone(),
                    device: entry.dot.device,
                    at: entry.value.at,
                });
            }
        }
        Some(Dispute { key, field: name.clone(), rivals })
    })
}

/// Whether several values stand in a field that people have to settle.
fn is_disputed(record: &Record, name: &FieldName, register: &Values) -> bool {
    if register.entries().len() < 2 || SETTLED_BY_RULE.contains(&name.as_str()) {
        return false;
    }
    let mut values = standing(record, name, register).map(|entry| &entry.value.value);
    let first = values.next();
    values.any(|value| Some(value) != first)
}

/// The values of a field that count: what somebody chose stands over what a rule wrote.
fn standing<'a>(
    record: &'a Record,
    name: &'a FieldName,
    register: &'a Values,
) -> impl Iterator<Item = &'a Entry<DeviceId, Stamped>> {
    let by_rule = |entry: &&Entry<DeviceId, Stamped>| is_by_rule(record, name.as_str(), entry);
    let is_chosen = register.entries().iter().any(|entry| !by_rule(&entry));
    register.entries().iter().filter(move |entry| !(is_chosen && by_rule(entry)))
}

impl Plan {
    /// How many open disputes the plan has.
    pub fn dispute_count(&self) -> usize {
        let records = self.records();
        let open =
            records.filter(|(kind, _, record)| *kind != Kind::Device && !record.is_deleted());
        open.map(|(_, _, record)| {
            record.fields().filter(|(name, register)| is_disputed(record, name, register)).count()
        })
        .sum()
    }

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

    /// The device that deleted a record while somebody else was changing it, so that it stayed.
    pub fn outlived_deletion_by(&self, kind: Kind, id: RecordId) -> Option<DeviceId> {
        let record = self.find(kind, id).filter(|record| record.outlived_deletion())?;
        record.deletions().entries().first().map(|deletion| deletion.dot.device)
    }

    /// The records of the plan, whose id is `id`, that somebody has to decide about: those with an
    /// open dispute, and those that outlived a deletion.
    pub fn records_to_settle(&self, id: PlanId) -> Vec<RecordKey> {
        self.records()
            .filter(|(kind, _, record)| *kind != Kind::Device && !record.is_deleted())
            .map(|(kind, id_in_plan, record)| {
                (RecordKey { plan: id, kind, id: id_in_plan }, record)
            })
            .filter(|(key, record)| {
                record.outlived_deletion() || disputes_in(*key, record).next().is_some()
            })
            .map(|(key, _)| key)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::value::Stamped;
    use super::*;

    fn titled(title: &str) -> Stamped {
        Stamped { value: Value::text(title), at: 0 }
    }

    #[test]
    fn a_record_that_outlived_a_deletion_is_to_be_settled() {
        let [ana, dana] = [1, 2].map(DeviceId::from_random);
        let (plan_id, id) = (PlanId::from_random(1), RecordId::from_random(1));
        let key = RecordKey { plan: plan_id, kind: Kind::Goal, id };
        let mut here = Record::new();
        here.write(ana).set(field::TITLE.into(), titled("Hand veins"));
        let mut there = here.clone();
        there.write(dana).delete();
        here.write(ana).set(field::TITLE.into(), titled("Small hand veins"));
        here.merge(there);
        let mut plan = Plan::default();
        plan.merge_record(Kind::Goal, id, here);
        assert_eq!(plan.outlived_deletion_by(Kind::Goal, id), Some(dana));
        assert_eq!(plan.records_to_settle(plan_id), [key]);
        assert_eq!(plan.disputes(plan_id), []);
        plan.slot(Kind::Goal, id).write(ana).restore();
        assert_eq!(plan.outlived_deletion_by(Kind::Goal, id), None);
        assert_eq!(plan.records_to_settle(plan_id), []);
    }
}
