//! Reading a bundle that may be damaged, foreign or hostile.

use std::collections::BTreeSet;

use super::super::error::{BundleError, Counted};
use super::super::fault::{Fault, What};
use super::super::json::{Reader, Shape};
use super::super::limits::Limits;
use super::super::place::{Place, Step};
use super::super::record::{Context, Draft, kind_named, read_id, read_record};
use super::Bundle;
use super::device::read_stores;
use super::header::{Audience, Header, Members};
use crate::domain::{Kind, Plan, PlanId, Record, RecordId, RecordKey};

/// Reads a bundle, or says what is wrong with it and where.
pub fn read(bytes: &[u8]) -> Result<Bundle, BundleError> {
    let limits = &Limits::BUNDLE;
    if bytes.len() > limits.bytes {
        return Err(BundleError::TooLarge { limit: limits.bytes });
    }
    let (whole, broken) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        // What comes before is read, to say where it ends.
        Err(error) => {
            let whole = bytes.get(..error.valid_up_to()).unwrap_or_default();
            (std::str::from_utf8(whole).unwrap_or_default(), Some(error))
        }
    };
    let text = whole.strip_prefix('\u{feff}').unwrap_or(whole);
    let mut reading = Reading::new(limits);
    let outcome = if text.trim().is_empty() {
        Err(BundleError::Empty)
    } else {
        let outcome = reading.bundle(&mut Reader::new(text));
        outcome
            .map_err(|fault| match broken {
                // A bundle up to a byte that is not text. One that ends within a character is cut off.
                Some(error) if error.error_len().is_some() => fault.broken_off(),
                _ => fault,
            })
            .map_err(|fault| fault.into_error(text, reading.last_whole_record()))
    };
    let Some(error) = broken else { return outcome };
    match outcome {
        Ok(_) | Err(BundleError::Empty | BundleError::NotJson { line: 1, column: 1, .. }) => {
            Err(BundleError::NotText { byte: error.valid_up_to() })
        }
        outcome => outcome,
    }
}

/// What has been read so far.
struct Reading {
    context: Context,
    records: usize,
    /// The number of the plan being read.
    plan: usize,
    /// The last record that was whole: its plan's number, its kind and its own number.
    last: Option<(usize, Kind, usize)>,
}

impl Reading {
    fn new(limits: &'static Limits) -> Self {
        Self { context: Context::new(limits), records: 0, plan: 0, last: None }
    }

    fn last_whole_record(&self) -> Place {
        let steps = self.last.map(|(plan, kind, record)| {
            [Step::name("plans"), Step::Index(plan), Step::name(kind.name()), Step::Index(record)]
        });
        steps.into_iter().flatten().collect()
    }

    /// Reads the whole. The plans are read on the way if all that they need came before them, as
    /// it does in files written here; otherwise (some tools sort the members) after everything else.
    fn bundle(&mut self, reader: &mut Reader<'_>) -> Result<Bundle, Fault> {
        if reader.shape()? != Shape::Object {
            return Err(reader.fault(What::NotABundle));
        }
        let depth = self.context.limits.depth;
        let mut members = Members::default();
        let mut whole = None;
        let mut plans_at = None;
        let mut device_at = None;
        reader.object(|reader, name| {
            match &**name {
                "plans" if members.are_complete() => {
                    let header = members.read(reader)?;
                    self.context.writers = members.read_writers(reader)?;
                    whole = Some((header, self.plans(reader)?));
                }
                "plans" => {
                    plans_at = Some(reader.at());
                    reader.skip(depth)?;
                }
                "device" => {
                    device_at = Some(reader.at());
                    reader.skip(depth)?;
                }
                name => {
                    members.note(name, reader.at());
                    reader.skip(depth)?;
                    members.check_format(reader)?;
                }
            }
            Ok(())
        })?;
        reader.finish()?;
        let (header, plans): (Header, _) = match whole {
            Some(whole) => whole,
            None => {
                let header = members.read(reader)?;
                let missing = |name: &str| reader.fault(What::Missing).under(name);
                let at = plans_at.ok_or_else(|| missing("plans"))?;
                self.context.writers = members.read_writers(reader)?;
                let mut reader = reader.standing_at(at);
                (header, self.plans(&mut reader).map_err(|fault| fault.under("plans"))?)
            }
        };
        // What a device keeps for itself is taken from nobody's file but its owner's.
        let device = device_at
            .filter(|_| header.audience == Audience::Backup)
            .map(|at| read_stores(&mut reader.standing_at(at), self.context.limits))
            .transpose()
            .map_err(|fault| fault.under("device"))?;
        Ok(Bundle { header, plans, device })
    }

    fn plans(&mut self, reader: &mut Reader<'_>) -> Result<Vec<(PlanId, Plan)>, Fault> {
        let mut plans: Vec<(PlanId, Plan)> = Vec::new();
        let limit = self.context.limits.plans;
        reader.list(|reader, index| {
            if index >= limit {
                return Err(reader.fault(What::TooMany(Counted::Plans, limit)));
            }
            self.plan = index;
            let (id, plan) = self.plan(reader)?;
            if plans.iter().any(|(known, _)| *known == id) {
                return Err(reader.fault(What::Duplicate));
            }
            plans.push((id, plan));
            Ok(())
        })?;
        Ok(plans)
    }

    fn plan<'a>(&mut self, reader: &mut Reader<'a>) -> Result<(PlanId, Plan), Fault> {
        let mut id = None;
        let mut plan = Plan::default();
        let mut own = Draft::default();
        reader.object(|reader, name| {
            if name == "id" {
                id = Some(read_id(reader)?);
                return Ok(());
            }
            match listed_kind(reader, name) {
                Some(kind) => self.records(reader, kind, &mut plan),
                None => own.member(reader, name, &mut self.context),
            }
        })?;
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

    fn records(
        &mut self,
        reader: &mut Reader<'_>,
        kind: Kind,
        plan: &mut Plan,
    ) -> Result<(), Fault> {
        let limit = self.context.limits.records;
        let mut records: Vec<(RecordId, Record)> = Vec::new();
        // Files written here list records in the order of their ids, and then this stays empty.
        let mut known: Option<BTreeSet<RecordId>> = None;
        reader.list(|reader, index| {
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
            records.push((id, record));
            self.last = Some((self.plan, kind, index));
            Ok(())
        })?;
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
