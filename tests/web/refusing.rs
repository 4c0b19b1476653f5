//! Files that are refused: through the store, as a person's file would come, with everything this device
//! keeps looked at before and after; and the words in which both languages say so.

use js_sys::Function;
use leptos::prelude::*;
use steadyhand::codec::{BundleError, Limits, Place, Step};
use steadyhand::i18n::Locale;
use steadyhand::platform::{clock, database::Database, local::Local};
use steadyhand::store::{FileError, Incoming, PickedFile, ReadFailure};
use steadyhand::ui::features::sharing::failure_words::failure_words;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

#[path = "../it/bundle/refused/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the large files are for the native tests")]
mod refused;

use crate::inject::Injected;
use crate::store::{Tab, empty};
use refused::Refused;

/// All that this device keeps, in the database and in local storage.
async fn kept() -> Vec<(String, String)> {
    let database = Database::open("steadyhand", 2, &[]).await.unwrap();
    let mut kept = Vec::new();
    for store in ["records", "aside", "texts", "past", "quarantine"] {
        let loaded = database.load_all(store).await.unwrap();
        assert!(loaded.foreign.is_empty());
        kept.extend(loaded.good.into_iter().map(|(key, text)| (format!("{store}/{key}"), text)));
    }
    let local = Local::open("").unwrap();
    for key in local.keys_under("").unwrap() {
        let text = local.get(&key).unwrap().unwrap_or_default();
        kept.push((key, text));
    }
    kept.sort();
    kept
}

/// Everything that is kept, once the small texts and the second copy, which follow a moment later, are there.
async fn at_rest() -> Vec<(String, String)> {
    loop {
        let kept = kept().await;
        let has = |name: &str| kept.iter().any(|(key, _)| key.starts_with(name));
        if has("texts/preferences") && has("texts/plans") && !has("texts/uncopied/") {
            return kept;
        }
        clock::after(50).await;
    }
}

#[wasm_bindgen_test]
async fn hundreds_of_files_are_refused_with_words_and_change_nothing() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Small veins");
    tab.saved().await;
    let before = at_rest().await;
    assert!(before.iter().any(|(_, text)| text.contains("Small veins")));
    let files = refused::files();
    for Refused { name, bytes, expected } in &files {
        let file = PickedFile::from_bytes("plan.steadyhand.json", bytes).unwrap();
        tab.store.stage(file).await;
        let Incoming::Failed(failure) = tab.store.incoming().get_untracked() else {
            panic!("not refused: {name}")
        };
        assert_eq!(failure, ReadFailure::Bundle(expected.clone()), "{name}");
        words_name_the_place(&failure, expected);
        assert_eq!(tab.goals(), ["Small veins"], "{name}");
    }
    assert_eq!(kept().await, before);
    console(&format!("{} files refused", files.len()));
    assert!(files.len() > 300);
    tab.kill();

    let again = Tab::open().await;
    assert_eq!(again.goals(), ["Small veins"]);
    again.kill();
    empty().await;
}

fn console(line: &str) {
    web_sys::console::log_1(&line.into());
}

/// Both languages say where it is, each in its own words.
fn words_name_the_place(failure: &ReadFailure, error: &BundleError) {
    let said = [Locale::English, Locale::Spanish].map(|locale| {
        let share = &locale.messages().share;
        let words = failure_words(share, failure);
        assert!(words.contains(share.reading.unchanged), "{words}");
        words
    });
    assert_ne!(said[0], said[1]);
    let Some(place) = place_of(error) else { return };
    for words in said {
        if let Some((_, number)) = place.record() {
            assert!(words.contains(&number.to_string()), "{words}: {place}");
        }
        let first = match place.record() {
            Some(_) => place.steps().get(4),
            None => place.steps().first(),
        };
        if let Some(Step::Name(name)) = first {
            let shown: String = name.chars().take(30).collect();
            assert!(words.contains(&shown), "{words}: {place}");
        }
    }
}

fn place_of(error: &BundleError) -> Option<&Place> {
    match error {
        // Some other file has no place of ours.
        BundleError::NotJson { line: 1, column: 1 | 2, .. } => None,
        BundleError::NotJson { place, .. }
        | BundleError::CutOff { after: place }
        | BundleError::TooDeep { place }
        | BundleError::TooMany { place, .. }
        | BundleError::Wrong { place, .. }
        | BundleError::Missing { place }
        | BundleError::Duplicate { place }
        | BundleError::BadId { place }
        | BundleError::BadMerge { place }
        | BundleError::TextTooLong { place, .. } => Some(place),
        BundleError::Empty
        | BundleError::NotText { .. }
        | BundleError::NotABundle
        | BundleError::NewerVersion { .. }
        | BundleError::TooLarge { .. } => None,
    }
}

/// The event of an input in which a file of so many megabytes was picked.
fn picked(megabytes: u32) -> Event {
    let script = "const parts = Array(megabytes).fill(new Uint8Array(1 << 20));
        const input = document.createElement('input'), files = new DataTransfer();
        files.items.add(new File(parts, 'plan.steadyhand.json'));
        input.type = 'file';
        input.files = files.files;
        const event = new Event('change');
        input.dispatchEvent(event);
        return event;";
    let event =
        Function::new_with_args("megabytes", script).call1(&JsValue::NULL, &megabytes.into());
    event.unwrap().unchecked_into()
}

#[wasm_bindgen_test]
async fn a_hundred_megabytes_are_refused_without_a_byte_being_read() {
    empty().await;
    let tab = Tab::open().await;
    let unread = "return Promise.reject(new Error('it was read'))";
    let ways = [
        ("Blob", "arrayBuffer"),
        ("Blob", "text"),
        ("Blob", "stream"),
        ("Blob", "slice"),
        ("FileReader", "readAsArrayBuffer"),
        ("FileReader", "readAsText"),
    ];
    let watched = ways.map(|(class, method)| Injected::new(class, method, unread));

    let event = picked(100);
    let file = PickedFile::from_change(&event).into_iter().next().unwrap();
    assert_eq!(file.bytes(), 100 << 20);
    tab.store.stage(file).await;
    let Incoming::Failed(failure) = tab.store.incoming().get_untracked() else {
        panic!("not refused")
    };
    assert_eq!(failure, ReadFailure::File(FileError::TooLarge { bytes: 100 << 20 }));
    let words = failure_words(&Locale::English.messages().share, &failure);
    assert!(words.contains(&format!("{} MB", Limits::BUNDLE.bytes >> 20)), "{words}");

    // One of a lawful size is asked for its bytes, so the watch sees what it should.
    let event = picked(1);
    let file = PickedFile::from_change(&event).into_iter().next().unwrap();
    tab.store.stage(file).await;
    let incoming = tab.store.incoming().get_untracked();
    let is_asked =
        matches!(&incoming, Incoming::Failed(ReadFailure::File(FileError::Unreadable(_))));
    assert!(is_asked, "{incoming:?}");
    drop(watched);
    tab.kill();
    empty().await;
}
