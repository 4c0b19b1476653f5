//! The browser throws its database away: everything is there again, and the reader is told. Where the
//! second copy is gone as well, the rescue screen and the page say so.

use serde_json::{Value, json};

use super::both_sides::begin_a_plan;
use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;

const LOSE_DATABASE: &str = "const done = arguments[arguments.length - 1];
    const name = location.pathname.replace('icons/', '').replace(/[^/]*$/, '') + '#steadyhand';
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => done(true);
    request.onerror = request.onblocked = () => done(false);";
const LOSE_COPY: &str = "const done = arguments[arguments.length - 1];
    caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))
        .then(() => done(true), () => done(false));";

pub fn play(stage: &Stage) {
    let mut ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    ana.go("#/goals/new");
    ana.type_into("What", "Order of draw by heart");
    ana.click("Add goal");
    ana.see("About this goal");
    let goal = ana.route();
    ana.go("#/more");
    ana.see("Saved on this device");
    ana.go("#/backup");
    ana.see("Everything is kept twice on this device");

    if stage.engine.keeps_profiles() {
        ana.kill();
        stage.lose_database("ana");
        ana = stage.blank("ana", Setup::PHONE);
    } else {
        lose(&ana, &[LOSE_DATABASE]);
    }
    ana.visit(&goal);
    ana.see("Order of draw by heart");
    ana.see("This browser lost its database");
    ana.is_accessible();
    ana.screenshot("came-back");
    ana.click("Got it");
    ana.see_no("This browser lost its database");
    ana.go("#/more");
    ana.see("Saved on this device");

    rescue_screen(&ana);

    // Now the copy goes, too.
    lose(&ana, &[LOSE_COPY, LOSE_DATABASE]);
    ana.visit("");
    ana.see("This browser no longer has your plan");
    ana.screenshot("gone");
    ana.is_accessible();
    ana.click("Restore");
    ana.see("Open a backup");
    let mut errors = ana.console_errors();
    // A picture that is opened as a page names no icon, and then the browser looks for one.
    errors.retain(|error| !error.contains("favicon.ico"));
    assert_eq!(errors, Vec::<String>::new(), "on the console");
}

/// What the screen gives out where there is no database holds the second copy.
fn rescue_screen(app: &App<'_>) {
    let stop = "IDBFactory.prototype.open = () => { throw new Error('gone'); };
        dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";
    if app.engine() == crate::engine::Engine::Firefox {
        // Its driver runs scripts in a world of their own, whose errors are not the page's.
        return;
    }
    app.run::<Value>(stop, json!([]));
    app.see("4 records in 1 plan");
    let (_, file) = app.download("Download what is stored");
    let opened = steadyhand::codec::raw::open(file.as_bytes()).expect("it can be taken in");
    let records: usize = opened.bundle.plans.iter().map(|(_, plan)| plan.len()).sum();
    assert_eq!((records, opened.unreadable), (4, 0));
}

/// Takes something away in a page of the app's own origin on which the app does not run.
fn lose(app: &App<'_>, scripts: &[&str]) {
    let picture: String =
        app.run("return document.querySelector('link[rel=icon]').dataset.href", json!([]));
    app.visit(&picture);
    for script in scripts {
        assert!(app.run_async::<bool>(script, json!([])), "{script}");
    }
}
