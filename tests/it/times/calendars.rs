//! Calendars in: what is taken over from other programs' files, and what is told.

use proptest::prelude::*;
use steadyhand::codec::ics::{self, CalendarError, Reading, Told};
use steadyhand::domain::{NewShift, Span, Timetable};

use super::{chicago, day, local, student, utc};

fn read(events: &str) -> Reading {
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}\r\nEND:VCALENDAR\r\n",
        events.replace('\n', "\r\n")
    );
    read_whole(&text).unwrap()
}

fn read_whole(text: &str) -> Result<Reading, CalendarError> {
    let span = Span { from: utc("2026-10-01 00:00"), until: utc("2027-10-01 00:00") };
    ics::read_shifts(text.as_bytes(), &chicago(), span)
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:a@b\nSUMMARY:Nights\n{lines}\nEND:VEVENT")
}

/// Each shift as `11-26 19:00 +720`.
fn shifts(reading: &Reading) -> Vec<String> {
    let one =
        |shift: &NewShift| format!("{} +{}", shift.starts.format("%m-%d %H:%M"), shift.minutes);
    reading.shifts.iter().map(one).collect()
}

#[test]
fn times_are_read_however_they_are_written() {
    for (lines, expected) in [
        ("DTSTART:20261126T190000\nDTEND:20261127T070000", "11-26 19:00 +720"),
        ("DTSTART;TZID=America/Chicago:20261126T190000\nDURATION:PT12H", "11-26 19:00 +720"),
        ("DTSTART:20261127T010000Z\nDTEND:20261127T130000Z", "11-26 19:00 +720"),
        (
            "DTSTART;TZID=\"Eastern Standard Time\":20261126T200000\nDURATION:PT12H",
            "11-26 20:00 +720",
        ),
        (
            "DTSTART;TZID=/x.org/America/New_York:20261126T200000\nDURATION:PT12H",
            "11-26 20:00 +720",
        ),
        // The end is by another clock than the start: ten hours all the same.
        (
            "DTSTART;TZID=America/New_York:20261126T200000\nDTEND:20261127T110000Z",
            "11-26 20:00 +600",
        ),
        // By UTC these are twelve hours; the clock is changed meanwhile.
        ("DTSTART:20261101T000000Z\nDTEND:20261101T120000Z", "10-31 19:00 +660"),
        ("DTSTART:20270314T010000Z\nDTEND:20270314T130000Z", "03-13 19:00 +780"),
        (
            "BEGIN:VALARM\nTRIGGER:-PT1H\nDTSTART:19990101T000000\nEND:VALARM\nDTSTART:20261126T190000\nDURATION:PT8H",
            "11-26 19:00 +480",
        ),
    ] {
        let reading = read(&event(lines));
        assert_eq!(shifts(&reading), [expected], "{lines}");
        assert!(reading.told.is_empty(), "{lines}: {:?}", reading.told);
    }
    let eastern =
        read(&event("DTSTART;TZID=Eastern Standard Time:20261126T200000\nDURATION:PT12H"));
    assert_eq!(eastern.shifts[0].zone, "America/New_York");
    let bom = "\u{feff}begin:vcalendar\nbegin:vevent\nuid:x\ndtstart:20261126T190000\nduration:PT1H\nend:vevent\n";
    assert_eq!(shifts(&read_whole(bom).unwrap()), ["11-26 19:00 +60"]);
}

#[test]
fn rules_of_repetition_are_followed_with_their_exceptions() {
    let start = "DTSTART;TZID=America/Chicago:20261026T190000\nDURATION:PT12H\n";
    for (rule, expected) in [
        ("RRULE:FREQ=DAILY;COUNT=3", "10-26 10-27 10-28"),
        ("RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261031", "10-26 10-28 10-30"),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=4", "10-26 10-27 11-02 11-03"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;UNTIL=20261115T120000Z", "10-26 11-01 11-09"),
        // The last moment is given in UTC: seven in the evening is one hour later there after the change.
        ("RRULE:FREQ=WEEKLY;UNTIL=20261103T005959Z", "10-26"),
        ("RRULE:FREQ=WEEKLY;UNTIL=20261103T010000Z", "10-26 11-02"),
        (
            "RRULE:FREQ=DAILY;COUNT=4\nEXDATE;TZID=America/Chicago:20261027T190000,20261028T190000",
            "10-26 10-29",
        ),
        (
            "RRULE:FREQ=DAILY;COUNT=4\nEXDATE:20261029T000000Z\nEXDATE;VALUE=DATE:20261027",
            "10-26 10-29",
        ),
    ] {
        let reading = read(&event(&format!("{start}{rule}")));
        let days = shifts(&reading).join(" ").replace(" 19:00 +720", "");
        assert_eq!(days, expected, "{rule}");
        assert!(reading.told.is_empty(), "{rule}: {:?}", reading.told);
    }
}

#[test]
fn a_single_one_that_was_moved_keeps_its_name() {
    let series = event(
        "DTSTART;TZID=America/Chicago:20261126T190000\nDURATION:PT12H\nRRULE:FREQ=DAILY;COUNT=3",
    );
    let before = read(&series);
    let moved = event("RECURRENCE-ID:20261128T010000Z\nDTSTART:20261201T010000Z\nDURATION:PT8H");
    for text in [format!("{series}\n{moved}"), format!("{moved}\n{series}")] {
        let after = read(&text);
        assert_eq!(shifts(&after), ["11-26 19:00 +720", "11-28 19:00 +720", "11-30 19:00 +480"]);
        let names = |reading: &Reading| {
            let mut names: Vec<_> =
                reading.shifts.iter().map(|shift| shift.source.clone()).collect();
            names.sort();
            names
        };
        assert_eq!(names(&after), names(&before));
    }
    let off = moved.replace("DURATION:PT8H", "DURATION:PT8H\nSTATUS:CANCELLED");
    let after = read(&format!("{series}\n{off}"));
    assert_eq!(shifts(&after), ["11-26 19:00 +720", "11-28 19:00 +720"]);
}

#[test]
fn what_is_not_taken_over_is_told() {
    let title = || "Nights".to_owned();
    let start = "DTSTART:20261126T190000\n";
    for (lines, told, count) in [
        ("DTSTART;VALUE=DATE:20261126", Told::WholeDay { title: title() }, 0),
        (
            "DTSTART:20261126T190000\nDURATION:PT8H\nTRANSP:TRANSPARENT",
            Told::Off { title: title() },
            0,
        ),
        (
            "DTSTART:20261126T190000\nDURATION:PT8H\nSTATUS:cancelled",
            Told::Off { title: title() },
            0,
        ),
        ("DTSTART:20261126T190000", Told::Unreadable { title: title() }, 0),
        ("DTSTART:20261126T190000\nDTEND:20261126T190000", Told::Unreadable { title: title() }, 0),
        ("DTEND:20261126T190000", Told::Unreadable { title: title() }, 0),
        ("DTSTART:26.11.2026\nDURATION:PT8H", Told::Unreadable { title: title() }, 0),
        ("DTSTART:20261126T190000\nDURATION:P2D", Told::TooLong { title: title() }, 0),
        (
            "DTSTART;TZID=Nowhere/Town:20261126T190000\nDURATION:PT8H",
            Told::UnknownZone { name: "Nowhere/Town".to_owned() },
            1,
        ),
    ] {
        let reading = read(&event(lines));
        assert_eq!(Vec::from_iter(reading.told), [told], "{lines}");
        assert_eq!(reading.shifts.len(), count, "{lines}");
    }
    for rule in ["FREQ=MONTHLY", "FREQ=WEEKLY;BYSETPOS=1", "FREQ=WEEKLY;COUNT=x"] {
        let reading = read(&event(&format!("{start}DURATION:PT8H\nRRULE:{rule}")));
        let told = Told::Repetition { title: title(), rule: rule.to_owned() };
        assert_eq!(Vec::from_iter(reading.told), [told]);
        assert_eq!(
            shifts(&Reading { shifts: reading.shifts, ..Reading::default() }),
            ["11-26 19:00 +480"]
        );
    }
    let rdate = read(&event(&format!(
        "{start}DURATION:PT8H\nRRULE:FREQ=DAILY;COUNT=2\nRDATE:20261201T190000"
    )));
    assert_eq!((rdate.told.len(), rdate.shifts.len()), (1, 1));
    let cut = read_whole(&format!(
        "BEGIN:VCALENDAR\n{}\nBEGIN:VEVENT\nUID:c\n",
        event("DTSTART:20261126T190000\nDURATION:PT8H")
    ));
    let cut = cut.unwrap();
    assert_eq!((cut.told.contains(&Told::CutShort { event: 2 }), cut.shifts.len()), (true, 1));
}

#[test]
fn the_limits_hold() {
    assert_eq!(read_whole(""), Err(CalendarError::NotACalendar));
    assert_eq!(read_whole("{\"format\":\"steadyhand\"}"), Err(CalendarError::NotACalendar));
    let limit = ics::CalendarLimits::USUAL.bytes;
    assert_eq!(read_whole(&" ".repeat(limit + 1)), Err(CalendarError::TooLarge { limit }));
    let endless = event("DTSTART:20261001T190000\nDURATION:PT1H\nRRULE:FREQ=DAILY");
    let reading = read(&endless);
    assert_eq!((reading.shifts.len(), reading.told.len()), (364, 0));
    let twice = format!("{endless}\n{}", endless.replace("a@b", "c@d"));
    let reading = read(&twice);
    assert_eq!(reading.shifts.len(), 400);
    assert!(reading.told.contains(&Told::TooMany { limit: 400 }));
    // Rules from long ago that never end cost no more than so many steps in all.
    let old = event("DTSTART:10000101T190000\nDURATION:PT1H\nRRULE:FREQ=DAILY");
    let many: Vec<String> = (0..50).map(|at| old.replace("a@b", &at.to_string())).collect();
    let reading = read(&many.join("\n"));
    assert!(reading.told.iter().any(|told| matches!(told, Told::TooMany { .. })));
    let one = event("DTSTART:20261126T190000\nDURATION:PT1H");
    let events: Vec<String> = (0..5001).map(|at| one.replace("a@b", &at.to_string())).collect();
    assert!(read(&events.join("\n")).told.contains(&Told::TooMany { limit: 5000 }));
    // Several events of one name, as some programs write them, are several shifts.
    let other = event("DTSTART:20261127T190000\nDURATION:PT1H");
    let names = read(&format!("{one}\n{other}\n{other}"));
    assert_eq!(shifts(&names), ["11-26 19:00 +60", "11-27 19:00 +60"]);
    let outside = read(&event("DTSTART:20250101T190000\nDURATION:PT1H"));
    assert_eq!((outside.shifts.len(), outside.outside), (0, 1));
}

#[test]
fn what_is_read_is_taken_over() {
    let text = event(
        "DTSTART;TZID=America/Chicago:20261126T190000\nDURATION:PT12H\nRRULE:FREQ=DAILY;COUNT=3",
    );
    let shifts = read(&text).shifts;
    let (mut ana, plan, person) = student();
    ana.does(plan, Timetable::ImportShifts { person, shifts });
    let starts: Vec<_> = ana.plan(plan).shifts_of(person).into_iter().map(|it| it.starts).collect();
    let nights = ["2026-11-26 19:00", "2026-11-27 19:00", "2026-11-28 19:00"];
    assert_eq!(starts, nights.map(|night| Some(local(night))));
    assert_eq!(ana.plan(plan).zone_names(), ["America/Chicago"]);
    assert_eq!(starts[0].unwrap().date(), day("2026-11-26"));
}

#[test]
fn the_zones_to_ask_for_are_known_before() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=/x.org/America/New_York:1\n\
                DTEND;TZID=Pacific Standard Time:1\nEND:VEVENT\n";
    let names = ics::zones_in(text.as_bytes()).unwrap();
    for name in ["America/New_York", "America/Los_Angeles"] {
        assert!(names.iter().any(|known| known == name), "{names:?}");
    }
    assert_eq!(ics::zones_in(b"x"), Err(CalendarError::NotACalendar));
}

/// Pieces of which files like real ones are made, and unlike.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("BEGIN:VEVENT\n".to_owned()),
        Just("END:VEVENT\n".to_owned()),
        Just("BEGIN:VALARM\n".to_owned()),
        Just("END:VALARM\r\n".to_owned()),
        "UID:[a-c]\n",
        "SUMMARY:\\PC{0,20}\n",
        "DT(START|END)(;TZID=(America/Chicago|x|\"y))?:(0000|2026|2027|9999)(01|03|11|12)(0[1-9]|31)T(0|1|2)[0-9]3000Z?\n",
        "DURATION:P(T?[0-9]{1,12}[WDHMS]){0,3}\n",
        "RRULE:FREQ=(DAILY|WEEKLY|YEARLY)(;(INTERVAL|COUNT)=[0-9]{1,12})?(;BYDAY=(MO|SU|2TU)(,WE)?)?(;UNTIL=20270101)?\n",
        "(EXDATE|RECURRENCE-ID):20261(1|2)(0|1)1T(00|19)0000Z?(,20261126)?\n",
        "\\PC{0,30}\n",
        " \\PC{0,30}",
    ]
}

proptest! {
    #[test]
    fn no_bytes_make_it_stumble(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut whole = b"BEGIN:VCALENDAR\n".to_vec();
        whole.extend(&bytes);
        let span = Span { from: utc("2026-10-01 00:00"), until: utc("2027-10-01 00:00") };
        prop_assert!(ics::read_shifts(&whole, &chicago(), span).is_ok());
        let _any = ics::read_shifts(&bytes, &chicago(), span);
    }

    #[test]
    fn whatever_is_read_is_a_lawful_shift(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{}END:VEVENT\n", pieces.concat());
        let reading = read_whole(&text).unwrap();
        let names: std::collections::BTreeSet<_> = reading.shifts.iter().map(|it| &it.source).collect();
        prop_assert_eq!(names.len(), reading.shifts.len());
        let count = reading.shifts.len();
        let (mut ana, plan, person) = student();
        if count > 0 {
            ana.does(plan, Timetable::ImportShifts { person, shifts: reading.shifts });
            prop_assert_eq!(ana.plan(plan).shifts_of(person).len(), count);
        }
    }
}
