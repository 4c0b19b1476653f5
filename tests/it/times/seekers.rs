//! Who looks for a time, what is known of them, and what others are told as shifts change; also where the clock is
//! changed.

use chrono::{DateTime, TimeDelta, Utc};
use steadyhand::codec::ics::read_shifts;
use steadyhand::domain::{
    Bar, BusySort, Command, Known, NewShift, PlanId, RecordId, RestSort, Rhythm, ShiftPattern,
    ShiftsFound, Span, Timetable, Wish, first_from, judge, propose, to_tell,
};

use super::{Side, chicago, local, pair, student, utc};

/// Nights from 19:00 to 07:00, on so many days from a day on.
fn nights(first: &str, days: u32) -> ShiftPattern {
    let starts = local(&format!("{first} 19:00"));
    let last = starts.date() + TimeDelta::days(i64::from(days) - 1);
    let rhythm = Rhythm::OnOff { on: 1, off: 0 };
    ShiftPattern { rhythm, first: starts.date(), last, starts: starts.time(), minutes: 720 }
}

fn add(side: &mut Side, plan: PlanId, person: RecordId, pattern: ShiftPattern) {
    let (title, zone) = ("St. Mary ER".to_owned(), "America/Chicago".to_owned());
    side.does(plan, Timetable::AddShifts { person, pattern, title, zone });
}

fn me(side: &Side, plan: PlanId) -> RecordId {
    side.plan(plan).person_of(side.device).unwrap()
}

/// Lets it be known when a person has no time, as the switch does.
fn share(side: &mut Side, plan: PlanId, now: DateTime<Utc>) {
    let person = me(side, plan);
    let (span, busy) = to_tell(&side.plan(plan).shifts_of(person), &chicago(), now);
    side.does(plan, Timetable::ShareFreeBusy { person, span, busy, now });
}

#[test]
fn each_side_knows_its_own_shifts_and_of_the_other_what_was_told() {
    let zones = chicago();
    let (mut ana, mut dana, plan) = pair();
    let (ana_id, dana_id) = (me(&ana, plan), me(&dana, plan));
    let now = utc("2026-11-24 12:00");
    let whole = Span { from: now, until: utc("2026-12-24 12:00") };
    let known = |side: &Side, me: RecordId| {
        let seekers = side.plan(plan).seekers(me, &zones, whole, now);
        seekers.into_iter().map(|one| (one.person, one.known)).collect::<Vec<_>>()
    };
    assert_eq!(known(&dana, dana_id), [(dana_id, Known::Nothing), (ana_id, Known::Nothing)]);

    add(&mut ana, plan, ana_id, nights("2026-11-26", 2));
    share(&mut ana, plan, now);
    dana.import_from(&ana);
    // The file is for the pair in the program; records merge whole here, so the shifts are taken off.
    let shifts = dana.plan(plan).shifts_of(ana_id).into_iter().map(|shift| shift.id).collect();
    dana.does(plan, Timetable::DeleteShifts { shifts });
    let until = utc("2026-11-28 22:00");
    assert_eq!(known(&ana, ana_id), [(ana_id, Known::Shifts), (dana_id, Known::Nothing)]);
    assert_eq!(known(&dana, dana_id), [(dana_id, Known::Nothing), (ana_id, Known::Told(until))]);

    // Ana is told why, Dana only that there is no time; and what was told is over one day.
    let bars = |side: &Side, me: RecordId, at: &str| {
        let seekers = side.plan(plan).seekers(me, &zones, whole, now);
        let people: Vec<_> = seekers.iter().map(|one| one.attendee(zones.home())).collect();
        let wish = Wish { minutes: 30, within: whole, best: None, usual: None, most: 5 };
        judge(&wish, &people, zones.home().moment(local(at))).bars
    };
    let wakes = utc("2026-11-28 22:00");
    let asleep = Bar::AtRest { person: ana_id, sort: RestSort::AfterNight, until: wakes };
    assert_eq!(bars(&ana, ana_id, "2026-11-28 15:30"), [asleep]);
    let told = Bar::Told { person: ana_id, until };
    assert_eq!(bars(&dana, dana_id, "2026-11-28 15:30"), [told]);
    assert_eq!(bars(&dana, dana_id, "2026-11-28 16:00"), []);
    let later = dana.plan(plan).seekers(dana_id, &zones, whole, until);
    assert_eq!(later[1].known, Known::Nothing);
}

#[test]
fn what_is_told_follows_the_shifts_of_the_device_that_told_it() {
    let zones = chicago();
    let (mut ana, plan, person) = student();
    add(&mut ana, plan, person, nights("2026-11-26", 1));
    let now = utc("2026-11-24 12:00");
    let retold = |side: &Side, now| {
        let shifts = side.plan(plan).shifts_of(person);
        side.plan(plan).retold(person, side.device, &shifts, &zones, now)
    };
    assert_eq!(retold(&ana, now), None, "nothing is told by itself");
    share(&mut ana, plan, now);
    assert_eq!(retold(&ana, now), None);
    assert_eq!(retold(&ana, utc("2026-11-27 12:00")), None, "time alone changes nothing");
    add(&mut ana, plan, person, nights("2026-12-03", 1));
    let deed = retold(&ana, now).expect("another night is to be told of");
    ana.does(plan, deed);
    let told = ana.plan(plan).free_busy_of(person).unwrap();
    assert_eq!(told.busy.len(), 2);
    assert_eq!(told.span.unwrap().until, utc("2026-12-04 22:00"));
    assert_eq!(retold(&ana, now), None);

    // Another device of hers has no shifts, and says nothing of that.
    let mut tablet = Side::new(3);
    tablet.import_from(&ana);
    tablet.carry_out(Command::JoinAs { plan, person }).unwrap();
    assert_eq!(tablet.plan(plan).retold(person, tablet.device, &[], &zones, now), None);

    // Without shifts nothing is told of any time, and it is still told.
    let shifts = ana.plan(plan).shifts_of(person).into_iter().map(|shift| shift.id).collect();
    let cleared = ana.does(plan, Timetable::DeleteShifts { shifts });
    let deed = retold(&ana, now).expect("the nights are no more");
    ana.does(plan, deed);
    assert_eq!(ana.plan(plan).free_busy_of(person).unwrap().busy, []);
    assert_eq!(retold(&ana, now), None);
    ana.carry_out(Command::Undo(cleared.undo)).unwrap();
    assert!(retold(&ana, now).is_some(), "the nights are back");
}

#[test]
fn shifts_go_together_with_those_they_came_with() {
    let (mut ana, plan, person) = student();
    add(&mut ana, plan, person, nights("2026-11-26", 3));
    add(&mut ana, plan, person, nights("2026-12-10", 1));
    let shift = |source: &str, title: &str| NewShift {
        source: source.to_owned(),
        starts: local("2026-12-20 07:00"),
        minutes: 480,
        title: title.to_owned(),
        zone: "America/Chicago".to_owned(),
    };
    let roster = [shift("a", "Days"), shift("b", "Days")];
    let compare = |side: &Side, roster: &[NewShift]| side.plan(plan).compare_shifts(person, roster);
    assert_eq!(compare(&ana, &roster), ShiftsFound { new: 2, changed: 0, same: 0 });
    ana.does(plan, Timetable::ImportShifts { person, shifts: roster.to_vec() });
    assert_eq!(compare(&ana, &roster), ShiftsFound { new: 0, changed: 0, same: 2 });
    let other = [shift("a", "Float pool"), shift("b", "Days"), shift("c", "")];
    assert_eq!(compare(&ana, &other), ShiftsFound { new: 1, changed: 1, same: 1 });

    let counts = |side: &Side| {
        let all = side.plan(plan).shifts_of(person);
        let alike =
            |shift: &steadyhand::domain::Shift| side.plan(plan).shifts_alike(shift.id).len();
        all.iter().map(alike).collect::<Vec<_>>()
    };
    assert_eq!(counts(&ana), [3, 3, 3, 1, 2, 2]);
    let first = ana.plan(plan).shifts_of(person)[0].id;
    let shifts = ana.plan(plan).shifts_alike(first).into_iter().map(|shift| shift.id).collect();
    let deed = Timetable::DeleteShifts { shifts };
    let event = ana.does(plan, deed.clone());
    assert_eq!(counts(&ana), [1, 2, 2]);
    assert_eq!(ana.does(plan, deed).touched, [], "gone already");
    ana.carry_out(Command::Undo(event.undo)).unwrap();
    assert_eq!(counts(&ana), [3, 3, 3, 1, 2, 2]);
}

/// The four changes of the clock in the United States in 2026 and 2027: the night of each, and the hours it has.
const CHANGES: [(&str, &str, i64); 4] = [
    ("2026-03-07", "2026-03-08", 11),
    ("2026-10-31", "2026-11-01", 13),
    ("2027-03-13", "2027-03-14", 11),
    ("2027-11-06", "2027-11-07", 13),
];

#[test]
fn times_are_found_after_the_sleep_whatever_the_clock_does_in_the_night() {
    let zones = chicago();
    for (evening, morning, hours) in CHANGES {
        let (mut ana, plan, person) = student();
        add(&mut ana, plan, person, nights(evening, 1));
        let moment = |text: &str| zones.home().moment(local(text));
        let now = moment(&format!("{evening} 12:00"));
        let within = Span { from: now, until: moment(&format!("{morning} 23:59")) };
        let seekers = ana.plan(plan).seekers(person, &zones, within, now);
        let people: Vec<_> = seekers.iter().map(|one| one.attendee(zones.home())).collect();
        let work = seekers[0].busy.iter().find(|busy| busy.sort == BusySort::Shift).unwrap();
        assert_eq!(work.span.minutes(), hours * 60, "{evening}");
        let wish = Wish { minutes: 30, within, best: None, usual: None, most: 9 };
        // The shift ends at seven by the clock; nine real hours later it is four in the afternoon.
        let asked = moment(&format!("{morning} 08:00"));
        let verdict = judge(&wish, &people, asked);
        let until = moment(&format!("{morning} 16:00"));
        assert_eq!(verdict.bars, [Bar::AtRest { person, sort: RestSort::AfterNight, until }]);
        assert_eq!(first_from(&wish, &people, asked).unwrap().span.from, until, "{morning}");
        for one in propose(&wish, &people) {
            let time = zones.home().local(one.span.from);
            let is_before_rest = time < local(&format!("{evening} 16:00"));
            assert!(is_before_rest || one.span.from >= until, "{time} is in the sleep");
        }
        // What is told is the same block, in moments.
        let (span, busy) = to_tell(&ana.plan(plan).shifts_of(person), &zones, now);
        let from = moment(&format!("{evening} 16:00"));
        assert_eq!(busy, [Span { from, until }]);
        assert_eq!(span, Span { from: now, until });
    }
}

#[test]
fn a_calendar_read_over_a_change_of_the_clock_keeps_the_hours_on_the_wall() {
    let zones = chicago();
    for (evening, morning, hours) in CHANGES {
        let compact = |day: &str, time: &str| format!("{}T{time}", day.replace('-', ""));
        // By a zone, and in UTC with the real length: both are the same shift.
        let starts = zones.home().moment(local(&format!("{evening} 19:00")));
        let in_utc = starts.format("%Y%m%dT%H%M%SZ").to_string();
        for lines in [
            format!(
                "DTSTART;TZID=America/Chicago:{}\r\nDTEND;TZID=America/Chicago:{}",
                compact(evening, "190000"),
                compact(morning, "070000")
            ),
            format!("DTSTART:{in_utc}\r\nDURATION:PT{hours}H"),
        ] {
            let text = format!(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@b\r\n{lines}\r\n\
                 SUMMARY:Nights\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            );
            let span = Span { from: utc("2026-01-01 00:00"), until: utc("2028-01-01 00:00") };
            let reading = read_shifts(text.as_bytes(), &zones, span).unwrap();
            let [shift] = reading.shifts.as_slice() else { panic!("{lines}: {reading:?}") };
            assert_eq!(shift.starts, local(&format!("{evening} 19:00")), "{lines}");
            assert_eq!(shift.minutes, 720, "{lines}");
        }
    }
}
