//! The first look of a start: it draws what is in order, leaves everything else to the whole start, and
//! loses nothing between the two.

use leptos::prelude::*;
use steadyhand::domain::{Command, GoalChange};
use steadyhand::platform::{clock, database, local::Local};
use steadyhand::store::{Arrival, Part};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::store::{Tab, empty};

impl Tab {
    /// Whether the start is whole.
    fn is_done(&self) -> bool {
        untrack(|| self.store.has_come(Part::Rest)) == Arrival::Here
    }

    fn is_welcomed(&self) -> bool {
        untrack(|| self.store.chosen(|preferences| preferences.is_welcomed))
    }
}

/// A tab with a plan, saved whole, and closed again.
async fn saved_plan() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Small veins");
    tab.saved().await;
    tab.whole().await;
    clock::after(400).await;
    tab.kill();
}

#[wasm_bindgen_test]
async fn what_is_in_order_is_shown_before_the_start_is_whole() {
    saved_plan().await;
    let tab = Tab::glance().await;
    assert!(!tab.is_done(), "the first look is enough");
    assert!(tab.is_welcomed());
    assert_eq!(tab.goals(), ["Small veins"]);
    let (device, me) = untrack(|| (tab.store.device(), tab.store.me()));
    assert!(me.is_some(), "the reader is known at once");
    assert!(tab.store.has(Part::Rest).await && tab.is_done());
    assert_eq!(tab.goals(), ["Small veins"]);
    assert_eq!(untrack(|| (tab.store.device(), tab.store.me())), (device, me));
    tab.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_is_done_before_the_start_is_whole_is_done_and_kept() {
    saved_plan().await;
    let tab = Tab::glance().await;
    let plan = untrack(|| tab.store.open_plan_id()).unwrap();
    let changes = vec![GoalChange::Title("Hand veins".to_owned())];
    tab.store.apply_soon(Command::AddGoal { plan, changes, tasks: Vec::new() });
    assert!(tab.store.has(Part::Rest).await);
    for _ in 0..200 {
        if tab.goals().len() == 2 {
            break;
        }
        clock::after(10).await;
    }
    assert_eq!(tab.goals(), ["Hand veins", "Small veins"]);
    tab.saved().await;
    tab.kill();
    let again = Tab::open().await;
    assert_eq!(again.goals(), ["Hand veins", "Small veins"]);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_another_tab_stores_between_the_two_is_seen() {
    saved_plan().await;
    let other = Tab::open().await;
    let tab = Tab::glance().await;
    let plan = untrack(|| tab.store.open_plan_id()).unwrap();
    other.add_goal(plan, "Hand veins");
    other.saved().await;
    assert_eq!(tab.goals(), ["Small veins"], "nobody has looked again yet");
    assert!(tab.store.has(Part::Rest).await);
    for _ in 0..200 {
        if tab.goals().len() == 2 {
            break;
        }
        clock::after(10).await;
    }
    assert_eq!(tab.goals(), ["Hand veins", "Small veins"]);
    assert_ne!(untrack(|| other.store.device()), untrack(|| tab.store.device()));
    tab.kill();
    other.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_is_on_its_way_is_never_left_out() {
    saved_plan().await;
    let tab = Tab::open().await;
    let plan = untrack(|| tab.store.open_plan_id()).unwrap();
    tab.add_goal(plan, "Hand veins");
    // It is in the journal alone.
    tab.kill();
    let again = Tab::glance().await;
    assert!(again.is_done(), "the journal is taken over before anything is shown");
    assert_eq!(again.goals(), ["Hand veins", "Small veins"]);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn nobody_whose_database_is_lost_is_welcomed_as_new() {
    saved_plan().await;
    database::delete("steadyhand").await.unwrap();
    let local = Local::open("").unwrap();
    for key in local.keys_under("").unwrap() {
        local.remove(&key).unwrap();
    }
    let tab = Tab::glance().await;
    assert!(tab.is_done(), "the second copy is read before anything is shown");
    assert!(tab.is_welcomed());
    assert_eq!(tab.goals(), ["Small veins"]);
    tab.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn where_local_storage_still_knows_the_reader_nobody_is_welcomed_as_new() {
    saved_plan().await;
    database::delete("steadyhand").await.unwrap();
    let tab = Tab::glance().await;
    assert!(tab.is_done() && tab.is_welcomed());
    assert_eq!(tab.goals(), ["Small veins"]);
    tab.kill();
    empty().await;
}
