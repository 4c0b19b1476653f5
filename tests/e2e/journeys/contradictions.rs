//! A file that contradicts what is here is kept apart and shown; two long texts are joined in one's
//! own words.

use serde_json::{Value, json};

use super::both_sides::begin_a_plan;
use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    ana.go("#/goals/new");
    ana.type_into("What", "Hand veins");
    ana.type_into("How I will know", "Ten draws");
    ana.click("Add goal");
    ana.see("About this goal");
    ana.go("#/more/share");
    let (_, text) = ana.download("Export plan");

    let with_goal = |title: &str| {
        edited(&text, |goals, by_dana| {
            let created = goals[0]["created"].clone();
            let id = "g0a1000000000007";
            goals.push(json!({"id": id, "created": created, "title": title, "merge": by_dana}));
        })
    };
    keep_apart(&ana, stage, &with_goal("Calm words"), &with_goal("Loud words"));
    let theirs = edited(&text, |goals, by_dana| {
        // Dana had seen the goal, and not what Ana is about to change.
        let mine = goals[0]["merge"].as_str().unwrap_or_default().to_owned();
        goals[0]["measure"] = json!("Ten draws, and calm words");
        goals[0]["merge"] = json!(format!("{mine} {by_dana}@1795378805:measure"));
    });
    join_in_own_words(&ana, stage, &theirs);
    assert_eq!(ana.console_errors(), Vec::<String>::new(), "on the console");
}

/// The bundle with its goals edited by hand, in the name of a device of Dana's, of which this is the
/// first write: `b1` or the like.
fn edited(text: &str, edit: impl FnOnce(&mut Vec<Value>, &str)) -> String {
    let mut bundle: Value = serde_json::from_str(text).expect("the file is JSON");
    let writers = bundle["writers"].as_array_mut().expect("there are writers");
    writers.push(json!("dana0ph0ne000001"));
    let letter = char::from(b'a' + (writers.len() - 1) as u8);
    let goals = bundle["plans"][0]["goals"].as_array_mut().expect("there is a goal");
    edit(goals, &format!("{letter}1"));
    bundle.to_string()
}

fn keep_apart(ana: &App<'_>, stage: &Stage, honest: &str, forged: &str) {
    ana.go("#/more/import");
    ana.upload("Open a file", &stage.file("honest.json", honest));
    ana.see("1 new");
    ana.click("Bring in");
    ana.see("brought in");
    ana.go("#/more/import");
    ana.upload("Open a file", &stage.file("forged.json", forged));
    ana.see("1 entry contradicts what is here");
    ana.see("It gives other words for a change that is already here.");
    ana.screenshot("contradiction");
    ana.click("Keep it apart");
    ana.see("Kept apart");
    ana.see("Goal: Loud words");
    ana.screenshot("kept-apart");
    ana.go("#/goals");
    ana.see("Calm words");
    ana.see_no("Loud words");
    std::thread::sleep(std::time::Duration::from_secs(1));
    ana.reload();
    ana.go("#/more");
    ana.click("Kept apart");
    ana.see("Goal: Loud words");
    ana.click("Remove");
    ana.see("Nothing is kept apart.");
    ana.click("Undo");
    ana.see("Goal: Loud words");
    ana.click("Take it in");
    ana.see("Taken in.");
    ana.go("#/more/settle");
    settle_by_keyboard(ana);
    ana.click("Loud words");
    ana.see("Settled.");
}

/// Walking over the answers settles nothing; Enter does, and Undo asks again.
fn settle_by_keyboard(ana: &App<'_>) {
    ana.see("which is right?");
    ana.come_to_front();
    ana.run::<Value>(
        "document.querySelector('main fieldset :is(button, input)').focus()",
        json!([]),
    );
    ana.press(thirtyfour::Key::Down);
    ana.press(thirtyfour::Key::Tab);
    ana.press(thirtyfour::Key::Up);
    assert!(ana.text().contains("which is right?"), "walking over the answers settles");
    ana.press(thirtyfour::Key::Enter);
    ana.see("Settled.");
    ana.click("Undo");
    ana.see("which is right?");
}

fn join_in_own_words(ana: &App<'_>, stage: &Stage, theirs: &str) {
    ana.go("#/goals");
    ana.click("Hand veins");
    ana.clear_and_type("How I will know", "Ten draws on hand veins");
    ana.press(thirtyfour::Key::Tab);
    ana.go("#/more/import");
    ana.upload("Open a file", &stage.file("theirs.json", theirs));
    ana.see("1 to settle");
    ana.click("Bring in");
    ana.see("brought in");
    ana.go("#/more/settle");
    ana.click("Join them in your own words");
    ana.screenshot("own-words");
    ana.clear_and_type("What it should say", "Ten draws on hand veins, with calm wo");
    ana.reload();
    ana.click("Join them in your own words");
    ana.see_field("What it should say", "Ten draws on hand veins, with calm wo");
    ana.type_into("What it should say", "rds");
    ana.click("Use this text");
    ana.see("Settled.");
    ana.go("#/goals");
    ana.click("Hand veins");
    ana.see_field("How I will know", "Ten draws on hand veins, with calm words");
}
