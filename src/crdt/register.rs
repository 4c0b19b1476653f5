//! A field that keeps every value nobody has replaced yet.

use super::clock::{Dot, VersionVector};

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
/// same value first. Two different values under one dot (which no honest device makes) both stay.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Register<D, V>(Vec<Entry<D, V>>);

impl<D, V> Default for Register<D, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<D: Ord + Copy, V: Ord> Register<D, V> {
    /// A register that holds `value`, written by `dot`.
    pub fn new(dot: Dot<D>, value: V) -> Self {
        Self(vec![Entry { dot, value }])
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
        self.0.iter().any(|entry| entry.dot == dot)
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
        let mine = std::mem::take(&mut self.0);
        let theirs_hold = |dot: Dot<D>| other.0.iter().any(|entry| entry.dot == dot);
        let mine_hold = |dot: Dot<D>| mine.iter().any(|entry| entry.dot == dot);
        let keep_mine: Vec<bool> = mine
            .iter()
            .map(|entry| theirs_hold(entry.dot) || !other_seen.contains(entry.dot))
            .collect();
        let keep_theirs: Vec<bool> =
            other.0.iter().map(|entry| mine_hold(entry.dot) || !seen.contains(entry.dot)).collect();
        self.0 = std::iter::zip(mine, keep_mine)
            .chain(std::iter::zip(other.0, keep_theirs))
            .filter_map(|(entry, keep)| keep.then_some(entry))
            .collect();
        self.0.sort_unstable();
        self.0.dedup();
    }

    /// A register of the given entries, put into the shared order.
    pub(super) fn from_entries(mut entries: Vec<Entry<D, V>>) -> Self {
        entries.sort_unstable();
        entries.dedup();
        Self(entries)
    }
}
