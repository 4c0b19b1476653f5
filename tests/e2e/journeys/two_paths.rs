//! Two copies of the app under two paths of one origin share nothing.

use serde_json::{Value, json};

use super::both_sides::begin_a_plan;
use crate::app::App;
use crate::engine::Setup;
use crate::server::{FOLDER, SECOND};
use crate::stage::Stage;
use crate::wait::eventually;

const DAY: &str = "Order of draw by heart";
const EVENING: &str = "Label every tube at the chair";

pub fn play(stage: &Stage) {
    let app = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&app);
    add_goal(&app, DAY);
    app.go("#/more/settings");
    app.click("Dark");
    assert_eq!(theme(&app), "dark");
    app.go("#/goals/new");
    app.type_into("How I will know", "Three days in a ro");
    let day = app.tab();

    let evening = app.new_tab();
    app.visit(SECOND);
    begin_a_plan(&app);
    assert_ne!(theme(&app), "dark", "the first copy's look");
    app.go("#/goals/new");
    app.see_field("How I will know", "");
    app.turn_to(&day);
    listen(&app);
    app.turn_to(&evening);
    add_goal(&app, EVENING);
    app.turn_to(&day);
    let heard = || heard(&app).filter(|[own, other]| *other > 0 && *own == 0).map(drop);
    assert!(eventually(heard).is_some(), "the copies hear each other");
    app.reload();
    app.see_field("How I will know", "Three days in a ro");
    has_only(&app, DAY, EVENING);
    app.turn_to(&evening);
    app.reload();
    has_only(&app, EVENING, DAY);
    for tab in [&evening, &day] {
        app.turn_to(tab);
        app.go("#/more/install");
        app.see("It opens and works without a network.");
    }
    names_are_apart(&app);

    clear_first(&app);
    app.open();
    app.see("Welcome to Steadyhand");
    app.turn_to(&evening);
    app.reload();
    has_only(&app, EVENING, DAY);
    app.go("#/more");
    app.see("Saved on this device");
}

fn add_goal(app: &App<'_>, title: &str) {
    app.go("#/goals/new");
    app.type_into("What", title);
    app.click("Add goal");
    app.see("About this goal");
    app.go("#/more");
    app.see("Saved on this device");
}

#[track_caller]
fn has_only(app: &App<'_>, own: &str, other: &str) {
    app.go("#/goals");
    app.see(own);
    assert!(!app.text().contains(other), "a goal of the other copy");
}

fn theme(app: &App<'_>) -> String {
    app.run("return document.documentElement.dataset.theme ?? ''", json!([]))
}

/// Counts what each copy tells its tabs from here on: the first's, and the second's.
fn listen(app: &App<'_>) {
    let script = "window.heard = [0, 0];
        window.lines = Array.from(arguments, (name, at) => {
          const line = new BroadcastChannel(name);
          line.onmessage = () => { window.heard[at] += 1 };
          return line;
        })";
    app.run::<()>(script, json!([format!("{FOLDER}#tabs"), format!("{FOLDER}{SECOND}#tabs")]));
}

fn heard(app: &App<'_>) -> Option<[u32; 2]> {
    app.try_run("return window.heard", json!([]))
}

/// Every name in the browser's storage belongs to one copy alone, and each copy has some of each sort.
fn names_are_apart(app: &App<'_>) {
    let script = "const done = arguments[arguments.length - 1];
        Promise.all([indexedDB.databases(), navigator.locks.query(), caches.keys()]).then(
          ([found, locks, kept]) => done([found.map((one) => one.name), Object.keys(localStorage),
            locks.held.map((one) => one.name), kept]))";
    let sorts: [Vec<String>; 4] = app.run_async(script, json!([]));
    let (first, second) = (format!("{FOLDER}#"), format!("{FOLDER}{SECOND}#"));
    for names in sorts {
        let of = |copy: &str| names.iter().filter(|name| name.starts_with(copy)).count();
        assert!(of(&first) > 0 && of(&second) > 0, "{names:?}");
        assert_eq!(of(&first) + of(&second), names.len(), "{names:?}");
    }
}

/// Clears what the first copy keeps, from a page that is no copy.
fn clear_first(app: &App<'_>) {
    app.visit("nothing-here");
    let own = format!("{FOLDER}#");
    let script = "for (const key of Object.keys(localStorage)) {
          if (key.startsWith(arguments[0])) localStorage.removeItem(key);
        }";
    app.run::<Value>(script, json!([own]));
    let script = "const [own, done] = arguments;
        const request = indexedDB.deleteDatabase(`${own}steadyhand`);
        request.onsuccess = () => caches.keys().then((names) =>
          Promise.all(names.filter((name) => name.startsWith(own)).map((name) => caches.delete(name)))
            .then(() => done(true)));
        request.onerror = () => done(false);";
    let is_gone: bool = app.run_async(script, json!([own]));
    assert!(is_gone, "the database cannot be deleted");
}
