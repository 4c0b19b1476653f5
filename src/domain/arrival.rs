//! Looking at plans that have arrived in a bundle, before anything is taken in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::dispute::{Dispute, disputes_in};
use super::history::{Past, replaced};
use super::id::{DeviceId, PlanId};
use super::kind::Kind;
use super::plan::{Plan, RecordKey, Workspace};
use super::quarantine::{self, Quarantined, Taken};
use super::record::{FieldName, Fields, Record, field};
use super::renewal::{self, Us};
use crate::crdt::{Pace, RECORD, at_once};

/// What importing would do to one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It was not here before.
    New,
    /// Some of its fields change.
    Changed,
    /// It goes away.
    Deleted,
    /// It comes back: somebody restored it, or edited it without having seen the deletion.
    Revived,
}

/// What importing would do to one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanChanges {
    /// The plan.
    pub plan: PlanId,
    /// Its title after the import.
    pub title: String,
    /// Whether this device does not have the plan yet.
    pub is_new: bool,
    /// The records a person would notice, each with what happens to it.
    pub changes: Vec<(RecordKey, Change)>,
    /// The disputes that the import opens.
    pub disputes: Vec<Dispute>,
}

impl PlanChanges {
    /// How many records undergo `change`.
    pub fn count(&self, change: Change) -> usize {
        self.changes.iter().filter(|(_, found)| *found == change).count()
    }
}

/// Plans that have arrived and been looked at, but not taken in.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// What importing would do, plan by plan. A plan to which nothing would happen is left out.
    pub plans: Vec<PlanChanges>,
    /// The records that importing would leave out, to be kept apart.
    pub quarantined: Vec<Quarantined>,
    /// The values in the bundle that would not stand, because they had been replaced by others.
    pub past: Vec<Past>,
    /// The id under which this device is to go on once the bundle is taken in: the bundle holds
    /// something in this device's name that this device does not know.
    pub new_device: Option<DeviceId>,
    /// The records that importing would write, as they would then be.
    pub(super) merged: Vec<(RecordKey, Arc<Record>)>,
    /// Those of them that know this device better, as they came.
    pub(super) forked: BTreeMap<RecordKey, Record>,
    /// Records that say who uses the new device.
    pub(super) introductions: Vec<(RecordKey, Record)>,
    pub(super) us: Us,
}

impl Arrival {
    fn of(us: Us) -> Self {
        Self {
            plans: Vec::new(),
            quarantined: Vec::new(),
            past: Vec::new(),
            new_device: None,
            merged: Vec::new(),
            forked: BTreeMap::new(),
            introductions: Vec::new(),
            us,
        }
    }

    /// Whether the bundle holds nothing that is not here: nothing to take in or to keep apart.
    pub fn is_nothing_new(&self) -> bool {
        self.merged.is_empty() && self.quarantined.is_empty()
    }

    /// The records that importing would write.
    pub fn keys(&self) -> impl Iterator<Item = RecordKey> {
        let introduced = self.introductions.iter().map(|(key, _)| *key);
        self.merged.iter().map(|(key, _)| *key).chain(introduced)
    }
}

impl Workspace {
    /// Looks at plans that have arrived: what importing them here would do. Changes nothing.
    ///
    /// `fresh` is an id that no device has had yet. This device, `device` until now, is to go on
    /// under it if the arrival says so: see [`Arrival::new_device`].
    pub fn look_at(
        &self,
        arrived: Vec<(PlanId, Plan)>,
        device: DeviceId,
        fresh: DeviceId,
    ) -> Arrival {
        at_once(self.look_at_in_steps(arrived, device, fresh, &Pace::default()))
    }

    /// As [`Workspace::look_at`], in steps. Each record counts for [`RECORD`] twice.
    pub async fn look_at_in_steps(
        &self,
        arrived: Vec<(PlanId, Plan)>,
        device: DeviceId,
        fresh: DeviceId,
        pace: &Pace,
    ) -> Arrival {
        let mut arrival = Arrival::of(Us { device, fresh });
        for (plan, content) in arrived {
            let mut taken = Taken::default();
            let mut records = Vec::new();
            for (kind, id, theirs) in content.into_shared() {
                let key = RecordKey { plan, kind, id };
                records.extend(self.unless_apart(key, theirs, &mut taken, &mut arrival));
                pace.did(RECORD).await;
            }
            self.look_at_plan(plan, records, &mut arrival, pace).await;
        }
        arrival.introductions = self.introductions(&arrival);
        arrival
    }

    /// Looks at a record that was kept apart and that a person wants to take in all the same. Where
    /// it contradicts what is here, both values will stand, and a dispute opens. `None` where its
    /// reason forbids it.
    pub fn look_at_apart(
        &self,
        found: &Quarantined,
        device: DeviceId,
        fresh: DeviceId,
    ) -> Option<Arrival> {
        if !found.reason.can_be_taken_in() {
            return None;
        }
        let mut arrival = Arrival::of(Us { device, fresh });
        let records = vec![(found.key, Arc::new(found.record.clone()))];
        at_once(self.look_at_plan(found.key.plan, records, &mut arrival, &Pace::default()));
        arrival.introductions = self.introductions(&arrival);
        Some(arrival)
    }

    /// A record that came and is new here, unless it is to be kept apart.
    fn unless_apart(
        &self,
        key: RecordKey,
        theirs: Arc<Record>,
        taken: &mut Taken,
        arrival: &mut Arrival,
    ) -> Option<(RecordKey, Arc<Record>)> {
        let mine = self.get(key);
        if let Some(mine) = mine.filter(|mine| mine.includes(&theirs)) {
            arrival.past.extend(replaced(key, &theirs, mine));
            return None;
        }
        let device = arrival.us.device;
        if let Some(reason) = quarantine::reason(self.plan(key.plan), taken, key, &theirs, device) {
            let record = Arc::unwrap_or_clone(theirs);
            arrival.quarantined.push(Quarantined { key, record, reason });
            return None;
        }
        if mine.is_none() {
            taken.note(key);
        }
        Some((key, theirs))
    }

    async fn look_at_plan(
        &self,
        plan: PlanId,
        records: Vec<(RecordKey, Arc<Record>)>,
        arrival: &mut Arrival,
        pace: &Pace,
    ) {
        if records.is_empty() {
            return;
        }
        let mut changes = PlanChanges {
            plan,
            title: String::new(),
            is_new: self.plan(plan).is_none(),
            changes: Vec::new(),
            disputes: Vec::new(),
        };
        for (key, theirs) in records {
            self.look_at_record(key, theirs, &mut changes, arrival);
            pace.did(RECORD).await;
        }
        changes.title = self.title_after(arrival, plan);
        arrival.plans.push(changes);
    }

    /// Who uses the new device, in every plan in which it writes.
    fn introductions(&self, arrival: &Arrival) -> Vec<(RecordKey, Record)> {
        let us = arrival.us;
        let plans: BTreeSet<PlanId> = arrival.forked.keys().map(|key| key.plan).collect();
        let introduced = plans.into_iter().filter_map(|plan| {
            let key = |device: DeviceId| RecordKey { plan, kind: Kind::Device, id: device.into() };
            Some((key(us.fresh), renewal::introduction(self.get(key(us.device))?, us)?))
        });
        introduced.collect()
    }

    fn look_at_record(
        &self,
        key: RecordKey,
        theirs: Arc<Record>,
        changes: &mut PlanChanges,
        arrival: &mut Arrival,
    ) {
        let mine = self.get(key);
        let us = arrival.us;
        let merged = match (us.fork(mine, &theirs), mine) {
            (Some(fork), _) => {
                arrival.new_device = Some(us.fresh);
                arrival.past.extend(replaced(key, &theirs, &fork.merged));
                arrival.forked.insert(key, Arc::unwrap_or_clone(theirs));
                Arc::new(fork.merged)
            }
            (None, Some(mine)) if theirs.includes(mine) => theirs,
            (None, Some(mine)) => {
                let mut merged = mine.clone();
                merged.merge(Record::clone(&theirs));
                arrival.past.extend(replaced(key, &theirs, &merged));
                Arc::new(merged)
            }
            (None, None) => theirs,
        };
        changes.changes.extend(change(key.kind, mine, &merged).map(|change| (key, change)));
        let open: Vec<FieldName> =
            mine.into_iter().flat_map(|m| disputes_in(key, m)).map(|d| d.field).collect();
        if key.kind != Kind::Device && !merged.is_deleted() {
            let fresh = disputes_in(key, &merged).filter(|d| !open.contains(&d.field));
            changes.disputes.extend(fresh);
        }
        arrival.merged.push((key, merged));
    }

    /// What a plan will be called once the arrival is taken in.
    fn title_after(&self, arrival: &Arrival, plan: PlanId) -> String {
        let card = RecordKey::of_plan(plan);
        let merged = arrival.merged.iter().find(|(key, _)| *key == card);
        let record = merged.map(|(_, record)| &**record).or_else(|| self.get(card));
        record.map(|record| record.text(field::TITLE).to_owned()).unwrap_or_default()
    }

    /// The plans that arrive, whole, as importing would leave them. Changes nothing.
    pub fn preview(&self, arrival: &Arrival) -> Workspace {
        at_once(self.preview_in_steps(arrival, &Pace::default()))
    }

    /// As [`Workspace::preview`], in steps.
    pub async fn preview_in_steps(&self, arrival: &Arrival, pace: &Pace) -> Workspace {
        let mut changes = Vec::with_capacity(arrival.merged.len());
        for (key, merged) in &arrival.merged {
            changes.push((*key, Some(merged.clone())));
        }
        let mut preview = self.with(&changes, pace).await;
        for (key, merged) in &arrival.introductions {
            preview.put(*key, Some(merged.clone()));
        }
        preview
    }

    /// The plans that these records are in, whole, with the records put to what is given. The records
    /// of one plan stand together, in the order of their kinds and ids.
    pub(super) async fn with(
        &self,
        changes: &[(RecordKey, Option<Arc<Record>>)],
        pace: &Pace,
    ) -> Workspace {
        let mut all = Workspace::new();
        let nothing = Plan::default();
        for changes in changes.chunk_by(|(a, _), (b, _)| a.plan == b.plan) {
            let Some((RecordKey { plan, .. }, _)) = changes.first() else { continue };
            let held = self.plan(*plan).unwrap_or(&nothing);
            all.share_plan(*plan, held.with(changes, pace).await);
        }
        all
    }
}

/// What a person would say happened to a record, if they would notice it.
fn change(kind: Kind, mine: Option<&Record>, merged: &Record) -> Option<Change> {
    if kind == Kind::Device {
        return None;
    }
    let was_here = mine.is_some_and(|record| !record.is_deleted());
    match (was_here, merged.is_deleted()) {
        (false, false) if mine.is_some() => Some(Change::Revived),
        (false, false) => Some(Change::New),
        (true, true) => Some(Change::Deleted),
        (false, true) => None,
        (true, false) => {
            let same = mine.is_some_and(|mine| mine.fields().eq(merged.fields()));
            (!same).then_some(Change::Changed)
        }
    }
}
