//! When a file knows this device better than it knows itself.
//!
//! A write identity (device, counter) is used once, so a file can hold nothing in this device's name
//! that this device does not know. If it does, the device was put back to an earlier state, as by a
//! restored backup of the whole browser, or it was copied, or somebody forged the file. Merging as
//! usual would then take the words that stand here for words that have been replaced. So from the
//! first write on that the file tells otherwise, this device's own writes are renamed: they count
//! as written by a new device, which had seen only what this one had. They then stand beside what the
//! file says, and the device goes on as the new one.

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
    /// The record as it stands here, with what is at stake renamed, if the one that came knows this
    /// device better; `None` if it does not.
    pub(super) fn renamed(&self, mine: Option<&Record>, theirs: &Record) -> Option<Record> {
        let from = self.forked_at(mine, theirs)?;
        Some(mine.map(|mine| self.renamed_from(mine, theirs, from)).unwrap_or_default())
    }

    /// From which write on the record that came tells another story of this device than the one
    /// that is here; `None` if it does not know this device better.
    fn forked_at(&self, mine: Option<&Record>, theirs: &Record) -> Option<u64> {
        let known = mine.map_or(0, |mine| mine.seen().count(self.device));
        let is_certain = theirs.seen().count(self.device) > known;
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

    /// The record with this device's own writes renamed: all from the write `from` on, and all
    /// that `theirs` takes for replaced.
    fn renamed_from(&self, mine: &Record, theirs: &Record, from: u64) -> Record {
        let dot = Dot { device: self.fresh, counter: mine.seen().count(self.fresh) + 1 };
        let is_deleted = mine.is_deleted();
        let Parts { seen, mut fields, mut deletions } = mine.clone().into_parts();
        let mut seen = self.until(&seen, from);
        let nothing = Register::default();
        let mut count = 0;
        for (name, entries) in &mut fields {
            let held = theirs.field(name.as_str()).unwrap_or(&nothing);
            count += self.rename(entries, held, from, dot);
        }
        count += self.rename(&mut deletions, theirs.deletions(), from, dot);
        if is_deleted && count > 0 {
            // The new device, too, has left it deleted, with all that it had seen.
            seen.observe(dot);
            deletions = vec![Entry { dot, value: seen.clone() }];
        }
        for deletion in &mut deletions {
            if deletion.dot == dot {
                deletion.value = self.until(&deletion.value, from);
            }
        }
        Record::from_parts(Parts { seen, fields, deletions })
    }

    /// Renames entries, and says how many.
    fn rename<V: Ord>(
        &self,
        entries: &mut [Entry<DeviceId, V>],
        held: &Register<DeviceId, V>,
        from: u64,
        dot: Dot<DeviceId>,
    ) -> usize {
        let is_at_stake = |entry: &Entry<DeviceId, V>| {
            entry.dot.device == self.device
                && (entry.dot.counter >= from || held.entries().binary_search(entry).is_err())
        };
        let at_stake = entries.iter_mut().filter(|entry| is_at_stake(entry));
        at_stake.map(|entry| entry.dot = dot).count()
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
