//! What other versions of the program have stored: what an older one left is taken over whole, and
//! what a newer one keeps is shown and never touched.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde_json::Value;
use steadyhand::codec::stored::{self, Sorted};
use steadyhand::domain::{Command, CommandError, GoalChange};
use steadyhand::platform::database::{Database, Write, delete};
use steadyhand::platform::{clock, local::Local};
use steadyhand::store::{Notice, ReadOnly, SaveState, Theme, Trouble};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::inject::Injected;
use crate::store::{Tab, empty};

pub const STORES: [&str; 5] = ["records", "aside", "texts", "past", "quarantine"];

type Texts = BTreeMap<String, String>;

pub async fn texts(database: &Database, store: &str) -> Texts {
    let loaded = database.load_all(store).await.unwrap();
    assert_eq!(loaded.foreign, []);
    loaded.good.into_iter().collect()
}

pub fn journal() -> Texts {
    let local = Local::open("").unwrap();
    let keys = local.keys_under("journal/").unwrap();
    keys.into_iter().map(|key| (key.clone(), local.get(&key).unwrap().unwrap())).collect()
}

/// A text as version 3 would write it: with the same head, and more in it.
fn of_version_3(text: &str) -> String {
    let (_, covered) = text.split_once(",").unwrap();
    let covered = covered.replace("\"version\":2,", "\"version\":3,\"more\":[1],");
    let sum = twox_hash::XxHash32::oneshot(0, covered.as_bytes());
    format!("{{\"check\":\"{sum:08x}\",{covered}")
}

async fn is_only_shown(tab: &Tab, why: ReadOnly) {
    for _ in 0..300 {
        if tab.store.read_only().get_untracked() == Some(why) {
            break;
        }
        clock::after(10).await;
    }
    assert_eq!(tab.store.read_only().get_untracked(), Some(why));
    assert_eq!(tab.store.save_state().get_untracked(), SaveState::Trouble(Trouble::Newer));
}

/// Everything that changes something is refused and says so; what is typed is kept.
fn refuses(tab: &Tab) {
    let goals = tab.goals();
    let start = Command::StartPlan {
        title: "New".to_owned(),
        starts: chrono::NaiveDate::from_ymd_opt(2026, 10, 5).unwrap(),
        weeks: 16,
        name: "Ana".to_owned(),
        role: steadyhand::domain::Role::Student,
    };
    tab.store.dismiss_notice();
    assert_eq!(tab.store.apply(start).err(), Some(CommandError::ReadOnly));
    let refused = Some(Notice::Refused(CommandError::ReadOnly));
    assert_eq!(tab.store.notice().get_untracked(), refused);
    tab.store.dismiss_notice();
    let example = untrack(|| tab.store.messages()).example;
    assert_eq!(tab.store.add_example(&example).err(), Some(CommandError::ReadOnly));
    assert_eq!(tab.store.notice().get_untracked(), refused);
    assert_eq!(tab.goals(), goals);
    tab.store.set_draft("goal/new/title", "Half a sen");
    tab.store.revise_preferences(|preferences| preferences.theme = Theme::Dark);
    let kept = Local::open("").unwrap().get("text/draft/goal/new/title").unwrap().unwrap();
    assert!(kept.ends_with(" Half a sen"), "{kept}");
}

#[wasm_bindgen_test]
async fn a_whole_state_of_version_1_is_taken_over() {
    empty().await;
    let state: Value =
        serde_json::from_str(include_str!("../fixtures/stored/v1_state.json")).unwrap();
    let pairs = |value: &Value| -> Texts { serde_json::from_value(value.clone()).unwrap() };
    let mut expected: BTreeMap<_, _> = BTreeMap::new();
    let stores = ["records", "aside", "texts"];
    let database = Database::open("steadyhand", 1, &stores).await.unwrap();
    for store in stores {
        let rows = pairs(&state["database"]["stores"][store]);
        let write = |(key, text): (String, String)| Write { store, key, text: Some(text) };
        if store == "records" {
            expected.extend(rows.values().map(|text| stored::read(text).unwrap()));
        }
        database.put_all(&rows.into_iter().map(write).collect::<Vec<_>>()).await.unwrap();
    }
    drop(database);
    let local = Local::open("").unwrap();
    for (key, text) in pairs(&state["local"]) {
        local.set(&key, &text).unwrap();
        if key.starts_with("journal/") {
            expected.extend(text.lines().map(|line| stored::read(line).unwrap()));
        }
    }
    assert_eq!(expected.len(), 75);

    for _ in 0..2 {
        let tab = Tab::open().await;
        tab.saved().await;
        tab.store.workspace(|workspace| {
            for (key, record) in &expected {
                assert_eq!(workspace.get(*key), Some(record), "{key:?}");
            }
        });
        let aside = tab.store.set_aside().get_untracked();
        assert_eq!(aside.len(), 1, "only what version 1 had set aside: {aside:?}");
        assert!(aside[0].text.ends_with("Cut off in the mid"));
        let preferences = tab.store.preferences().get_untracked();
        assert!(preferences.is_welcomed && preferences.theme == Theme::Dark);
        assert_eq!(preferences.name, "Ana Morales");
        assert_eq!(tab.store.draft("goal/new/title").as_deref(), Some("Half a sen"));
        assert_eq!(tab.store.draft("goal/new/measure").as_deref(), Some("Ten times — niño"));
        tab.kill();
        assert_eq!(journal(), Texts::new());
        let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
        let now = texts(&database, "records").await;
        assert_eq!(now.len(), expected.len());
        let sorted = Sorted::values(now.clone());
        assert!(sorted.older.is_empty() && sorted.records.len() == now.len(), "all of it anew");
    }
    empty().await;
}

#[wasm_bindgen_test]
async fn a_value_of_a_newer_version_stays_and_the_rest_is_shown() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    for title in ["Readable", "Newer", "Damaged"] {
        tab.add_goal(plan, title);
    }
    tab.saved().await;
    tab.kill();
    let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
    let mut before = texts(&database, "records").await;
    for text in before.values_mut() {
        if text.contains("\"Newer\"") {
            *text = of_version_3(text);
        }
        *text = text.replace("\"Damaged\"", "\"Damagee\"");
    }
    let writes: Vec<Write> = before
        .iter()
        .map(|(key, text)| Write { store: "records", key: key.clone(), text: Some(text.clone()) })
        .collect();
    database.put_all(&writes).await.unwrap();
    let texts_before = texts(&database, "texts").await;
    drop(database);
    let local = Local::open("").unwrap();
    let newer_line = of_version_3(before.values().find(|text| text.contains("Readable")).unwrap());
    local.set("journal/other/1", &newer_line).unwrap();

    for _ in 0..2 {
        let held = Tab::open().await;
        is_only_shown(&held, ReadOnly::NewerValues).await;
        assert_eq!(held.goals(), ["Readable"]);
        assert!(!untrack(|| held.store.is_out_of_sight()));
        let aside = held.store.set_aside().get_untracked();
        assert_eq!(aside.len(), 1, "the damaged one is shown: {aside:?}");
        refuses(&held);
        let exported = held.exported().await;
        assert!(exported.text.contains("Readable"));
        clock::after(500).await;
        held.kill();
        let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
        assert_eq!(texts(&database, "records").await, before);
        assert_eq!(texts(&database, "aside").await, Texts::new());
        assert_eq!(texts(&database, "texts").await, texts_before);
        assert_eq!(journal(), Texts::from([("journal/other/1".to_owned(), newer_line.clone())]));
    }
    empty().await;
}

#[wasm_bindgen_test]
async fn a_value_of_a_newer_version_met_while_saving_stays() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    let goal = tab.add_goal(plan, "Here");
    tab.saved().await;
    let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
    let key = format!("{plan}/goals/{goal}");
    let newer = of_version_3(&texts(&database, "records").await[&key]);
    let write = Write { store: "records", key: key.clone(), text: Some(newer.clone()) };
    database.put_all(&[write]).await.unwrap();

    let changes = vec![GoalChange::Title("Written over it".to_owned())];
    tab.store.apply(Command::ReviseGoal { plan, goal, changes }).unwrap();
    is_only_shown(&tab, ReadOnly::NewerTab { is_kept: true }).await;
    refuses(&tab);
    clock::after(500).await;
    assert_eq!(texts(&database, "records").await[&key], newer);
    assert_eq!(texts(&database, "aside").await, Texts::new());
    let waiting = journal();
    assert!(waiting.values().any(|text| text.contains("Written over it")), "{waiting:?}");
    tab.kill();
    drop(database);
    empty().await;
}

#[wasm_bindgen_test]
async fn a_database_of_a_newer_version_is_shown_as_far_as_it_can_be_read() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Kept by the newer one");
    tab.saved().await;
    tab.kill();
    let newer = Database::open("steadyhand", 3, &STORES).await.unwrap();
    let before = texts(&newer, "records").await;

    let held = Tab::open().await;
    is_only_shown(&held, ReadOnly::NewerDatabase).await;
    assert_eq!(held.goals(), ["Kept by the newer one"]);
    assert!(!held.store.is_unread().get_untracked());
    assert!(!held.store.is_journal_only());
    refuses(&held);
    clock::after(500).await;
    held.kill();
    assert_eq!(texts(&newer, "records").await, before);
    drop(newer);

    // Where nothing can be read, nothing that looks empty is shown either.
    delete("steadyhand").await.unwrap();
    let other_form = Database::open("steadyhand", 3, &["everything"]).await.unwrap();
    let held = Tab::open().await;
    is_only_shown(&held, ReadOnly::NewerDatabase).await;
    assert!(untrack(|| held.store.is_out_of_sight()));
    refuses(&held);
    held.kill();
    drop(other_form);
    empty().await;
}

#[wasm_bindgen_test]
async fn a_newer_version_in_another_tab_leaves_this_one_to_be_looked_at() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Saved before");
    tab.saved().await;
    let no_writing = Injected::throwing("IDBObjectStore", "put", "UnknownError");
    tab.add_goal(plan, "On its way");
    let newer = Database::open("steadyhand", 3, &STORES).await.unwrap();
    drop(no_writing);
    is_only_shown(&tab, ReadOnly::NewerTab { is_kept: true }).await;
    assert_eq!(tab.goals(), ["On its way", "Saved before"]);
    refuses(&tab);
    let waiting = journal();
    assert!(waiting.values().any(|text| text.contains("On its way")), "{waiting:?}");
    tab.kill();
    drop(newer);
    empty().await;
}

#[wasm_bindgen_test]
async fn a_connection_that_the_browser_closes_is_opened_again() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Before");
    let body = "globalThis.connection = this; return own.apply(this, given);";
    let watched = Injected::new("IDBDatabase", "transaction", body);
    tab.saved().await;
    tab.add_goal(plan, "Seen");
    tab.saved().await;
    drop(watched);
    let connection = js_sys::Reflect::get(&js_sys::global(), &"connection".into()).unwrap();
    let connection: web_sys::IdbDatabase = wasm_bindgen::JsCast::unchecked_into(connection);
    connection.dispatch_event(&web_sys::Event::new("close").unwrap()).unwrap();
    tab.add_goal(plan, "After");
    assert_eq!(tab.store.read_only().get_untracked(), None);
    tab.saved().await;
    connection.close();

    // The person clears the site's data while the page is open: all of it is still in memory.
    delete("steadyhand").await.unwrap();
    tab.add_goal(plan, "Later");
    tab.saved().await;
    tab.kill();
    let again = Tab::open().await;
    assert_eq!(again.goals(), ["After", "Before", "Later", "Seen"]);
    again.kill();
    empty().await;
}
