//! The first look of a start: it draws what is in order, leaves everything else to the whole start, and
//! loses nothing between the two.

use leptos::prelude::*;
use steadyhand::domain::{Command, GoalChange, Kind, Matter, PlanId};
use steadyhand::platform::database::{self, Database, Write};
use steadyhand::platform::{clock, local::Local};
use steadyhand::store::{Arrival, Part};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::inject::Injected;
use crate::store::{Tab, empty};

impl Tab {
    /// Whether the start is whole.
    fn is_done(&self) -> bool {
        untrack(|| self.store.has_come(Part::Rest)) == Arrival::Here
    }

    fn is_welcomed(&self) -> bool {
        untrack(|| self.store.chosen(|preferences| preferences.is_welcomed))
    }

    /// What there is to do, as Today shows it.
    fn shown(&self) -> Vec<String> {
        let outlook = untrack(|| self.store.outlook());
        let rows = outlook.into_iter().flat_map(|outlook| outlook.rows.clone());
        rows.map(|row| [&*row.title, " · ", &row.line].concat()).collect()
    }

    /// Adds a goal with one task.
    fn add_task(&self, plan: PlanId, goal: &str, task: &str) {
        let changes = vec![GoalChange::Title(goal.to_owned())];
        let tasks = vec![task.to_owned()];
        self.store.apply(Command::AddGoal { plan, changes, tasks }).unwrap();
    }

    /// Waits until something is so.
    async fn comes(&self, is_so: impl Fn(&Self) -> bool) -> bool {
        for _ in 0..300 {
            if is_so(self) {
                return true;
            }
            clock::after(10).await;
        }
        false
    }
}

/// What the database has as the outlook.
async fn stored_outlook() -> Option<String> {
    let stores = ["records", "aside", "texts", "past", "quarantine"];
    let database = Database::open("steadyhand", 2, &stores).await.unwrap();
    database.get("texts", "outlook").await.unwrap()
}

/// Puts something else there.
async fn put_outlook(text: Option<&str>) {
    let stores = ["records", "aside", "texts", "past", "quarantine"];
    let database = Database::open("steadyhand", 2, &stores).await.unwrap();
    let (key, text) = ("outlook".to_owned(), text.map(str::to_owned));
    database.put_all(&[Write { store: "texts", key, text }]).await.unwrap();
}

/// A tab with a plan, saved whole, and closed again.
async fn saved_plan() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_task(plan, "Small veins", "Watch three draws");
    tab.saved().await;
    tab.whole().await;
    clock::after(400).await;
    tab.kill();
}

const SMALL_VEINS: &str = "Watch three draws · Small veins";
const HAND_VEINS: &str = "Hold the hand · Hand veins";

#[wasm_bindgen_test]
async fn what_is_in_order_is_shown_before_the_start_is_whole() {
    saved_plan().await;
    let tab = Tab::glance().await;
    assert!(!tab.is_done(), "the first look is enough");
    assert!(tab.is_welcomed());
    assert_eq!(tab.shown(), [SMALL_VEINS]);
    let device = untrack(|| tab.store.device());
    assert!(tab.store.has(Part::Rest).await && tab.is_done());
    assert_eq!(tab.shown(), [SMALL_VEINS]);
    assert_eq!(tab.goals(), ["Small veins"]);
    assert_eq!(untrack(|| tab.store.device()), device);
    assert!(untrack(|| tab.store.me()).is_some());
    tab.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_is_ticked_before_the_start_is_whole_is_ticked_and_kept() {
    saved_plan().await;
    let tab = Tab::glance().await;
    let Matter::Task { task, .. } = untrack(|| tab.store.outlook()).unwrap().rows[0].matter else {
        panic!("a task is to be done");
    };
    let is_ticked = RwSignal::new(false);
    tab.store.tick_soon(Kind::Task, task, true, is_ticked);
    assert!(!is_ticked.get_untracked(), "nothing is changed before everything is there");
    assert!(tab.comes(|_| is_ticked.get_untracked()).await);
    tab.saved().await;
    tab.kill();
    let again = Tab::glance().await;
    assert!(!again.is_done());
    assert_eq!(again.shown(), [""; 0]);
    assert!(again.store.has(Part::Rest).await);
    let tasks = untrack(|| again.store.plan(&[], |_, plan| plan.progress())).unwrap();
    assert!(tasks.values().all(|progress| progress.done == 1), "{tasks:?}");
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_another_tab_stores_between_the_two_is_seen() {
    saved_plan().await;
    let other = Tab::open().await;
    let plan = untrack(|| other.store.open_plan_id()).unwrap();
    let tab = Tab::glance().await;
    other.add_task(plan, "Hand veins", "Hold the hand");
    other.saved().await;
    assert_eq!(tab.shown(), [SMALL_VEINS], "nobody has looked again yet");
    assert!(tab.store.has(Part::Rest).await);
    assert!(tab.comes(|tab| tab.goals() == ["Hand veins", "Small veins"]).await);
    assert_ne!(untrack(|| other.store.device()), untrack(|| tab.store.device()));
    tab.kill();
    other.kill();
    let again = Tab::glance().await;
    assert_eq!(again.shown(), [SMALL_VEINS, HAND_VEINS]);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_two_tabs_have_stored_at_once_is_shown_by_the_next_start() {
    saved_plan().await;
    let (one, other) = (Tab::open().await, Tab::open().await);
    let plan = untrack(|| one.store.open_plan_id()).unwrap();
    // Neither knows of the other's when it stores its own.
    one.add_task(plan, "Hand veins", "Hold the hand");
    other.add_task(plan, "Calm words", "Say what comes");
    one.saved().await;
    other.saved().await;
    assert!(one.comes(|one| one.goals().len() == 3).await);
    assert!(other.comes(|other| other.goals().len() == 3).await);
    clock::after(1_200).await;
    one.kill();
    other.kill();
    let again = Tab::glance().await;
    assert!(!again.is_done());
    assert_eq!(again.shown().len(), 3, "{:?}", again.shown());
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_is_on_its_way_is_never_left_out() {
    saved_plan().await;
    let tab = Tab::open().await;
    let plan = untrack(|| tab.store.open_plan_id()).unwrap();
    tab.add_task(plan, "Hand veins", "Hold the hand");
    // It is in the journal alone.
    tab.kill();
    let again = Tab::glance().await;
    assert!(again.is_done(), "the journal is taken over before anything is shown");
    assert_eq!(again.shown(), [SMALL_VEINS, HAND_VEINS]);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn without_an_outlook_that_holds_today_everything_is_read_first() {
    saved_plan().await;
    let good = stored_outlook().await.unwrap();
    let other_plan = good.replacen('\n', "\n0", 1);
    let older = good.replacen("outlook\t1\t", "outlook\t0\t", 1);
    let cut = good.rsplit_once('\n').unwrap().0;
    let longer = format!("{good}\n");
    let garbage = [&*other_plan, &*older, cut, &*longer, "", "outlook\t1\t\t\t", "\u{0}"];
    for text in garbage.map(Some).into_iter().chain([None]) {
        put_outlook(text).await;
        let tab = Tab::glance().await;
        assert!(tab.is_done(), "{text:?}");
        assert_eq!(tab.shown(), [SMALL_VEINS]);
        clock::after(1_200).await;
        tab.kill();
        assert_eq!(stored_outlook().await.as_ref(), Some(&good), "it is made anew from {text:?}");
    }
    empty().await;
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_behind_the_first_look_stays_shown_until_it_can() {
    saved_plan().await;
    let tab = Tab::glance().await;
    assert!(!tab.is_done());
    let fault = Injected::throwing("IDBDatabase", "transaction", "UnknownError");
    assert!(tab.store.has(Part::Rest).await);
    tab.store.look_out();
    assert_eq!(tab.goals(), [""; 0], "nothing could be read");
    assert_eq!(tab.shown(), [SMALL_VEINS]);
    drop(fault);
    assert!(tab.comes(|tab| tab.goals() == ["Small veins"]).await);
    tab.saved().await;
    tab.kill();
    let again = Tab::glance().await;
    assert_eq!(again.shown(), [SMALL_VEINS]);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn an_outlook_of_other_days_is_not_shown() {
    saved_plan().await;
    for days in [-3.0, 40.0] {
        let later = format!("return own.apply(this) + {days} * 86400000");
        let clock = Injected::new("Date", "getTime", &later);
        let tab = Tab::glance().await;
        assert!(tab.is_done(), "{days} days from now");
        drop(clock);
        tab.kill();
    }
    empty().await;
}

#[wasm_bindgen_test]
async fn the_outlook_is_of_the_plan_that_is_open() {
    saved_plan().await;
    let tab = Tab::open().await;
    let first = untrack(|| tab.store.open_plan_id()).unwrap();
    let second = tab.start();
    tab.store.open_plan(second);
    tab.add_task(second, "Second plan", "Begin");
    tab.saved().await;
    tab.kill();
    let tab = Tab::glance().await;
    assert!(!tab.is_done());
    assert_eq!(tab.shown(), ["Begin · Second plan"]);
    assert!(tab.store.has(Part::Rest).await);
    tab.store.open_plan(first);
    clock::after(1_200).await;
    tab.kill();
    let tab = Tab::glance().await;
    assert!(!tab.is_done());
    assert_eq!(tab.shown(), [SMALL_VEINS]);
    // What is taken off the device is not left in the outlook.
    assert!(tab.store.has(Part::Rest).await);
    tab.store.remove_open_plan().await;
    tab.saved().await;
    let left = stored_outlook().await.unwrap();
    assert!(!left.contains("Small veins") && left.contains("Second plan"), "{left}");
    assert!(!tab.backed_up().await.text.contains("outlook"), "it stands in the database alone");
    tab.kill();
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
    assert_eq!(tab.shown(), [SMALL_VEINS]);
    tab.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn where_local_storage_still_knows_the_reader_nobody_is_welcomed_as_new() {
    saved_plan().await;
    database::delete("steadyhand").await.unwrap();
    let tab = Tab::glance().await;
    assert!(tab.is_done() && tab.is_welcomed());
    assert_eq!(tab.shown(), [SMALL_VEINS]);
    tab.kill();
    empty().await;
}
