//! Another tab, of a newer version, changes the database's form: this one keeps what it shows, writes
//! nothing any more, and says why. So does one that is opened afterwards.

use serde_json::json;

use super::both_sides::begin_a_plan;
use crate::app::App;
use crate::engine::Setup;
use crate::server::FOLDER;
use crate::stage::Stage;

const GOAL: &str = "Order of draw by heart";
const LATE: &str = "Written too late";
/// What a person is told.
const WHY: &str = "newer version of Steadyhand";
/// What is said of a change that is not made.
const REFUSED: &str = "Nothing was changed";
/// A version of the database that nobody has written yet.
const VERSION: u32 = 99;

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    ana.go("#/goals/new");
    ana.type_into("What", GOAL);
    ana.click("Add goal");
    ana.see("About this goal");
    ana.go("#/more");
    ana.see("Saved on this device");
    let old = ana.tab();
    let newer = ana.new_tab();
    ana.visit("nothing-here");
    let before = stored(&ana);
    upgrade(&ana);

    ana.turn_to(&old);
    ana.see(WHY);
    ana.screenshot("old");
    ana.is_accessible();
    only_reads(&ana);
    ana.reload();
    ana.see(WHY);
    assert!(!ana.text().contains("Welcome"), "as if everything were gone");
    only_reads(&ana);
    ana.screenshot("reloaded");
    ana.is_accessible();

    ana.turn_to(&newer);
    ana.open();
    ana.see(WHY);
    assert!(!ana.text().contains("Welcome"), "as if everything were gone");
    only_reads(&ana);
    ana.visit("nothing-here");
    assert_eq!(stored(&ana), before, "what the newer version owns was touched");
}

/// What is there is shown, and nothing can be added to it.
fn only_reads(ana: &App<'_>) {
    ana.go("#/goals/new");
    ana.see(WHY);
    if ana.can_click("Add goal") {
        ana.type_into("What", LATE);
        ana.click("Add goal");
        ana.see(REFUSED);
    }
    ana.go("#/goals");
    ana.see(GOAL);
    assert!(!ana.text().contains(LATE), "it takes what it cannot keep");
}

/// Does what opening a newer version would do to the database.
fn upgrade(app: &App<'_>) {
    let script = "const [name, version, done] = arguments;
        const request = indexedDB.open(name, version);
        request.onupgradeneeded = () => request.result.createObjectStore('future');
        request.onblocked = () => done('blocked');
        request.onerror = () => done(String(request.error));
        request.onsuccess = () => { request.result.close(); done('done') };";
    let outcome: String = app.run_async(script, json!([database(), VERSION]));
    assert_eq!(outcome, "done", "the old tab stands in the newer version's way");
}

/// Every record as it is stored.
fn stored(app: &App<'_>) -> Vec<String> {
    let script = "const [name, done] = arguments;
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          const database = request.result;
          const all = database.transaction('records').objectStore('records').getAll();
          all.onsuccess = () => { database.close(); done(all.result) };
        };
        request.onerror = () => done([]);";
    let records: Vec<String> = app.run_async(script, json!([database()]));
    assert!(!records.is_empty(), "the database cannot be read");
    records
}

fn database() -> String {
    format!("{FOLDER}#steadyhand")
}
