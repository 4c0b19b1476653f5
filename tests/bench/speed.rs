//! How long importing takes and how large files are, beside a plain JSON merge of the same data.
//!
//! `cargo bench --bench speed` prints a table in about a minute. The floor is the merge of maps, which
//! keeps fields it does not know, as ours does; the merge of structs, which loses them, stands beside.

// A benchmark that cannot go on stops, as a test does.
#![allow(clippy::expect_used)]

mod floor;
mod history;
mod ours;
mod rounds;
mod samples;

use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use history::{MENTOR, Past, STUDENT};
use rounds::medians;
use samples::Device as _;
use steadyhand::domain::Workspace;

fn main() {
    if let Some(nanoseconds) = rounds::asked_sample() {
        print(&nanoseconds.to_string());
        return;
    }
    let small = both_sides("10000 records", Folder::of_both_sides(10_000), 21);
    let large = both_sides("100000 records", Folder::of_both_sides(100_000), 7);
    print(&format!(
        "ten times as many records take {:.1} times as long, {:.1} times with maps, {:.1} with structs\n",
        ratio(large[0], small[0]),
        ratio(large[1], small[1]),
        ratio(large[2], small[2])
    ));
    let folder = Folder::of_both_sides(10_000);
    let saved = medians(21, "save", folder.name());
    compare("10000 records, merged with what is stored, too", saved);
    let many = Folder::of_many(200, 50);
    compare("200 files of 50 records into one workspace", medians(21, "many", many.name()));
    compare("10000 records, written for storage", medians(11, "write", folder.name()));
    compare("10000 records, read from storage", medians(11, "open", folder.name()));
    sizes(10_000);
}

fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

/// Prints one line of the table.
fn compare(what: &str, [ours, maps, structs]: [Duration; 3]) {
    print(&format!(
        "{what:<46} {:>8.2} ms, maps {:>8.2} ms: {:.2}, structs {:>8.2} ms: {:.2}\n",
        ours.as_secs_f64() * 1e3,
        maps.as_secs_f64() * 1e3,
        ratio(ours, maps),
        structs.as_secs_f64() * 1e3,
        ratio(ours, structs)
    ));
}

/// The student takes in what the mentor made of the plan.
fn both_sides(what: &str, folder: Folder, rounds: usize) -> [Duration; 3] {
    let taken = medians(rounds, "import", folder.name());
    compare(&format!("{what}, both sides changed"), taken);
    taken
}

/// A folder of files to import, removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("steadyhand-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder for the files");
        Self(path)
    }

    /// What two people made of one plan.
    fn of_both_sides(size: u64) -> Self {
        let folder = Self::new(&format!("both-{size}"));
        let past = Past { plan: 0, size };
        folder.put("mine", &past.side_of(STUDENT));
        folder.put("theirs", &past.side_of(MENTOR));
        folder
    }

    /// Many files, each of another plan.
    fn of_many(files: u64, size: u64) -> Self {
        let folder = Self::new("many");
        for plan in 0..files {
            folder.put(&plan.to_string(), &Past { plan, size }.common());
        }
        folder
    }

    fn put(&self, name: &str, workspace: &Workspace) {
        let write = |extension: &str, text: String| {
            std::fs::write(self.0.join(format!("{name}.{extension}")), text)
                .expect("room for a file");
        };
        write(ours::Ours::FILES, history::as_bundle(workspace));
        write(floor::MapFloor::FILES, history::as_plain_json(workspace));
    }

    fn name(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// How large files are, plain and compressed.
fn sizes(size: u64) {
    let mine = Past { plan: 0, size }.side_of(STUDENT);
    let (bundle, plain) = (history::as_bundle(&mine), history::as_plain_json(&mine));
    let packed = |text: &str| miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6).len();
    let (packed_bundle, packed_plain) = (packed(&bundle), packed(&plain));
    print(&format!(
        "{size} records as a file: {} bytes, plain {}: {:.3}; compressed {packed_bundle}, plain \
         {packed_plain}: {:.3}\n",
        bundle.len(),
        plain.len(),
        bundle.len() as f64 / plain.len() as f64,
        packed_bundle as f64 / packed_plain as f64
    ));
}
