//! When a file knows this device better than it knows itself.
//!
//! A write identity (device, counter) is used once, so a file can hold nothing in this device's name
//! that this device does not know. If it does, the device was put back to an earlier state, as by a
//! restored backup of the whole browser, or it was copied, or somebody forged the file. Merging as
//! usual would then take the words that stand here for words that have been replaced. So from the
//! first write on of which the file tells another story, this device's writes are renamed, those that
//! are here and those in the file: they count as written by a new device, which had seen only what
//! this one had. Both then stand, and the device goes on as the new one.

use std::ops::RangeInclusive;

use super::id::DeviceId;
use super::quarantine::says_otherwise;
use super::record::{Record, field};
use crate::crdt::{Dot, Entry, Parts, Register, VersionVector};

/// Who this device is, and who it will be if a file knows it better.
#[derive(Clone, Copy, Debug)]
pub(super) struct Us {
    pub(super) device: DeviceId,
    pub(super) fresh: DeviceId,
}

impl Us {
    /// Both copies of a record with what is at stake renamed, if the one that came knows this device
    /// better; `None` if it does not.
    pub(super) fn fork(&self, mine: Option<&Record>, theirs: &Record) -> Option<Fork> {
        let from = self.forked_at(mine, theirs)?;
        let Some(mine) = mine else {
            return Some(Fork { ours: None, merged: theirs.clone() });
        };
        let written = mine.seen().count(self.fresh);
        let dot = |further| Dot { device: self.fresh, counter: written + further };
        let ours = self.ours(mine, theirs, from, dot(1));
        let known = mine.seen().count(self.device);
        let merged = self.merged(&ours, theirs, from..=known, dot(2));
        // Nor is that write made a second time after the import was taken back.
        let ours = observed(ours, dot(2));
        Some(Fork { ours: Some(ours), merged })
    }

    /// From which write on the record that came tells another story of this device than the one
    /// that is here; `None` if it does not know this device better.
    fn forked_at(&self, mine: Option<&Record>, theirs: &Record) -> Option<u64> {
        let claimed = theirs.seen().count(self.device);
        if claimed == 0 {
            return None;
        }
        let known = mine.map_or(0, |mine| mine.seen().count(self.device));
        let is_certain = claimed > known;
        let mut strange = Strange { device: self.device, known, is_certain, first: known + 1 };
        if let Some(mine) = mine {
            let nothing = Register::default();
            for (name, register) in theirs.fields() {
                strange.look(mine.field(name.as_str()).unwrap_or(&nothing), register.entries());
            }
            strange.look(mine.deletions(), theirs.deletions().entries());
        }
        strange.is_certain.then_some(strange.first)
    }

    /// The copy that is here with this device's own writes renamed: all from the write `from` on,
    /// and all that `theirs` takes for replaced.
    fn ours(&self, mine: &Record, theirs: &Record, from: u64, dot: Dot<DeviceId>) -> Record {
        let is_deleted = mine.is_deleted();
        let Parts { seen, mut fields, mut deletions } = mine.clone().into_parts();
        let mut seen = self.until(&seen, from);
        let nothing = Register::default();
        let mut count = 0;
        for (name, entries) in &mut fields {
            let held = theirs.field(name.as_str()).unwrap_or(&nothing);
            count += self.rename(entries, dot, |entry| is_at_stake(entry, held, from));
        }
        let held = theirs.deletions();
        count += self.rename(&mut deletions, dot, |entry| is_at_stake(entry, held, from));
        if is_deleted && count > 0 {
            // The new device, too, has left it deleted, with all that it had seen.
            seen.observe(dot);
            deletions = vec![Entry { dot, value: seen.clone() }];
        }
        for deletion in deletions.iter_mut().filter(|deletion| deletion.dot == dot) {
            deletion.value = self.until(&deletion.value, from);
        }
        Record::from_parts(Parts { seen, fields, deletions })
    }

    /// Both copies together. What the one that came says of this device's `contested` writes is
    /// renamed: every copy of what this device did write would take it for replaced.
    fn merged(
        &self,
        ours: &Record,
        theirs: &Record,
        contested: RangeInclusive<u64>,
        dot: Dot<DeviceId>,
    ) -> Record {
        let is_contested =
            |held: Dot<DeviceId>| held.device == self.device && contested.contains(&held.counter);
        let mut taken = theirs.clone().into_parts();
        let mut renamed = Vec::new();
        for (name, entries) in &mut taken.fields {
            let found = entries.extract_if(.., |entry| is_contested(entry.dot));
            let found: Vec<_> = found.map(|entry| Entry { dot, ..entry }).collect();
            renamed.push((name.clone(), found));
        }
        let mut deletions: Vec<_> =
            taken.deletions.extract_if(.., |deletion| is_contested(deletion.dot)).collect();
        for deletion in &mut deletions {
            deletion.dot = dot;
            deletion.value.observe(dot);
        }
        let mut merged = ours.clone();
        merged.merge(Record::from_parts(taken));
        let mut parts = merged.into_parts();
        parts.fields.extend(renamed);
        parts.deletions.extend(deletions);
        Record::from_parts(parts)
    }

    /// Renames those of this device's entries that `is_meant`, and says how many.
    fn rename<V>(
        &self,
        entries: &mut [Entry<DeviceId, V>],
        dot: Dot<DeviceId>,
        is_meant: impl Fn(&Entry<DeviceId, V>) -> bool,
    ) -> usize {
        let ours = entries.iter_mut().filter(|entry| entry.dot.device == self.device);
        ours.filter(|entry| is_meant(entry)).map(|entry| entry.dot = dot).count()
    }

    /// What has been seen, without this device's own writes from the write `from` on.
    fn until(&self, seen: &VersionVector<DeviceId>, from: u64) -> VersionVector<DeviceId> {
        let kept = |(device, counter)| match device == self.device {
            true => (device, std::cmp::min(counter, from.saturating_sub(1))),
            false => (device, counter),
        };
        seen.iter().map(kept).collect()
    }
}

fn observed(record: Record, dot: Dot<DeviceId>) -> Record {
    let mut parts = record.into_parts();
    parts.seen.observe(dot);
    Record::from_parts(parts)
}

/// Whether an entry would be lost, or be taken for another.
fn is_at_stake<V: Ord>(
    entry: &Entry<DeviceId, V>,
    held: &Register<DeviceId, V>,
    from: u64,
) -> bool {
    entry.dot.counter >= from || held.entries().binary_search(entry).is_err()
}

/// What comes of two copies that tell different stories of this device.
pub(super) struct Fork {
    /// The copy that is here, under the new name: what is to stand if the import is taken back.
    pub(super) ours: Option<Record>,
    /// Both together.
    pub(super) merged: Record,
}

/// What a record that came says in this device's name.
struct Strange {
    device: DeviceId,
    /// How many writes this device made to the record.
    known: u64,
    /// Whether the record cannot come from what this device wrote.
    is_certain: bool,
    /// The first write that may not be the one that this device made.
    first: u64,
}

impl Strange {
    /// Looks at the values of one field, or at the deletions.
    fn look<V: Ord>(&mut self, held: &Register<DeviceId, V>, others: &[Entry<DeviceId, V>]) {
        if held.entries() == others {
            return;
        }
        let is_ours = |entry: &Entry<DeviceId, V>| {
            entry.dot.device == self.device && entry.dot.counter <= self.known
        };
        self.is_certain |= says_otherwise(held, others, is_ours);
        for entry in others.iter().filter(|entry| is_ours(entry)) {
            if held.entries().binary_search(entry).is_err() {
                self.first = self.first.min(entry.dot.counter);
                // Had this device made that write, it would have replaced what it wrote before.
                self.is_certain |= held.entries().iter().any(|kept| {
                    kept.dot.device == self.device && kept.dot.counter < entry.dot.counter
                });
            }
        }
    }
}

/// The record that says who uses the new device, made from the one that says so of this one.
pub(super) fn introduction(old: &Record, us: Us) -> Option<Record> {
    let person = old.field(field::PERSON)?.entries().first()?.value.clone();
    let mut record = Record::default();
    record.write(us.fresh).set(field::PERSON.into(), person);
    Some(record)
}
