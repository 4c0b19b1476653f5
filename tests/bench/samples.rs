//! What is timed: one task, done in one way, with files that were written before.

use std::collections::HashMap;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use cpu_time::ThreadTime;

use super::floor::{Floor, MapFloor, Plain, TypedFloor};
use super::ours::Ours;
use super::rounds::Way;

/// What each way can do.
pub trait Device {
    /// The extension of the files it reads.
    const FILES: &'static str;
    fn new() -> Self;
    /// Takes a file in, and answers with the text to be stored for each record that this changed.
    fn import(&mut self, file: &str) -> Vec<String>;
    /// The same for what a store holds by now: what stands there under a record's name is read again
    /// and merged, since another tab may have written it.
    fn import_over(&mut self, file: &str, store: &HashMap<String, String>) -> Vec<String>;
    /// The text under which each record is stored.
    fn stored(&self) -> Vec<String>;
    /// The name and the text of each stored record.
    fn store(&self) -> HashMap<String, String>;
    /// A device that starts from what is stored.
    fn open(stored: &[String]) -> Self;
}

impl<T: Plain> Device for Floor<T> {
    const FILES: &'static str = "plain";

    fn new() -> Self {
        Self::new()
    }

    fn import(&mut self, file: &str) -> Vec<String> {
        self.import(file)
    }

    fn import_over(&mut self, file: &str, store: &HashMap<String, String>) -> Vec<String> {
        self.import_over(file, store)
    }

    fn stored(&self) -> Vec<String> {
        self.stored()
    }

    fn store(&self) -> HashMap<String, String> {
        self.store()
    }

    fn open(stored: &[String]) -> Self {
        Self::open(stored)
    }
}

/// Does the task and says how long it took. Freeing what is left over is not timed.
pub fn take(task: &str, way: Way, folder: &Path) -> Duration {
    match way {
        Way::Ours => take_with::<Ours>(task, folder),
        Way::Maps => take_with::<MapFloor>(task, folder),
        Way::Structs => take_with::<TypedFloor>(task, folder),
    }
}

fn take_with<D: Device>(task: &str, folder: &Path) -> Duration {
    let file = |name: &str| {
        let path = folder.join(format!("{name}.{}", D::FILES));
        fs::read_to_string(path).expect("the file was written before")
    };
    let mine = || {
        let mut mine = D::new();
        mine.import(&file("mine"));
        mine
    };
    match task {
        "import" => {
            let (mut mine, theirs) = (mine(), file("theirs"));
            timed(|| mine.import(&theirs))
        }
        "save" => {
            let (mut mine, theirs) = (mine(), file("theirs"));
            let store = mine.store();
            timed(|| mine.import_over(&theirs, &store))
        }
        "many" => {
            let files: Vec<String> = (0..)
                .map(|number| format!("{number}"))
                .take_while(|name| folder.join(format!("{name}.{}", D::FILES)).exists())
                .map(|name| file(&name))
                .collect();
            let mut mine = D::new();
            timed(|| files.iter().map(|file| mine.import(file)).collect::<Vec<_>>())
        }
        "write" => {
            let mine = mine();
            timed(|| mine.stored())
        }
        "open" => {
            let stored = mine().stored();
            timed(|| D::open(&stored))
        }
        _ => panic!("there is no task '{task}'"),
    }
}

/// How long this thread was at work: waiting while other programs run does not count.
fn timed<T>(act: impl FnOnce() -> T) -> Duration {
    let started = ThreadTime::now();
    let made = black_box(act());
    let taken = started.elapsed();
    drop(made);
    taken
}
