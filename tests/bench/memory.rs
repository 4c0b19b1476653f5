//! How much memory a plan takes, and importing into it, beside a plain JSON merge of the same data.

#[allow(dead_code)]
mod floor;
#[allow(dead_code)]
mod history;
#[allow(dead_code)]
mod ours;

use std::io::Write as _;

use floor::{MapFloor, TypedFloor};
use history::{MENTOR, Past, STUDENT, as_bundle, as_plain_json};
use peak_alloc::PeakAlloc;
use steadyhand::codec::bundle;
use steadyhand::domain::Workspace;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() {
    for size in [10_000, 100_000] {
        let past = Past { plan: 0, size };
        let (mine, theirs) = (past.side_of(STUDENT), past.side_of(MENTOR));
        let (mine_plain, theirs_plain) = (as_plain_json(&mine), as_plain_json(&theirs));
        let (mine, theirs) = (as_bundle(&mine), as_bundle(&theirs));
        let ours = measure(|| holding(&mine), |mine| ours::import(mine, &theirs));
        let map = measure(|| MapFloor::holding(&mine_plain), |mine| mine.import(&theirs_plain));
        let typed = measure(|| TypedFloor::holding(&mine_plain), |mine| mine.import(&theirs_plain));
        compare(&format!("{size} records, kept"), [ours.0, map.0, typed.0]);
        compare(&format!("{size} records, most while importing"), [ours.1, map.1, typed.1]);
    }
}

/// A workspace that holds what this file does.
fn holding(file: &str) -> Workspace {
    let mut workspace = Workspace::new();
    let bundle = bundle::read(file.as_bytes()).expect("the file was written here");
    let arrival = workspace.look_at(bundle.plans, STUDENT);
    workspace.import(arrival);
    workspace
}

/// How many bytes what is kept takes, and how many there are at most while acting on it.
fn measure<A, B>(prepare: impl FnOnce() -> A, act: impl FnOnce(&mut A) -> B) -> (usize, usize) {
    let before = MEMORY.current_usage();
    let mut kept = prepare();
    let held = MEMORY.current_usage() - before;
    MEMORY.reset_peak_usage();
    let made = act(&mut kept);
    let most = MEMORY.peak_usage() - before;
    drop((kept, made));
    (held, most)
}

/// Prints one line of the table.
fn compare(what: &str, bytes: [usize; 3]) {
    let [ours, map, typed] = bytes.map(|bytes| bytes as f64 / 1e6);
    let _ = writeln!(
        std::io::stdout(),
        "{what:<46} {ours:>9.2} MB  maps {map:>9.2} MB: {:.2}  structs {typed:>9.2} MB: {:.2}",
        ours / map,
        ours / typed
    );
}
