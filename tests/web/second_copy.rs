//! The second copy: a browser that throws its database away loses nothing, says so, and what was taken
//! off the device does not come back from there.

use leptos::prelude::*;
use steadyhand::codec::piece::PieceName;
use steadyhand::domain::{Command, GoalChange, PlanId, RecordId};
use steadyhand::platform::cache::Shelf;
use steadyhand::platform::database::{self, Database};
use steadyhand::platform::{clock, local::Local};
use steadyhand::store::{Lost, SecondCopy};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::every_fault::{STORES, holdings};
use crate::inject::Injected;
use crate::room::banners;
use crate::store::{Tab, empty, empty_shelf};

/// What a browser does that finds the database damaged.
async fn lose_database() {
    database::delete("steadyhand").await.unwrap();
}

async fn lose_local() {
    let local = Local::open("").unwrap();
    for key in local.keys_under("").unwrap() {
        local.remove(&key).unwrap();
    }
}

async fn pieces() -> Vec<String> {
    Shelf::open("second-copy").await.unwrap().names().await.unwrap()
}

async fn shelved() -> String {
    let shelf = Shelf::open("second-copy").await.unwrap();
    let mut text = String::new();
    for name in shelf.names().await.unwrap() {
        // It may have been taken off since the names were told.
        text += &shelf.get(&name).await.unwrap().unwrap_or_default();
    }
    text
}

pub async fn eventually(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    for _ in 0..300 {
        if is_so().await {
            return;
        }
        clock::after(20).await;
    }
    panic!("it never came about that {what}");
}

impl Tab {
    fn rename_goal(&self, plan: PlanId, goal: RecordId, title: &str) {
        let changes = vec![GoalChange::Title(title.to_owned())];
        self.store.apply(Command::ReviseGoal { plan, goal, changes }).unwrap();
    }

    fn lost(&self) -> Option<Lost> {
        self.store.lost().get_untracked()
    }
}

#[wasm_bindgen_test]
async fn what_was_saved_outlives_the_database() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    let goal = tab.add_goal(plan, "Small veins");
    tab.rename_goal(plan, goal, "Small veins, seated");
    tab.store.revise_preferences(|preferences| preferences.name = "Ana Morales".to_owned());
    tab.store.set_draft("goal/new/title", "Half a sen");
    eventually("typing is copied", async || shelved().await.contains("Half a sen")).await;
    tab.saved().await;
    assert_eq!(tab.store.second_copy().get_untracked(), SecondCopy::Kept);
    let (_, before) = holdings().await;
    tab.kill();
    lose_database().await;
    lose_local().await;

    for start in 0..2 {
        let again = Tab::open().await;
        again.saved().await;
        assert_eq!(again.goals(), ["Small veins, seated"]);
        assert_eq!(again.store.preferences().get_untracked().name, "Ana Morales");
        assert_eq!(again.store.draft("goal/new/title").as_deref(), Some("Half a sen"));
        let lost = again.lost().expect("it is told");
        assert!(lost.brought >= 4 && lost.gone == 0, "{lost:?}");
        let said = banners(again.store).await;
        assert!(said.contains("second copy"), "{said}");
        if start == 1 {
            again.store.dismiss_lost();
            assert_eq!(banners(again.store).await.trim(), "");
        }
        clock::after(600).await;
        again.kill();
    }
    let (_, after) = holdings().await;
    let kept = |writes: &[database::Write]| -> Vec<database::Write> {
        writes.iter().filter(|write| write.store != "texts").cloned().collect()
    };
    assert_eq!(kept(&after), kept(&before), "also what was replaced");
    let last = Tab::open().await;
    assert_eq!(last.lost(), None, "once put away it is not told again");
    last.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn a_start_that_dies_while_it_fills_the_database_is_made_up_for() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Labels at the bedside");
    tab.saved().await;
    tab.kill();
    lose_database().await;
    lose_local().await;
    // The browser has made a database again, and the page has died before it wrote anything.
    drop(Database::open("steadyhand", 2, &STORES).await.unwrap());
    let dying = Tab::open().await;
    dying.kill();
    lose_local().await;

    let again = Tab::open().await;
    assert_eq!(again.goals(), ["Labels at the bedside"]);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn a_plan_that_is_gone_altogether_is_said_to_be() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Small veins");
    tab.saved().await;
    clock::after(50).await;
    tab.kill();
    lose_database().await;
    empty_shelf().await;

    let again = Tab::open().await;
    assert_eq!(again.lost(), Some(Lost { brought: 0, gone: 1 }));
    let said = banners(again.store).await;
    assert!(said.contains("no longer has your plan") && said.contains("Restore"), "{said}");
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn a_new_device_and_one_without_its_plan_are_told_nothing() {
    empty().await;
    let tab = Tab::open().await;
    assert_eq!(tab.lost(), None, "nothing was here");
    tab.start();
    tab.saved().await;
    tab.store.remove_open_plan().await;
    tab.saved().await;
    clock::after(50).await;
    tab.kill();
    lose_database().await;
    let again = Tab::open().await;
    assert_eq!(again.lost(), None, "it was taken off on purpose");
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_is_taken_off_the_device_is_taken_off_the_shelf() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Nobody else's business");
    tab.saved().await;
    assert!(shelved().await.contains("Nobody else's business"));
    tab.store.remove_open_plan().await;
    tab.saved().await;
    eventually("it is gone", async || !shelved().await.contains("Nobody else's business")).await;
    assert!(pieces().await.iter().all(|name| name.starts_with("texts/")), "nothing of it is left");
    tab.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn an_import_that_was_taken_back_stays_so() {
    empty().await;
    let dana = Tab::open().await;
    let theirs = dana.start();
    dana.add_goal(theirs, "From Dana");
    let sent = dana.exported().await.text;
    dana.saved().await;
    dana.kill();
    empty().await;

    let ana = Tab::open().await;
    let plan = ana.start();
    ana.add_goal(plan, "Ana's");
    ana.saved().await;
    ana.take_in(&sent).await;
    ana.saved().await;
    assert!(shelved().await.contains("From Dana"));
    ana.store.undo_notice();
    ana.saved().await;
    eventually("it is off the shelf", async || !shelved().await.contains("From Dana")).await;
    ana.kill();
    lose_database().await;
    let again = Tab::open().await;
    assert_eq!(again.goals(), ["Ana's"]);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn a_page_that_died_before_it_took_off_the_shelf_is_made_up_for() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Kept");
    tab.saved().await;
    tab.whole().await;
    tab.kill();
    let shelf = Shelf::open("second-copy").await.unwrap();
    let folder = plan.to_string();
    let stale = format!("[\"past\",\"{folder}/x\",\"taken out\"]\n");
    shelf.put(&format!("{folder}/part/0000000000000001/{}", stale.len()), &stale).await.unwrap();
    shelf.put(&format!("{folder}/due/0000000000000002/0"), "").await.unwrap();

    let again = Tab::open().await;
    eventually("the shelf is made anew", async || !shelved().await.contains("taken out")).await;
    assert!(shelved().await.contains("Kept"));
    eventually("the piece that said so is gone", async || {
        pieces().await.iter().filter(|name| name.starts_with(&folder)).count() == 1
    })
    .await;
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn the_parts_of_a_folder_are_made_one_now_and_then() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    let goal = tab.add_goal(plan, "0");
    for number in 1..=230 {
        tab.rename_goal(plan, goal, &number.to_string());
        tab.saved().await;
    }
    let names = pieces().await;
    assert!(names.len() < 210, "{}", names.len());
    assert!(names.iter().all(|name| PieceName::parse(name).is_some()), "{names:?}");
    tab.kill();
    lose_database().await;
    let again = Tab::open().await;
    assert_eq!(again.goals(), ["230"]);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn two_tabs_copy_as_one() {
    empty().await;
    let one = Tab::open().await;
    let plan = one.start();
    let other = Tab::open().await;
    for number in 0..20 {
        one.add_goal(plan, &format!("One {number:02}"));
        other.saved().await;
        other.add_goal(plan, &format!("Two {number:02}"));
        if number == 10 {
            other.store.open_plan(plan);
        }
    }
    one.saved().await;
    other.saved().await;
    one.kill();
    other.kill();
    lose_database().await;
    let again = Tab::open().await;
    assert_eq!(again.goals().len(), 40);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn without_a_shelf_everything_is_kept_once() {
    empty().await;
    let none = Injected::throwing("CacheStorage", "open", "SecurityError");
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Kept once");
    tab.saved().await;
    assert_eq!(tab.store.second_copy().get_untracked(), SecondCopy::Missing);
    tab.kill();
    let again = Tab::open().await;
    assert_eq!((again.goals(), again.lost()), (vec!["Kept once".to_owned()], None));
    again.kill();
    drop(none);
    empty().await;
}

#[wasm_bindgen_test]
async fn a_shelf_that_fails_stands_in_nobodys_way_and_is_made_up_later() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.saved().await;
    let never = "return new Promise(() => {})";
    let rejects = "return Promise.reject(new Error('injected'))";
    for (class, method, body) in [
        ("Cache", "put", "throw new DOMException('injected', 'QuotaExceededError')"),
        ("Cache", "put", rejects),
        ("Cache", "keys", rejects),
        ("CacheStorage", "open", "throw new DOMException('injected', 'UnknownError')"),
        ("Cache", "put", never),
    ] {
        let failing = Injected::new(class, method, body);
        tab.add_goal(plan, "While the shelf fails");
        tab.saved().await;
        drop(failing);
    }
    clock::after(50).await;
    tab.add_goal(plan, "Afterwards");
    eventually("everything is copied", async || {
        shelved().await.matches("While the shelf fails").count() >= 5
    })
    .await;
    tab.kill();
    lose_database().await;
    let again = Tab::open().await;
    assert_eq!(again.goals().len(), 6);
    again.kill();
    empty().await;
}

#[wasm_bindgen_test]
async fn what_a_dying_page_had_not_copied_the_next_start_copies() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Copied");
    tab.saved().await;
    tab.whole().await;
    let hangs = "globalThis.isHanging = true; return new Promise(() => {})";
    let never = Injected::new("Cache", "put", hangs);
    tab.add_goal(plan, "Stored, and not copied");
    let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
    let stored = async || {
        let values = database.load_all("records").await.unwrap().good;
        values.iter().any(|(_, text)| text.contains("not copied"))
    };
    eventually("the database has it", stored).await;
    // Otherwise what is on its way would still be put, once it can be.
    let is_hanging = async || js_sys::eval("globalThis.isHanging === true").unwrap() == true;
    eventually("it is being copied", is_hanging).await;
    tab.kill();
    drop(never);
    lose_local().await;
    assert!(!shelved().await.contains("not copied"));

    let next = Tab::open().await;
    eventually("it is copied", async || shelved().await.contains("not copied")).await;
    let noted = async || !database.load_under("texts", "uncopied").await.unwrap().good.is_empty();
    assert!(noted().await, "until it is");
    eventually("nothing is left to copy", async || !noted().await).await;
    next.kill();
    drop(database);
    empty().await;
}

#[wasm_bindgen_test]
async fn local_storage_gets_back_what_a_killed_browser_took_from_it() {
    empty().await;
    let tab = Tab::open().await;
    tab.store.set_draft("goal/new/title", "Half a sen");
    tab.saved().await;
    let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
    eventually("the database has it", async || {
        database.get("texts", "draft/goal/new/title").await.unwrap().is_some()
    })
    .await;
    drop(database);
    tab.kill();
    lose_local().await;
    let again = Tab::open().await;
    let local = Local::open("").unwrap();
    let kept = local.get("text/draft/goal/new/title").unwrap().unwrap();
    assert!(kept.ends_with(" Half a sen"), "{kept}");
    again.kill();
    empty().await;
}
