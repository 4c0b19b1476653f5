//! IndexedDB when the browser fails: every failure is told as what it is and changes nothing.

use futures_util::FutureExt;
use js_sys::Reflect;
use steadyhand::platform::database::{Database, DatabaseError, Edit, Foreign, delete};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    database::{STORES, good, keys, open, pairs, write},
    inject::Injected,
};

#[wasm_bindgen_test]
async fn every_write_asks_for_the_disk_and_no_reading_does() {
    let name = "test/strict";
    let database = open(name).await;
    let body = "const begun = own.apply(this, given);
        (globalThis.begun ??= []).push(`${begun.mode} ${begun.durability}`);
        return begun;";
    let recorded = Injected::new("IDBDatabase", "transaction", body);
    database.put_all(&[write("records", "a", Some("x"))]).await.unwrap();
    database.update("records", &keys(&["a"]), |_, _| Some(Edit::Remove)).await.unwrap();
    database.load_all("records").await.unwrap();
    drop(recorded);
    let begun = Reflect::get(&js_sys::global(), &"begun".into()).unwrap();
    let begun: Vec<_> =
        js_sys::Array::from(&begun).iter().filter_map(|each| each.as_string()).collect();
    assert_eq!(begun, ["readwrite strict", "readwrite strict", "readonly default"]);
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_full_disk_at_the_second_write_keeps_the_first_from_being_written() {
    let name = "test/full";
    let database = open(name).await;
    database.put_all(&[write("records", "a", Some("old"))]).await.unwrap();
    let body = "if (given[1] === 'b') throw new DOMException('injected', 'QuotaExceededError');
        return own.apply(this, given);";
    let full = Injected::new("IDBObjectStore", "put", body);
    let writes = [write("records", "a", Some("new")), write("records", "b", Some("new"))];
    assert_eq!(database.put_all(&writes).await, Err(DatabaseError::Full));
    let put = |_: &str, _: Option<String>| Some(Edit::Put("new".into()));
    let updated = database.update("records", &keys(&["a", "b"]), put).await;
    assert_eq!(updated, Err(DatabaseError::Full));
    drop(full);
    assert_eq!(good(&database, "records").await, pairs(&[("a", "old")]));
    database.put_all(&writes).await.unwrap();
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn an_abort_in_the_last_step_is_told() {
    let name = "test/abort";
    let database = open(name).await;
    database.put_all(&[write("records", "a", Some("old"))]).await.unwrap();
    let body = "const put = own.apply(this, given);
        put.onsuccess = () => put.transaction.abort();
        return put;";
    let aborting = Injected::new("IDBObjectStore", "put", body);
    let aborted = database.put_all(&[write("records", "a", Some("new"))]).await;
    assert!(
        matches!(&aborted, Err(DatabaseError::Failed { name, .. }) if name == "AbortError"),
        "{aborted:?}"
    );
    drop(aborting);
    assert_eq!(good(&database, "records").await, pairs(&[("a", "old")]));
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn an_update_given_up_half_way_writes_nothing() {
    let name = "test/given-up";
    let database = open(name).await;
    database.put_all(&[write("records", "a", Some("old"))]).await.unwrap();
    let key = keys(&["a"]);
    let put = |_: &str, _: Option<String>| Some(Edit::Put("new".into()));
    let begun = database.update("records", &key, put).now_or_never();
    assert_eq!(begun, None);
    assert_eq!(good(&database, "records").await, pairs(&[("a", "old")]));
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_value_the_browser_cannot_read_fails_alone() {
    let name = "test/unreadable";
    let database = open(name).await;
    let writes = ["a", "b", "c"].map(|key| write("records", key, Some("text")));
    database.put_all(&writes).await.unwrap();
    let all = Injected::throwing("IDBObjectStore", "getAll", "DataError");
    let body = "if (given[0] === 'b') throw new DOMException('injected', 'DataError');
        return own.apply(this, given);";
    let one = Injected::new("IDBObjectStore", "get", body);
    let loaded = database.load_all("records").await.unwrap();
    drop((all, one));
    assert_eq!(loaded.good, pairs(&[("a", "text"), ("c", "text")]));
    let unreadable = Foreign { key: "b".into(), shown: "DataError: injected".into() };
    assert_eq!(loaded.foreign, [unreadable]);
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_refused_or_silent_database_is_an_error_and_not_a_wait() {
    let refused = Injected::throwing("IDBFactory", "open", "SecurityError");
    assert_eq!(Database::open("x", 1, STORES).await.err(), Some(DatabaseError::Refused));
    drop(refused);
    let silent = Injected::new("IDBFactory", "open", "return new EventTarget()");
    assert_eq!(Database::open("x", 1, STORES).await.err(), Some(DatabaseError::Silent));
    drop(silent);
}

#[wasm_bindgen_test]
async fn an_upgrade_that_fails_leaves_no_half_made_database() {
    let name = "test/half-made";
    let body = "if (given[0] === 'drafts') throw new DOMException('injected', 'DataError');
        return own.apply(this, given);";
    let failing = Injected::new("IDBDatabase", "createObjectStore", body);
    let opened = Database::open(name, 1, STORES).await;
    assert!(matches!(opened.err(), Some(DatabaseError::Failed { .. })));
    drop(failing);
    let database = open(name).await;
    database.put_all(&[write("drafts", "a", Some("x"))]).await.unwrap();
    drop(database);
    delete(name).await.unwrap();
}
