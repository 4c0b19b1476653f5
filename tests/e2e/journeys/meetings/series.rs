//! Meetings that repeat: set before parting, one moved, one left out, changed from one on, lengthened and ended.

use serde_json::json;
use thirtyfour::Key;

use super::{day, look, open_meeting};
use crate::app::App;

pub fn set_the_next_before_parting(ana: &App<'_>) {
    ana.click("Set the next meeting");
    ana.see_field("Date", &day(ana, 7));
    ana.see_field("Starts", "15:30");
    ana.see_field("Title", "First talk");
    ana.clear_and_type("Title", "Second talk");
    ana.click("Every two weeks");
    ana.click("Until a date");
    ana.type_into("Last day", &day(ana, 6));
    ana.see("Pick a day with 1 to 60 meetings until then.");
    ana.type_into("Last day", &day(ana, 7 + 57));
    ana.see("5 meetings, every other");
    look(ana, "next-form");
    ana.click("Schedule 5 meetings");
    ana.see("5 meetings scheduled.");
    ana.see("Its meetings");
    ana.see("Every two weeks");
    look(ana, "series");
    ana.go("#/meetings");
    ana.see("Repeating meetings");
    ana.see("1 past meeting");
    look(ana, "list");
    ana.click("1 past meeting");
    ana.click("First talk");
    ana.see("Next: ");
    ana.click("Next: ");
    ana.see("1 of 5");
    ana.see("From earlier meetings");
    ana.see("Ask for butterfly needles");
    // What the first meeting did not come to is on the next agenda.
    ana.see("left from before");
    look(ana, "next-meeting");
}

pub fn move_one(ana: &App<'_>) {
    open_meeting(ana, "Second talk", 1);
    ana.see("A new day or time moves this meeting alone.");
    ana.type_into("Date", &day(ana, 22));
    ana.see("Moved. The series has it on");
    ana.type_into("Why it was moved", "Night shift");
    ana.press(Key::Tab);
    ana.see("Meeting changed.");
    look(ana, "moved");
}

pub fn leave_one_out(ana: &App<'_>) {
    open_meeting(ana, "Second talk", 2);
    ana.click("Skip or cancel this meeting");
    ana.click("Skip this one");
    ana.see("Write something here first.");
    ana.type_into("Why", "Exam week");
    look(ana, "to-skip");
    ana.click("Skip this one");
    ana.see("This meeting is left out: Exam week");
    look(ana, "skipped");
    ana.click("It takes place after all");
    ana.see_no("This meeting is left out");
    ana.click("Undo");
    ana.see("This meeting is left out: Exam week");
    ana.go("#/meetings");
    ana.see("left out");
    ana.see("Exam week");
    ana.see("moved");
}

pub fn the_month_shows_what_is_off(ana: &App<'_>) {
    ana.go(&format!("#/meetings/month/{}", day(ana, 35)));
    ana.see("Exam week");
    let off = "return document.querySelectorAll('.month-grid__mark[data-shape=ring]').length";
    assert_eq!(ana.run::<usize>(off, json!([])), 1);
    let label = "return document.querySelector('.month-grid__day:has([data-shape=ring])').getAttribute('aria-label')";
    let label: String = ana.run(label, json!([]));
    assert!(label.ends_with("1 meeting, 1 not held"), "{label}");
    look(ana, "month");
}

pub fn change_from_one_on(ana: &App<'_>) {
    ana.go("#/meetings");
    let series = "document.querySelector(\"main li a[href*='series']\").click()";
    ana.see("Repeating meetings");
    ana.run::<serde_json::Value>(series, json!([]));
    ana.see("Its meetings");
    ana.click("Change from a meeting on");
    ana.see("A meeting whose title, length or place was changed alone keeps that.");
    ana.type_into("Place", "Lab 2");
    look(ana, "series-change");
    ana.click("Change the series");
    ana.see("The meetings of the series were changed.");
    open_meeting(ana, "Second talk", 3);
    ana.see_field("Place", "Lab 2");
    // Another time from the fourth on: what was moved and left out before it stays.
    ana.go("#/meetings");
    ana.see("Repeating meetings");
    ana.run::<serde_json::Value>(series, json!([]));
    ana.click("Change from a meeting on");
    let fourth = "return [...document.querySelectorAll('main select option')].at(-2).textContent";
    ana.see("Beginning with");
    let fourth: String = ana.run(fourth, json!([]));
    ana.choose("Beginning with", &fourth);
    ana.see_field("Date", &day(ana, 49));
    ana.type_into("Starts", "08:00");
    ana.see_field("Ends", "08:30");
    ana.see("2 new meetings replace the planned ones from there on.");
    ana.click("Change the series");
    ana.see("08:00");
    ana.see("2 meetings");
    ana.click("Undo");
    ana.see("This is not in the plan, or not any more.");
}

pub fn lengthen_and_end(ana: &App<'_>) {
    ana.go("#/meetings");
    ana.see("Repeating meetings");
    let series = "document.querySelector(\"main li a[href*='series']\").click()";
    ana.run::<serde_json::Value>(series, json!([]));
    ana.see("5 meetings");
    ana.click("Lengthen the series");
    ana.clear_and_type("How many meetings", "2");
    ana.see("2 meetings, every other");
    look(ana, "series-longer");
    ana.click("Add 2 meetings");
    ana.see("7 meetings");
    ana.click("End the series");
    let last = "return [...document.querySelectorAll('main select option')].at(-1).textContent";
    let last: String = ana.run(last, json!([]));
    ana.choose("The first one that no longer takes place", &last);
    ana.click("End it: delete 1 meeting");
    ana.see("The series ends there.");
    ana.see("6 meetings");
    look(ana, "series-ended");
}
