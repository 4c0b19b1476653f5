//! What of a plan goes to whom, and what stays behind.
//!
//! Nothing that goes may tell of what stays. Records have version vectors of their own, so no counter has a gap;
//! ids are random. What remains are records that name a hidden one, which stay behind with it, and
//! the records of devices, which go only if the device has written something that goes.

use std::collections::{BTreeMap, BTreeSet};

use super::super::id::{DeviceId, PlanId, RecordId};
use super::super::kind::Kind;
use super::super::plan::{Plan, RecordKey};
use super::super::record::{Record, field};
use super::super::value::Value;
use super::{Audience, ForWhom, is_frame};

/// Why a record stays behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Only its writer may see it.
    OnlyMe,
    /// It is for the student and the mentors, and not for the program.
    OnlyPair,
    /// It is for the program alone.
    OnlyProgram,
    /// It names a record that stays behind.
    Names(RecordKey),
}

/// A record that stays behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Staying {
    /// Which.
    pub key: RecordKey,
    /// Why.
    pub why: Why,
}

/// What of a plan goes to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The plan as it goes. It shares its records with the plan it is from.
    pub plan: Plan,
    /// What goes that a person would notice, by kind and id: no devices, and nothing deleted.
    pub goes: Vec<RecordKey>,
    /// What stays behind, as far as it is not deleted.
    pub stays: Vec<Staying>,
}

impl Outgoing {
    /// What of this goes in something that holds some of the records alone.
    #[must_use]
    pub fn only(mut self, holds: impl Fn(Kind, RecordId) -> bool) -> Self {
        let mut plan = Plan::default();
        for (kind, id, _) in self.plan.records().filter(|(kind, id, _)| holds(*kind, *id)) {
            plan.share_record(&self.plan, kind, id);
        }
        self.plan = plan;
        self.goes.retain(|key| holds(key.kind, key.id));
        self
    }

    /// How many records of a kind go.
    pub fn count(&self, kind: Kind) -> usize {
        self.goes.iter().filter(|key| key.kind == kind).count()
    }

    /// How many records of a kind stay behind.
    pub fn count_staying(&self, kind: Kind) -> usize {
        self.stays.iter().filter(|staying| staying.key.kind == kind).count()
    }
}

impl Plan {
    /// What of this plan, whose id is `id`, goes to somebody, and what stays behind.
    pub fn outgoing(&self, id: PlanId, for_whom: ForWhom) -> Outgoing {
        let hidden = self.hidden(id, for_whom);
        let mut outgoing = Outgoing { plan: Self::default(), goes: Vec::new(), stays: Vec::new() };
        let mut writers = BTreeSet::new();
        for (kind, record_id, record) in self.records() {
            let key = RecordKey { plan: id, kind, id: record_id };
            if let Some(why) = hidden.get(&(kind, record_id)) {
                if !record.is_deleted() {
                    outgoing.stays.push(Staying { key, why: *why });
                }
                continue;
            }
            if kind == Kind::Device {
                continue;
            }
            writers.extend(record.seen().iter().map(|(device, _)| device));
            outgoing.plan.share_record(self, kind, record_id);
            if !record.is_deleted() {
                outgoing.goes.push(key);
            }
        }
        self.add_devices(&writers, &mut outgoing.plan);
        outgoing
    }

    /// What keeps a record back from somebody whom its own audience would let see it: a record that it names, or
    /// one that such a record names, and so on. As [`Plan::outgoing`] has it, for one record.
    pub fn kept_back_by(
        &self,
        kind: Kind,
        id: RecordId,
        for_whom: ForWhom,
    ) -> Option<(Kind, RecordId)> {
        let mut looked_at = BTreeSet::from([id]);
        let mut left = named_in(self.get(kind, id)?);
        while let Some(name) = left.pop_first() {
            if !looked_at.insert(name) {
                continue;
            }
            let mut kinds = self.kinds().filter(|kind| !is_frame(*kind));
            let found = kinds.find_map(|kind| Some((kind, self.get(kind, name)?)));
            let Some((kind, record)) = found else { continue };
            if !self.admits(kind, name, record, for_whom) {
                return Some((kind, name));
            }
            left.extend(named_in(record));
        }
        None
    }

    /// Adds who uses the devices that have written what goes.
    fn add_devices(&self, writers: &BTreeSet<DeviceId>, plan: &mut Self) {
        for device in writers {
            plan.share_record(self, Kind::Device, (*device).into());
        }
    }

    /// The records that stay behind, each with the reason.
    fn hidden(&self, plan: PlanId, for_whom: ForWhom) -> BTreeMap<(Kind, RecordId), Why> {
        let mut hidden = BTreeMap::new();
        for (kind, id, record) in self.records() {
            if !is_frame(kind) && !self.admits(kind, id, record, for_whom) {
                let why = match self.audience(kind, id) {
                    Some(Audience::Pair) => Why::OnlyPair,
                    Some(Audience::Program) => Why::OnlyProgram,
                    Some(Audience::OnlyMe) | None => Why::OnlyMe,
                };
                hidden.insert((kind, id), why);
            }
        }
        self.hide_what_names_them(plan, &mut hidden);
        hidden
    }

    /// Adds the records that name a hidden one, and those that name these, and so on.
    fn hide_what_names_them(&self, plan: PlanId, hidden: &mut BTreeMap<(Kind, RecordId), Why>) {
        if hidden.is_empty() {
            return;
        }
        let mut by_id: BTreeMap<RecordId, Kind> =
            hidden.keys().map(|(kind, id)| (*id, *kind)).collect();
        let mut left: Vec<_> = self
            .records()
            .filter(|(kind, id, _)| !is_frame(*kind) && !hidden.contains_key(&(*kind, *id)))
            .map(|(kind, id, record)| (kind, id, named_in(record)))
            .filter(|(_, _, names)| !names.is_empty())
            .collect();
        loop {
            let before = left.len();
            left.retain(|(kind, id, names)| {
                let found = names.iter().find_map(|name| Some((*name, *by_id.get(name)?)));
                let Some((name, of)) = found else { return true };
                hidden.insert((*kind, *id), Why::Names(RecordKey { plan, kind: of, id: name }));
                by_id.insert(*id, *kind);
                false
            });
            if left.len() == before {
                return;
            }
        }
    }

    /// Takes over one record of another plan, without copying it.
    fn share_record(&mut self, from: &Self, kind: Kind, id: RecordId) {
        if let Some(record) = from.shared(kind, id) {
            self.put_shared(kind, id, record.clone());
        }
    }
}

/// Every id that stands in a record, in whatever field and however deep.
fn named_in(record: &Record) -> BTreeSet<RecordId> {
    let mut found = BTreeSet::new();
    for (name, register) in record.fields() {
        found.extend(ids_in(name.as_str()));
        if name.as_str() == field::CREATED {
            continue;
        }
        for entry in register.entries() {
            if let Value::Text(text) | Value::Other(text) = &entry.value.value {
                found.extend(ids_in(text));
            }
        }
    }
    found
}

/// The ids that stand in a text as words of their own.
fn ids_in(text: &str) -> impl Iterator<Item = RecordId> + '_ {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter_map(|word| word.parse().ok())
}
