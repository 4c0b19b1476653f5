//! When the program breaks down or cannot start: a screen that says so and gives out what is stored.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::both_sides::{begin_a_plan, write_a_goal};
use super::hosts::copy;
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::welcome::STUDENT;

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    ana.see("Welcome to Steadyhand");
    tampered(stage, &ana);
    without_the_rest(stage);
    if stage.engine == Engine::Firefox {
        // Its driver runs scripts in a world of their own, whose errors are not the page's.
        return;
    }
    stage.serve(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"));
    let raw = broken(&stage.browser("bea", Setup::PHONE));
    taken_in_again(stage, &raw);
}

/// A program that has trapped is covered by a screen that says what is stored and gives it out.
fn broken(app: &App<'_>) -> String {
    begin_a_plan(app);
    app.go("#/goals/new");
    app.type_into("What", "Order of draw by heart");
    app.click("Add goal");
    app.see("About this goal");
    app.go("#/goals/new");
    app.type_into("What", "Half a sen");
    app.go("#/more");
    app.see("Saved on this device");
    let trap = "dispatchEvent(new ErrorEvent('error', \
                { error: new WebAssembly.RuntimeError('unreachable') }))";
    app.run::<Value>(trap, json!([]));
    app.see("Steadyhand has stopped");
    app.see("Stored on this device: 4 records in 1 plan, 1 draft. Last written");
    app.screenshot("broken");
    app.is_accessible();
    let raw = gives_out(app, "Order of draw by heart");
    app.click("Try again");
    app.see("Share and data");
    raw
}

/// What the screen gave out is everything, on a device that has nothing yet.
fn taken_in_again(stage: &Stage, raw: &str) {
    let new = stage.browser("bea-again", Setup::PHONE);
    new.says_who(STUDENT);
    new.upload("I have a backup", &stage.file("stored.json", raw));
    new.see("Backup of Ana Morales");
    new.screenshot("taken-in-again");
    assert!(!new.text().contains("Who are you"), "the file tells who the reader is");
    new.click("Restore");
    new.see("Ana");
    new.go("#/goals");
    new.see("Order of draw by heart");
    new.go("#/goals/new");
    new.see_field("What", "Half a sen");
    new.go("#/more");
    new.see("Saved on this device");
    assert_eq!(new.console_errors(), Vec::<String>::new(), "on the console");
}

/// The screen's download holds a text.
fn gives_out(app: &App<'_>, text: &str) -> String {
    let (name, file) = app.download("Download what is stored");
    assert!(name.starts_with("steadyhand-stored-"), "{name}");
    let raw: Value = serde_json::from_str(&file).expect("the stored data is JSON");
    assert!(raw["database"]["records"].to_string().contains(text), "{raw}");
    assert!(raw["database"]["texts"].get("preferences").is_some(), "{raw}");
    file
}

/// WebAssembly that is not what the page says is refused, and nothing is lost by it.
fn tampered(stage: &Stage, ana: &App<'_>) {
    let copy = copied(stage, "tampered-dist");
    programs(&copy, "").iter().for_each(|program| tamper(program));
    stage.serve(&copy);
    ana.open();
    ana.see("Steadyhand could not start");
    ana.screenshot("tampered");
    ana.is_accessible();
}

/// Where the rest of the program does not come, Today stands, what is ticked there is done later and the
/// reader told that it is not yet, and a page says so and comes later.
fn without_the_rest(stage: &Stage) {
    let copy = copied(stage, "torn-dist");
    // The service worker has the rest; what is torn here is met before it is there.
    fs::remove_file(copy.join("sw.js")).expect("the release has a service worker");
    stage.serve(&copy);
    let beginning = programs(&copy, "-beginning-");
    assert_eq!(beginning.len(), 1, "the release has one page to begin on: {beginning:?}");
    beginning.iter().for_each(|program| tamper(program));
    let cleo = stage.browser("cleo", Setup::PHONE);
    cleo.see("Welcome to Steadyhand");
    cleo.click(STUDENT.role);
    cleo.see("This page did not load");
    cleo.is_accessible();
    cleo.screenshot("without-the-beginning");
    beginning.iter().for_each(|program| tamper(program));
    cleo.click("Try again");
    cleo.see("How do you want to begin?");
    cleo.back();
    begin_a_plan(&cleo);
    write_a_goal(&cleo);
    cleo.go("#/more");
    cleo.see("Saved on this device");
    let rest = programs(&copy, "-rest-");
    assert_eq!(rest.len(), 1, "the release has one rest: {rest:?}");
    let break_or_mend = || rest.iter().for_each(|program| tamper(program));
    break_or_mend();
    cleo.go("#/goals");
    cleo.reload();
    cleo.see("This page did not load");
    cleo.screenshot("without-the-rest");
    cleo.is_accessible();
    break_or_mend();
    cleo.click("Try again");
    cleo.see("Steady hand with small veins");
    // What waits to be done has it fetched again by itself.
    break_or_mend();
    cleo.go("#/today");
    cleo.reload();
    cleo.tick("Watch three draws");
    cleo.see("Part of this app did not load, so your last change is kept only while this page stays open.");
    cleo.is_accessible();
    break_or_mend();
    cleo.see("Task done.");
    cleo.go("#/more");
    cleo.see("Saved on this device");
}

/// A copy of the release.
pub fn copied(stage: &Stage, name: &str) -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let folder = stage.file(name, "").with_file_name(format!("{name}-copy"));
    copy(&dist, &folder);
    folder
}

/// The files of WebAssembly whose names hold `part`.
pub fn programs(folder: &Path, part: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("the copy can be read");
    let paths = files.map(|file| file.expect("the copy can be read").path());
    let is_wanted = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.ends_with(".wasm") && name.contains(part)
    };
    paths.filter(is_wanted).collect()
}

/// Changes the last byte of a file; a second time changes it back.
pub fn tamper(file: &Path) {
    let mut bytes = fs::read(file).expect("the copy can be read");
    *bytes.last_mut().expect("the program is not empty") ^= 1;
    fs::write(file, bytes).expect("the copy can be written");
}
