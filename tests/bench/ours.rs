//! The same steps with what the program itself does.

use steadyhand::codec::{bundle, stored};
use steadyhand::domain::{DeviceId, RecordKey, Workspace};

use super::history::COORDINATOR;
use super::samples::Device;

/// A device as the app has it.
pub struct Ours(Workspace);

impl Device for Ours {
    const FILES: &'static str = "steadyhand.json";

    fn new() -> Self {
        Self(Workspace::new())
    }

    fn import(&mut self, file: &str) -> Vec<String> {
        let bundle = bundle::read(file.as_bytes()).expect("the file was written here");
        let arrival = self.0.look_at(bundle.plans, COORDINATOR, DeviceId::from_random(99));
        let keys: Vec<RecordKey> = arrival.keys().collect();
        let _undo = self.0.import(arrival);
        let records = keys.iter().filter_map(|key| Some((key, self.0.get(*key)?)));
        records.map(|(key, record)| stored::write(key, record)).collect()
    }

    fn stored(&self) -> Vec<String> {
        let records = self.0.plans().flat_map(|(plan, content)| {
            content.records().map(move |(kind, id, record)| (RecordKey { plan, kind, id }, record))
        });
        records.map(|(key, record)| stored::write(&key, record)).collect()
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
