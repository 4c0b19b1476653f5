//! A field that keeps every value nobody has replaced yet.

use super::clock::{Dot, VersionVector};
use super::few::Few;

/// One value of a field, with the write that made it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry<D, V> {
    /// The write that made the value.
    pub dot: Dot<D>,
    /// The value.
    pub value: V,
}

/// A multi-value register: one value normally, several after writes that had not seen each other.
///
/// The entries are sorted and distinct, so equal content is equal data and every device shows the
/// same value first. One write can leave several values, namely when it brings back a deleted
/// record in which several stood. Should two devices claim one dot for different values (which
/// honest devices never do), then every value that is met under that dot stays until a write that
/// had seen the dot replaces it.
///
/// For each dot there are three states, each of which gives way to the next: not seen, held with
/// a set of values (two sets become their union), and replaced. This is a join semilattice
/// whatever the entries are, which is why merging obeys its laws for hostile data too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Register<D, V>(Few<Entry<D, V>>);

impl<D, V> Default for Register<D, V> {
    fn default() -> Self {
        Self(Few::none())
    }
}

impl<D: Ord + Copy, V: Ord> Register<D, V> {
    /// A register that holds `value`, written by `dot`.
    pub fn new(dot: Dot<D>, value: V) -> Self {
        Self(Few::One(Entry { dot: dot.at_least_first(), value }))
    }

    /// A register of the given entries, put into the shared order.
    pub fn from_entries(mut entries: Vec<Entry<D, V>>) -> Self {
        for entry in &mut entries {
            entry.dot = entry.dot.at_least_first();
        }
        put_in_order(&mut entries);
        entries.dedup();
        Self(entries.into())
    }

    /// The entries, in the order that all devices share.
    pub fn entries(&self) -> &[Entry<D, V>] {
        &self.0
    }

    /// The value to show while several stand: the first in the shared order.
    pub fn first(&self) -> Option<&V> {
        self.0.first().map(|entry| &entry.value)
    }

    /// Whether no value stands.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the write `dot` made one of the standing values.
    pub fn holds(&self, dot: Dot<D>) -> bool {
        self.0.binary_search_by(|entry| entry.dot.cmp(&dot)).is_ok()
    }

    /// Whether joining `other` would change nothing, given that every write `other` has seen has
    /// been seen here too.
    pub(super) fn includes(&self, other: &Self, other_seen: &VersionVector<D>) -> bool {
        let loses_none =
            || self.0.iter().all(|mine| other.holds(mine.dot) || !other_seen.contains(mine.dot));
        let gains_none = || {
            other
                .0
                .iter()
                .all(|theirs| !self.holds(theirs.dot) || self.0.binary_search(theirs).is_ok())
        };
        self.0 == other.0 || (loses_none() && gains_none())
    }

    /// Joins the entries of two copies, each with what its copy has seen.
    ///
    /// An entry stays when the other copy has it too or has never seen its write; an entry whose
    /// write the other copy has seen but no longer holds was replaced there, and goes.
    pub(super) fn merge(
        &mut self,
        seen: &VersionVector<D>,
        other: Self,
        other_seen: &VersionVector<D>,
    ) {
        if self.0 == other.0 {
            return;
        }
        let stays = |entry: &Entry<D, V>, there: &Self, seen_there: &VersionVector<D>| {
            there.holds(entry.dot) || !seen_there.contains(entry.dot)
        };
        let theirs_to_keep: Vec<bool> =
            other.0.iter().map(|entry| stays(entry, self, seen)).collect();
        let mut kept = std::mem::take(self).into_entries();
        kept.retain(|entry| stays(entry, &other, other_seen));
        kept.extend(
            std::iter::zip(other.into_entries(), theirs_to_keep)
                .filter_map(|(entry, keep)| keep.then_some(entry)),
        );
        *self = Self::from_entries(kept);
    }

    /// The entries, taken out.
    pub(super) fn into_entries(self) -> Vec<Entry<D, V>> {
        self.0.into_vec()
    }

    /// Adds the entries of another part of the same field.
    pub(super) fn add(&mut self, other: Self) {
        let mut entries = std::mem::take(self).into_entries();
        entries.extend(other.into_entries());
        *self = Self::from_entries(entries);
    }
}

/// Sorts entries. There are few, in order but for the last ones, which is when this is quickest, and
/// smaller than a general sort.
fn put_in_order<T: Ord>(entries: &mut [T]) {
    for end in 1..entries.len() {
        let (sorted, rest) = entries.split_at(end);
        let Some(next) = rest.first() else { return };
        let at = sorted.partition_point(|entry| entry <= next);
        if let Some(moved) = entries.get_mut(at..=end) {
            moved.rotate_right(1);
        }
    }
}
