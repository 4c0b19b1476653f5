//! What was replaced, so that nothing that was ever written here is gone.
//!
//! A record holds only what stands. What a write or a merge takes out of it is the past: it is kept
//! on the device where that happened, beside the record, and can be brought back from there.

use super::id::DeviceId;
use super::plan::{RecordKey, Workspace};
use super::record::{FieldName, Record};
use super::value::Stamped;
use crate::crdt::Dot;

/// One value of a field that does not stand any more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Past {
    /// The record.
    pub key: RecordKey,
    /// The field.
    pub field: FieldName,
    /// The write that made the value.
    pub dot: Dot<DeviceId>,
    /// The value, and when it was written.
    pub written: Stamped,
}

/// The values that stand in `before` and not in `after`, by the write that made each.
pub fn replaced<'a>(
    key: RecordKey,
    before: &'a Record,
    after: &'a Record,
) -> impl Iterator<Item = Past> + 'a {
    let gone = before.fields().flat_map(move |(name, register)| {
        let standing = after.field(name.as_str()).map(|now| now.entries()).unwrap_or_default();
        let entries = register.entries();
        // Most fields of most records are the same on both sides.
        let entries = if entries == standing { &[] } else { entries };
        let is_gone = move |entry: &&_| standing.binary_search(entry).is_err();
        entries.iter().filter(is_gone).map(move |entry| (name, entry))
    });
    gone.map(move |(field, entry)| Past {
        key,
        field: field.clone(),
        dot: entry.dot,
        written: entry.value.clone(),
    })
}

impl Workspace {
    /// Merges a copy of one record, and answers with what this workspace held of it and holds no
    /// longer.
    pub fn take_over(&mut self, key: RecordKey, record: Record) -> Vec<Past> {
        let before = match self.get(key) {
            Some(mine) if mine.includes(&record) => return Vec::new(),
            mine => mine.cloned(),
        };
        self.merge_record(key, record);
        let change = before.as_ref().zip(self.get(key));
        change.map(|(before, after)| replaced(key, before, after).collect()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::id::{PlanId, RecordId};
    use super::super::kind::Kind;
    use super::super::record::field;
    use super::super::value::Value;
    use super::*;

    const ANA: DeviceId = DeviceId::from_random(1);
    const DANA: DeviceId = DeviceId::from_random(2);

    fn key() -> RecordKey {
        let (plan, id) = (PlanId::from_random(1), RecordId::from_random(1));
        RecordKey { plan, kind: Kind::Goal, id }
    }

    fn titled(record: &mut Record, device: DeviceId, title: &str) {
        let title = Stamped { value: Value::text(title), at: 7 };
        record.write(device).set(field::TITLE.into(), title);
    }

    fn titles(past: impl IntoIterator<Item = Past>) -> Vec<String> {
        let texts = past.into_iter().map(|past| past.written.value.as_text().map(str::to_owned));
        texts.flatten().collect()
    }

    #[test]
    fn what_a_write_replaces_or_empties_is_past() {
        let mut before = Record::new();
        titled(&mut before, ANA, "Hand veins");
        let mut after = before.clone();
        assert_eq!(replaced(key(), &before, &after).count(), 0);
        titled(&mut after, DANA, "Small hand veins");
        let past: Vec<Past> = replaced(key(), &before, &after).collect();
        assert_eq!(past[0].dot, Dot { device: ANA, counter: 1 });
        assert_eq!(titles(past), ["Hand veins"]);
        after.write(ANA).clear(&field::TITLE.into());
        assert_eq!(titles(replaced(key(), &before, &after)), ["Hand veins"]);
    }

    #[test]
    fn a_deletion_replaces_nothing() {
        let mut before = Record::new();
        titled(&mut before, ANA, "Hand veins");
        let mut after = before.clone();
        after.write(DANA).delete();
        assert_eq!(replaced(key(), &before, &after).count(), 0);
    }

    #[test]
    fn taking_over_answers_with_what_the_other_copy_had_replaced() {
        let mut workspace = Workspace::new();
        let mut record = Record::new();
        titled(&mut record, ANA, "Hand veins");
        assert_eq!(workspace.take_over(key(), record.clone()), []);
        titled(&mut record, DANA, "Small hand veins");
        assert_eq!(titles(workspace.take_over(key(), record.clone())), ["Hand veins"]);
        assert_eq!(workspace.take_over(key(), record), []);
        // Two values that stand side by side replace nothing.
        let mut other = Record::new();
        titled(&mut other, DeviceId::from_random(3), "Veins");
        assert_eq!(workspace.take_over(key(), other), []);
    }
}
