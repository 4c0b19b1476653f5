//! Records that came in a file and contradict what is here. They are not merged but kept apart, and a
//! person is shown why.
//!
//! Merging obeys its laws for such records too, so this is no question of harm to the data's form:
//! it is that no person can have written what they claim, and that merging them would make other
//! people's words disappear.

use std::collections::BTreeMap;

use super::dispute::{Dispute, disputes_in};
use super::id::{DeviceId, RecordId};
use super::kind::Kind;
use super::label::label;
use super::plan::{Plan, RecordKey, Workspace};
use super::record::Record;
use crate::crdt::{Entry, Register};

/// The most writes of one device to one record that are believed. Ten writes a day for a hundred
/// years are 365,000.
const MOST_WRITES: u64 = 1_000_000;
/// The most devices that are believed to have written one record.
const MOST_DEVICES: usize = 1_000;

/// The most fields of one record, values of one field and standing deletions of one record that a
/// file may hold (`codec::Limits::BUNDLE`). Merging must not pass them, or no file could carry the
/// record any more: not the plan to somebody else, and no backup.
const MOST_FIELDS: usize = 256;
/// As above.
const MOST_VALUES: usize = 200;
/// As above.
const MOST_DELETIONS: usize = 64;

/// Why a record is kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It claims more writes of one device than any person can make.
    ImpossibleCount,
    /// It claims to have been written by more devices than a plan can have.
    TooManyDevices,
    /// Merged with what is here it would be more than a file can carry.
    TooMuch,
    /// It gives another value for a write that is here already, or another moment.
    OtherValue,
    /// Its id belongs to another kind of record in the same plan.
    OtherKind,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 5] = [
        Self::ImpossibleCount,
        Self::TooManyDevices,
        Self::TooMuch,
        Self::OtherValue,
        Self::OtherKind,
    ];

    /// The name under which storage keeps the reason.
    pub fn name(self) -> &'static str {
        match self {
            Self::ImpossibleCount => "impossible_count",
            Self::TooManyDevices => "too_many_devices",
            Self::TooMuch => "too_much",
            Self::OtherValue => "other_value",
            Self::OtherKind => "other_kind",
        }
    }

    /// The reason of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }

    /// Whether a person may take the record in all the same: see [`Workspace::look_at_apart`]. What claims impossible numbers would
    /// swallow what others write from then on, so nobody may.
    pub fn can_be_taken_in(self) -> bool {
        match self {
            Self::OtherValue | Self::OtherKind => true,
            Self::ImpossibleCount | Self::TooManyDevices | Self::TooMuch => false,
        }
    }
}

/// A record that is kept apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Where it would have been.
    pub key: RecordKey,
    /// The record as it came.
    pub record: Record,
    /// Why it is kept apart.
    pub reason: Reason,
}

/// The kinds under which the ids of one plan are in use, as far as a file has been looked through.
#[derive(Debug, Default)]
pub(super) struct Taken(BTreeMap<RecordId, Kind>);

impl Taken {
    /// Whether the id of `key` belongs to another kind, here or earlier in the file.
    fn is_other_kind(&self, plan: Option<&Plan>, key: RecordKey) -> bool {
        if shares_its_id(key.kind) {
            return false;
        }
        let here = plan.is_some_and(|plan| {
            let mut others = plan.kinds().filter(|kind| *kind != key.kind && !shares_its_id(*kind));
            others.any(|kind| plan.get(kind, key.id).is_some())
        });
        here || self.0.get(&key.id).is_some_and(|kind| *kind != key.kind)
    }

    /// Remembers a record of the file that is new here.
    pub(super) fn note(&mut self, key: RecordKey) {
        if !shares_its_id(key.kind) {
            self.0.entry(key.id).or_insert(key.kind);
        }
    }
}

/// Whether records of a kind have the id of something else: the plan's own record that of the plan,
/// and a device's that of the device.
fn shares_its_id(kind: Kind) -> bool {
    matches!(kind, Kind::Plan | Kind::Device)
}

/// Why the record that came as `theirs` is to be kept apart, if it is. `mine` is the record that is
/// here under the same key, and `plan` the plan that it is in.
pub(super) fn reason(
    plan: Option<&Plan>,
    taken: &Taken,
    key: RecordKey,
    theirs: &Record,
    device: DeviceId,
) -> Option<Reason> {
    let mine = plan.and_then(|plan| plan.get(key.kind, key.id));
    if theirs.seen().iter().any(|(_, count)| count > MOST_WRITES) {
        return Some(Reason::ImpossibleCount);
    }
    if devices_together(mine, theirs) > MOST_DEVICES {
        return Some(Reason::TooManyDevices);
    }
    if mine.is_some_and(|mine| is_too_much(mine, theirs)) {
        return Some(Reason::TooMuch);
    }
    match mine {
        None => taken.is_other_kind(plan, key).then_some(Reason::OtherKind),
        Some(mine) => contradicts(mine, theirs, device).then_some(Reason::OtherValue),
    }
}

/// How many devices would have written the record once it was merged.
fn devices_together(mine: Option<&Record>, theirs: &Record) -> usize {
    let here = mine.map_or(0, |mine| mine.seen().len());
    if here + theirs.seen().len() <= MOST_DEVICES {
        return 0;
    }
    let is_new = |device| mine.is_none_or(|mine| mine.seen().count(device) == 0);
    here + theirs.seen().iter().filter(|(device, _)| is_new(*device)).count()
}

/// Whether the two together are more than a file can carry, by as much as they may come to: what one
/// of them has replaced is counted only where it is close.
fn is_too_much(mine: &Record, theirs: &Record) -> bool {
    let fields = |record: &Record| record.fields().count();
    let values = |name: &str, record: &Record| {
        record.field(name).map_or(0, |register| register.entries().len())
    };
    let deletions = |record: &Record| record.deletions().entries().len();
    let is_close = fields(mine) + fields(theirs) > MOST_FIELDS
        || deletions(mine) + deletions(theirs) > MOST_DELETIONS
        || theirs.fields().any(|(name, register)| {
            register.entries().len() + values(name.as_str(), mine) > MOST_VALUES
        });
    if !is_close {
        return false;
    }
    let mut both = mine.clone();
    both.merge(theirs.clone());
    fields(&both) > MOST_FIELDS
        || deletions(&both) > MOST_DELETIONS
        || both.fields().any(|(_, register)| register.entries().len() > MOST_VALUES)
}

/// Whether `theirs` gives a value for a write of somebody else that is here with other values. What
/// is said in this device's own name is judged elsewhere: see [`super::renewal`].
fn contradicts(mine: &Record, theirs: &Record, device: DeviceId) -> bool {
    theirs.fields().any(|(name, register)| {
        mine.field(name.as_str()).is_some_and(|held| {
            says_otherwise(held, register.entries(), |entry| entry.dot.device != device)
        })
    }) || says_otherwise(mine.deletions(), theirs.deletions().entries(), |entry| {
        entry.dot.device != device
    })
}

/// Whether one of the `others`, as far as they are `judged`, has a write that is held here, and
/// another value for it than any that is held.
pub(super) fn says_otherwise<V: Ord>(
    held: &Register<DeviceId, V>,
    others: &[Entry<DeviceId, V>],
    judged: impl Fn(&Entry<DeviceId, V>) -> bool,
) -> bool {
    if held.entries() == others {
        return false;
    }
    others.iter().any(|entry| {
        judged(entry) && held.holds(entry.dot) && held.entries().binary_search(entry).is_err()
    })
}

impl Quarantined {
    /// The words by which a person recognises the record; empty where it says nothing.
    pub fn label(&self) -> String {
        label(self.key.kind, self.key.id, &self.record)
    }
}

impl Workspace {
    /// The fields in which several values would stand if a record that is kept apart were taken in.
    pub fn differences(&self, key: RecordKey, record: &Record) -> Vec<Dispute> {
        let mut both = self.get(key).cloned().unwrap_or_default();
        both.merge(record.clone());
        disputes_in(key, &both).collect()
    }
}
