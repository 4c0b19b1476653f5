//! Meetings from the first to the next: one is held with all that belongs to it, the next ones are set before
//! parting, one is moved, one is left out; other calendars and the other side follow.

use std::collections::BTreeMap;

use serde_json::json;
use thirtyfour::Key;

use super::both_sides::{begin_a_plan, bring_in, export};
use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    meet_for_the_first_time(&ana);
    hold_it(&ana);
    set_the_next_before_parting(&ana);
    let before = [calendar_of_all(&ana), calendar_of_one(&ana, "Second talk", 1)];
    move_one(&ana);
    leave_one_out(&ana);
    other_calendars_follow(&ana, &before);
    what_only_she_sees_stays(&ana);
    the_month_shows_what_is_off(&ana);
    change_from_one_on(&ana);
    lengthen_and_end(&ana);

    let (_, text) = export(&ana);
    let dana = stage.browser("dana", Setup::PHONE.dark());
    open_as_mentor(&dana, stage, &text);
    the_other_side_sees_it(&dana);
    let (_, text) = export(&dana);
    bring_in(&ana, &stage.file("from-dana-meetings.json", &text));
    ana.click("Bring in");
    ana.see("brought in");
    both_notes_stand(&ana);
    in_spanish(&dana);
    for app in [&ana, &dana] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
}

/// A day of the browser's calendar, so many days from today: `2026-12-18`.
fn day(app: &App<'_>, days: i64) -> String {
    let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]); \
        return [day.getFullYear(), day.getMonth() + 1, day.getDate()] \
            .map((part) => String(part).padStart(2, '0')).join('-')";
    app.run(script, json!([days]))
}

/// The moment of a time on a day by the browser's clock, as calendars write it: `20261218T213000Z`.
fn moment(app: &App<'_>, days: i64, time: &str) -> String {
    let script = "return new Date(arguments[0]).toISOString().replace(/[-:]|\\.\\d+/g, '')";
    app.run(script, json!([format!("{}T{time}:00", day(app, days))]))
}

/// What must hold on every page and in every state.
fn look(app: &App<'_>, name: &str) {
    app.screenshot(name);
    app.has_no_faults(name);
    app.is_accessible();
}

fn meet_for_the_first_time(ana: &App<'_>) {
    ana.go("#/meetings");
    ana.see("No meetings yet");
    look(ana, "empty");
    ana.click("Schedule a meeting");
    ana.see("What it is about");
    ana.click("Schedule");
    ana.see("Title: Write something here first.");
    look(ana, "new-in-error");
    ana.type_into("Title", "First talk");
    ana.type_into("Date", &day(ana, 0));
    ana.type_into("Starts", "15:30");
    ana.see_field("Ends", "16:00");
    ana.click("Every two weeks");
    ana.clear_and_type("How many meetings", "0");
    ana.see("Pick a number from 1 to 60.");
    ana.clear_and_type("How many meetings", "8");
    ana.see("8 meetings, every other");
    ana.click("Once");
    ana.see_no("8 meetings, every other");
    ana.click("Schedule");
    ana.see("Meeting scheduled.");
}

fn hold_it(ana: &App<'_>) {
    ana.see("What do you want to talk about?");
    look(ana, "meeting-day");
    ana.click("Add the points for the beginning");
    ana.see("What each of us hopes for");
    ana.type_into("Something to talk about", "Veins that roll");
    ana.click("Add to the agenda");
    ana.see("0 of 4");
    ana.tick("Veins that roll");
    ana.see("1 of 4");
    reword(ana, ["Veins that roll", "Something to talk about"], "Veins that roll away");
    ana.see("Agenda changed.");
    ana.type_into("Your note", "Anchor lower, let go later.");
    ana.click("Add note");
    ana.see("Note added.");
    ana.see("you · today");
    ana.type_into("New decision", "Two draws a week are watched");
    ana.click("Add decision");
    ana.see("Decision written down.");
    reword(ana, ["Two draws a week are watched", "What was decided"], "Three draws are watched");
    ana.see("Decision changed.");
    ana.click("Undo");
    ana.see("Two draws a week are watched");
    for (line, name) in
        [("Veins that roll away", "agenda-line"), ("Two draws a week are watched", "decision-line")]
    {
        ana.click_in(line, "Who sees this: Both of us");
        ana.screenshot(name);
        ana.see("The program too");
        ana.press(Key::Escape);
    }
    ana.click("Add action item");
    ana.see("Write something here first.");
    ana.type_into("New action item", "Ask for butterfly needles");
    ana.type_into("By when (optional)", &day(ana, 9));
    ana.click("Add action item");
    ana.see("Action item added.");
    ana.see("you · by ");
    look(ana, "meeting-at-work");
    ana.click("Mark as held");
    ana.type_into("How many minutes it took", "0");
    ana.see("Pick a number from 1 to 720.");
    ana.clear_and_type("How many minutes it took", "45");
    ana.press(Key::Tab);
    ana.see("45 min");
    ana.see("Set the next one before you part.");
    look(ana, "meeting-held");
}

/// Changes the words of a line of the meeting in its place: what it says, and what its field is called.
fn reword(app: &App<'_>, [line, field]: [&str; 2], words: &str) {
    app.click(&format!("More for: {line}"));
    app.click_in(line, "Change");
    app.clear_and_type(field, "");
    app.click("Done");
    app.see("Write something here first.");
    look(app, "rewording");
    app.type_into(field, words);
    app.click("Done");
    app.see(words);
}

fn set_the_next_before_parting(ana: &App<'_>) {
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

/// Opens one of the meetings of that name, by its number among the links of the list.
fn open_meeting(app: &App<'_>, title: &str, number: usize) {
    app.go("#/meetings");
    app.see("Coming up");
    app.see(title);
    let script = "const [title, number] = arguments; \
        const rows = [...document.querySelectorAll('main li a')] \
            .filter((row) => row.textContent.trim() === title && !row.hash.includes('series')); \
        rows[number]?.click(); return rows.length";
    let count: usize = app.run(script, json!([title, number]));
    assert!(count > number, "{count} meetings called {title}");
    app.see("When");
}

fn move_one(ana: &App<'_>) {
    open_meeting(ana, "Second talk", 1);
    ana.see("A new day or time moves this meeting alone.");
    ana.type_into("Date", &day(ana, 22));
    ana.see("Moved. The series has it on");
    ana.type_into("Why it was moved", "Night shift");
    ana.press(Key::Tab);
    ana.see("Meeting changed.");
    look(ana, "moved");
}

fn leave_one_out(ana: &App<'_>) {
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

/// What a calendar holds of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    sequence: u64,
    starts: String,
    status: String,
}

/// The events of a calendar file by their names.
fn entries(text: &str) -> BTreeMap<String, Entry> {
    let mut found = BTreeMap::new();
    let text = text.replace("\r\n ", "");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n"), "{text:?}");
    for event in text.split("BEGIN:VEVENT\r\n").skip(1) {
        let value = |name: &str| {
            let line = event.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
            line.unwrap_or_default().to_owned()
        };
        let sequence = value("SEQUENCE").parse().expect("SEQUENCE is a number");
        let entry = Entry { sequence, starts: value("DTSTART"), status: value("STATUS") };
        assert_eq!(found.insert(value("UID"), entry), None, "each UID is there once");
    }
    found
}

fn calendar_of_all(app: &App<'_>) -> BTreeMap<String, Entry> {
    app.go("#/meetings");
    app.click("Calendar file");
    app.see("into the file.");
    look(app, "calendar");
    let (name, text) = app.download("Save calendar file");
    app.see("The file is in your downloads");
    assert!(name.ends_with(".ics"), "{name}");
    assert!(text.contains("TRIGGER:-PT60M"), "the reminder is in it");
    entries(&text)
}

fn calendar_of_one(app: &App<'_>, title: &str, number: usize) -> BTreeMap<String, Entry> {
    open_meeting(app, title, number);
    app.click("Add to my calendar");
    app.see("1 meeting goes into the file.");
    app.click("1 day");
    let (name, text) = app.download("Save calendar file");
    assert!(name.starts_with("second-talk") && name.ends_with(".ics"), "{name}");
    assert!(text.contains("TRIGGER:-PT1440M"), "the chosen reminder is in it");
    entries(&text)
}

/// After the changes the same events say something else, with a higher number; the others say what they said.
fn other_calendars_follow(ana: &App<'_>, before: &[BTreeMap<String, Entry>; 2]) {
    let all = calendar_of_all(ana);
    let one = calendar_of_one(ana, "Second talk", 1);
    let [all_before, one_before] = before;
    assert_eq!((all.len(), one.len(), one_before.len()), (6, 1, 1));
    assert!(all.keys().eq(all_before.keys()) && one.keys().eq(one_before.keys()), "UIDs stay");
    let (uid, was) = one_before.iter().next().expect("one event");
    assert_eq!(was, &all_before[uid], "one and all say the same");
    assert_eq!(&one[uid], &all[uid], "one and all say the same");
    assert_eq!(was.starts, moment(ana, 21, "15:30"));
    assert_eq!(all[uid].starts, moment(ana, 22, "15:30"));
    assert!(all[uid].sequence > was.sequence, "{:?} after {was:?}", all[uid]);
    let skipped: Vec<_> = all.iter().filter(|(_, now)| now.status == "CANCELLED").collect();
    let [(skipped, now)] = skipped.as_slice() else { panic!("{skipped:?}") };
    assert!(now.sequence > all_before[*skipped].sequence);
    let same = all.iter().filter(|(uid, now)| all_before[*uid] == **now).count();
    assert_eq!(same, 4, "nothing else changed");
}

/// A meeting that only she sees is in no calendar file, and the page says so and what to do.
fn what_only_she_sees_stays(ana: &App<'_>) {
    ana.go("#/meetings/new");
    ana.type_into("Title", "Talk to the dean");
    ana.type_into("Date", &day(ana, 2));
    ana.type_into("Starts", "09:00");
    ana.click("Schedule");
    ana.see("Talk to the dean");
    let page = ana.route();
    ana.click("Who sees this: ");
    ana.click("Only me");
    ana.see("Only you see this from now on.");
    ana.go("#/meetings/calendar");
    ana.see("1 meeting stays here, because only you see it.");
    look(ana, "calendar-stays");
    let (_, text) = ana.download("Save calendar file");
    assert!(text.contains("Second talk") && !text.contains("dean"), "{text}");
    ana.go(&format!("{page}/calendar"));
    ana.see("open the meeting and change who sees it.");
    assert!(!ana.can_click("Save calendar file"), "there is nothing to save");
    ana.go(&page);
    ana.click("Who sees this: Only me");
    ana.click("The program too");
    ana.go(&format!("{page}/calendar"));
    ana.see("1 meeting goes into the file.");
    ana.see_no("stays here");
    ana.go(&page);
    ana.click("More for this meeting");
    ana.click("Delete meeting");
    ana.see("Undo");
}

fn the_month_shows_what_is_off(ana: &App<'_>) {
    ana.go(&format!("#/meetings/month/{}", day(ana, 35)));
    ana.see("Exam week");
    let off = "return document.querySelectorAll('.month-grid__mark[data-shape=ring]').length";
    assert_eq!(ana.run::<usize>(off, json!([])), 1);
    let label = "return document.querySelector('.month-grid__day:has([data-shape=ring])').getAttribute('aria-label')";
    let label: String = ana.run(label, json!([]));
    assert!(label.ends_with("1 meeting, 1 not held"), "{label}");
    look(ana, "month");
}

fn change_from_one_on(ana: &App<'_>) {
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

fn lengthen_and_end(ana: &App<'_>) {
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

fn open_as_mentor(dana: &App<'_>, stage: &Stage, text: &str) {
    let file = stage.file("from-ana-meetings.json", text);
    dana.see("Welcome to Steadyhand");
    dana.type_into("Your name", "Dana Ruiz");
    dana.click("Mentor");
    dana.click("Open a file I was sent");
    dana.upload("Open a file", &file);
    dana.see("Plan from Ana Morales, student");
    dana.click("Bring in");
    dana.see("brought in");
}

fn the_other_side_sees_it(dana: &App<'_>) {
    dana.go("#/meetings");
    dana.see("moved");
    dana.see("left out");
    dana.see("Exam week");
    dana.click("1 past meeting");
    dana.click("First talk");
    dana.see("Anchor lower, let go later.");
    dana.see("Two draws a week are watched");
    dana.see("Ana Morales · by ");
    dana.type_into("Your note", "Lower still.");
    dana.click("Add note");
    dana.see("Lower still.");
    look(dana, "held-by-the-other");
}

fn both_notes_stand(ana: &App<'_>) {
    ana.go("#/meetings");
    ana.click("1 past meeting");
    ana.click("First talk");
    ana.see("Anchor lower, let go later.");
    ana.see("Lower still.");
    ana.click("Next: ");
    ana.tick("Ask for butterfly needles");
    ana.see("Action item done.");
    open_meeting(ana, "Second talk", 1);
    ana.see_no("From earlier meetings");
}

/// The same pages in the other language, on a dark screen.
fn in_spanish(dana: &App<'_>) {
    dana.go("#/more/settings");
    dana.click("Español");
    dana.go("#/meetings");
    dana.see("Reuniones que se repiten");
    look(dana, "es-list");
    dana.go("#/meetings/new");
    dana.type_into("Título", "Charla");
    dana.type_into("Fecha", "2027-01-14");
    dana.type_into("Empieza", "15:30");
    dana.click("Cada mes, segundo jueves");
    dana.see("el segundo jueves de cada mes 15:30");
    look(dana, "es-new");
    dana.click("Cada semana");
    dana.see("los jueves 15:30");
    dana.go("#/meetings/calendar");
    dana.see("Archivo de calendario");
    look(dana, "es-calendar");
    dana.go("#/meetings");
    dana.click("1 reunión pasada");
    dana.click("First talk");
    dana.see("Decisiones");
    look(dana, "es-held");
    dana.click("Próxima: ");
    dana.see("De reuniones anteriores");
    look(dana, "es-meeting");
}
