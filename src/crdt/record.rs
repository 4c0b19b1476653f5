//! A record: fields, what has been seen of them, and whether it is deleted.

use super::clock::{Dot, VersionVector};
use super::register::{Entry, Register};
use super::writer::Writer;

/// One replicated record with fields named by `F`, values `V`, written by devices `D`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record<D: Ord, F, V> {
    pub(super) seen: VersionVector<D>,
    /// Sorted by name; no register in it is empty.
    pub(super) fields: Vec<(F, Register<D, V>)>,
    /// Each deletion that still stands, with what its writer had seen.
    pub(super) deletions: Register<D, VersionVector<D>>,
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

    /// Whether `device` has a counter left for another write.
    ///
    /// No honest device ever uses up its counters, but a file can claim that it did. A device that
    /// is told no here goes on under a new device id, as it would after restoring a backup.
    pub fn can_write(&self, device: D) -> bool {
        self.seen.count(device) < Dot::<D>::LAST
    }

    /// Begins one write by `device`. All that is done through the [`Writer`] is that one write.
    ///
    /// Ask [`Record::can_write`] first: past [`Dot::LAST`] the write is lawful here but what reads
    /// foreign files refuses it, and past `u64::MAX` it shares its dot with the write before it,
    /// so that a copy which has seen that one would not take this one over.
    pub fn write(&mut self, device: D) -> Writer<'_, D, F, V> {
        let dot = Dot { device, counter: self.seen.count(device).saturating_add(1) };
        self.seen.observe(dot);
        Writer { dot, record: self }
    }

    /// Takes over everything another copy of the same record knows.
    pub fn merge(&mut self, other: Self) {
        if self.includes(&other) {
            return;
        }
        if other.includes(self) {
            *self = other;
            return;
        }
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

    /// Puts back beside the latest writes the values that their writer had not seen. `before` is the
    /// record as it was before those writes, and `seen` what their writer knew of it: an editor
    /// that was open while others wrote has replaced only what it showed.
    pub fn keep_unseen(&mut self, before: &Self, seen: &VersionVector<D>) {
        for (name, register) in &before.fields {
            let is_same = |held: &Register<D, V>| held == register;
            if self.field(name).is_some_and(is_same) {
                continue;
            }
            let unseen = register.entries().iter().filter(|entry| !seen.contains(entry.dot));
            let mut entries: Vec<Entry<D, V>> = unseen.cloned().collect();
            if entries.is_empty() {
                continue;
            }
            match self.fields.binary_search_by(|(key, _)| key.cmp(name)) {
                Ok(at) => {
                    if let Some((_, held)) = self.fields.get_mut(at) {
                        entries.extend(held.entries().iter().cloned());
                        *held = Register::from_entries(entries);
                    }
                }
                Err(at) => self.fields.insert(at, (name.clone(), Register::from_entries(entries))),
            }
        }
    }

    /// Whether this copy already knows everything `other` knows, so that merging changes nothing.
    pub fn includes(&self, other: &Self) -> bool {
        // A field that `other` alone holds was replaced here, since its writes have been seen.
        let nothing = Register::default();
        self == other
            || self.seen.covers(&other.seen)
                && self.deletions.includes(&other.deletions, &other.seen)
                && self.fields.iter().all(|(name, register)| {
                    register.includes(other.field(name).unwrap_or(&nothing), &other.seen)
                })
    }

    /// Puts a record together from its parts. Any parts make a lawful record: what the entries
    /// imply is added to what has been seen, the order is restored, and an entry that claims
    /// counter 0, which names no write, counts as its device's first.
    pub fn from_parts(parts: Parts<D, F, V>) -> Self {
        let Parts { seen, fields, deletions } = parts;
        let register = |(name, entries)| (name, Register::from_entries(entries));
        let fields = fields.into_iter().map(register).collect();
        Self::from_registers(seen, fields, Register::from_entries(deletions))
    }

    /// Puts a record together from registers, as [`Record::from_parts`] does from entries.
    pub fn from_registers(
        mut seen: VersionVector<D>,
        mut fields: Vec<(F, Register<D, V>)>,
        deletions: Register<D, VersionVector<D>>,
    ) -> Self {
        let entries = fields.iter().flat_map(|(_, register)| register.entries());
        let dots = entries.map(|entry| entry.dot);
        let mut last = None;
        let unseen: VersionVector<D> = dots
            .chain(deletions.entries().iter().map(|deletion| deletion.dot))
            // Most fields were made by the same write.
            .filter(|dot| last.replace(*dot) != Some(*dot) && !seen.contains(*dot))
            .collect();
        seen.join(&unseen);
        for deletion in deletions.entries() {
            seen.join(&deletion.value);
        }
        fields.retain(|(_, register)| !register.is_empty());
        if !fields.is_sorted_by(|(a, _), (b, _)| a < b) {
            fields = in_order(fields);
        }
        Self { seen, fields, deletions }
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
}

/// Fields in the order of their names, each name once.
fn in_order<D: Ord + Copy, F: Ord, V: Ord>(
    fields: Vec<(F, Register<D, V>)>,
) -> Vec<(F, Register<D, V>)> {
    let mut sorted: Vec<(F, Register<D, V>)> = Vec::with_capacity(fields.len());
    for (name, register) in fields {
        match sorted.binary_search_by(|(key, _)| key.cmp(&name)) {
            Ok(at) => {
                if let Some((_, present)) = sorted.get_mut(at) {
                    present.add(register);
                }
            }
            Err(at) => sorted.insert(at, (name, register)),
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    type Note = Record<char, &'static str, u32>;

    fn note(device: char) -> Note {
        let mut note = Note::new();
        note.write(device).set("title", 1).set("text", 2);
        note
    }

    fn merged(mut a: Note, b: &Note) -> Note {
        a.merge(b.clone());
        a
    }

    fn values(note: &Note, field: &str) -> Vec<u32> {
        let entries = note.field(field).map(Register::entries).unwrap_or_default();
        entries.iter().map(|entry| entry.value).collect()
    }

    #[test]
    fn a_later_write_replaces_and_concurrent_writes_both_stay() {
        let base = note('a');
        let (mut left, mut right) = (base.clone(), base.clone());
        left.write('a').set("title", 10);
        right.write('b').set("title", 20);
        assert_eq!(values(&merged(base, &left), "title"), [10]);
        let mut both = merged(left, &right);
        assert_eq!(values(&both, "title"), [10, 20]);
        assert_eq!(values(&both, "text"), [2]);
        both.write('c').set("title", 30);
        assert_eq!(values(&merged(right, &both), "title"), [30]);
    }

    #[test]
    fn a_write_leaves_what_its_writer_had_not_seen_beside_its_own() {
        let base = note('a');
        let mut other = base.clone();
        other.write('b').set("title", 20);
        let mut mine = merged(base.clone(), &other);
        let before = mine.clone();
        mine.write('a').set("title", 10).clear(&"text");
        mine.keep_unseen(&before, base.seen());
        assert_eq!(values(&mine, "title"), [10, 20]);
        assert!(mine.field("text").is_none(), "what was seen is replaced");
        // It is what two writers who had not seen each other come to.
        let mut apart = base;
        apart.write('a').set("title", 10).clear(&"text");
        assert_eq!(merged(apart, &other), mine);
        assert_eq!(merged(other, &mine), mine);
    }

    #[test]
    fn an_edit_outlives_a_deletion_that_had_not_seen_it() {
        let base = note('a');
        let (mut edited, mut deleted) = (base.clone(), base);
        edited.write('a').set("text", 3);
        deleted.write('b').delete();
        assert!(deleted.is_deleted());
        let mut both = merged(edited, &deleted);
        assert!(!both.is_deleted() && both.outlived_deletion());
        assert_eq!((values(&both, "title"), values(&both, "text")), (vec![1], vec![3]));
        both.write('c').delete();
        assert!(both.is_deleted());
    }

    #[test]
    fn two_deletions_are_undone_only_by_who_has_seen_both() {
        let base = note('a');
        let (mut left, mut right) = (base.clone(), base);
        left.write('a').delete();
        right.write('b').delete();
        let both = merged(left.clone(), &right);
        assert!(both.is_deleted());
        assert_eq!(both.deletions().entries().len(), 2);
        let mut restored = both.clone();
        restored.write('c').restore();
        assert!(!merged(restored, &both).is_deleted());
        // A restoration outlives a deletion that had not seen it, as any edit does.
        left.write('a').restore();
        assert!(merged(left, &right).outlived_deletion());
    }

    #[test]
    fn restoring_keeps_every_value_of_a_contested_field() {
        let base = note('a');
        let (mut left, mut right) = (base.clone(), base);
        left.write('a').set("title", 10);
        right.write('b').set("title", 20);
        let mut both = merged(left, &right);
        both.write('c').delete();
        both.write('c').restore();
        assert_eq!(values(&both, "title"), [10, 20]);
        assert_eq!(values(&merged(right, &both), "title"), [10, 20]);
    }

    #[test]
    fn emptying_the_field_that_kept_a_record_alive_does_not_delete_it() {
        let base = note('a');
        let (mut edited, mut deleted) = (base.clone(), base);
        edited.write('a').set("text", 3);
        deleted.write('b').delete();
        let mut both = merged(edited, &deleted);
        both.write('a').clear(&"text");
        assert!(!both.is_deleted());
        assert_eq!(values(&both, "title"), [1]);
        assert!(!merged(deleted, &both).is_deleted());
    }

    #[test]
    fn one_dot_with_two_values_keeps_both() {
        let forged = |value| {
            let dot = Dot { device: 'a', counter: 1 };
            Note::from_parts(Parts {
                seen: VersionVector::new(),
                fields: vec![("title", vec![Entry { dot, value }])],
                deletions: Vec::new(),
            })
        };
        let both = merged(forged(7), &forged(8));
        assert_eq!(values(&both, "title"), [7, 8]);
        assert_eq!(both, merged(forged(8), &forged(7)));
        assert!(both.includes(&forged(7)) && !forged(7).includes(&both));
    }

    #[test]
    fn a_used_up_counter_is_told_and_does_no_harm() {
        let mut note = Note::new();
        assert!(note.can_write('a'));
        note.merge(Note::from_parts(Parts {
            seen: [('a', Dot::<char>::LAST), ('b', u64::MAX)].into_iter().collect(),
            fields: Vec::new(),
            deletions: Vec::new(),
        }));
        assert!(!note.can_write('a') && !note.can_write('b') && note.can_write('c'));
        assert_eq!(note.write('b').set("title", 1).dot().counter, u64::MAX);
        assert_eq!(values(&note, "title"), [1]);
    }
}
