//! The same steps with what the program itself does.

use steadyhand::codec::{bundle, stored};
use steadyhand::domain::{RecordKey, Workspace};

use super::history::COORDINATOR;

/// Takes a file in as the app does, and answers with the text to be stored for each record that this
/// changed.
pub fn import(workspace: &mut Workspace, file: &str) -> Vec<String> {
    let bundle = bundle::read(file.as_bytes()).expect("the file was written here");
    let arrival = workspace.look_at(bundle.plans, COORDINATOR);
    let keys: Vec<RecordKey> = arrival.keys().collect();
    let _undo = workspace.import(arrival);
    keys.iter()
        .filter_map(|key| workspace.get(*key).map(|record| stored::write(key, record)))
        .collect()
}

/// The text under which each record is stored.
pub fn stored(workspace: &Workspace) -> Vec<String> {
    let records = workspace.plans().flat_map(|(plan, content)| {
        content.records().map(move |(kind, id, record)| (RecordKey { plan, kind, id }, record))
    });
    records.map(|(key, record)| stored::write(&key, record)).collect()
}

/// A device that starts from what is stored.
pub fn open(stored: &[String]) -> Workspace {
    let mut workspace = Workspace::new();
    for text in stored {
        let (key, record) = stored::read(text).expect("the text was written here");
        workspace.merge_record(key, record);
    }
    workspace
}
