//! What bad files get: a sentence that says what is wrong and where, and nothing changed.

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
    ana.go("#/more/share");
    let (_, good) = ana.download("Export plan");

    let cut: String = good.chars().take(good.len() - 40).collect();
    let newer = good.replacen("\"version\":1", "\"version\":99", 1);
    let edited = good.replacen("\"title\":\"Order of draw by heart\"", "\"title\":[1,2", 1);
    assert!(newer != good && edited != good, "the file is written as this test expects");
    let bad = [
        ("empty", String::new()),
        ("picture", "\u{89}PNG\r\n\u{1a}\n".to_owned()),
        ("other", "{\"hello\": [1, 2, 3]}".to_owned()),
        ("cut", cut),
        ("newer", newer),
        ("edited", edited),
    ];
    for (name, text) in bad {
        ana.go("#/more/share");
        ana.go("#/more/import");
        ana.upload("Open a file", &stage.file(&format!("{name}.json"), &text));
        ana.see("Nothing was changed");
        ana.screenshot(name);
        ana.is_accessible();
    }
    ana.go("#/more/share");
    let (_, after) = ana.download("Export plan");
    let plans = |text: &str| text.split_once("\"plans\"").map(|(_, plans)| plans.to_owned());
    assert_eq!(plans(&after), plans(&good), "the plan is as it was");
}
