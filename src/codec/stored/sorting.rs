//! What becomes of stored values: which load, which are set aside, which are left alone.

use super::{StoredError, VERSION, keys, read_any};
use crate::domain::{Record, RecordKey};

/// Stored values, sorted by what is to become of them. Nothing is ever left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sorted {
    /// The records that can be read.
    pub records: Vec<(RecordKey, Record)>,
    /// Those of them that an earlier version wrote; they are to be written anew.
    pub older: Vec<RecordKey>,
    /// The names of values that a newer version wrote. They are to be left as they are.
    pub newer: Vec<String>,
    /// The names and texts of values that cannot be read. They are to be set aside unchanged.
    pub unreadable: Vec<(String, String)>,
}

impl Sorted {
    /// Sorts values that stand each under the key of its record: see [`keys`].
    pub fn values(values: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut sorted = Self::default();
        for (name, text) in values {
            let named = keys::parse(&name);
            sorted.add(name, text, |key| named == Some(*key));
        }
        sorted
    }

    /// Sorts the lines of a journal entry. An unreadable one is named after the entry and the number
    /// of its line, counted from 1.
    pub fn entry(name: &str, text: &str) -> Self {
        let mut sorted = Self::default();
        if !text.is_empty() {
            for (line, number) in text.split('\n').zip(1..) {
                sorted.add(format!("{name}/{number}"), line.to_owned(), |_| true);
            }
        }
        sorted
    }

    fn add(&mut self, name: String, text: String, is_at_home: impl FnOnce(&RecordKey) -> bool) {
        match read_any(&text) {
            Ok((key, record, version)) if is_at_home(&key) => {
                self.records.push((key, record));
                if version < VERSION {
                    self.older.push(key);
                }
            }
            Err(StoredError::Newer { .. }) => self.newer.push(name),
            Ok(_) | Err(_) => self.unreadable.push((name, text)),
        }
    }
}
