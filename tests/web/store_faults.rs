//! The store when the browser fails it: nothing panics, nothing is lost while the page is open, what
//! is wrong is shown, and saving resumes by itself.

use js_sys::{Function, Promise};
use leptos::prelude::*;
use steadyhand::platform::{base, clock};
use steadyhand::store::{SaveState, Trouble};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::inject::Injected;
use crate::store::{Tab, empty};

async fn shows(tab: &Tab, state: SaveState) {
    for _ in 0..1000 {
        if tab.store.save_state().get_untracked() == state {
            return;
        }
        clock::after(10).await;
    }
    panic!("{:?} instead of {state:?}", tab.store.save_state().get_untracked());
}

#[wasm_bindgen_test]
async fn without_a_database_local_storage_keeps_everything() {
    empty().await;
    let no_database = Injected::throwing("IDBFactory", "open", "SecurityError");
    let tab = Tab::open().await;
    assert!(tab.store.is_journal_only());
    let plan = tab.start();
    tab.add_goal(plan, "Kept without a database");
    shows(&tab, SaveState::Saved).await;
    tab.kill();
    let again = Tab::open().await;
    assert_eq!(again.goals(), ["Kept without a database"]);
    again.kill();

    drop(no_database);
    let with_database = Tab::open().await;
    assert_eq!(with_database.goals(), ["Kept without a database"], "it comes along");
    with_database.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn without_any_storage_the_plan_lives_while_the_page_does() {
    empty().await;
    let no_database = Injected::throwing("IDBFactory", "open", "SecurityError");
    let no_writing = Injected::throwing("Storage", "setItem", "SecurityError");
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "In memory");
    shows(&tab, SaveState::Trouble(Trouble::Blocked)).await;
    assert_eq!(tab.goals(), ["In memory"]);
    let exported = tab.exported().await;
    assert!(exported.text.contains("In memory"), "it can still be exported");
    tab.kill();
    drop((no_database, no_writing));
    empty().await;
}

#[wasm_bindgen_test]
async fn a_full_database_is_shown_and_saving_resumes_when_there_is_room() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.saved().await;
    let full = Injected::throwing("IDBObjectStore", "put", "QuotaExceededError");
    tab.add_goal(plan, "Written while full");
    shows(&tab, SaveState::Trouble(Trouble::Full)).await;
    assert_eq!(tab.goals(), ["Written while full"]);

    drop(full);
    shows(&tab, SaveState::Saved).await;
    tab.kill();
    let again = Tab::open().await;
    assert_eq!(again.goals(), ["Written while full"]);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn a_database_that_cannot_be_read_today_is_left_as_it_is() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "From yesterday");
    tab.saved().await;
    tab.kill();

    let unreadable = Injected::throwing("IDBFactory", "open", "UnknownError");
    let blind = Tab::open().await;
    assert!(blind.goals().is_empty());
    assert!(blind.store.is_unread().get_untracked(), "and the reader is told");
    blind.kill();
    drop(unreadable);
    let again = Tab::open().await;
    assert_eq!(again.goals(), ["From yesterday"]);
    again.kill();
    empty().await;
}

/// Begins a transaction over all of the database that goes on until what this answers with is called.
async fn held_up() -> Function {
    let hold = "return new Promise((done) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
            const database = opening.result;
            const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
            const again = () => (transaction.objectStore('texts').get('nothing').onsuccess = again);
            again();
            done(() => (transaction.abort(), database.close()));
        };
    });";
    let name = JsValue::from_str(&base::own_name("steadyhand"));
    let begun = Function::new_with_args("name", hold).call1(&JsValue::NULL, &name).unwrap();
    let release = JsFuture::from(begun.unchecked_into::<Promise>()).await.unwrap();
    release.unchecked_into()
}

#[wasm_bindgen_test]
async fn a_database_that_another_page_holds_up_is_told_of_and_read_once_it_is_free() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "From yesterday");
    tab.whole().await;
    tab.kill();

    let release = held_up().await;
    let tab = Tab::open().await;
    assert!(tab.goals().is_empty());
    assert!(tab.store.is_unread().get_untracked(), "and the reader is told");
    release.call0(&JsValue::NULL).unwrap();
    for _ in 0..1000 {
        if !tab.store.is_unread().get_untracked() {
            break;
        }
        clock::after(10).await;
    }
    assert_eq!(tab.goals(), ["From yesterday"]);
    tab.saved().await;
    tab.kill();
    empty().await;
}
