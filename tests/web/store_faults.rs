//! The store when the browser fails it: nothing panics, nothing is lost while the page is open, what
//! is wrong is shown, and saving resumes by itself.

use leptos::prelude::*;
use steadyhand::platform::clock;
use steadyhand::store::{SaveState, Trouble};
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
