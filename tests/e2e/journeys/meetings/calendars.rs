//! Meetings taken into other calendars, again after they have changed.

use std::collections::BTreeMap;

use super::{day, look, moment, open_meeting};
use crate::app::App;

/// What a calendar holds of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
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

pub fn calendar_of_all(app: &App<'_>) -> BTreeMap<String, Entry> {
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

pub fn calendar_of_one(app: &App<'_>, title: &str, number: usize) -> BTreeMap<String, Entry> {
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
pub fn other_calendars_follow(ana: &App<'_>, before: &[BTreeMap<String, Entry>; 2]) {
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
pub fn what_only_she_sees_stays(ana: &App<'_>) {
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
