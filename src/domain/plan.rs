//! Plans and the workspace that holds them.

use std::sync::Arc;

use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::record::Record;
use crate::crdt::{Pace, SortedMap};

/// What passing over a record that stays as it is counts for.
const UNCHANGED: usize = 16;

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
    records: SortedMap<Kind, Arc<OfKind>>,
}

/// The records of one kind.
type OfKind = SortedMap<RecordId, Arc<Record>>;

impl Plan {
    /// Every record of one kind, deleted ones too, in id order.
    pub fn all(&self, kind: Kind) -> impl Iterator<Item = (RecordId, &Record)> {
        let records = self.records.get(&kind).into_iter().flat_map(|records| records.iter());
        records.map(|(id, record)| (*id, &**record))
    }

    /// Every record of one kind that is not deleted, in id order.
    pub fn live(&self, kind: Kind) -> impl Iterator<Item = (RecordId, &Record)> {
        self.all(kind).filter(|(_, record)| !record.is_deleted())
    }

    /// One record, deleted or not.
    pub fn get(&self, kind: Kind, id: RecordId) -> Option<&Record> {
        self.shared(kind, id).map(|record| &**record)
    }

    /// One record, deleted or not, to be shared.
    pub(super) fn shared(&self, kind: Kind, id: RecordId) -> Option<&Arc<Record>> {
        self.records.get(&kind)?.get(&id)
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
        self.into_shared().map(|(kind, id, record)| (kind, id, Arc::unwrap_or_clone(record)))
    }

    /// Every record, by kind and id, as it is shared.
    pub(super) fn into_shared(self) -> impl Iterator<Item = (Kind, RecordId, Arc<Record>)> {
        self.records.into_iter().flat_map(|(kind, records)| {
            let records = Arc::unwrap_or_clone(records).into_iter();
            records.map(move |(id, record)| (kind, id, record))
        })
    }

    /// The kinds that have records, in file order.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.records.keys().copied()
    }

    /// How many records there are, deleted ones too.
    pub fn len(&self) -> usize {
        self.records.values().map(|records| records.len()).sum()
    }

    /// Whether there is no record at all.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Merges a copy of one record into this plan.
    pub fn merge_record(&mut self, kind: Kind, id: RecordId, record: Record) {
        let records = self.of_kind(kind);
        match records.get_mut(&id) {
            Some(known) => Arc::make_mut(known).merge(record),
            None => drop(records.insert(id, Arc::new(record))),
        }
    }

    /// Puts a whole list of records of one kind in, quickest if it is in id order. Where an id is
    /// there twice, or was there before, the records are merged.
    pub fn merge_records(&mut self, kind: Kind, records: Vec<(RecordId, Arc<Record>)>) {
        let is_in_order = records.is_sorted_by(|(a, _), (b, _)| a < b);
        if is_in_order && !records.is_empty() && !self.records.contains_key(&kind) {
            self.records.insert(kind, Arc::new(records.into_iter().collect()));
            return;
        }
        for (id, record) in records {
            self.merge_record(kind, id, Arc::unwrap_or_clone(record));
        }
    }

    fn of_kind(&mut self, kind: Kind) -> &mut OfKind {
        Arc::make_mut(self.records.slot(kind, Arc::default))
    }

    /// Whether this is a copy of the other, and neither has been changed since.
    pub(super) fn is_copy_of(&self, other: &Self) -> bool {
        self.records.len() == other.records.len()
            && self
                .records
                .iter()
                .zip(other.records.iter())
                .all(|((kind, here), (other, there))| kind == other && Arc::ptr_eq(here, there))
    }

    /// This plan with some records put to something else, or taken out: as [`Plan::put`] for each,
    /// in steps. The records are in the order of their kinds and ids.
    pub(super) async fn with(
        &self,
        changes: &[(RecordKey, Option<Arc<Record>>)],
        pace: &Pace,
    ) -> Self {
        let mut whole = self.clone();
        for changes in changes.chunk_by(|(a, _), (b, _)| a.kind == b.kind) {
            let Some((RecordKey { kind, .. }, _)) = changes.first() else { continue };
            let held = self.records.get(kind);
            let mut held = held.into_iter().flat_map(|records| records.iter()).peekable();
            let mut all: Vec<(RecordId, Arc<Record>)> = Vec::new();
            for (key, record) in changes {
                while let Some((id, kept)) = held.next_if(|(id, _)| **id < key.id) {
                    all.push((*id, kept.clone()));
                    pace.did(UNCHANGED).await;
                }
                held.next_if(|(id, _)| **id == key.id);
                all.extend(record.clone().map(|record| (key.id, record)));
                pace.did(UNCHANGED).await;
            }
            for (id, kept) in held {
                all.push((*id, kept.clone()));
                pace.did(UNCHANGED).await;
            }
            match all.is_empty() {
                true => drop(whole.records.remove(kind)),
                false => drop(whole.records.insert(*kind, Arc::new(all.into_iter().collect()))),
            }
        }
        whole
    }

    /// Puts a record in that another plan has, too.
    pub(super) fn put_shared(&mut self, kind: Kind, id: RecordId, record: Arc<Record>) {
        self.of_kind(kind).insert(id, record);
    }

    /// The record to write to, made empty where there is none yet.
    pub(super) fn slot(&mut self, kind: Kind, id: RecordId) -> &mut Record {
        Arc::make_mut(self.of_kind(kind).slot(id, Arc::default))
    }

    /// Puts a record back to an earlier state, or takes it out where it had none.
    pub(super) fn put(&mut self, kind: Kind, id: RecordId, record: Option<Record>) {
        match record {
            Some(record) => {
                self.of_kind(kind).insert(id, Arc::new(record));
            }
            None => {
                if let Some(records) = self.records.get_mut(&kind) {
                    Arc::make_mut(records).remove(&id);
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
    plans: SortedMap<PlanId, Plan>,
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

    /// One record, deleted or not, to be shared.
    pub(super) fn shared(&self, key: RecordKey) -> Option<&Arc<Record>> {
        self.plan(key.plan)?.shared(key.kind, key.id)
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
        self.plans.slot(key.plan, Plan::default).merge_record(key.kind, key.id, record);
    }

    /// Takes over a plan as it is, sharing its records.
    pub(super) fn share_plan(&mut self, id: PlanId, plan: Plan) {
        match plan.is_empty() {
            true => drop(self.plans.remove(&id)),
            false => drop(self.plans.insert(id, plan)),
        }
    }

    pub(super) fn slot(&mut self, key: RecordKey) -> &mut Record {
        self.plans.slot(key.plan, Plan::default).slot(key.kind, key.id)
    }

    pub(super) fn put(&mut self, key: RecordKey, record: Option<Record>) {
        let plan = self.plans.slot(key.plan, Plan::default);
        plan.put(key.kind, key.id, record);
        if plan.is_empty() {
            self.plans.remove(&key.plan);
        }
    }
}
