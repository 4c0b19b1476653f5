//! What one write may do to a record.

use super::clock::Dot;
use super::record::Record;
use super::register::{Entry, Register};

/// One write in progress. Dropping it ends the write; nothing needs to be confirmed.
#[derive(Debug)]
pub struct Writer<'a, D: Ord, F, V> {
    pub(super) dot: Dot<D>,
    pub(super) record: &'a mut Record<D, F, V>,
}

impl<D: Ord + Copy, F: Ord + Clone, V: Ord + Clone> Writer<'_, D, F, V> {
    /// The identity of this write.
    pub fn dot(&self) -> Dot<D> {
        self.dot
    }

    /// Sets a field, replacing every value this copy has seen in it, and undoing any deletion
    /// this copy has seen.
    pub fn set(&mut self, name: F, value: V) -> &mut Self {
        self.set_all(name, [value])
    }

    /// Sets a field to several values that stand side by side, as after writes that had not seen
    /// each other. Setting it to none empties it, as [`Writer::clear`] does.
    pub fn set_all(&mut self, name: F, values: impl IntoIterator<Item = V>) -> &mut Self {
        self.record.deletions = Register::default();
        let dot = self.dot;
        let register =
            Register::from_entries(values.into_iter().map(|value| Entry { dot, value }).collect());
        let fields = &mut self.record.fields;
        match fields.binary_search_by(|(key, _)| key.cmp(&name)) {
            Ok(at) if register.is_empty() => {
                fields.remove(at);
            }
            Ok(at) => {
                if let Some(slot) = fields.get_mut(at) {
                    slot.1 = register;
                }
            }
            Err(_) if register.is_empty() => {}
            Err(at) => fields.insert(at, (name, register)),
        }
        self
    }

    /// Empties a field, removing every value this copy has seen in it, and undoing any deletion
    /// this copy has seen: otherwise, emptying the one field that kept a record alive would delete
    /// the record. Towards a deletion that has not been seen, clearing is no edit to survive.
    pub fn clear(&mut self, name: &F) -> &mut Self {
        self.record.deletions = Register::default();
        self.record.fields.retain(|(key, _)| key != name);
        self
    }

    /// Deletes the record as this copy has seen it, what this write has set included. The values
    /// stay readable.
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
