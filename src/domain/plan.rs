//! Plans and the workspace that holds them.

use std::collections::{BTreeMap, btree_map::Entry};
use std::sync::Arc;

use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::record::Record;

/// Where one record is: its plan, its kind and its own id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey {
    /// The plan it belongs to.
    pub plan: PlanId,
    /// What sort of record it is.
    pub kind: Kind,
    /// Its id.
    pub id: RecordId,
}

impl RecordKey {
    /// The key of the plan's own record.
    pub fn of_plan(plan: PlanId) -> Self {
        Self { plan, kind: Kind::Plan, id: plan.into() }
    }
}

/// One mentorship: all of its records, deleted ones too. A copy of a plan shares its records until
/// one of the two changes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    records: BTreeMap<Kind, BTreeMap<RecordId, Arc<Record>>>,
}

impl Plan {
    /// Every record of one kind, deleted ones too, in id order.
    pub fn all(&self, kind: Kind) -> impl Iterator<Item = (RecordId, &Record)> {
        self.records.get(&kind).into_iter().flatten().map(|(id, record)| (*id, &**record))
    }

    /// Every record of one kind that is not deleted, in id order.
    pub fn live(&self, kind: Kind) -> impl Iterator<Item = (RecordId, &Record)> {
        self.all(kind).filter(|(_, record)| !record.is_deleted())
    }

    /// One record, deleted or not.
    pub fn get(&self, kind: Kind, id: RecordId) -> Option<&Record> {
        self.records.get(&kind)?.get(&id).map(|record| &**record)
    }

    /// One record that is not deleted.
    pub fn find(&self, kind: Kind, id: RecordId) -> Option<&Record> {
        self.get(kind, id).filter(|record| !record.is_deleted())
    }

    /// Every record, by kind and id.
    pub fn records(&self) -> impl Iterator<Item = (Kind, RecordId, &Record)> {
        self.records.iter().flat_map(|(kind, records)| {
            records.iter().map(move |(id, record)| (*kind, *id, &**record))
        })
    }

    /// Every record, by kind and id, taken out of the plan.
    pub fn into_records(self) -> impl Iterator<Item = (Kind, RecordId, Record)> {
        self.records.into_iter().flat_map(|(kind, records)| {
            let records = records.into_iter();
            records.map(move |(id, record)| (kind, id, Arc::unwrap_or_clone(record)))
        })
    }

    /// The kinds that have records, in file order.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.records.keys().copied()
    }

    /// How many records there are, deleted ones too.
    pub fn len(&self) -> usize {
        self.records.values().map(BTreeMap::len).sum()
    }

    /// Whether there is no record at all.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Merges a copy of one record into this plan.
    pub fn merge_record(&mut self, kind: Kind, id: RecordId, record: Record) {
        match self.records.entry(kind).or_default().entry(id) {
            Entry::Vacant(slot) => {
                slot.insert(Arc::new(record));
            }
            Entry::Occupied(slot) => Arc::make_mut(slot.into_mut()).merge(record),
        }
    }

    /// Puts a whole list of records of one kind in, quickest if it is in id order. Where an id is
    /// there twice, or was there before, the records are merged.
    pub fn merge_records(&mut self, kind: Kind, records: Vec<(RecordId, Record)>) {
        let is_in_order = records.is_sorted_by(|(a, _), (b, _)| a < b);
        if is_in_order && !records.is_empty() && !self.records.contains_key(&kind) {
            let records = records.into_iter().map(|(id, record)| (id, Arc::new(record)));
            self.records.insert(kind, records.collect());
            return;
        }
        for (id, record) in records {
            self.merge_record(kind, id, record);
        }
    }

    /// One record, to be shared with another plan.
    pub(super) fn shared(&self, kind: Kind, id: RecordId) -> Option<Arc<Record>> {
        self.records.get(&kind)?.get(&id).cloned()
    }

    /// Puts a record in that another plan has, too.
    pub(super) fn put_shared(&mut self, kind: Kind, id: RecordId, record: Arc<Record>) {
        self.records.entry(kind).or_default().insert(id, record);
    }

    /// The record to write to, made empty where there is none yet.
    pub(super) fn slot(&mut self, kind: Kind, id: RecordId) -> &mut Record {
        Arc::make_mut(self.records.entry(kind).or_default().entry(id).or_default())
    }

    /// Puts a record back to an earlier state, or takes it out where it had none.
    pub(super) fn put(&mut self, kind: Kind, id: RecordId, record: Option<Record>) {
        match record {
            Some(record) => {
                self.records.entry(kind).or_default().insert(id, Arc::new(record));
            }
            None => {
                if let Some(records) = self.records.get_mut(&kind) {
                    records.remove(&id);
                    if records.is_empty() {
                        self.records.remove(&kind);
                    }
                }
            }
        }
    }
}

/// Everything this device keeps: its plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workspace {
    plans: BTreeMap<PlanId, Plan>,
}

impl Workspace {
    /// A workspace without plans.
    pub fn new() -> Self {
        Self::default()
    }

    /// The plans, deleted ones too, in id order.
    pub fn plans(&self) -> impl Iterator<Item = (PlanId, &Plan)> {
        self.plans.iter().map(|(id, plan)| (*id, plan))
    }

    /// One plan.
    pub fn plan(&self, id: PlanId) -> Option<&Plan> {
        self.plans.get(&id)
    }

    /// One record, deleted or not.
    pub fn get(&self, key: RecordKey) -> Option<&Record> {
        self.plan(key.plan)?.get(key.kind, key.id)
    }

    /// How many records all plans have together.
    pub fn len(&self) -> usize {
        self.plans.values().map(Plan::len).sum()
    }

    /// Whether there is no record at all.
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty()
    }

    /// Merges a copy of one record, as read from storage or a bundle.
    pub fn merge_record(&mut self, key: RecordKey, record: Record) {
        self.plans.entry(key.plan).or_default().merge_record(key.kind, key.id, record);
    }

    /// Takes over a plan as it is, sharing its records.
    pub(super) fn share_plan(&mut self, id: PlanId, plan: &Plan) {
        self.plans.insert(id, plan.clone());
    }

    pub(super) fn slot(&mut self, key: RecordKey) -> &mut Record {
        self.plans.entry(key.plan).or_default().slot(key.kind, key.id)
    }

    pub(super) fn put(&mut self, key: RecordKey, record: Option<Record>) {
        let plan = self.plans.entry(key.plan).or_default();
        plan.put(key.kind, key.id, record);
        if plan.is_empty() {
            self.plans.remove(&key.plan);
        }
    }
}
