//! The same steps with what the program itself does.

use std::collections::HashMap;

use steadyhand::codec::{bundle, stored};
use steadyhand::domain::{DeviceId, Record, RecordKey, Workspace};

use super::history::COORDINATOR;
use super::samples::Device;

/// A device as the app has it.
pub struct Ours(Workspace);

impl Ours {
    fn take_in(&mut self, file: &str) -> Vec<RecordKey> {
        let bundle = bundle::read(file.as_bytes()).expect("the file was written here");
        let arrival = self.0.look_at(bundle.plans, COORDINATOR, DeviceId::from_random(99));
        let keys = arrival.keys().collect();
        let _undo = self.0.import(arrival);
        keys
    }

    fn records(&self) -> impl Iterator<Item = (RecordKey, &Record)> {
        self.0.plans().flat_map(|(plan, content)| {
            content.records().map(move |(kind, id, record)| (RecordKey { plan, kind, id }, record))
        })
    }
}

/// The name under which a record is stored.
fn name(key: &RecordKey) -> String {
    format!("{}/{}/{}", key.plan, key.kind.name(), key.id)
}

/// The text to be stored for a record over what stands there.
fn over(key: &RecordKey, mine: &Record, stands: Option<&String>) -> String {
    let theirs = stands.map(|text| stored::read(text).expect("the text was written here").1);
    match theirs {
        Some(theirs) if !mine.includes(&theirs) => {
            let mut merged = mine.clone();
            merged.merge(theirs);
            stored::write(key, &merged)
        }
        _ => stored::write(key, mine),
    }
}

impl Device for Ours {
    const FILES: &'static str = "steadyhand.json";

    fn new() -> Self {
        Self(Workspace::new())
    }

    fn import(&mut self, file: &str) -> Vec<String> {
        let keys = self.take_in(file);
        let records = keys.iter().filter_map(|key| Some((key, self.0.get(*key)?)));
        records.map(|(key, record)| stored::write(key, record)).collect()
    }

    fn import_over(&mut self, file: &str, store: &HashMap<String, String>) -> Vec<String> {
        let keys = self.take_in(file);
        let records = keys.iter().filter_map(|key| Some((key, self.0.get(*key)?)));
        records.map(|(key, record)| over(key, record, store.get(&name(key)))).collect()
    }

    fn stored(&self) -> Vec<String> {
        self.records().map(|(key, record)| stored::write(&key, record)).collect()
    }

    fn store(&self) -> HashMap<String, String> {
        self.records().map(|(key, record)| (name(&key), stored::write(&key, record))).collect()
    }

    fn open(stored: &[String]) -> Self {
        let mut workspace = Workspace::new();
        for text in stored {
            let (key, record) = stored::read(text).expect("the text was written here");
            workspace.merge_record(key, record);
        }
        Self(workspace)
    }
}
