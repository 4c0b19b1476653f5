//! IndexedDB: transactions, connections and what is not ours.

use std::{cell::Cell, rc::Rc};

use steadyhand::platform::{
    base, clock,
    database::{Closing, Database, DatabaseError, Edit, Foreign, OPEN_LIMIT, Write, delete},
};
use wasm_bindgen_test::wasm_bindgen_test;

pub const STORES: &[&str] = &["records", "meta", "drafts"];

pub async fn open(name: &str) -> Database {
    Database::open(name, 1, STORES).await.unwrap()
}

pub fn write(store: &'static str, key: &str, text: Option<&str>) -> Write {
    Write { store, key: key.into(), text: text.map(Into::into) }
}

pub async fn good(database: &Database, store: &str) -> Vec<(String, String)> {
    let loaded = database.load_all(store).await.unwrap();
    assert_eq!(loaded.foreign, []);
    loaded.good
}

pub fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(key, text)| ((*key).into(), (*text).into())).collect()
}

pub fn keys(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).into()).collect()
}

#[wasm_bindgen_test]
async fn what_is_written_is_there_for_the_next_connection() {
    let name = "test/written";
    let first = open(name).await;
    let text = "Gefäß \u{1F489} \u{0} \"quoted\" \u{FFFD}";
    first
        .put_all(&[
            write("records", "b", Some(text)),
            write("records", "a", Some("")),
            write("meta", "a", Some("header")),
        ])
        .await
        .unwrap();
    drop(first);
    let second = open(name).await;
    assert_eq!(good(&second, "records").await, pairs(&[("a", ""), ("b", text)]));
    assert_eq!(good(&second, "meta").await, pairs(&[("a", "header")]));
    assert_eq!(good(&second, "drafts").await, []);
    assert_eq!(second.get("records", "b").await.unwrap().as_deref(), Some(text));
    assert_eq!(second.get("records", "c").await.unwrap(), None);
    drop(second);
    delete(name).await.unwrap();
    assert_eq!(good(&open(name).await, "records").await, []);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn more_than_one_piece_is_loaded_once_and_in_order() {
    let name = "test/pieces";
    let database = open(name).await;
    for count in [1_000, 2_345] {
        let all: Vec<_> = (0..count).map(|n| (format!("{n:05}"), format!("text {n}"))).collect();
        let writes: Vec<_> =
            all.iter().map(|(key, text)| write("records", key, Some(text))).collect();
        database.put_all(&writes).await.unwrap();
        assert_eq!(good(&database, "records").await, all);
    }
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn an_update_sees_what_is_there_and_changes_only_what_it_says() {
    let name = "test/update";
    let database = open(name).await;
    let before = [("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")];
    let writes: Vec<_> = before.map(|(key, text)| write("records", key, Some(text))).into();
    database.put_all(&writes).await.unwrap();
    let mut seen = Vec::new();
    database
        .update("records", &keys(&["a", "b", "c", "new", "none"]), |key, text| {
            seen.push((key.to_owned(), text.clone()));
            match key {
                "a" => Some(Edit::Put(format!("{}+", text?))),
                "b" => Some(Edit::Remove),
                "new" => Some(Edit::Put("fresh".into())),
                _ => None,
            }
        })
        .await
        .unwrap();
    let some = |text: &str| Some(text.to_owned());
    let expected = [("a", some("1")), ("b", some("2")), ("c", some("3")), ("new", None)];
    assert_eq!(seen[..4], expected.map(|(key, text)| (key.to_owned(), text)));
    assert_eq!(
        good(&database, "records").await,
        pairs(&[("a", "1+"), ("c", "3"), ("d", "4"), ("new", "fresh")])
    );
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn concurrent_updates_of_two_connections_lose_nothing() {
    let name = "test/concurrent";
    let (first, second) = (open(name).await, open(name).await);
    let key = keys(&["count"]);
    let add = |_: &str, text: Option<String>| {
        let count: u32 = text.map_or(0, |text| text.parse().unwrap());
        Some(Edit::Put((count + 1).to_string()))
    };
    for _ in 0..20 {
        let (one, other) = futures_util::future::join(
            first.update("meta", &key, add),
            second.update("meta", &key, add),
        )
        .await;
        one.unwrap();
        other.unwrap();
    }
    assert_eq!(first.get("meta", "count").await.unwrap().as_deref(), Some("40"));
    drop((first, second));
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_withdrawn_update_leaves_every_old_value() {
    let name = "test/withdrawn";
    let database = open(name).await;
    database.put_all(&[write("records", "a", Some("old"))]).await.unwrap();
    let withdrawn = database
        .update("records", &keys(&["a", "b"]), |key, _| match key {
            "a" => Some(Edit::Put("new".into())),
            _ => Some(Edit::Withdraw),
        })
        .await;
    assert_eq!(withdrawn, Err(DatabaseError::Withdrawn));
    assert_eq!(good(&database, "records").await, pairs(&[("a", "old")]));
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_newer_database_is_left_alone() {
    let name = "test/newer";
    let newer = Database::open(name, 2, STORES).await.unwrap();
    newer.put_all(&[write("meta", "a", Some("newer"))]).await.unwrap();
    let older = Database::open(name, 1, STORES).await;
    assert_eq!(older.err(), Some(DatabaseError::Newer));
    assert_eq!(good(&newer, "meta").await, pairs(&[("a", "newer")]));
    drop(newer);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn an_upgrade_closes_the_older_tab_and_keeps_its_data() {
    let name = "test/upgrade";
    let older = open(name).await;
    older.put_all(&[write("records", "a", Some("kept"))]).await.unwrap();
    let told = Rc::new(Cell::new(None));
    older.on_closed({
        let told = told.clone();
        move |why| told.set(Some(why))
    });
    let more = ["records", "meta", "drafts", "packs"];
    let newer = Database::open(name, 2, &more).await.unwrap();
    assert_eq!(told.get(), Some(Closing::Upgrade));
    let refused = older.put_all(&[write("records", "a", Some("late"))]).await;
    assert_eq!(refused, Err(DatabaseError::Closed));
    assert_eq!(older.load_all("records").await, Err(DatabaseError::Closed));
    assert_eq!(good(&newer, "records").await, pairs(&[("a", "kept")]));
    newer.put_all(&[write("packs", "a", Some("x"))]).await.unwrap();
    let late = Rc::new(Cell::new(None));
    older.on_closed({
        let late = late.clone();
        move |why| late.set(Some(why))
    });
    assert_eq!(late.get(), Some(Closing::Upgrade), "who asks late is told at once");
    drop((older, newer));
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_tab_that_does_not_let_go_blocks_an_upgrade_only_for_a_while() {
    let name = "test/blocked";
    let stubborn = raw::open(name, 1).await;
    let began = clock::now().unix_ms;
    let blocked = Database::open(name, 2, STORES).await;
    assert_eq!(blocked.err(), Some(DatabaseError::Blocked));
    let waited = clock::now().unix_ms - began;
    assert!(waited < i64::from(OPEN_LIMIT) + 2_000, "waited {waited} ms");
    stubborn.close();
    // The browser now carries out what was given up; that must leave a database that can be used.
    let database = Database::open(name, 2, STORES).await.unwrap();
    database.put_all(&[write("drafts", "a", Some("x"))]).await.unwrap();
    drop(database);
    delete(name).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_deletion_elsewhere_is_told() {
    let name = "test/deleted";
    let database = open(name).await;
    let told = Rc::new(Cell::new(None));
    database.on_closed({
        let told = told.clone();
        move |why| told.set(Some(why))
    });
    delete(name).await.unwrap();
    assert_eq!(told.get(), Some(Closing::Deletion));
}

#[wasm_bindgen_test]
async fn what_is_not_text_is_told_apart_kept_and_can_be_set_aside() {
    let name = "test/foreign";
    let database = open(name).await;
    database.put_all(&[write("records", "good", Some("text"))]).await.unwrap();
    let script = "const store = arguments[0];
        store.put({ a: [1, 2] }, 'object');
        store.put('half \\ud800 pair', 'broken');
        store.put('text', 7);";
    raw::run(name, "records", script).await;
    let loaded = database.load_all("records").await.unwrap();
    assert_eq!(loaded.good, pairs(&[("good", "text")]));
    let foreign = |key: &str, shown: &str| Foreign { key: key.into(), shown: shown.into() };
    assert_eq!(
        loaded.foreign,
        [
            foreign("7", "\"text\""),
            foreign("broken", "\"half \\ud800 pair\""),
            foreign("object", "{\"a\":[1,2]}"),
        ]
    );
    let put = |_: &str, _: Option<String>| Some(Edit::Put("new".into()));
    let over = database.update("records", &keys(&["good", "object"]), put).await;
    assert_eq!(over, Err(DatabaseError::NotText { key: "object".into() }));
    assert_eq!(database.load_all("records").await.unwrap(), loaded);

    database.set_aside(("records", "object"), ("meta", "aside/object"), |_| false).await.unwrap();
    database.update("records", &keys(&["good", "object"]), put).await.unwrap();
    let aside = database.load_all("meta").await.unwrap().foreign;
    assert_eq!(aside, [foreign("aside/object", "{\"a\":[1,2]}")]);
    let again = database.set_aside(("records", "good"), ("meta", "aside/object"), |_| false).await;
    assert!(matches!(again, Err(DatabaseError::Failed { .. })), "{again:?}");
    assert_eq!(database.get("records", "good").await.unwrap().as_deref(), Some("new"));
    database.set_aside(("records", "nothing"), ("meta", "aside/nothing"), |_| false).await.unwrap();
    drop(database);
    delete(name).await.unwrap();
}

/// IndexedDB as another program would use it.
pub mod raw {
    use js_sys::{Function, Promise};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::IdbDatabase;

    use super::base;

    async fn promised(script: &str, first: &JsValue, second: &JsValue) -> JsValue {
        let body = format!("return new Promise((done, fail) => {{ {script} }})");
        let promise = Function::new_with_args("first, second", &body)
            .call2(&JsValue::NULL, first, second)
            .unwrap();
        JsFuture::from(promise.unchecked_into::<Promise>()).await.unwrap()
    }

    /// A connection that ignores whoever wants it to close.
    pub async fn open(name: &str, version: u32) -> IdbDatabase {
        let script = "const open = indexedDB.open(first, second);
            open.onsuccess = () => done(open.result);
            open.onerror = () => fail(open.error);";
        let name = JsValue::from_str(&base::own_name(name));
        promised(script, &name, &version.into()).await.unchecked_into()
    }

    /// Runs a script with a store as its argument, and waits until that is written.
    pub async fn run(name: &str, store: &str, body: &str) {
        let database = open(name, 1).await;
        let run = Function::new_no_args(body);
        let script = format!(
            "const work = first.transaction('{store}', 'readwrite');
            second(work.objectStore('{store}'));
            work.oncomplete = () => {{ first.close(); done(); }};
            work.onabort = () => fail(work.error);"
        );
        promised(&script, &database, &run).await;
    }
}
