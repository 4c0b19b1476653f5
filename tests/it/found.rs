//! What fuzzing starts from and what it has found, as ordinary tests: the checks of `tests/fuzz` on every
//! seed and every crasher that is kept there, and on damaged copies of them.

// The counts, and the seed of what was made up, belong to what a test says.
#![allow(clippy::print_stdout)]

#[path = "../fuzz/checks/mod.rs"]
mod checks;

use std::path::PathBuf;
use std::{env, fs};

/// How many damaged copies of all files of one target together are checked.
fn damages() -> usize {
    if env::var_os("STEADYHAND_LONG").is_some() { 20_000 } else { 400 }
}

/// The files that are kept for one target, in order.
fn kept(folder: &str, target: &str) -> Vec<Vec<u8>> {
    let root: PathBuf = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), Into::into);
    let folder = root.join("tests/fuzz").join(folder).join(target);
    let Ok(found) = fs::read_dir(&folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = found.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Checks every kept file, and damaged copies of it. A panic names the file by its bytes.
fn all(target: &str, check: fn(&[u8])) {
    let (seeds, crashers) = (kept("seeds", target), kept("crashers", target));
    assert!(!seeds.is_empty(), "there are no seeds for {target}");
    let seed = fastrand::u64(..);
    let mut dice = fastrand::Rng::with_seed(seed);
    println!(
        "{target}: {} seeds, {} crashers, {} damaged copies, dice {seed}",
        seeds.len(),
        crashers.len(),
        damages()
    );
    let files: Vec<Vec<u8>> = seeds.into_iter().chain(crashers).collect();
    files.iter().for_each(|bytes| check(bytes));
    for _ in 0..damages() {
        check(&damaged(&files[dice.usize(..files.len())], &mut dice));
    }
}

/// The bytes with a few of them changed, taken out, repeated or cut off.
fn damaged(bytes: &[u8], dice: &mut fastrand::Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..dice.usize(1..4) {
        let Some(last) = bytes.len().checked_sub(1) else { break };
        let at = dice.usize(0..=last);
        let end = at + dice.usize(1..=(last - at + 1).min(40));
        match dice.u8(0..5) {
            0 => bytes[at] = dice.u8(..),
            1 => bytes[at] ^= 1 << dice.u8(0..8),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let copy = bytes[at..end].to_vec();
                let to = dice.usize(0..=last);
                bytes.splice(to..to, copy);
            }
            _ => bytes.truncate(at),
        }
    }
    bytes
}

#[test]
fn bundles() {
    all("bundle", checks::bundle::check);
}

#[test]
fn merges() {
    all("merge", checks::merge::check);
}

#[test]
fn imports() {
    all("imports", checks::imports::check);
}

#[test]
fn migrations() {
    all("migrations", checks::migrations::check);
}

#[test]
fn rescues() {
    all("rescue", checks::rescue::check);
}

#[test]
fn calendars() {
    all("calendars", checks::calendars::check);
}
