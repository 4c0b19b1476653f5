//! The main journey: a student keeps a plan, a mentor answers it, and both have everything.

use std::path::Path;

use serde_json::Value;

use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;
use crate::welcome::{MENTOR, STUDENT};

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    write_a_goal(&ana);
    schedule_a_meeting(&ana);
    reflect_and_ask(&ana);
    ana.go("#/today");
    ana.tick("Watch three draws");
    ana.see("Task done.");

    let (name, text) = export(&ana);
    assert!(name.starts_with("ana-morales") && name.ends_with(".steadyhand.json"), "{name}");
    let readable: Value = serde_json::from_str(&text).expect("the file is JSON");
    assert_eq!(readable["plans"][0]["goals"][0]["title"], "Steady hand with small veins");

    let dana = stage.browser("dana", Setup::PHONE);
    open_as_mentor(&dana, &stage.file("from-ana.json", &text));
    dana.see("Ana Morales asks for your feedback");
    answer(&dana);
    let (_, from_dana) = export(&dana);

    // Meanwhile the student, with no host to be had, moves the same meeting and ticks two tasks.
    stage.go_offline();
    move_meeting(&ana, "15:30");
    ana.go("#/goals");
    ana.click("Steady hand with small veins");
    ana.tick("Practise anchoring");
    ana.tick("Two butterfly draws");

    let from_dana = stage.file("from-dana.json", &from_dana);
    bring_in(&ana, &from_dana);
    ana.see("to settle");
    ana.screenshot("import");
    ana.click("Bring in");
    ana.see("brought in");
    settle(&ana);

    ana.go("#/more/import");
    ana.upload("Open a file", &from_dana);
    ana.see("Nothing new in this file.");

    let (_, from_ana) = export(&ana);
    bring_in(&dana, &stage.file("from-ana-again.json", &from_ana));
    dana.click("Bring in");
    dana.see("brought in");
    let (_, last) = export(&dana);
    assert_eq!(plans(&last), plans(&from_ana), "both sides hold the same, record by record");

    undo_an_import(&ana, stage, &dana);
    for app in [&ana, &dana] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
}

/// Begins a plan from the welcome page.
pub fn begin_a_plan(app: &App<'_>) {
    app.is_introduced(STUDENT, "Ana Morales");
    app.click("Start my plan");
    app.see("Write your first goal");
}

pub fn write_a_goal(ana: &App<'_>) {
    ana.click("Write your first goal");
    ana.click("Add goal");
    ana.see("Write something here first.");
    ana.type_into("What", "Steady hand with small veins");
    ana.type_into("How I will know", "10 draws on hand veins, no help");
    ana.type_into("By when", "1870-12-18");
    ana.see("Pick a date between 2000 and 2100.");
    ana.type_into("By when", "2026-12-18");
    ana.see_no("Pick a date between 2000 and 2100.");
    let tasks = ["Watch three draws", "Practise anchoring", "Two butterfly draws"];
    for (number, task) in (1..).zip(tasks) {
        ana.type_into(&format!("Task {number}"), task);
    }
    ana.click("Add goal");
    ana.see("About this goal");
    ana.see("Practise anchoring");
}

fn schedule_a_meeting(ana: &App<'_>) {
    ana.go("#/meetings/new");
    ana.type_into("Title", "Weekly talk");
    ana.type_into("Date", "2027-01-07");
    ana.type_into("Starts", "15:00");
    ana.type_into("Ends", "14:00");
    ana.see("The end must be after the start.");
    ana.type_into("Ends", "15:20");
    ana.see_no("The end must be after the start.");
    ana.click("Call");
    ana.type_into("What it is about", "Small veins");
    ana.click("Schedule");
    ana.see("15:00");
    ana.go("#/meetings/new");
    ana.type_into("Title", "Course meeting");
    ana.type_into("Date", "2027-02-01");
    ana.click("Every week");
    ana.clear_and_type("How many meetings", "4");
    ana.click("Schedule 4 meetings");
    ana.see("4 meetings scheduled.");
    ana.see("22 Feb");
}

fn reflect_and_ask(ana: &App<'_>) {
    ana.go("#/today");
    ana.click("How the shift went");
    ana.type_into("What happened", "Two hard veins in one morning.");
    ana.click("Write it down");
    ana.see("Reflection written.");
    ana.go("#/feedback/new?form=request");
    ana.type_into("What I want to know", "Do I let go of the vein too early?");
    ana.click("Write it down");
    ana.see("Request written.");
}

/// Exports the plan and answers the file's name and text.
pub fn export(app: &App<'_>) -> (String, String) {
    app.go("#/more/share");
    app.see("Send the plan");
    app.download("Export plan")
}

pub fn open_as_mentor(dana: &App<'_>, file: &Path) {
    dana.is_introduced(MENTOR, "Dana Ruiz");
    dana.click("Open a file I was sent");
    dana.upload("Open a file", file);
    dana.see("Plan from Ana Morales, student");
    dana.see("1 goal");
    dana.screenshot("first-import");
    dana.click("Bring in");
}

/// What the mentor does: answers the request in steps, comments on the goal, moves the meeting.
fn answer(dana: &App<'_>) {
    dana.click("Ana Morales asks for your feedback");
    dana.see("Do I let go of the vein too early?");
    dana.click("Answer");
    dana.click("I watched a draw");
    dana.click("Situation, behavior, impact");
    dana.type_into("Situation", "Thursday, the second round.");
    dana.type_into("Behavior", "You held the vein until the tube was full.");
    dana.type_into("Next time", "Keep doing just that.");
    dana.click("Write it down");
    dana.see("Feedback written.");
    dana.go("#/goals");
    dana.click("Steady hand with small veins");
    dana.type_into("Your comment", "Good goal. Let us practise on Thursday.");
    dana.click("Add comment");
    dana.see("Comment added.");
    move_meeting(dana, "16:00");
}

fn move_meeting(app: &App<'_>, starts: &str) {
    app.go("#/meetings");
    app.click("Weekly talk");
    app.type_into("Starts", starts);
    app.click("More for this meeting");
    app.press(thirtyfour::Key::Escape);
    app.see(&format!("7 Jan {starts}"));
}

pub fn bring_in(app: &App<'_>, file: &Path) {
    app.go("#/more/import");
    app.upload("Open a file", file);
    app.see("Plan from");
}

/// Both times are there, with who and when; one tap settles it.
fn settle(ana: &App<'_>) {
    ana.go("#/today");
    ana.see("Settle 1 field with two answers");
    ana.click("Settle 1 field with two answers");
    ana.see("15:30");
    ana.see("16:00");
    ana.see("Dana Ruiz");
    ana.screenshot("settle");
    ana.click("16:00");
    ana.see("Settled.");
    ana.see("Nothing to settle.");
    ana.go("#/meetings");
    ana.see("7 Jan 16:00");
    ana.go("#/goals");
    ana.click("Steady hand with small veins");
    ana.see("all 3 tasks done");
    ana.scroll_to_end();
    ana.see("Good goal. Let us practise on Thursday.");
}

fn undo_an_import(ana: &App<'_>, stage: &Stage, dana: &App<'_>) {
    dana.go("#/goals/new");
    dana.type_into("What", "From Dana, to be undone");
    dana.click("Add goal");
    dana.see("About this goal");
    let (_, more) = export(dana);
    bring_in(ana, &stage.file("more.json", &more));
    ana.click("Bring in");
    ana.see("brought in");
    ana.go("#/goals");
    ana.see("From Dana, to be undone");
    ana.click("Undo");
    ana.see("Import undone.");
    ana.see_no("From Dana, to be undone");
    ana.see("Steady hand with small veins");
}

/// The plans of a bundle and who wrote what in them, without the header, which says who made it when.
fn plans(text: &str) -> [Value; 2] {
    let bundle: Value = serde_json::from_str(text).expect("the file is JSON");
    [bundle["writers"].clone(), bundle["plans"].clone()]
}
