//! After one visit the host goes away for good, and everything works: a cold start, every page, a file
//! out and a file in. At the root of a host, under a path, and under one that has to be encoded: three
//! copies at one address, the first of which has the others in its folder.

use std::path::Path;

use serde_json::json;

use super::pages::PAGES;
use crate::app::App;
use crate::engine::{Engine, Setup};
use crate::stage::Stage;
use crate::wait::eventually;
use crate::welcome::STUDENT;

/// Where the copies lie.
const PATHS: [&str; 3] = ["/", "/programs/phlebotomy/", "/programs/Año 2 · flebotomía/"];

pub fn play(stage: &Stage) {
    stage.serve_under(&PATHS, &Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"));
    let first = stage.blank("ana", Setup::PHONE);
    for path in PATHS {
        first.visit(&path[1..]);
        visit_once(&first);
    }
    stage.go_offline();
    if stage.engine.keeps_profiles() {
        // Firefox writes down which workers it has when it is closed, or a good while later.
        first.close();
        everything_works(stage, &stage.blank("ana", Setup::PHONE));
    } else {
        // What this engine keeps, it keeps while it runs.
        let _page = first.new_tab();
        everything_works(stage, &first);
    }
}

/// Whether the page has its program fetched ahead of the first script, which knows it by its hash. A kept page must not:
/// see `asKept` in `install/sw.js`.
fn order(app: &App<'_>) -> Option<String> {
    let script = "const link = document.querySelector('link[as=fetch][integrity]');
        return link && (link.rel === 'preload' ? 'on' : 'off')";
    app.run(script, json!([]))
}

/// Where the page came from, in a browser that says so: see `routes` in `install/sw.js`.
fn source(app: &App<'_>) -> Option<String> {
    let script =
        "return performance.getEntriesByType('navigation')[0]?.workerMatchedSourceType ?? null";
    app.run(script, json!([]))
}

/// One visit, as long as it takes to see that the program is here.
pub fn visit_once(app: &App<'_>) {
    app.see("Welcome to Steadyhand");
    assert_eq!(order(app), Some("on".to_owned()), "a first visit does not preload");
    app.begins_with_example(STUDENT);
    app.go("#/more/install");
    app.see("It opens and works without a network.");
    app.go("#/more");
    app.see("Saved on this device");
}

fn everything_works(stage: &Stage, app: &App<'_>) {
    let is_long = std::env::var_os("STEADYHAND_LONG").is_some();
    for (number, path) in PATHS.into_iter().enumerate() {
        app.visit(&path[1..]);
        app.see(", Ana");
        assert_eq!(order(app), Some("off".to_owned()), "the kept page under {path} preloads");
        if app.engine() == Engine::Chromium {
            assert_eq!(source(app), Some("cache".to_owned()), "{path} wakes the worker first");
        }
        if is_long || number + 1 == PATHS.len() {
            every_page(app, path);
        }
        let goal = format!("Written without a network under {path}");
        app.go("#/goals/new");
        app.type_into("What", &goal);
        app.click("Add goal");
        app.see("About this goal");
        app.go("#/more/share");
        let (_, text) = app.download("Export plan");
        assert!(text.contains(&goal), "the file lacks what was written last");
        app.go("#/more/import");
        app.upload("Open a file", &stage.file("out-and-in.json", &text));
        app.see("Nothing new in this file.");
        app.reload();
        app.go("#/goals");
        app.see("Tourniquet under one minute");
        // It is the last of the list.
        app.scroll_to_end();
        app.see(&goal);
        app.go("#/more");
        app.see("Saved on this device");
    }
}

fn every_page(app: &App<'_>, path: &str) {
    for page in PAGES.into_iter().chain(["more/settings", "meetings/next", "today"]) {
        app.go(&format!("#/{page}"));
        let drawn = "return document.querySelector('h1')?.textContent.trim().length > 0";
        let is_drawn = || app.try_run::<bool>(drawn, json!([])).filter(|drawn| *drawn);
        assert!(eventually(is_drawn).is_some(), "{path}: {page} has no heading");
    }
}
