//! When the program breaks down or cannot start: a screen that says so and gives out what is stored.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::both_sides::begin_a_plan;
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    ana.see("Welcome to Steadyhand");
    tampered(stage, &ana);
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
    new.see("Welcome to Steadyhand");
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
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let copy = stage.file("tampered", "").with_file_name("tampered-dist");
    fs::create_dir_all(&copy).expect("the temporary folder can be written");
    for file in fs::read_dir(&dist).expect("the release is built") {
        let file = file.expect("the release can be read").path();
        if file.is_dir() {
            // The icons, which starting needs not.
            continue;
        }
        let mut bytes = fs::read(&file).expect("the release can be read");
        if file.extension().is_some_and(|end| end == "wasm") {
            *bytes.last_mut().expect("the program is not empty") ^= 1;
        }
        let name = file.file_name().expect("a file has a name");
        fs::write(copy.join(name), bytes).expect("the temporary folder can be written");
    }
    stage.serve(&copy);
    ana.open();
    ana.see("Steadyhand could not start");
    ana.screenshot("tampered");
}
