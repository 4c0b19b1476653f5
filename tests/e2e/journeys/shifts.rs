//! Shifts and times that suit: a student types nights and takes over a roster, lets it be known when she is busy
//! and nothing else; her mentor, in Spanish and in the dark, has shifts of her own, is told why a time is bad, and
//! takes a better one.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::both_sides::begin_a_plan;
use crate::app::App;
use crate::engine::Setup;
use crate::stage::Stage;
use crate::welcome::MENTORA;

/// Where Ana works, by what she typed and by her roster. Neither may be in any file.
const PLACES: [&str; 2] = ["Quokka Ward", "Zanzibar Clinic"];
/// Where Dana works.
const HERS: &str = "Umbrella Lab";

pub fn play(stage: &Stage) {
    let ana = stage.browser("ana", Setup::PHONE);
    begin_a_plan(&ana);
    type_nights(&ana);
    take_over_a_roster(&ana, stage);
    delete_and_bring_back(&ana);
    change_one(&ana);
    share_busy_times(&ana);
    let first = export(&ana, "#/more/share", "Export plan");
    tells_only_when(&first);
    let blocks = busy_blocks(&first);
    // What is told follows the shifts without being asked.
    add_one(&ana, 20, ["One shift", "Date", "Add 1 shift"]);
    let text = export(&ana, "#/more/share", "Export plan");
    tells_only_when(&text);
    assert_eq!(busy_blocks(&text), blocks + 1, "the new night is told of, too");
    asks_why_not(&ana);

    let dana = stage.browser("dana", Setup::PHONE.dark().speaking("es-US"));
    open_as_mentor(&dana, &stage.file("from-ana.json", &text));
    find_a_time(&dana);
    let answer = export(&dana, "#/more/share", "Exportar plan");
    assert!(!answer.contains(HERS), "the file tells where Dana works");

    ana.go("#/more/import");
    ana.upload("Open a file", &stage.file("from-dana.json", &answer));
    ana.see("Plan from");
    ana.click("Bring in");
    ana.see("brought in");
    ana.go("#/meetings/find-time");
    ana.see("Dana Ruiz has not shared when they are busy.");
    look(&ana, "find-time");
    ana.go("#/meetings/shifts");
    ana.see("Let Dana Ruiz know when I am busy");
    ana.tick("Let Dana Ruiz know when I am busy");
    ana.see("Your busy times no longer go along.");
    assert_eq!(busy_blocks(&export(&ana, "#/more/share", "Export plan")), 0);
    for app in [&ana, &dana] {
        assert_eq!(app.console_errors(), Vec::<String>::new(), "on the console");
    }
}

/// The day so many days from now, by the browser's clock.
fn day(app: &App<'_>, from_now: u32) -> NaiveDate {
    let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]); \
                  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]";
    let (year, month, day): (i32, u32, u32) = app.run(script, json!([from_now]));
    NaiveDate::from_ymd_opt(year, month, day).expect("a browser knows what day it is")
}

/// As the app writes a day in English.
fn words(day: NaiveDate) -> String {
    day.format("%a %-d %b").to_string()
}

fn look(app: &App<'_>, name: &str) {
    app.screenshot(name);
    app.has_no_faults(name);
    app.is_accessible();
}

fn type_nights(ana: &App<'_>) {
    ana.go("#/meetings/shifts");
    ana.see("When do you work?");
    look(ana, "empty");
    ana.click("Add shifts");
    ana.see("Which days");
    ana.click("Weekdays");
    ana.see("Days of the week");
    look(ana, "weekdays");
    ana.click("Other");
    ana.clear_and_type("Days on", "0");
    ana.see("Pick a number from 1 to 28.");
    look(ana, "wrong");
    ana.click("Add shifts");
    ana.see("Something is missing above.");
    ana.click("3 on, 4 off");
    ana.click("Nights 19–07");
    ana.see("12 hours, until the next day");
    ana.type_into("First day", &day(ana, 2).to_string());
    ana.clear_and_type("Weeks", "2");
    ana.type_into("Where or what", PLACES[0]);
    // Nothing typed is lost on the way.
    ana.go("#/meetings");
    ana.go("#/meetings/shifts/new");
    ana.see_field("Where or what", PLACES[0]);
    let (first, last) = (words(day(ana, 2)), words(day(ana, 11)));
    ana.see(&format!("6 shifts. First: {first} 19:00–07:00. Last: {last} 19:00–07:00."));
    look(ana, "pattern");
    ana.click("Add 6 shifts");
    ana.see("6 shifts added. Only you see them.");
    ana.see(&format!("{first} 19:00–07:00"));
    ana.see(PLACES[0]);
    look(ana, "shifts");
    ana.scroll_to_end();
    ana.screenshot("shifts-end");
}

/// Three days in a clinic, an event of whole days, and a fourth shift that the file breaks off in.
fn roster(ana: &App<'_>) -> String {
    let event = |number: u32, from_now: u32| {
        let compact = day(ana, from_now).format("%Y%m%d");
        format!(
            "BEGIN:VEVENT\r\nUID:shift-{number}@roster\r\nSUMMARY:{}\r\n\
             DTSTART;TZID=America/Chicago:{compact}T070000\r\n\
             DTEND;TZID=America/Chicago:{compact}T150000\r\nEND:VEVENT\r\n",
            PLACES[1]
        )
    };
    let whole_day = format!(
        "BEGIN:VEVENT\r\nUID:fair@roster\r\nSUMMARY:Job fair\r\nDTSTART;VALUE=DATE:{}\r\nEND:VEVENT\r\n",
        day(ana, 9).format("%Y%m%d")
    );
    let days: String = (1..=3).map(|number| event(number, 13 + number)).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{days}{whole_day}BEGIN:VEVENT\r\nUID:cut@roster\r\n")
}

fn take_over_a_roster(ana: &App<'_>, stage: &Stage) {
    ana.go("#/meetings/shifts/new");
    ana.click("Calendar file");
    ana.see("Many scheduling apps");
    ana.upload("Open a calendar file", &stage.file("no.ics", "Dear Ana,\nyour shifts are…"));
    ana.see("its first line does not say BEGIN:VCALENDAR. Nothing was changed.");
    look(ana, "no-calendar");
    let good = stage.file("roster.ics", &roster(ana));
    ana.upload("Open a calendar file", &good);
    ana.see("3 new");
    ana.see("“Job fair”: takes whole days");
    ana.see("The file ends in the middle of event 5.");
    look(ana, "roster");
    ana.click("Take in 3 shifts");
    ana.see("3 shifts added. Only you see them.");
    ana.go("#/meetings/shifts/new");
    ana.click("Calendar file");
    ana.upload("Open a calendar file", &good);
    ana.see("Nothing new in this file.");
    look(ana, "roster-again");
    ana.see_no("Take in");
}

fn delete_and_bring_back(ana: &App<'_>) {
    ana.go("#/meetings/shifts");
    let first = format!("{} 19:00–07:00", words(day(ana, 2)));
    ana.click(&format!("More for the shift {first}"));
    ana.screenshot("menu");
    ana.click("Delete all 6 of this pattern");
    ana.see("6 shifts deleted.");
    ana.see_no(&first);
    ana.click("Undo");
    ana.see(&first);
    let second = format!("{} 19:00–07:00", words(day(ana, 3)));
    ana.click(&format!("More for the shift {second}"));
    ana.click("Delete this shift");
    ana.see("1 shift deleted.");
    ana.see_no(&second);
    ana.click("Undo");
    ana.see(&second);
}

/// Its start, its end and its day, each with the others left as they are, and each taken back.
fn change_one(ana: &App<'_>) {
    let day_of = words(day(ana, 3));
    ana.click(&format!("{day_of} 19:00–07:00"));
    ana.see("Only me");
    ana.see_field("Where or what", PLACES[0]);
    ana.see("12 hours, until the next day");
    look(ana, "shift");
    ana.type_into("Starts", "20:15");
    ana.press(Key::Tab);
    ana.see("Shift changed.");
    ana.see(&format!("{day_of} 20:15–07:00"));
    ana.see("10 h 45 min, until the next day");
    ana.click("Undo");
    ana.see(&format!("{day_of} 19:00–07:00"));
    ana.type_into("Ends", "23:00");
    ana.press(Key::Tab);
    ana.see(&format!("{day_of} 19:00–23:00"));
    look(ana, "shift-changed");
    ana.click("Shifts");
    ana.see(&format!("{day_of} 19:00–23:00"));
    ana.click(&format!("{day_of} 19:00–23:00"));
    ana.see_field("Ends", "23:00");
    ana.type_into("Ends", "07:00");
    ana.press(Key::Tab);
    ana.see(&format!("{day_of} 19:00–07:00"));
    ana.type_into("Date", &day(ana, 8).to_string());
    ana.press(Key::Tab);
    ana.see(&format!("{} 19:00–07:00", words(day(ana, 8))));
    ana.click("Undo");
    ana.see(&format!("{day_of} 19:00–07:00"));
    ana.click("History");
    ana.see("You changed");
    look(ana, "shift-history");
    ana.go("#/meetings/shifts");
}

fn share_busy_times(ana: &App<'_>) {
    ana.scroll_to_end();
    ana.see("Your shifts stay on this device.");
    ana.click("What the others would see");
    let (from, until) = (words(day(ana, 2)), words(day(ana, 5)));
    // Three nights with the sleep between them are one block.
    ana.see(&format!("{from} 16:00 – {until} 16:00"));
    let text = export(ana, "#/more/share", "Export plan");
    assert_eq!(busy_blocks(&text), 0, "nothing is told before it is wished");
    ana.go("#/meetings/shifts");
    ana.tick("Let the others know when I am busy");
    ana.see("Your busy times go along with your next file, without saying why.");
    ana.click("What the others can see");
    ana.see(&format!("{from} 16:00 – {until} 16:00"));
    ana.scroll_to_end();
    look(ana, "sharing");
}

fn export(app: &App<'_>, page: &str, button: &str) -> String {
    app.go(page);
    app.download(button).1
}

/// A file says when there is no time, and has nothing of shifts: no words, no records, no count.
#[track_caller]
fn tells_only_when(text: &str) {
    for place in PLACES {
        assert!(!text.contains(place), "the file says {place:?}");
    }
    let bundle: Value = serde_json::from_str(text).expect("the file is JSON");
    let shifts = &bundle["plans"][0]["shifts"];
    assert!(shifts.as_array().is_none_or(Vec::is_empty), "{shifts}");
    assert!(!text.contains("roster"), "the file names what is in the roster");
}

/// How many blocks of time a file says that there is none.
fn busy_blocks(text: &str) -> usize {
    let bundle: Value = serde_json::from_str(text).expect("the file is JSON");
    let told = bundle["plans"][0]["free_busy"].as_array().cloned().unwrap_or_default();
    let times = told.iter().filter_map(|one| one["times"].as_str());
    times.map(|times| times.split_whitespace().count()).sum()
}

/// Adds one night alone.
fn add_one(app: &App<'_>, from_now: u32, [single, date, add]: [&str; 3]) {
    app.go("#/meetings/shifts/new");
    app.click(single);
    app.type_into(date, &day(app, from_now).to_string());
    app.click(add);
    app.see(&day(app, from_now).format("%-d").to_string());
    // The form is left once the shift is there.
    let is_left = || (app.route() == "#/meetings/shifts").then_some(());
    assert!(crate::wait::eventually(is_left).is_some(), "the form is still there");
}

/// Why a time in the sleep after a night is bad, and which one is not.
fn asks_why_not(ana: &App<'_>) {
    ana.go("#/meetings/find-time");
    ana.see("Good times, best first");
    ana.type_into("Date", &day(ana, 5).to_string());
    ana.type_into("Starts", "12:00");
    ana.see("is not a good time.");
    ana.see("These are your hours of sleep after a night shift, until 16:00.");
    ana.scroll_to_end();
    look(ana, "asleep");
    ana.type_into("Starts", "16:00");
    ana.see(&format!("{} 16:00–16:30 works.", words(day(ana, 5))));
    ana.type_into("Starts", "23:00");
    ana.see("It is night: meetings are from 06:00 to 22:00.");
    ana.type_into("Date", "2020-01-01");
    ana.see("That time has passed.");
}

fn open_as_mentor(dana: &App<'_>, file: &Path) {
    // WebKit's browser here speaks English whatever it is told.
    dana.is_introduced(MENTORA, "Dana Ruiz");
    dana.click("Abrir un archivo que me enviaron");
    dana.upload("Abrir un archivo", file);
    dana.see("Plan de Ana Morales, estudiante");
    dana.click("Traer");
    dana.see("Llegaron");
}

fn find_a_time(dana: &App<'_>) {
    dana.go("#/meetings/shifts");
    dana.see("¿Cuándo trabajas?");
    look(dana, "empty");
    dana.go("#/meetings/find-time");
    dana.see("No has escrito tus turnos");
    dana.go("#/meetings/shifts/new");
    dana.click("Un turno");
    dana.click("Días 07–19");
    dana.type_into("Fecha", &day(dana, 6).to_string());
    dana.type_into("Dónde o qué", HERS);
    look(dana, "single");
    dana.click("Agregar 1 turno");
    dana.see("1 turno agregado. Solo tú lo ves.");
    look(dana, "shifts");
    dana.go("#/meetings/find-time");
    dana.see("Ana Morales compartió sus horas ocupadas hasta el");
    dana.see("Tú y Ana Morales tienen tiempo");
    look(dana, "find-time");
    dana.type_into("Fecha", &day(dana, 6).to_string());
    dana.type_into("Empieza", "10:00");
    dana.see("Estás de turno hasta 19:00.");
    dana.type_into("Fecha", &day(dana, 5).to_string());
    dana.type_into("Empieza", "12:00");
    dana.see("Ana Morales no tiene tiempo hasta 16:00.");
    dana.scroll_to_end();
    look(dana, "busy");
    dana.click("Programar mejor");
    dana.see("Reunión programada.");
    dana.see_field("Empieza", "16:00");
    dana.see_field("Fecha", &day(dana, 5).to_string());
    // Taken back and made again out of the list, with one tap each.
    dana.click("Deshacer");
    dana.go("#/meetings/find-time");
    let script = "const best = document.querySelector('.answer-list button'); best.click(); \
                  return best.innerText";
    dana.see("Horas buenas, las mejores primero");
    let best: String = dana.run(script, json!([]));
    assert!(best.contains('–'), "{best:?} is no time");
    dana.see("Reunión programada.");
    look(dana, "scheduled");
}
