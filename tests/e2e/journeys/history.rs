//! What it said before: found in the history, brought back, taken back again; and a deleted goal.

use super::both_sides::begin_a_plan;
use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;
use thirtyfour::Key;

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    ana.go("#/goals/new");
    ana.type_into("What", "Steady hand with small veins");
    ana.type_into("How I will know", "10 draws on hand veins, no help");
    ana.click("Add goal");
    ana.see("About this goal");
    ana.clear_and_type("How I will know", "Three days in a row");
    ana.press(Key::Tab);
    ana.see("Goal changed.");

    ana.click("History");
    ana.see("You changed “How I will know” of the goal");
    ana.see("You added the goal");
    look(&ana, "closed");
    ana.click("You changed");
    ana.see("It says this now");
    ana.see("10 draws on hand veins, no help");
    look(&ana, "open");
    ana.click("Bring this back");
    ana.see("Earlier words are back.");
    ana.back();
    ana.see_field("How I will know", "10 draws on hand veins, no help");
    ana.click("Undo");
    ana.see_field("How I will know", "Three days in a row");

    ana.click("More for this goal");
    ana.click("Delete goal");
    ana.see("Deleted.");
    ana.go("#/more");
    ana.click("What changed");
    ana.see("You deleted the goal “Steady hand with small veins”");
    ana.reload();
    ana.click("Bring this back");
    ana.see("You brought back the goal");
    look(&ana, "back");
    ana.go("#/goals");
    ana.see("Steady hand with small veins");
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

fn look(app: &App<'_>, name: &str) {
    let (width, reach) = app.widths();
    assert!(reach <= width, "{name} reaches {reach} on a screen of {width}");
    app.screenshot(name);
    app.is_accessible();
}
