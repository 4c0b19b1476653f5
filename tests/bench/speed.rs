//! How long importing takes and how large files are, beside a plain JSON merge of the same data.
//!
//! `cargo bench --bench speed` prints a table in about a minute.

mod floor;
mod history;
mod ours;
mod rounds;

use std::io::Write as _;
use std::time::Duration;

use floor::{MapFloor, TypedFloor};
use history::{MENTOR, Past, STUDENT, as_bundle, as_plain_json};
use rounds::{medians, way};
use steadyhand::domain::Workspace;

fn main() {
    let small = both_sides(10_000, 15);
    let large = both_sides(100_000, 5);
    say(&format!(
        "ten times as many records take {:.1} times as long here, {:.1} times with maps, {:.1} with \
         structs",
        ratio(large[0], small[0]),
        ratio(large[1], small[1]),
        ratio(large[2], small[2])
    ));
    many_files(200, 50, 15);
    storage(10_000, 9);
    sizes(10_000);
}

fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

/// Prints one line of the table.
fn compare(what: &str, [ours, map, typed]: [Duration; 3]) {
    say(&format!(
        "{what:<46} {:>9.2} ms  maps {:>9.2} ms: {:.2}  structs {:>9.2} ms: {:.2}",
        ours.as_secs_f64() * 1e3,
        map.as_secs_f64() * 1e3,
        ratio(ours, map),
        typed.as_secs_f64() * 1e3,
        ratio(ours, typed)
    ));
}

/// The student takes in what the mentor made of the plan.
fn both_sides(size: u64, rounds: usize) -> [Duration; 3] {
    let past = Past { plan: 0, size };
    let (mine, theirs) = (past.side_of(STUDENT), past.side_of(MENTOR));
    let (mine_plain, theirs_plain) = (as_plain_json(&mine), as_plain_json(&theirs));
    let theirs = as_bundle(&theirs);
    let taken = medians(
        rounds,
        [
            way(|| mine.clone(), |mine| ours::import(mine, &theirs)),
            way(|| MapFloor::holding(&mine_plain), |mine| mine.import(&theirs_plain)),
            way(|| TypedFloor::holding(&mine_plain), |mine| mine.import(&theirs_plain)),
        ],
    );
    compare(&format!("{size} records, both sides changed"), taken);
    taken
}

/// Somebody who takes in many small files, each of another plan.
fn many_files(files: u64, size: u64, rounds: usize) {
    let plans = (0..files).map(|plan| Past { plan, size }.common());
    let (bundles, plain): (Vec<_>, Vec<_>) =
        plans.map(|plan| (as_bundle(&plan), as_plain_json(&plan))).unzip();
    let taken = medians(
        rounds,
        [
            way(Workspace::new, |mine| {
                bundles.iter().map(|file| ours::import(mine, file)).collect::<Vec<_>>()
            }),
            way(MapFloor::new, |mine| {
                plain.iter().map(|file| mine.import(file)).collect::<Vec<_>>()
            }),
            way(TypedFloor::new, |mine| {
                plain.iter().map(|file| mine.import(file)).collect::<Vec<_>>()
            }),
        ],
    );
    compare(&format!("{files} files of {size} records into one workspace"), taken);
}

/// Writing everything for storage, and starting from it.
fn storage(size: u64, rounds: usize) {
    let mine = Past { plan: 0, size }.side_of(STUDENT);
    let plain = as_plain_json(&mine);
    let (map, typed) = (MapFloor::holding(&plain), TypedFloor::holding(&plain));
    let (mine_stored, map_stored, typed_stored) =
        (ours::stored(&mine), map.stored(), typed.stored());
    let written = medians(
        rounds,
        [
            way(|| (), |()| ours::stored(&mine)),
            way(|| (), |()| map.stored()),
            way(|| (), |()| typed.stored()),
        ],
    );
    compare(&format!("{size} records, written for storage"), written);
    let opened = medians(
        rounds,
        [
            way(|| (), |()| ours::open(&mine_stored)),
            way(|| (), |()| MapFloor::open(&map_stored)),
            way(|| (), |()| TypedFloor::open(&typed_stored)),
        ],
    );
    compare(&format!("{size} records, read from storage"), opened);
}

/// How large files are, plain and compressed.
fn sizes(size: u64) {
    let mine = Past { plan: 0, size }.side_of(STUDENT);
    let (bundle, plain) = (as_bundle(&mine), as_plain_json(&mine));
    let packed = |text: &str| miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6).len();
    let (packed_bundle, packed_plain) = (packed(&bundle), packed(&plain));
    say(&format!(
        "{size} records as a file: {} bytes, plain {}: {:.3}; compressed {packed_bundle}, plain \
         {packed_plain}: {:.3}",
        bundle.len(),
        plain.len(),
        bundle.len() as f64 / plain.len() as f64,
        packed_bundle as f64 / packed_plain as f64
    ));
}
