//! Meetings from the first to the next: one is held with all that belongs to it, the next ones are set before
//! parting, one is moved, one is left out; other calendars and the other side follow.

use serde_json::json;
use thirtyfour::Key;

use super::both_sides::{begin_a_plan, bring_in, export};
use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;
use crate::welcome::MENTOR;
use calendars::{
    calendar_of_all, calendar_of_one, other_calendars_follow, what_only_she_sees_stays,
};
use series::{
    change_from_one_on, leave_one_out, lengthen_and_end, move_one, set_the_next_before_parting,
    the_month_shows_what_is_off,
};

mod calendars;
mod series;

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

fn open_as_mentor(dana: &App<'_>, stage: &Stage, text: &str) {
    let file = stage.file("from-ana-meetings.json", text);
    dana.is_introduced(MENTOR, "Dana Ruiz");
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
