//! A page that is left leaves nothing under way: a browser that keeps it would keep everyone else waiting.

use leptos::prelude::*;
use steadyhand::platform::database::{Database, DatabaseError, delete};
use steadyhand::platform::{clock, local::Local};
use steadyhand::store::SaveState;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::database::{STORES, good, open, pairs, write};
use crate::inject::Injected;
use crate::store::{Tab, empty};

/// Tells the page that it is left, in the middle of a call of this kind.
fn left_at(class: &str, method: &'static str) -> Injected {
    let body = "const answer = own.apply(this, given);
        dispatchEvent(new Event('pagehide'));
        return answer;";
    Injected::new(class, method, body)
}

#[wasm_bindgen_test]
async fn what_was_being_written_is_dropped_whole() {
    let name = "test/left-writing";
    let database = open(name).await;
    database.put_all(&[write("records", "a", Some("old"))]).await.unwrap();
    let leaving = left_at("IDBObjectStore", "put");
    let writes = ["a", "b"].map(|key| write("records", key, Some("new")));
    let written = database.put_all(&writes).await;
    assert!(matches!(written, Err(DatabaseError::Failed { .. })), "{written:?}");
    drop(leaving);
    assert_eq!(good(&database, "records").await, pairs(&[("a", "old")]));
    database.put_all(&writes).await.unwrap();
    assert_eq!(good(&database, "records").await, pairs(&[("a", "new"), ("b", "new")]));
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn what_was_being_read_is_dropped() {
    let name = "test/left-reading";
    let database = open(name).await;
    database.put_all(&[write("records", "a", Some("text"))]).await.unwrap();
    let leaving = left_at("IDBObjectStore", "getAll");
    assert!(database.load_few("records").await.is_err());
    assert!(database.skim("records").unwrap().next().await.is_err());
    drop(leaving);
    assert_eq!(good(&database, "records").await, pairs(&[("a", "text")]));
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_database_that_was_being_made_is_made_the_next_time() {
    let name = "test/left-opening";
    let leaving = left_at("IDBDatabase", "createObjectStore");
    assert!(Database::open(name, 1, STORES).await.is_err());
    drop(leaving);
    let database = open(name).await;
    database.put_all(&[write("drafts", "a", Some("x"))]).await.unwrap();
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_page_that_comes_back_saves_what_it_was_about_to_save() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.saved().await;
    let leaving = left_at("IDBObjectStore", "put");
    tab.add_goal(plan, "Small veins");
    let state = || tab.store.save_state().get_untracked();
    while !matches!(state(), SaveState::Trouble(_)) {
        clock::after(10).await;
    }
    drop(leaving);
    tab.saved().await;
    tab.kill();
    let again = Tab::open().await;
    assert_eq!(again.goals(), ["Small veins"]);
    again.kill();
    empty().await;
}

/// Asks, as `src/boot.js` does when a browser shows the page again as it was, whether it is to be loaded anew.
fn is_loaded_anew() -> bool {
    let init = web_sys::EventInit::new();
    init.set_cancelable(true);
    let event = web_sys::Event::new_with_event_init_dict("comeback", &init).unwrap();
    web_sys::window().unwrap().dispatch_event(&event).unwrap()
}

#[wasm_bindgen_test]
async fn a_page_that_comes_back_is_loaded_anew_when_all_it_holds_is_stored() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.saved().await;
    assert!(is_loaded_anew());
    // The journal has it at once.
    tab.add_goal(plan, "Small veins");
    assert!(is_loaded_anew());
    // So has local storage what is being typed, or what another tab has typed since.
    tab.store.set_draft("goal/new", "Small v");
    assert!(is_loaded_anew());
    let local = Local::open("").unwrap();
    let key = "text/draft/goal/new";
    assert!(local.get(key).unwrap().unwrap().ends_with(" Small v"));
    local.set(key, &format!("{} Small veins", i64::MAX)).unwrap();
    assert!(is_loaded_anew());
    local.remove(key).unwrap();
    assert!(!is_loaded_anew());
    tab.saved().await;
    tab.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn a_page_that_holds_what_is_stored_nowhere_stays_under_a_new_name() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.saved().await;
    let before = tab.store.device();
    let faults = [
        Injected::throwing("IDBDatabase", "transaction", "UnknownError"),
        Injected::throwing("Storage", "setItem", "QuotaExceededError"),
    ];
    tab.add_goal(plan, "Small veins");
    assert!(!is_loaded_anew());
    drop(faults);
    assert_ne!(tab.store.device(), before);
    tab.saved().await;
    tab.kill();
    let again = Tab::open().await;
    assert_eq!(again.goals(), ["Small veins"]);
    // What stands under the name of the slot is whose it was.
    assert_eq!(again.store.device(), before);
    again.kill();
    empty().await;
}
