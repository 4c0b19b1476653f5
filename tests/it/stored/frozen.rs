//! Texts that every version wrote: they must always read, and mean the same.
//!
//! When the format changes: raise the version in `src/codec/stored`, add its step to `migrate.rs`, run
//! `cargo test --test it freeze -- --ignored` once, and add the new folder to [`FROZEN`]. The folders
//! that are there are never changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use steadyhand::codec::stored;

use super::records;

/// Every version that ever stored anything, oldest first.
const FROZEN: [u64; 2] = [1, 2];

fn folder(version: u64) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/stored/v{version}"))
}

/// The frozen texts of a version by name.
fn frozen(version: u64) -> BTreeMap<String, String> {
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(path).unwrap();
        (name, text.strip_suffix('\n').unwrap().to_owned())
    };
    let files = fs::read_dir(folder(version)).unwrap();
    files.map(|file| read(file.unwrap().path())).collect()
}

#[test]
fn every_version_reads_to_the_same_records() {
    for version in FROZEN {
        let texts = frozen(version);
        assert_eq!(texts.len(), records::all().len(), "version {version}");
        for (name, key, record) in records::all() {
            let text = &texts[name];
            assert!(text.contains(&format!("\"version\":{version},")), "{name}: {text}");
            assert_eq!(stored::read(text), Ok((key, record)), "version {version}, {name}");
        }
    }
}

#[test]
fn the_newest_version_is_what_is_written_now() {
    let texts = frozen(*FROZEN.last().unwrap());
    for (name, key, record) in records::all() {
        assert_eq!(stored::write(&key, &record), texts[name], "{name}");
    }
    let newest = format!("\"version\":{},", FROZEN.last().unwrap());
    assert!(texts.values().all(|text| text.contains(&newest)));
}

#[test]
#[ignore = "makes the fixtures of a new version, once"]
fn freeze() {
    let (_, key, record) = records::all().remove(0);
    let text = stored::write(&key, &record);
    let (_, after) = text.split_once("\"version\":").unwrap();
    let version: u64 = after.split(',').next().unwrap().parse().unwrap();
    let folder = folder(version);
    assert!(!folder.exists(), "{folder:?} is frozen");
    fs::create_dir_all(&folder).unwrap();
    for (name, key, record) in records::all() {
        let text = stored::write(&key, &record);
        fs::write(folder.join(format!("{name}.json")), text + "\n").unwrap();
    }
}

#[test]
fn the_example_in_the_description_is_right() {
    let description = include_str!("../../../docs/storage.md");
    let example = description.split("```\n").nth(1).unwrap().trim_end();
    assert_eq!(example, frozen(2)["nothing_left"]);
}
