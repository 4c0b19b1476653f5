//! Calendars out: what they say, that they rise, and samples for parsers of other people.
//!
//! The samples go to `target/calendars`, each `.ics` with a `.json` that says what a reader must find in it.
//! `./dev test` then has them read by two independent parsers: see `tests/calendars`.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use serde_json::{Value, json};
use steadyhand::codec::ics::{self, Calendar};
use steadyhand::domain::{
    Appointment, Command, Ending, Kind, MeetingChange, MeetingStatus, PlanId, RecordId, RecordKey,
    Repeat, Span, Timetable, Zones,
};

use super::{Side, chicago, local, pair, student, utc};

const TRICKY: &str = "Draws; \"veins\", tubes \\ caps: 採血 — Nuñez & niño, a very long title that has to be folded somewhere 🩸🩸";

fn made() -> DateTime<Utc> {
    utc("2026-11-24 12:10")
}

fn calendar(plan: PlanId, zones: &Zones) -> Calendar<'_> {
    Calendar { plan, made: made(), zones, alarm: Some(15), with_agenda: true }
}

fn all(side: &Side, plan: PlanId) -> Vec<Appointment> {
    side.plan(plan).appointments(|_| true)
}

/// What a reader has to find of each meeting.
fn expected(plan: PlanId, zones: &Zones, meetings: &[Appointment]) -> Value {
    let text = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
    let one = |one: &Appointment| {
        let (meeting, span) = (&one.meeting, one.meeting.span(zones)?);
        let say = |words: &str| if one.is_deleted { String::new() } else { text(words) };
        Some(json!({
            "uid": format!("{plan}-{}@steadyhand", meeting.id),
            "sequence": one.edition,
            "start": span.from.timestamp(),
            "end": span.until.timestamp(),
            "stamp": made().timestamp(),
            "status": if one.stands { "CONFIRMED" } else { "CANCELLED" },
            "summary": say(&meeting.title),
            "location": say(&meeting.place),
            "description": say(&meeting.agenda),
            "alarms": if one.stands { vec![-15] } else { vec![] },
        }))
    };
    meetings.iter().filter_map(one).collect()
}

fn save(name: &str, text: &str, expected: &Value) {
    let root = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
    let folder = root.join("calendars");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{name}.ics")), text).unwrap();
    fs::write(folder.join(format!("{name}.json")), expected.to_string()).unwrap();
}

/// Meetings of every sort: in series across changes of the clock, moved, left out, called off, held, deleted.
fn full() -> (Side, PlanId, Vec<RecordId>) {
    let (mut ana, plan, _) = student();
    let start = |starts: &str, zone: &str, title: &str| Timetable::StartSeries {
        changes: vec![
            MeetingChange::Title(title.to_owned()),
            MeetingChange::Starts(local(starts)),
            MeetingChange::Minutes(45),
            MeetingChange::Place("Café, 2nd floor; back".to_owned()),
            MeetingChange::Agenda("What went well\nWhat to try: \\ and ;".to_owned()),
            MeetingChange::Zone(zone.to_owned()),
        ],
        repeat: Repeat::Weekly,
        ending: Ending::Times(3),
    };
    let mut ids = Vec::new();
    for (starts, zone) in [
        ("2026-03-01 15:30", "America/Chicago"),
        ("2026-10-25 01:30", "America/New_York"),
        ("2027-03-07 02:30", "America/Chicago"),
        ("2027-10-31 23:45", ""),
    ] {
        let event = ana.does(plan, start(starts, zone, TRICKY));
        ids.extend(event.touched.iter().filter(|key| key.kind == Kind::Meeting).map(|key| key.id));
    }
    let revise = |ana: &mut Side, meeting, changes| {
        ana.carry_out(Command::ReviseMeeting { plan, meeting, changes }).unwrap();
    };
    revise(&mut ana, ids[1], vec![MeetingChange::Starts(local("2026-03-09 08:00"))]);
    revise(&mut ana, ids[2], vec![MeetingChange::Status(MeetingStatus::Skipped)]);
    revise(&mut ana, ids[3], vec![MeetingChange::Status(MeetingStatus::Cancelled)]);
    revise(&mut ana, ids[4], vec![MeetingChange::Status(MeetingStatus::Held)]);
    revise(
        &mut ana,
        ids[6],
        vec![MeetingChange::Place(String::new()), MeetingChange::Agenda(String::new())],
    );
    ana.carry_out(Command::Delete(RecordKey { plan, kind: Kind::Meeting, id: ids[5] })).unwrap();
    (ana, plan, ids)
}

#[test]
fn samples_are_written_for_other_parsers() {
    let (ana, plan, ids) = full();
    let zones = chicago();
    let every = all(&ana, plan);
    assert_eq!(every.len(), 12);
    let text = ics::write(&calendar(plan, &zones), &every);
    save("all", &text, &expected(plan, &zones, &every));
    let one = ana.plan(plan).appointments(|id| id == ids[0]);
    save("one", &ics::write(&calendar(plan, &zones), &one), &expected(plan, &zones, &one));
    save("none", &ics::write(&calendar(plan, &zones), &[]), &json!([]));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    // A deleted meeting tells nothing but that it is off.
    let deleted = text.split("BEGIN:VEVENT").find(|event| event.contains(&ids[5].to_string()));
    assert!(!deleted.unwrap().contains("SUMMARY") && deleted.unwrap().contains("STATUS:CANCELLED"));
    // What may not be seen is not there at all.
    let some = ana.plan(plan).appointments(|id| id != ids[0]);
    assert!(!ics::write(&calendar(plan, &zones), &some).contains(&ids[0].to_string()));
    let plain = Calendar { with_agenda: false, alarm: None, ..calendar(plan, &zones) };
    let plain = ics::write(&plain, &every);
    assert!(!plain.contains("DESCRIPTION") && !plain.contains("VALARM"));
}

#[test]
fn what_is_written_is_read_back_as_it_was() {
    let (ana, plan, _) = full();
    let zones = chicago();
    let every = all(&ana, plan);
    let text = ics::write(&calendar(plan, &zones), &every);
    let span = Span { from: utc("2026-01-01 00:00"), until: utc("2028-01-01 00:00") };
    let reading = ics::read_shifts(text.as_bytes(), &zones, span).unwrap();
    let moments = |found: Vec<_>| found.into_iter().collect::<BTreeSet<_>>();
    let stand = every.iter().filter(|one| one.stands);
    let written =
        stand.map(|one| (one.meeting.title.clone(), one.meeting.span(&zones).unwrap().from));
    let read =
        reading.shifts.iter().map(|it| (it.title.clone(), zones.of(&it.zone).moment(it.starts)));
    assert_eq!(moments(read.collect()), moments(written.collect()));
    assert_eq!(reading.shifts.len(), 9);
}

#[test]
fn the_sequence_rises_with_each_change_wherever_it_was_made() {
    let (mut ana, mut dana, plan) = pair();
    let zones = chicago();
    let schedule = Command::ScheduleMeetings {
        plan,
        changes: vec![
            MeetingChange::Title("Talk".to_owned()),
            MeetingChange::Starts(local("2026-11-26 15:30")),
        ],
        times: 1,
    };
    let meeting = ana.carry_out(schedule).unwrap().subject.unwrap().id;
    dana.import_from(&ana);
    let edition = |side: &Side| all(side, plan)[0].edition;
    assert_eq!((edition(&ana), edition(&dana)), (1, 1));
    let revise = |side: &mut Side, place: &str| {
        let changes = vec![MeetingChange::Place(place.to_owned())];
        side.carry_out(Command::ReviseMeeting { plan, meeting, changes }).unwrap();
    };
    revise(&mut ana, "Lab");
    revise(&mut dana, "Cafeteria");
    revise(&mut dana, "Office");
    let apart = [edition(&ana), edition(&dana)];
    assert_eq!(apart, [2, 3]);
    let copy = Side { workspace: ana.workspace.clone(), device: ana.device, draws: 0 };
    ana.import_from(&dana);
    dana.import_from(&copy);
    assert_eq!([edition(&ana), edition(&dana)], [4, 4]);
    // The same state is the same file, to the byte.
    let file = |side: &Side| ics::write(&calendar(plan, &zones), &all(side, plan));
    assert_eq!(file(&ana), file(&dana));
    ana.carry_out(Command::Delete(RecordKey { plan, kind: Kind::Meeting, id: meeting })).unwrap();
    assert_eq!(edition(&ana), 5);
    assert!(!all(&ana, plan)[0].stands);
}

proptest! {
    #[test]
    fn any_words_and_times_come_back(
        title in "\\PC{1,120}", place in any::<String>(), minute in 0i64..1_000_000, minutes in 1i64..720,
    ) {
        prop_assume!(!title.trim().is_empty());
        let (mut ana, plan, _) = student();
        let zones = chicago();
        let starts = local("2026-01-01 00:00") + TimeDelta::minutes(minute);
        let schedule = Command::ScheduleMeetings {
            plan,
            changes: vec![
                MeetingChange::Title(title.clone()),
                MeetingChange::Starts(starts),
                MeetingChange::Minutes(minutes),
                MeetingChange::Place(place),
            ],
            times: 1,
        };
        ana.carry_out(schedule).unwrap();
        let every = all(&ana, plan);
        let text = ics::write(&calendar(plan, &zones), &every);
        prop_assert!(text.split_terminator("\r\n").all(|line| line.len() <= 75));
        let span = Span { from: utc("2025-12-01 00:00"), until: utc("2029-01-01 00:00") };
        let reading = ics::read_shifts(text.as_bytes(), &zones, span).unwrap();
        prop_assert_eq!(reading.shifts.len(), 1);
        prop_assert_eq!(&reading.shifts[0].title, title.trim());
        let read = &reading.shifts[0];
        let moment = zones.of(&read.zone).moment(read.starts);
        // A time that is shown twice may be meant as either, and one that is never shown as none.
        let written = every[0].meeting.span(&zones).unwrap().from;
        prop_assert_eq!(moment, written);
    }
}
