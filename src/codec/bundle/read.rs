//! Reading a bundle that may be damaged, foreign or hostile.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::error::{BundleError, Counted};
use super::super::fault::{Fault, What};
use super::super::gathered::{Broken, Gathered};
use super::super::json::{Reader, Shape};
use super::super::limits::Limits;
use super::super::place::{Place, Step};
use super::super::record::{Context, Draft, kind_named, read_id, read_record};
use super::Bundle;
use super::device::read_stores;
use super::header::{Audience, Header, Members};
use crate::crdt::{Pace, at_once};
use crate::domain::{Kind, Plan, PlanId, Record, RecordId, RecordKey};

/// How deep the parts of a file are between which reading rests: the records of a plan.
const LEVELS: usize = 4;

/// Reads a bundle, or says what is wrong with it and where.
pub fn read(bytes: &[u8]) -> Result<Bundle, BundleError> {
    at_once(read_in_steps(&Gathered::of(bytes), &Pace::default()))
}

/// As [`read`], in steps. A byte counts for one.
pub async fn read_in_steps(file: &Gathered, pace: &Pace) -> Result<Bundle, BundleError> {
    // What comes before what is no text is read, to say where it ends.
    let (whole, broken) = file.text()?;
    let text = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let mut reading = Reading::new(&Limits::BUNDLE, pace);
    let outcome = if text.trim_start().is_empty() {
        Err(BundleError::Empty)
    } else {
        let outcome = reading.bundle(&mut Reader::new(text)).await;
        outcome
            .map_err(|fault| match broken {
                // A bundle up to a byte that is not text. One that ends within a character is cut off.
                Some(Broken { is_cut_off: false, .. }) => fault.broken_off(),
                _ => fault,
            })
            .map_err(|fault| fault.into_error(text, reading.last_whole_record()))
    };
    let Some(Broken { byte, .. }) = broken else { return outcome };
    match outcome {
        Ok(_) | Err(BundleError::Empty | BundleError::NotJson { line: 1, column: 1, .. }) => {
            Err(BundleError::NotText { byte })
        }
        outcome => outcome,
    }
}

/// What has been read so far.
struct Reading<'p> {
    pace: &'p Pace,
    context: Context,
    records: usize,
    /// The number of the plan being read.
    plan: usize,
    /// The last record that was whole: its plan's number, its kind and its own number.
    last: Option<(usize, Kind, usize)>,
}

impl<'p> Reading<'p> {
    fn new(limits: &'static Limits, pace: &'p Pace) -> Self {
        Self { pace, context: Context::new(limits), records: 0, plan: 0, last: None }
    }

    fn last_whole_record(&self) -> Place {
        let steps = self.last.map(|(plan, kind, record)| {
            [Step::name("plans"), Step::Index(plan), Step::name(kind.name()), Step::Index(record)]
        });
        steps.into_iter().flatten().collect()
    }

    /// Reads the whole. The plans are read on the way if all that they need came before them, as
    /// it does in files written here; otherwise (some tools sort the members) after everything else.
    async fn bundle(&mut self, reader: &mut Reader<'_>) -> Result<Bundle, Fault> {
        if reader.shape()? != Shape::Object {
            return Err(reader.fault(What::NotABundle));
        }
        let (pace, depth) = (self.pace, self.context.limits.depth);
        let mut members = Members::default();
        let mut whole = None;
        let mut plans_at = None;
        let mut device_at = None;
        reader
            .object_in_steps(pace, async |reader, name| {
                match &**name {
                    "plans" if members.are_complete() => {
                        let header = members.read(reader)?;
                        self.context.writers = members.read_writers(reader)?;
                        whole = Some((header, self.plans(reader).await?));
                    }
                    "plans" => {
                        plans_at = Some(reader.at());
                        reader.skip_in_steps(depth, LEVELS, pace).await?;
                    }
                    "device" => {
                        device_at = Some(reader.at());
                        reader.skip_in_steps(depth, LEVELS, pace).await?;
                    }
                    name => {
                        members.note(name, reader.at());
                        reader.skip(depth)?;
                        members.check_format(reader)?;
                    }
                }
                Ok(())
            })
            .await?;
        reader.finish()?;
        let (header, plans): (Header, _) = match whole {
            Some(whole) => whole,
            None => {
                let header = members.read(reader)?;
                let missing = |name: &str| reader.fault(What::Missing).under(name);
                let at = plans_at.ok_or_else(|| missing("plans"))?;
                self.context.writers = members.read_writers(reader)?;
                let mut reader = reader.standing_at(at);
                let plans = self.plans(&mut reader).await;
                (header, plans.map_err(|fault| fault.under("plans"))?)
            }
        };
        // What a device keeps for itself is taken from nobody's file but its owner's.
        let device = match device_at.filter(|_| header.audience == Audience::Backup) {
            Some(at) => {
                let mut reader = reader.standing_at(at);
                let stores = read_stores(&mut reader, self.context.limits, pace).await;
                Some(stores.map_err(|fault| fault.under("device"))?)
            }
            None => None,
        };
        Ok(Bundle { header, plans, device })
    }

    async fn plans(&mut self, reader: &mut Reader<'_>) -> Result<Vec<(PlanId, Plan)>, Fault> {
        let mut plans: Vec<(PlanId, Plan)> = Vec::new();
        let limit = self.context.limits.plans;
        reader
            .list_in_steps(self.pace, async |reader, index| {
                if index >= limit {
                    return Err(reader.fault(What::TooMany(Counted::Plans, limit)));
                }
                self.plan = index;
                let (id, plan) = self.plan(reader).await?;
                if plans.iter().any(|(known, _)| *known == id) {
                    return Err(reader.fault(What::Duplicate));
                }
                plans.push((id, plan));
                Ok(())
            })
            .await?;
        Ok(plans)
    }

    async fn plan<'a>(&mut self, reader: &mut Reader<'a>) -> Result<(PlanId, Plan), Fault> {
        let mut id = None;
        let mut plan = Plan::default();
        let mut own = Draft::default();
        reader
            .object_in_steps(self.pace, async |reader, name| {
                if name == "id" {
                    id = Some(read_id(reader)?);
                    return Ok(());
                }
                match listed_kind(reader, name) {
                    Some(kind) => self.records(reader, kind, &mut plan).await,
                    None => own.member(reader, name, &mut self.context),
                }
            })
            .await?;
        let id = id.ok_or_else(|| reader.fault(What::Missing).under("id"))?;
        if !own.is_empty() {
            let record = own.finish(reader.at(), &mut self.context)?;
            let key = RecordKey::of_plan(id);
            if plan.get(key.kind, key.id).is_some() {
                return Err(reader.fault(What::Duplicate).under(Kind::Plan.name()));
            }
            plan.merge_record(key.kind, key.id, record);
        }
        Ok((id, plan))
    }

    async fn records(
        &mut self,
        reader: &mut Reader<'_>,
        kind: Kind,
        plan: &mut Plan,
    ) -> Result<(), Fault> {
        let limit = self.context.limits.records;
        let mut records: Vec<(RecordId, Arc<Record>)> = Vec::new();
        // Files written here list records in the order of their ids, and then this stays empty.
        let mut known: Option<BTreeSet<RecordId>> = None;
        reader
            .list_in_steps(self.pace, async |reader, index| {
                if self.records >= limit {
                    return Err(reader.fault(What::TooMany(Counted::Records, limit)));
                }
                self.records += 1;
                let (id, record) = read_record(reader, &mut self.context)?;
                if known.is_some() || records.last().is_some_and(|(last, _)| *last >= id) {
                    let known =
                        known.get_or_insert_with(|| records.iter().map(|(id, _)| *id).collect());
                    if !known.insert(id) {
                        return Err(reader.fault(What::Duplicate));
                    }
                }
                if plan.get(kind, id).is_some() {
                    return Err(reader.fault(What::Duplicate));
                }
                records.push((id, Arc::new(record)));
                self.last = Some((self.plan, kind, index));
                Ok(())
            })
            .await?;
        plan.merge_records(kind, records);
        Ok(())
    }
}

/// The kind whose records a plan lists under `name`: any kind this version knows, and any other
/// free name under which a list of objects stands.
fn listed_kind(reader: &Reader<'_>, name: &str) -> Option<Kind> {
    match kind_named(name)? {
        Kind::Other(_) if !reader.is_list_of_objects() => None,
        kind => Some(kind),
    }
}
