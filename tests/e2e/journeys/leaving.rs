//! A page that is left while it saves holds up nobody, and one that comes back knows what was written meanwhile.
//!
//! A browser may keep a page that is left, to show it again at once (*back/forward cache*). WebKit keeps it with the
//! transaction that it was in the middle of, and whoever asks for the same store then waits for good.

use std::fs;

use serde_json::{Value, json};

use super::both_sides::begin_a_plan;
use crate::app::App;
use crate::engine::Setup;
use crate::server::{FOLDER, Server};
use crate::stage::Stage;
use crate::wait::eventually;

const FIRST: &str = "Order of draw by heart";
const SECOND: &str = "Sleep before early shifts";
const ELSEWHERE: &str = "Somewhere else";

/// Has the transaction of the next save go on for as long as the page lives, and the page left in the middle of it.
const LEAVE_WHEN_SAVING: &str = "const [address, button] = arguments;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
      IDBObjectStore.prototype.put = put;
      const again = () => (this.get('nothing').onsuccess = again);
      again();
      setTimeout(() => (location.href = address));
      return put.apply(this, given);
    };
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === button).click();";

/// Whether this page has been loaded since it was left.
const IS_ANEW: &str = "const [{ type }] = performance.getEntriesByType('navigation');
    return type !== 'navigate' && document.readyState === 'complete';";

/// The names of what is claimed, each once.
const HELD: &str = "const [done] = arguments;
    navigator.locks.query().then(({ held }) => done([...new Set(held.map(({ name }) => name))]));";

pub fn play(stage: &Stage) {
    let folder = stage.file("elsewhere", "").with_file_name("elsewhere-host");
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    let page = format!(
        "<!doctype html><html lang='en'><link rel='icon' href='data:,'><title>A page</title>{ELSEWHERE}"
    );
    fs::write(folder.join("index.html"), page).expect("the temporary folder can be written");
    let elsewhere = Server::start(&folder, &[FOLDER], &folder.join("requests.log"));

    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    ana.go("#/more");
    ana.see("Saved on this device");
    ana.go("#/goals/new");
    ana.type_into("What", FIRST);
    ana.run::<Value>(LEAVE_WHEN_SAVING, json!([elsewhere.url(), "Add goal"]));
    ana.see(ELSEWHERE);

    // Nobody waits for it, and what it was about to save is there.
    let left = ana.tab();
    let other = ana.new_tab();
    ana.visit("#/goals");
    ana.see(FIRST);
    add(&ana, SECOND);

    // It comes back, never as it was, and has both.
    ana.turn_to(&left);
    ana.back();
    let is_anew = || ana.try_run::<bool>(IS_ANEW, json!([])).filter(|is_anew| *is_anew);
    assert!(eventually(is_anew).is_some(), "the page stays as the browser has kept it");
    ana.go("#/goals");
    ana.see(FIRST);
    ana.see(SECOND);
    ana.go("#/more");
    ana.see("Saved on this device");
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");

    // Each of the two writes under a name of its own.
    let names: Vec<String> = ana.run_async(HELD, json!([]));
    assert_eq!(names.len(), 2, "{names:?}");
    ana.close_tab(&other);
    ana.see(FIRST);
}

fn add(app: &App<'_>, goal: &str) {
    app.go("#/goals/new");
    app.type_into("What", goal);
    app.click("Add goal");
    app.see("About this goal");
    app.go("#/more");
    app.see("Saved on this device");
    app.go("#/goals");
}
