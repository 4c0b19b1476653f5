//! Everything backed up on one device and restored on a new one, in two taps each.

use serde_json::{Value, json};

use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;
use crate::welcome::STUDENT;

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    ana.begins_with_example(STUDENT);
    ana.go("#/goals/new");
    ana.type_into("What", "Half a sen");
    ana.go("#/more");
    ana.see("No backup yet, 1 change");
    ana.see("Saved on this device");
    let (name, text) = back_up(&ana);
    assert!(name.starts_with("steadyhand-backup-20") && name.ends_with(".json"), "{name}");
    ana.see("The backup is in your downloads");
    ana.see("Last backup today");
    ana.screenshot("made");
    ana.is_accessible();
    let backup = read(&text);
    assert_eq!(backup["audience"], "backup");
    let draft = backup["device"]["texts"]["draft/goal/new/title"].as_str().unwrap_or_default();
    assert!(draft.ends_with(" Half a sen"), "{}", backup["device"]);

    restore(stage, &text);
    remind(&ana, backup["plans"][0]["id"].as_str().unwrap_or_default());
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

/// Two taps from the page that leads to everything else.
fn back_up(app: &App<'_>) -> (String, String) {
    app.go("#/more");
    app.click("Backup");
    app.see("Open a backup");
    app.download("Back up everything")
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("the file is JSON")
}

/// Two taps on a device that has nothing yet.
fn restore(stage: &Stage, text: &str) {
    let file = stage.file("backup.json", text);
    let new = stage.browser("ana-on-a-new-phone", Setup::PHONE);
    new.says_who(STUDENT);
    new.upload("I have a backup", &file);
    new.see("Backup of Ana Morales");
    new.see("drafts, settings and earlier values");
    new.screenshot("restore");
    new.is_accessible();
    assert!(!new.text().contains("Who are you"), "the backup tells who the reader is");
    new.click("Restore");
    new.see(", Ana");
    new.see_no("you are not in it yet");
    new.go("#/more/settings");
    new.see_field("Your name", "Ana Morales");
    new.go("#/goals/new");
    new.see_field("What", "Half a sen");

    let (_, again) = back_up(&new);
    let (before, after) = (read(text), read(&again));
    assert_eq!(before["plans"], after["plans"], "everything is there, as it was");
    assert_eq!(before["writers"], after["writers"]);
    new.upload("Open a backup", &file);
    new.see("Nothing new in this file.");

    // What is written next stands under a name that nobody has used.
    new.go("#/goals/new");
    new.click("Add goal");
    new.see("About this goal");
    new.go("#/more");
    new.see("Saved on this device");
    let writers = |file: &Value| file["writers"].as_array().map_or(0, Vec::len);
    let (_, later) = back_up(&new);
    assert_eq!(writers(&read(&later)), writers(&before) + 1);
    assert_eq!(new.console_errors(), Vec::<String>::new(), "on the console");
}

/// Today says so when much stands here alone, and keeps quiet when it is told to.
fn remind(app: &App<'_>, plan: &str) {
    let since = "const [plan, days, changes] = arguments; \
                 const log = { waiting: { [plan]: [Date.now() / 1000 - days * 86400 | 0, changes] } }; \
                 const own = location.pathname.replace(/[^/]*$/, ''); \
                 localStorage.setItem(`${own}#text/copies`, `${Date.now()} ${JSON.stringify(log)}`)";
    app.run::<Value>(since, json!([plan, 3, 40]));
    app.go("#/today");
    app.reload();
    app.see("Make a backup");
    app.see("No backup yet, 40 changes");
    app.scroll_to_end();
    app.screenshot("remind");
    app.is_accessible();
    app.click("Remind me later");
    app.see_no("Make a backup");
    app.run::<Value>(since, json!([plan, 30, 400]));
    app.reload();
    app.see("Make a backup now");
    app.screenshot("urge");
    app.click("Make a backup now");
    app.see("Open a backup");
}
