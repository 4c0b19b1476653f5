//! A value that stands no more, as the text that storage keeps: a stored record that holds nothing
//! else. So whatever reads old stored records reads old values too.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::merge::push_name;
use super::stored::{self, StoredError};
use crate::crdt::{Entry, Parts, VersionVector};
use crate::domain::{Past, Record, RecordKey};

/// The key under which storage keeps a value: `plan/kind/id/field/device/counter/hash`. The same
/// value of the same write has the same key, so keeping it twice keeps it once.
pub fn key(past: &Past) -> String {
    let Past { key: RecordKey { plan, kind, id }, field, dot, written } = past;
    let mut name = String::new();
    push_name(&mut name, field.as_str());
    // Honest writes make one value of a field. The hash keeps apart what forged ones make; should
    // another version hash differently, a value is kept twice and read once.
    let mut hasher = DefaultHasher::new();
    written.hash(&mut hasher);
    let (kind, hash) = (kind.name(), hasher.finish());
    format!("{plan}/{kind}/{id}/{name}/{}/{}/{hash:016x}", dot.device, dot.counter)
}

/// Writes one value.
pub fn write(past: &Past) -> String {
    let entry = Entry { dot: past.dot, value: past.written.clone() };
    let record = Record::from_parts(Parts {
        seen: VersionVector::new(),
        fields: vec![(past.field.clone(), vec![entry])],
        deletions: Vec::new(),
    });
    stored::write(&past.key, &record)
}

/// Reads back what was written: one value, unless somebody else wrote it.
///
/// # Errors
/// As for stored records.
pub fn read(text: &str) -> Result<Vec<Past>, StoredError> {
    let (key, record) = stored::read(text)?;
    let mut found = Vec::with_capacity(1);
    for (field, register) in record.fields() {
        found.extend(register.entries().iter().map(|entry| Past {
            key,
            field: field.clone(),
            dot: entry.dot,
            written: entry.value.clone(),
        }));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crdt::Dot;
    use crate::domain::{DeviceId, FieldName, Kind, PlanId, RecordId, Stamped, Value};
    use proptest::prelude::*;

    fn past(field: &str, counter: u64, text: &str, at: i64) -> Past {
        let (plan, id) = (PlanId::from_random(1), RecordId::from_random(2));
        Past {
            key: RecordKey { plan, kind: Kind::Goal, id },
            field: FieldName::new(field),
            dot: Dot { device: DeviceId::from_random(3), counter },
            written: Stamped { value: Value::text(text), at },
        }
    }

    proptest! {
        #[test]
        fn every_value_reads_back(field: String, counter in 1..1u64 << 53, text: String, at: i32) {
            let past = past(&field, counter, &text, at.into());
            prop_assert_eq!(read(&write(&past)).unwrap(), [past.clone()]);
            prop_assert_eq!(key(&past).split('/').count(), 7);
        }
    }

    #[test]
    fn different_values_have_different_keys() {
        let one = past("title", 1, "Hand veins", 7);
        let keys: std::collections::BTreeSet<String> = [
            past("due", 1, "Hand veins", 7),
            past("title", 2, "Hand veins", 7),
            past("title", 1, "Small veins", 7),
            past("title", 1, "Hand veins", 8),
            past("ti/tle", 1, "Hand veins", 7),
            past("ti%2Ftle", 1, "Hand veins", 7),
            one.clone(),
            one,
        ]
        .iter()
        .map(key)
        .collect();
        assert_eq!(keys.len(), 7);
    }

    #[test]
    fn what_is_not_a_value_is_refused() {
        assert!(read("").is_err());
        assert!(read(&write(&past("title", 1, "Hand veins", 7)).replace("version", "v")).is_err());
    }
}
