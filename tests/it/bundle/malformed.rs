//! Files that are wrong in one way each, and what is said about them.

use std::collections::HashSet;

use steadyhand::codec::stored::{self, StoredError};
use steadyhand::codec::{BundleError, Expected, Place, bundle, raw};
use steadyhand::domain::{DeviceId, Workspace};

use super::refused::{self, RIGHT, Refused, bad_id, bad_merge, missing, not_json, place, wrong};

/// What is said about [`RIGHT`] after the first `from` in it has become `to`.
pub fn said(from: &str, to: &str) -> BundleError {
    assert!(RIGHT.contains(from), "{from}");
    bundle::read(RIGHT.replacen(from, to, 1).as_bytes()).expect_err(to)
}

#[test]
fn the_right_file_is_right() {
    bundle::read(RIGHT.as_bytes()).unwrap();
}

/// What a device keeps, written as a file, so that nothing in it can change unseen.
fn kept(workspace: &Workspace) -> String {
    let header = bundle::read(RIGHT.as_bytes()).unwrap().header;
    bundle::write(&header, workspace.plans())
}

/// Takes a file in, or says why not.
fn take_in(workspace: &mut Workspace, bytes: &[u8]) -> Result<(), BundleError> {
    let [device, fresh] = [1, 2].map(DeviceId::from_random);
    let arrival = workspace.look_at(raw::open(bytes)?.bundle.plans, device, fresh);
    workspace.import(arrival);
    Ok(())
}

#[test]
fn more_than_three_hundred_files_are_refused_with_their_place_and_change_nothing() {
    let mut workspace = Workspace::new();
    take_in(&mut workspace, RIGHT.as_bytes()).unwrap();
    let before = kept(&workspace);
    let mut files = refused::files();
    files.extend(refused::large_files());
    let mut distinct = HashSet::new();
    let mut kinds = HashSet::new();
    let mut surprises = Vec::new();
    for Refused { name, bytes, expected } in &files {
        let found = take_in(&mut workspace, bytes);
        if found.as_ref() != Err(expected) {
            surprises.push(format!("{name}\n  said: {found:?}\n  not: {expected:?}"));
        }
        assert_eq!(kept(&workspace), before, "{name}");
        if !distinct.insert(bytes) {
            surprises.push(format!("{name}\n  is there twice"));
        }
        kinds.insert(std::mem::discriminant(expected));
    }
    assert!(surprises.is_empty(), "\n{}", surprises.join("\n"));
    println!("{} files refused, for {} sorts of reason", files.len(), kinds.len());
    assert!(distinct.len() >= 300, "{}", distinct.len());
    assert_eq!(kinds.len(), 14, "every sort of reason but that the file is too large");
}

#[test]
fn a_cut_off_file_says_after_which_record() {
    for (cut_before, last) in [
        ("\"plans\"", ""),
        ("Draw well", ""),
        ("\n{\"id\":\"00000000000000g2\"", "plans[0].goals[0]"),
        ("\"a1\"}]}]}", "plans[0].goals[0]"),
        ("]}]}\n", "plans[0].goals[1]"),
    ] {
        let cut = RIGHT.split(cut_before).next().unwrap();
        let expected = BundleError::CutOff { after: place(last) };
        assert_eq!(bundle::read(cut.as_bytes()), Err(expected), "{cut_before}");
    }
    let within_a_character = RIGHT.replace("Calm", "é");
    let cut = within_a_character.find('é').unwrap() + 1;
    let read = bundle::read(&within_a_character.as_bytes()[..cut]);
    assert_eq!(read, Err(BundleError::CutOff { after: place("plans[0].goals[0]") }));
}

#[test]
fn a_stored_text_of_version_1_that_is_damaged_says_where() {
    const STORED: &str = r#"{"version":1,"plan":"00000000000000p1","kind":"goals","writers":["00000000000000d1"],"record":{"id":"00000000000000g1","title":"Draw","merge":"a1@5"}}"#;
    let head = r#"{"version":1,"plan":""#;
    stored::read(STORED).unwrap();
    for length in 0..STORED.len() {
        let expected = if length < head.len() {
            StoredError::Foreign
        } else {
            BundleError::CutOff { after: Place::default() }.into()
        };
        assert_eq!(stored::read(&STORED[..length]), Err(expected), "{length}");
    }
    for (from, to, expected) in [
        ("p1", "", bad_id("plan")),
        ("\"goals\"", "\"Goals!\"", wrong("kind", Expected::Kind)),
        ("\"kind\"", "\"kin\"", missing("kind")),
        ("\"writers\"", "\"writer\"", missing("writers")),
        ("\"a1@5\"", "\"b1@5\"", bad_merge("record.merge")),
        // Counted in the text as this version would have written it.
        ("\"Draw\"", "nul", not_json("record.title", 1, 147)),
    ] {
        let text = STORED.replacen(from, to, 1);
        assert_eq!(stored::read(&text), Err(expected.into()), "{from} -> {to}");
    }
    for (from, to) in [(STORED, "[]"), ("\"version\":1", "\"version\":2"), ("\"version\":1,", "")] {
        let text = STORED.replacen(from, to, 1);
        assert_eq!(stored::read(&text), Err(StoredError::Foreign), "{from} -> {to}");
    }
}
