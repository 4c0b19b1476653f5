//! The store in a real browser: what is written is there again, whatever happens in between.
//!
//! Every test uses the app's own database and local storage, and empties both before and after.

use std::cell::RefCell;

use leptos::prelude::*;
use steadyhand::codec::stored;
use steadyhand::domain::{Command, GoalChange, Kind, PlanId, RecordId, Role};
use steadyhand::platform::database::{self, Database, Write};
use steadyhand::platform::{cache::Shelf, clock, local::Local};
use steadyhand::store::{SaveState, Store};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::inject;

/// One open tab: a store, and the owner it dies with.
pub struct Tab {
    pub store: Store,
    owner: Owner,
}

thread_local! {
    /// Every tab that was opened. Some may live on: a failed test lets go of nothing.
    static OPENED: RefCell<Vec<WeakOwner>> = const { RefCell::new(Vec::new()) };
}

/// Who owns a tab that is being opened.
fn new_owner() -> Owner {
    start_executor();
    let owner = Owner::new();
    OPENED.with_borrow_mut(|opened| opened.push(owner.downgrade()));
    owner
}

impl Tab {
    pub async fn open() -> Self {
        let owner = new_owner();
        let store = Store::open(owner.clone()).await.expect("all parts are there");
        Self { store, owner }
    }

    /// Closes the tab at once, as a killed one: nothing is waited for.
    pub fn kill(self) {
        self.owner.cleanup();
    }

    pub async fn saved(&self) {
        for _ in 0..500 {
            if self.store.save_state().get_untracked() == SaveState::Saved {
                return;
            }
            clock::after(10).await;
        }
        panic!("not saved: {:?}", self.store.save_state().get_untracked());
    }

    /// Waits until the database has been marked as whole, and all of it is copied.
    pub async fn whole(&self) {
        let stores = ["records", "aside", "texts", "past", "quarantine"];
        let database = Database::open("steadyhand", 2, &stores).await.unwrap();
        for _ in 0..300 {
            let is_whole = database.get("texts", "whole").await.unwrap().is_some();
            let uncopied = database.load_under("texts", "uncopied").await.unwrap().good;
            if is_whole && uncopied.is_empty() {
                return;
            }
            clock::after(10).await;
        }
        panic!("the database is not whole, or not copied");
    }

    /// A tab that has only looked at what is stored.
    pub async fn glance() -> Self {
        let owner = new_owner();
        let store = Store::begin(owner.clone()).await.expect("all parts are there");
        Self { store, owner }
    }

    pub fn start(&self) -> PlanId {
        // From then on a start draws what its first look has found.
        self.store.revise_preferences(|preferences| preferences.is_welcomed = true);
        let start = Command::StartPlan {
            title: "Course".to_owned(),
            starts: chrono::NaiveDate::from_ymd_opt(2026, 10, 5).unwrap(),
            weeks: 16,
            name: "Ana".to_owned(),
            role: Role::Student,
        };
        self.store.apply(start).unwrap().subject.unwrap().plan
    }

    pub fn add_goal(&self, plan: PlanId, title: &str) -> RecordId {
        let changes = vec![GoalChange::Title(title.to_owned())];
        let add = Command::AddGoal { plan, changes, tasks: Vec::new() };
        self.store.apply(add).unwrap().subject.unwrap().id
    }

    pub fn goals(&self) -> Vec<String> {
        untrack(|| {
            let read = |_, plan: &steadyhand::domain::Plan| {
                let ids = plan.goals_by_due();
                ids.into_iter().filter_map(|id| Some(plan.goal(id)?.title)).collect()
            };
            let mut goals: Vec<String> = self.store.plan(&[Kind::Goal], read).unwrap_or_default();
            goals.sort();
            goals
        })
    }

    /// Waits until the goals are these.
    async fn sees(&self, goals: &[&str]) {
        for _ in 0..200 {
            if self.goals() == goals {
                return;
            }
            clock::after(10).await;
        }
        panic!("sees {:?} instead of {goals:?}", self.goals());
    }
}

/// The interface starts the executor that the store's tasks run on; without one, a mounted nothing
/// does.
fn start_executor() {
    let nowhere = document().create_element("div").unwrap();
    let nowhere = wasm_bindgen::JsCast::unchecked_into(nowhere);
    leptos::mount::mount_to(nowhere, || ()).forget();
}

/// The browser as it was before all tests. What a failed test has left living or broken ends here, so
/// that no other fails for it.
pub async fn empty() {
    inject::heal();
    let opened = OPENED.take();
    opened.iter().filter_map(WeakOwner::upgrade).for_each(|owner| owner.cleanup());
    let local = Local::open("").unwrap();
    for key in local.keys_under("").unwrap() {
        local.remove(&key).unwrap();
    }
    database::delete("steadyhand").await.unwrap();
    empty_shelf().await;
}

/// What a tab that has been killed was just putting there may come late.
pub async fn empty_shelf() {
    let shelf = Shelf::open("second-copy").await.unwrap();
    for _ in 0..2 {
        clock::after(15).await;
        for name in shelf.names().await.unwrap() {
            shelf.remove(&name).await.unwrap();
        }
    }
}

#[wasm_bindgen_test]
async fn what_was_saved_is_there_again() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Small veins");
    tab.saved().await;
    let journal = Local::open("").unwrap().keys_under("journal/").unwrap();
    assert!(journal.is_empty(), "what is saved needs no journal: {journal:?}");
    tab.kill();

    let again = Tab::open().await;
    assert_eq!(again.goals(), ["Small veins"]);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn the_journal_alone_brings_back_what_the_database_never_got() {
    empty().await;
    let local = Local::open("").unwrap();
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Written a moment before");
    // The tab has not yielded, so nothing has reached the database: this is all there would be.
    let entries: Vec<(String, String)> = local
        .keys_under("journal/")
        .unwrap()
        .into_iter()
        .map(|key| (key.clone(), local.get(&key).unwrap().unwrap()))
        .collect();
    tab.saved().await;
    tab.kill();
    empty().await;
    for (key, text) in &entries {
        local.set(key, text).unwrap();
    }

    let again = Tab::open().await;
    assert_eq!(again.goals(), ["Written a moment before"]);
    again.saved().await;
    assert!(local.keys_under("journal/").unwrap().is_empty());
    again.kill();
    let third = Tab::open().await;
    assert_eq!(third.goals(), ["Written a moment before"]);
    third.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn a_half_typed_sentence_is_kept_with_each_keystroke() {
    empty().await;
    let tab = Tab::open().await;
    tab.store.set_draft("goal/new/title", "Half a sen");
    tab.store.set_draft("goal/new/measure", "gone again");
    tab.store.clear_drafts("goal/new/measure");
    tab.kill();
    let again = Tab::open().await;
    assert_eq!(again.store.draft("goal/new/title").as_deref(), Some("Half a sen"));
    assert_eq!(again.store.draft("goal/new/measure"), None);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn drafts_and_preferences_outlive_the_loss_of_local_storage() {
    empty().await;
    let tab = Tab::open().await;
    tab.store.revise_preferences(|preferences| preferences.name = "Ana Morales".to_owned());
    tab.store.set_draft("goal/new/title", "Half a");
    tab.store.set_draft("goal/new/title", "Half a sen");
    clock::after(600).await;
    tab.kill();
    // A killed browser comes back with local storage as it was many seconds before.
    let local = Local::open("").unwrap();
    for key in local.keys_under("").unwrap() {
        local.remove(&key).unwrap();
    }

    let again = Tab::open().await;
    assert_eq!(again.store.preferences().get_untracked().name, "Ana Morales");
    assert_eq!(again.store.draft("goal/new/title").as_deref(), Some("Half a sen"));
    again.store.set_draft("goal/new/title", "");
    clock::after(600).await;
    again.kill();
    let third = Tab::open().await;
    assert_eq!(third.store.draft("goal/new/title"), None);
    third.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn two_tabs_never_write_under_one_name_and_see_each_other() {
    empty().await;
    let one = Tab::open().await;
    let plan = one.start();
    one.saved().await;
    let other = Tab::open().await;
    assert_ne!(untrack(|| one.store.device()), untrack(|| other.store.device()));
    assert_eq!(untrack(|| one.store.me()), untrack(|| other.store.me()));

    one.add_goal(plan, "From the first");
    other.add_goal(plan, "From the second");
    for tab in [&one, &other] {
        tab.sees(&["From the first", "From the second"]).await;
        tab.saved().await;
    }
    one.kill();
    other.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn a_value_that_cannot_be_read_is_set_aside_and_the_rest_loads() {
    for has_copy in [false, true] {
        one_value_is_broken(has_copy).await;
    }
}

/// The second copy, where there is one, has the record as it was.
async fn one_value_is_broken(has_copy: bool) {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    let goal = tab.add_goal(plan, "Readable");
    tab.add_goal(plan, "Broken");
    tab.saved().await;
    tab.whole().await;
    tab.kill();

    let stores = ["records", "aside", "texts", "past", "quarantine"];
    let database = Database::open("steadyhand", 2, &stores).await.unwrap();
    let loaded = database.load_all("records").await.unwrap().good;
    let (key, text) = loaded
        .into_iter()
        .find(|(_, text)| {
            let (key, _) = stored::read(text).unwrap();
            key.kind == Kind::Goal && key.id != goal
        })
        .unwrap();
    let cut: String = text.chars().take(text.len() / 2).collect();
    let write = Write { store: "records", key: key.clone(), text: Some(cut.clone()) };
    database.put_all(&[write]).await.unwrap();
    drop(database);
    if !has_copy {
        empty_shelf().await;
    }

    for _ in 0..2 {
        let again = Tab::open().await;
        again.saved().await;
        assert_eq!(again.goals() == ["Broken", "Readable"], has_copy);
        assert!(again.goals().contains(&"Readable".to_owned()));
        assert_eq!(again.store.lost().get_untracked(), None, "the database is there");
        let aside = again.store.set_aside().get_untracked();
        assert_eq!(aside.len(), 1, "{aside:?}");
        assert!(aside[0].key.starts_with(&key) && aside[0].text == cut, "{aside:?}");
        again.kill();
    }
    empty().await;
}

#[wasm_bindgen_test]
async fn a_tab_that_opens_while_another_writes_misses_nothing() {
    empty().await;
    let one = Tab::open().await;
    let plan = one.start();
    one.saved().await;
    for round in 0..8 {
        let write = async {
            for number in 0..12 {
                one.add_goal(plan, &format!("Goal {round:02} {number:02}"));
                clock::after((round + number) % 5).await;
            }
        };
        let (other, ()) = futures_util::future::join(Tab::open(), write).await;
        one.saved().await;
        let goals = one.goals();
        let goals: Vec<&str> = goals.iter().map(String::as_str).collect();
        other.sees(&goals).await;
        other.kill();
    }
    one.kill();
    empty().await;
}
