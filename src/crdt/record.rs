//! A record: fields, what has been seen of them, and whether it is deleted.

use super::clock::{Dot, VersionVector};
use super::register::{Entry, Register};

/// One replicated record with fields named by `F`, values `V`, written by devices `D`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record<D: Ord, F, V> {
    seen: VersionVector<D>,
    /// Sorted by name; no register in it is empty.
    fields: Vec<(F, Register<D, V>)>,
    /// Each deletion that still stands, with what its writer had seen.
    deletions: Register<D, VersionVector<D>>,
}

/// The parts a [`Record`] is made of, for writing it down and reading it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts<D: Ord, F, V> {
    /// What the copy has seen; the dots of the entries below are added to it.
    pub seen: VersionVector<D>,
    /// Every field's entries. One name may appear more than once.
    pub fields: Vec<(F, Vec<Entry<D, V>>)>,
    /// The deletions that stand, each with what its writer had seen.
    pub deletions: Vec<Entry<D, VersionVector<D>>>,
}

impl<D: Ord, F, V> Default for Record<D, F, V> {
    fn default() -> Self {
        Self { seen: VersionVector::default(), fields: Vec::new(), deletions: Register::default() }
    }
}

impl<D: Ord + Copy, F: Ord + Clone, V: Ord + Clone> Record<D, F, V> {
    /// A record that nobody has written yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Which writes this copy has seen.
    pub fn seen(&self) -> &VersionVector<D> {
        &self.seen
    }

    /// The fields that hold a value, in name order.
    pub fn fields(&self) -> impl Iterator<Item = (&F, &Register<D, V>)> {
        self.fields.iter().map(|(name, register)| (name, register))
    }

    /// The register of one field, if it holds a value.
    pub fn field<Q>(&self, name: &Q) -> Option<&Register<D, V>>
    where
        F: std::borrow::Borrow<Q>,
        Q: Ord + ?Sized,
    {
        let at = self.fields.binary_search_by(|(key, _)| key.borrow().cmp(name)).ok()?;
        self.fields.get(at).map(|(_, register)| register)
    }

    /// The deletions that still stand, whether or not an edit outlived them.
    pub fn deletions(&self) -> &Register<D, VersionVector<D>> {
        &self.deletions
    }

    /// Whether the record is deleted: somebody deleted it, and every value in it had been seen by
    /// a deletion. A value that no deletion had seen keeps the record alive.
    pub fn is_deleted(&self) -> bool {
        !self.deletions.is_empty()
            && self.fields.iter().flat_map(|(_, register)| register.entries()).all(|entry| {
                self.deletions.entries().iter().any(|deletion| deletion.value.contains(entry.dot))
            })
    }

    /// Whether somebody deleted the record while somebody else, unseen, edited it.
    pub fn outlived_deletion(&self) -> bool {
        !self.deletions.is_empty() && !self.is_deleted()
    }

    /// Begins one write by `device`. All that is done through the [`Writer`] is that one write.
    pub fn write(&mut self, device: D) -> Writer<'_, D, F, V> {
        let dot = Dot { device, counter: self.seen.count(device) + 1 };
        self.seen.observe(dot);
        Writer { dot, record: self }
    }

    /// Takes over everything another copy of the same record knows.
    pub fn merge(&mut self, other: Self) {
        let Self { seen: other_seen, fields: theirs, deletions: other_deletions } = other;
        self.deletions.merge(&self.seen, other_deletions, &other_seen);
        let mut merged = Vec::with_capacity(self.fields.len().max(theirs.len()));
        let mut mine = std::mem::take(&mut self.fields).into_iter().peekable();
        let mut theirs = theirs.into_iter().peekable();
        loop {
            let order = match (mine.peek(), theirs.peek()) {
                (Some((a, _)), Some((b, _))) => a.cmp(b),
                (Some(_), None) => std::cmp::Ordering::Less,
                (None, Some(_)) => std::cmp::Ordering::Greater,
                (None, None) => break,
            };
            let left = if order.is_le() { mine.next() } else { None };
            let right = if order.is_ge() { theirs.next() } else { None };
            let (name, mut register, other) = match (left, right) {
                (Some((name, a)), Some((_, b))) => (name, a, b),
                (Some((name, a)), None) => (name, a, Register::default()),
                (None, Some((name, b))) => (name, Register::default(), b),
                (None, None) => break,
            };
            register.merge(&self.seen, other, &other_seen);
            if !register.is_empty() {
                merged.push((name, register));
            }
        }
        self.fields = merged;
        self.seen.join(&other_seen);
    }

    /// Whether this copy already knows everything `other` knows, so that merging changes nothing.
    pub fn includes(&self, other: &Self) -> bool {
        if self == other {
            return true;
        }
        let mut merged = self.clone();
        merged.merge(other.clone());
        merged == *self
    }

    /// Puts a record together from its parts. Any parts make a lawful record: what the entries
    /// imply is added to what has been seen, and the order is restored.
    pub fn from_parts(parts: Parts<D, F, V>) -> Self {
        let Parts { mut seen, fields, deletions } = parts;
        let mut sorted: Vec<(F, Vec<Entry<D, V>>)> = Vec::with_capacity(fields.len());
        for (name, entries) in fields {
            for entry in &entries {
                seen.observe(entry.dot);
            }
            if entries.is_empty() {
                continue;
            }
            match sorted.binary_search_by(|(key, _)| key.cmp(&name)) {
                Ok(at) => {
                    if let Some((_, present)) = sorted.get_mut(at) {
                        present.extend(entries);
                    }
                }
                Err(at) => sorted.insert(at, (name, entries)),
            }
        }
        for deletion in &deletions {
            seen.observe(deletion.dot);
            seen.join(&deletion.value);
        }
        Self {
            seen,
            fields: sorted
                .into_iter()
                .map(|(name, entries)| (name, Register::from_entries(entries)))
                .collect(),
            deletions: Register::from_entries(deletions),
        }
    }

    /// Takes the record apart. [`Record::from_parts`] puts it together again.
    pub fn into_parts(self) -> Parts<D, F, V> {
        let entries = |(name, register): (F, Register<D, V>)| (name, register.into_entries());
        Parts {
            seen: self.seen,
            fields: self.fields.into_iter().map(entries).collect(),
            deletions: self.deletions.into_entries(),
        }
    }

    /// Replaces the register of one field; an empty one takes the field away.
    fn put(&mut self, name: F, register: Register<D, V>) {
        match self.fields.binary_search_by(|(key, _)| key.cmp(&name)) {
            Ok(at) if register.is_empty() => {
                self.fields.remove(at);
            }
            Ok(at) => {
                if let Some(slot) = self.fields.get_mut(at) {
                    slot.1 = register;
                }
            }
            Err(_) if register.is_empty() => {}
            Err(at) => self.fields.insert(at, (name, register)),
        }
    }
}

/// One write in progress. Dropping it ends the write; nothing needs to be confirmed.
#[derive(Debug)]
pub struct Writer<'a, D: Ord, F, V> {
    dot: Dot<D>,
    record: &'a mut Record<D, F, V>,
}

impl<D: Ord + Copy, F: Ord + Clone, V: Ord + Clone> Writer<'_, D, F, V> {
    /// The identity of this write.
    pub fn dot(&self) -> Dot<D> {
        self.dot
    }

    /// Sets a field, replacing every value this copy has seen in it, and undoing any deletion
    /// this copy has seen.
    pub fn set(&mut self, name: F, value: V) -> &mut Self {
        self.record.deletions = Register::default();
        self.record.put(name, Register::new(self.dot, value));
        self
    }

    /// Sets a field to several values that stand side by side, as after writes that had not seen
    /// each other; to none empties it.
    pub fn set_all(&mut self, name: F, values: impl IntoIterator<Item = V>) -> &mut Self {
        let dot = self.dot;
        let entries: Vec<_> = values.into_iter().map(|value| Entry { dot, value }).collect();
        self.record.deletions = Register::default();
        self.record.put(name, Register::from_entries(entries));
        self
    }

    /// Empties a field, removing every value this copy has seen in it.
    pub fn clear(&mut self, name: &F) -> &mut Self {
        self.record.fields.retain(|(key, _)| key != name);
        self
    }

    /// Deletes the record as this copy has seen it. The values stay readable.
    pub fn delete(&mut self) -> &mut Self {
        self.record.deletions = Register::new(self.dot, self.record.seen.clone());
        self
    }

    /// Brings a deleted record back by writing every value again, so that a deletion which had
    /// not seen this write does not take it away once more. Where several values of one field
    /// stand, all of them stay.
    pub fn restore(&mut self) -> &mut Self {
        self.record.deletions = Register::default();
        let dot = self.dot;
        for (_, register) in &mut self.record.fields {
            let entries = register.entries().iter();
            *register = Register::from_entries(
                entries.map(|entry| Entry { dot, value: entry.value.clone() }).collect(),
            );
        }
        self
    }
}
