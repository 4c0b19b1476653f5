//! An origin filled to the brim by somebody else: the app warns, refuses nothing it has accepted, goes on,
//! gives the plan out, and saves by itself as soon as there is room again.

use serde::Deserialize;
use serde_json::json;
use thirtyfour::WindowHandle;

use super::both_sides::begin_a_plan;
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;

const GOAL: &str = "Order of draw by heart";
/// What Chromium is told to give the origin, in bytes.
const ROOM: u32 = 20_000_000;

/// The names of the errors with which the browser refused somebody else's data.
#[derive(Deserialize, Debug)]
struct Refusals {
    database: Vec<String>,
    local: Vec<String>,
}

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE.cramped());
    if stage.engine == Engine::Chromium {
        let room = json!({ "origin": ana.url(), "quotaSize": ROOM });
        ana.command_chromium("Storage.overrideQuotaForOrigin", room);
    }
    begin_a_plan(&ana);
    ana.go("#/goals/new");
    ana.type_into("What", GOAL);
    ana.click("Add goal");
    ana.see("About this goal");
    is_saved(&ana);
    let app = ana.tab();
    let other = ana.new_tab();
    ana.visit("nothing-here");

    full_local_storage(&ana, &app, &other);
    // WebKit's browser here tells of no room and refuses a database nothing, up to all memory.
    if stage.engine != Engine::WebKit {
        nearly_full(&ana, &app, &other);
        full_origin(&ana, &app, &other);
        ana.kill();
        let again = stage.browser("ana", Setup::PHONE);
        again.see("Good");
        has_notes(&again, &["first", "second"]);
        is_saved(&again);
    }
}

/// Local storage is full, and the database takes everything, half-written text included.
fn full_local_storage(ana: &App<'_>, app: &WindowHandle, other: &WindowHandle) {
    let refusals = fill(ana, "local");
    assert!(!refusals.local.is_empty(), "local storage took everything");
    ana.turn_to(app);
    write_note(ana, "first");
    is_saved(ana);
    ana.go("#/goals/new");
    ana.paste_into("How I will know", "Three days in a ro");
    // It is gathered for a moment before it goes to the database.
    std::thread::sleep(std::time::Duration::from_secs(1));
    ana.reload();
    ana.see_field("How I will know", "Three days in a ro");
    has_notes(ana, &["first"]);
    ana.turn_to(other);
    make_room(ana);
}

/// At nine tenths the app warns, while it still saves everything. From and to the other tab.
fn nearly_full(ana: &App<'_>, app: &WindowHandle, other: &WindowHandle) {
    let refusals = fill(ana, "database");
    assert!(refusals.database.is_empty(), "too full for a warning: {refusals:?}");
    ana.turn_to(app);
    ana.reload();
    ana.see("% full. Nothing is lost.");
    ana.screenshot("nearly");
    ana.is_accessible();
    is_saved(ana);
    ana.turn_to(other);
    make_room(ana);
    ana.turn_to(app);
    ana.reload();
    is_saved(ana);
    ana.see_no("% full");
    ana.turn_to(other);
}

/// Nothing takes anything any more.
fn full_origin(ana: &App<'_>, app: &WindowHandle, other: &WindowHandle) {
    ana.turn_to(other);
    let refusals = fill(ana, "all");
    assert!(!refusals.database.is_empty() && !refusals.local.is_empty(), "{refusals:?}");
    ana.turn_to(app);
    write_note(ana, "second");
    ana.see("storage is full");
    ana.screenshot("full");
    ana.is_accessible();
    ana.go("#/more");
    ana.see("Not saved");
    has_notes(ana, &["first", "second"]);
    ana.go("#/more/share");
    let (_, text) = ana.download("Export plan");
    assert!(text.contains(&note("first")) && text.contains(&note("second")), "not in the file");

    ana.turn_to(other);
    make_room(ana);
    ana.turn_to(app);
    is_saved(ana);
    assert!(!ana.text().contains("storage is full"), "it is no longer full");
}

fn fill(app: &App<'_>, what: &str) -> Refusals {
    app.run_async(include_str!("../fill.js"), json!([what]))
}

/// Deletes what was not the app's.
fn make_room(app: &App<'_>) {
    let script = "const [done] = arguments;
        for (const key of Object.keys(localStorage)) {
          if (key.startsWith('foreign-')) localStorage.removeItem(key);
        }
        const request = indexedDB.deleteDatabase('foreign');
        request.onsuccess = () => done(true);
        request.onerror = () => done(false);";
    assert!(app.run_async::<bool>(script, json!([])), "no room can be made");
}

/// A text so long that it fits into no crack.
fn note(name: &str) -> String {
    format!("The {name} note, {}and its end.", "🩸🧪🫶🏽 ".repeat(1_000))
}

fn write_note(app: &App<'_>, name: &str) {
    app.go("#/goals");
    app.click(GOAL);
    app.paste_into("Your comment", &note(name));
    app.click("Add comment");
    app.see_field("Your comment", "");
}

/// The goal has these notes, each once and whole.
fn has_notes(app: &App<'_>, names: &[&str]) {
    app.go("#/goals");
    app.click(GOAL);
    app.see("About this goal");
    let mut wanted: Vec<String> = names.iter().map(|name| note(name)).collect();
    wanted.sort();
    let script = "return [...document.querySelectorAll('.comments__one .prose')]
        .map((one) => one.textContent)";
    let mut shown = Vec::new();
    let all = eventually(|| {
        shown = app.try_run::<Vec<String>>(script, json!([])).unwrap_or_default();
        shown.sort();
        (shown == wanted).then_some(())
    });
    assert!(all.is_some(), "{} notes, of {}", shown.len(), wanted.len());
}

fn is_saved(app: &App<'_>) {
    app.go("#/more");
    app.see("Saved on this device");
}
