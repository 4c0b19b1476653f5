//! A closed, reloaded or killed browser: everything is there again, down to the half-typed sentence.

use super::both_sides::begin_a_plan;
use crate::engine::Setup;
use crate::stage::Stage;

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    ana.go("#/goals/new");
    ana.type_into("What", "Order of draw by heart");
    ana.click("Add goal");
    ana.see("About this goal");
    ana.go("#/more");
    ana.see("Saved on this device");

    ana.go("#/goals/new");
    ana.type_into("How I will know", "Three days in a ro");
    ana.reload();
    ana.see_field("How I will know", "Three days in a ro");
    ana.go("#/goals");
    ana.see("Order of draw by heart");
    if !stage.engine.keeps_profiles() {
        return;
    }

    // What is typed is in the database a moment later; a browser killed before that may lose what
    // it had promised local storage.
    std::thread::sleep(std::time::Duration::from_secs(1));
    ana.kill();
    let again = stage.browser("ana", Setup::PHONE);
    again.see("Good");
    again.go("#/goals");
    again.see("Order of draw by heart");
    again.go("#/goals/new");
    again.see_field("How I will know", "Three days in a ro");
    assert_eq!(again.console_errors(), Vec::<String>::new(), "on the console");
}
