//! The floor: the same data as plain JSON, merged so that the last writer of a record wins.
//!
//! It comes twice. [`MapFloor`] keeps each record as a map from names to any values, as a program
//! must that gives back the fields it does not know; it does what ours does, and is the floor.
//! [`TypedFloor`] keeps the fields it knows in a struct and drops all others.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

/// A record that the last writer wins.
pub trait Plain: Serialize + DeserializeOwned {
    fn id(&self) -> &str;
    /// When it was last written, in seconds since 1970.
    fn updated_at(&self) -> i64;
}

/// A record as a map: of the standard library, since which map `serde_json` takes for its own depends
/// on what other crates ask of it.
pub type AnyTask = BTreeMap<String, Value>;

impl Plain for AnyTask {
    fn id(&self) -> &str {
        self.get("id").and_then(Value::as_str).unwrap_or_default()
    }

    fn updated_at(&self) -> i64 {
        self.get("updated_at").and_then(Value::as_i64).unwrap_or_default()
    }
}

/// A record as a struct.
#[derive(Serialize, Deserialize)]
pub struct Task {
    id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(default)]
    deleted: bool,
    #[serde(default)]
    done: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    goal: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    updated_at: i64,
}

impl Plain for Task {
    fn id(&self) -> &str {
        &self.id
    }

    fn updated_at(&self) -> i64 {
        self.updated_at
    }
}

pub type MapFloor = Floor<AnyTask>;
pub type TypedFloor = Floor<Task>;

/// Everything a device keeps: plans by id, and in them records by id.
pub struct Floor<T> {
    plans: HashMap<String, HashMap<String, T>>,
}

#[derive(Deserialize)]
struct File<T> {
    plans: Vec<FilePlan<T>>,
}

#[derive(Deserialize)]
struct FilePlan<T> {
    id: String,
    tasks: Vec<T>,
}

impl<T: Plain> Floor<T> {
    pub fn new() -> Self {
        Self { plans: HashMap::new() }
    }

    /// Takes a file in, and answers with the text to be stored for each record that this changed.
    pub fn import(&mut self, file: &str) -> Vec<String> {
        self.take_in(file, text)
    }

    /// The same over what a store holds by now, which may have been written later.
    pub fn import_over(&mut self, file: &str, store: &HashMap<String, String>) -> Vec<String> {
        self.take_in(file, |task| match store.get(task.id()) {
            Some(stands) => {
                let theirs: T = serde_json::from_str(stands).expect("the text was written here");
                if theirs.updated_at() > task.updated_at() { text(&theirs) } else { text(task) }
            }
            None => text(task),
        })
    }

    fn take_in(&mut self, file: &str, keep: impl Fn(&T) -> String) -> Vec<String> {
        let file: File<T> =
            serde_json::from_slice(file.as_bytes()).expect("the file was written here");
        let mut stored = Vec::new();
        for FilePlan { id, tasks } in file.plans {
            let plan = self.plans.entry(id).or_default();
            for task in tasks {
                match plan.entry(task.id().to_owned()) {
                    Entry::Occupied(mine) if mine.get().updated_at() >= task.updated_at() => {}
                    Entry::Occupied(mut mine) => {
                        stored.push(keep(&task));
                        mine.insert(task);
                    }
                    Entry::Vacant(slot) => {
                        stored.push(keep(&task));
                        slot.insert(task);
                    }
                }
            }
        }
        stored
    }

    /// The name and the text of each stored record.
    pub fn store(&self) -> HashMap<String, String> {
        let tasks = self.plans.values().flat_map(HashMap::values);
        tasks.map(|task| (task.id().to_owned(), text(task))).collect()
    }

    /// The text under which each record is stored.
    pub fn stored(&self) -> Vec<String> {
        self.plans.values().flat_map(HashMap::values).map(text).collect()
    }

    /// A device that starts from what is stored.
    pub fn open(stored: &[String]) -> Self {
        let mut records = HashMap::with_capacity(stored.len());
        for text in stored {
            let task: T = serde_json::from_str(text).expect("the text was written here");
            records.insert(task.id().to_owned(), task);
        }
        Self { plans: HashMap::from([(String::new(), records)]) }
    }
}

fn text<T: Plain>(task: &T) -> String {
    serde_json::to_string(task).expect("a task is JSON")
}
