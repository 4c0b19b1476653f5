//! Room: how full storage is, what is said of it, and what happens when there is none.

use leptos::prelude::*;
use steadyhand::domain::{Command, GoalChange, PlanId};
use steadyhand::platform::{clock, local::Local};
use steadyhand::store::{SaveState, Store, Trouble};
use steadyhand::ui::features::shell::storage_banner::StorageBanner;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::components::draw;
use crate::every_fault::holdings;
use crate::inject::Injected;
use crate::store::{Tab, empty};

/// An origin that has room for so many bytes in its database, and tells how full it is.
struct Budget {
    _put: Injected,
    _delete: Injected,
    _estimate: Injected,
}

impl Budget {
    fn new(bytes: u32) -> Self {
        set_budget(bytes);
        let put = "const room = globalThis.room, [value, key] = given, name = this.name + key;
            const size = new TextEncoder().encode(value).length;
            const used = Object.values(room.sizes).reduce((sum, one) => sum + one, 0);
            if (used - (room.sizes[name] ?? 0) + size > room.bytes) {
                throw new DOMException('injected', 'QuotaExceededError');
            }
            const sizes = { ...room.sizes };
            this.transaction.addEventListener('abort', () => (room.sizes = sizes));
            room.sizes[name] = size;
            return own.apply(this, given);";
        let delete = "delete globalThis.room.sizes[this.name + given[0]];
            return own.apply(this, given);";
        let estimate = "const room = globalThis.room;
            const usage = Object.values(room.sizes).reduce((sum, one) => sum + one, 0);
            return Promise.resolve({ usage, quota: room.bytes });";
        Self {
            _put: Injected::new("IDBObjectStore", "put", put),
            _delete: Injected::new("IDBObjectStore", "delete", delete),
            _estimate: Injected::new("StorageManager", "estimate", estimate),
        }
    }
}

fn set_budget(bytes: u32) {
    let body =
        format!("globalThis.room = {{ sizes: globalThis.room?.sizes ?? {{}}, bytes: {bytes} }}");
    js_sys::Function::new_no_args(&body).call0(&wasm_bindgen::JsValue::NULL).unwrap();
}

fn forget_sizes() {
    let body = "delete globalThis.room";
    js_sys::Function::new_no_args(body).call0(&wasm_bindgen::JsValue::NULL).unwrap();
}

impl Tab {
    /// A goal of about so many bytes.
    fn add_emoji(&self, plan: PlanId, title: &str, bytes: usize) {
        let measure = "🩸".repeat(bytes / 4);
        let changes = vec![GoalChange::Title(title.to_owned()), GoalChange::Measure(measure)];
        self.store.apply(Command::AddGoal { plan, changes, tasks: Vec::new() }).unwrap();
    }

    async fn becomes(&self, state: SaveState) {
        for _ in 0..1_000 {
            if self.store.save_state().get_untracked() == state {
                return;
            }
            clock::after(10).await;
        }
        panic!("{:?} instead of {state:?}", self.store.save_state().get_untracked());
    }

    async fn room_is(&self, wanted: impl Fn(Option<u8>) -> bool) {
        for _ in 0..300 {
            if wanted(self.store.room().get_untracked()) {
                return;
            }
            clock::after(10).await;
        }
        panic!("room: {:?}", self.store.room().get_untracked());
    }
}

/// What the banners about storage say.
pub async fn banners(store: Store) -> String {
    let said = std::rc::Rc::new(std::cell::RefCell::new(String::new()));
    let hear = said.clone();
    let view = move || {
        provide_context(store);
        view! { <StorageBanner /> }
    };
    draw(view, async move |place| *hear.borrow_mut() = place.inner_text()).await;
    said.take()
}

fn told(usage: u32) -> Injected {
    let body = format!("return Promise.resolve({{ usage: {usage}, quota: 1000 }})");
    Injected::new("StorageManager", "estimate", &body)
}

#[wasm_bindgen_test]
async fn from_eighty_percent_on_the_reader_is_warned() {
    empty().await;
    for (usage, percent) in [(799, 79), (800, 80), (1_200, 100)] {
        let estimate = told(usage);
        let tab = Tab::open().await;
        tab.room_is(|room| room == Some(percent)).await;
        let said = banners(tab.store).await;
        assert_eq!(said.contains(&format!("{percent} %")), percent >= 80, "{said}");
        tab.kill();
        drop(estimate);
    }
    let silent = Injected::new("StorageManager", "estimate", "return Promise.reject(new Error())");
    let tab = Tab::open().await;
    clock::after(50).await;
    assert_eq!(tab.store.room().get_untracked(), None);
    assert_eq!(banners(tab.store).await.trim(), "");
    tab.kill();
    drop(silent);
    empty().await;
}

#[wasm_bindgen_test]
async fn where_local_storage_is_all_there_is_its_room_counts() {
    empty().await;
    let no_database = Injected::throwing("IDBFactory", "open", "SecurityError");
    let estimate = told(10);
    let local = Local::open("").unwrap();
    local.set("another program's", &"x".repeat(4_400_000)).unwrap();
    let tab = Tab::open().await;
    tab.room_is(|room| room == Some(83)).await;
    tab.kill();
    drop((no_database, estimate));
    let tab = Tab::open().await;
    tab.room_is(|room| room.is_some_and(|percent| percent < 80)).await;
    tab.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_does_not_fit_is_refused_as_a_whole_and_kept_until_it_fits() {
    empty().await;
    // The mentor's plan: forty goals full of emoji.
    let dana = Tab::open().await;
    let theirs = dana.start();
    for number in 0..40 {
        dana.add_emoji(theirs, &format!("Dana's {number}"), 1_000);
    }
    dana.saved().await;
    let sent = dana.exported().await.text;
    dana.kill();
    empty().await;

    let budget = Budget::new(30_000);
    let ana = Tab::open().await;
    let plan = ana.start();
    for number in 0..16 {
        ana.add_emoji(plan, &format!("Ana's {number}"), 1_000);
    }
    ana.saved().await;
    ana.kill();
    let ana = Tab::open().await;
    ana.room_is(|room| room.is_some_and(|percent| (60..100).contains(&percent))).await;
    let before = records().await;

    clock::after(1_100).await;
    ana.take_in(&sent).await;
    ana.becomes(SaveState::Trouble(Trouble::Full)).await;
    assert_eq!(records().await, before, "what was stored stands as it was");
    assert_eq!(ana.goals().len(), 40, "what is new is there");
    let said = banners(ana.store).await;
    assert!(said.contains("full"), "{said}");
    assert!(ana.exported().await.text.contains("Dana's 39"));

    // Small changes wait with the large one, and none is lost.
    ana.store.open_plan(plan);
    ana.add_goal(plan, "Written while full");
    set_budget(200_000);
    ana.becomes(SaveState::Saved).await;
    ana.kill();
    let again = Tab::open().await;
    again.store.open_plan(plan);
    assert_eq!(again.goals().len(), 17);
    again.store.open_plan(theirs);
    assert_eq!(again.goals().len(), 40);
    again.kill();
    drop(budget);
    forget_sizes();
    empty().await;
}

#[wasm_bindgen_test]
async fn taking_back_what_does_not_fit_or_a_plan_off_the_device_makes_room() {
    empty().await;
    let dana = Tab::open().await;
    let theirs = dana.start();
    for number in 0..20 {
        dana.add_emoji(theirs, &format!("Dana's {number}"), 1_000);
    }
    let sent = dana.exported().await.text;
    dana.kill();
    empty().await;

    let budget = Budget::new(12_000);
    let ana = Tab::open().await;
    let plan = ana.start();
    ana.add_goal(plan, "Ana's");
    ana.saved().await;
    let before = records().await;
    ana.take_in(&sent).await;
    ana.becomes(SaveState::Trouble(Trouble::Full)).await;
    ana.store.undo_notice();
    ana.becomes(SaveState::Saved).await;
    assert_eq!(records().await, before, "as if it had never come");
    ana.kill();
    let ana = Tab::open().await;
    assert_eq!(ana.goals(), ["Ana's"], "also after a start");

    // A plan that fills everything goes, and what waited for its room is stored.
    set_budget(24_000);
    ana.take_in(&sent).await;
    ana.becomes(SaveState::Trouble(Trouble::Full)).await;
    set_budget(60_000);
    ana.becomes(SaveState::Saved).await;
    set_budget(30_000);
    ana.store.open_plan(plan);
    ana.add_emoji(plan, "Large", 4_000);
    ana.add_emoji(plan, "Large too", 4_000);
    ana.becomes(SaveState::Trouble(Trouble::Full)).await;
    ana.store.open_plan(theirs);
    ana.store.remove_open_plan().await;
    ana.becomes(SaveState::Saved).await;
    assert!(records().await.iter().all(|key| key.starts_with(&plan.to_string())));
    assert_eq!(ana.goals(), ["Ana's", "Large", "Large too"]);

    set_budget(200_000);
    ana.store.undo_notice();
    ana.becomes(SaveState::Saved).await;
    assert_eq!(ana.goals().len(), 20, "and it comes back");
    ana.store.remove_open_plan().await;
    ana.becomes(SaveState::Saved).await;
    ana.take_in(&sent).await;
    ana.kill();
    let again = Tab::open().await;
    again.store.open_plan(plan);
    assert_eq!(again.goals().len(), 3);
    again.kill();
    drop(budget);
    forget_sizes();
    empty().await;
}

/// The keys in the past.
async fn past() -> Vec<String> {
    let (_, writes) = holdings().await;
    writes.into_iter().filter(|write| write.store == "past").map(|write| write.key).collect()
}

#[wasm_bindgen_test]
async fn a_removed_plan_takes_its_past_along_and_brings_it_back() {
    empty().await;
    let ana = Tab::open().await;
    let plan = ana.start();
    let id = ana.add_goal(plan, "Veins");
    ana.saved().await;
    let changes = vec![GoalChange::Title("Small veins".to_owned())];
    ana.store.apply(Command::ReviseGoal { plan, goal: id, changes }).unwrap();
    ana.saved().await;
    let before = past().await;
    assert_eq!(before.len(), 1);

    ana.store.remove_open_plan().await;
    ana.saved().await;
    assert_eq!((records().await.len(), past().await.len()), (0, 0));
    ana.store.undo_notice();
    ana.saved().await;
    assert_eq!(past().await, before);
    assert_eq!(ana.goals(), ["Small veins"]);
    ana.kill();
    empty().await;
}

/// The keys of the stored records.
async fn records() -> Vec<String> {
    let (_, writes) = holdings().await;
    let records = writes.into_iter().filter(|write| write.store == "records");
    records.map(|write| write.key).collect()
}
