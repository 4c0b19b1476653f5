//! How much memory a plan takes, and importing into it, beside a plain JSON merge of the same data.

// A benchmark that cannot go on stops, as a test does.
#![allow(clippy::expect_used)]

mod floor;
mod history;
mod ours;
#[allow(dead_code)]
mod rounds;
mod samples;

use std::io::Write as _;

use floor::{MapFloor, TypedFloor};
use history::{MENTOR, Past, STUDENT, as_bundle, as_plain_json};
use ours::Ours;
use peak_alloc::PeakAlloc;
use samples::Device;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

fn main() {
    for size in [10_000, 100_000] {
        let past = Past { plan: 0, size };
        let sides = [past.side_of(STUDENT), past.side_of(MENTOR)];
        let (plain, bundles) = (sides.each_ref().map(as_plain_json), sides.map(|s| as_bundle(&s)));
        let ours = measure::<Ours>(&bundles);
        let maps = measure::<MapFloor>(&plain);
        let structs = measure::<TypedFloor>(&plain);
        compare(&format!("{size} records, kept"), [ours.0, maps.0, structs.0]);
        compare(&format!("{size} records, most while importing"), [ours.1, maps.1, structs.1]);
    }
}

/// How many bytes what is kept takes, and how many there are at most while a file is taken in, not
/// counting the file.
fn measure<D: Device>([mine, theirs]: &[String; 2]) -> (usize, usize) {
    let before = MEMORY.current_usage();
    let mut kept = D::new();
    kept.import(mine);
    let held = MEMORY.current_usage() - before;
    MEMORY.reset_peak_usage();
    let stored = kept.import(theirs);
    let most = MEMORY.peak_usage() - before;
    drop((kept, stored));
    (held, most)
}

/// Prints one line of the table.
fn compare(what: &str, bytes: [usize; 3]) {
    let [ours, maps, structs] = bytes.map(|bytes| bytes as f64 / 1e6);
    let _ = writeln!(
        std::io::stdout(),
        "{what:<46} {ours:>8.2} MB, maps {maps:>8.2} MB: {:.2}, structs {structs:>8.2} MB: {:.2}",
        ours / maps,
        ours / structs
    );
}
