//! Shifts: typed in by pattern, taken over, let known as busy times, and changed by the clock.

use chrono::{NaiveTime, Weekday};
use steadyhand::domain::{
    BusySort, Command, CommandError, Complaint, Happening, Kind, NewShift, PlanId, Problem,
    RecordId, RestSort, Rhythm, Shift, ShiftChange, ShiftPattern, Span, Timetable, shift_length,
    told,
};

use super::{Side, chicago, day, local, student, utc};

fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

fn pattern(rhythm: Rhythm, first: &str, last: &str, starts: &str, ends: &str) -> ShiftPattern {
    let starts = time(&format!("{starts}:00"));
    let minutes = shift_length(starts, time(&format!("{ends}:00")));
    ShiftPattern { rhythm, first: day(first), last: day(last), starts, minutes }
}

fn add(side: &mut Side, plan: PlanId, person: RecordId, pattern: ShiftPattern) -> usize {
    let (title, zone) = ("St. Mary ER".to_owned(), "America/Chicago".to_owned());
    let event = side.does(plan, Timetable::AddShifts { person, pattern, title, zone });
    let Happening::ShiftsAdded { count } = event.happening else { panic!("{event:?}") };
    assert_eq!(event.touched.len(), count);
    count
}

fn starts(side: &Side, plan: PlanId, person: RecordId) -> Vec<String> {
    let shifts = side.plan(plan).shifts_of(person).into_iter();
    shifts.map(|shift| shift.starts.unwrap().format("%m-%d").to_string()).collect()
}

#[test]
fn patterns_are_typed_in_with_one_command() {
    for (rhythm, expected) in [
        (Rhythm::THREE_FOUR, "11-26 11-27 11-28 12-03 12-04 12-05"),
        (Rhythm::FOUR_THREE, "11-26 11-27 11-28 11-29 12-03 12-04 12-05 12-06"),
        (
            Rhythm::OnOff { on: 1, off: 0 },
            "11-26 11-27 11-28 11-29 11-30 12-01 12-02 12-03 12-04 12-05 12-06",
        ),
        (Rhythm::Weekdays(vec![Weekday::Mon, Weekday::Thu]), "11-26 11-30 12-03"),
    ] {
        let (mut ana, plan, me) = student();
        add(&mut ana, plan, me, pattern(rhythm, "2026-11-26", "2026-12-06", "19:00", "07:00"));
        assert_eq!(starts(&ana, plan, me).join(" "), expected);
        let shift = &ana.plan(plan).shifts_of(me)[0];
        assert_eq!((shift.minutes, shift.title.as_str()), (720, "St. Mary ER"));
        assert_eq!(shift.hours(), Some((local("2026-11-26 19:00"), local("2026-11-27 07:00"))));
    }
}

#[test]
fn patterns_that_cannot_be_are_refused() {
    let (mut ana, plan, person) = student();
    let daily = Rhythm::OnOff { on: 1, off: 0 };
    for (pattern, problem) in [
        (
            pattern(daily.clone(), "2026-11-26", "2026-11-25", "07:00", "15:00"),
            Problem::EndsBeforeStart,
        ),
        (
            pattern(daily.clone(), "2026-11-26", "2028-11-25", "07:00", "15:00"),
            Problem::TooMany { limit: 400 },
        ),
        (
            pattern(Rhythm::Weekdays(vec![]), "2026-11-26", "2026-12-25", "07:00", "15:00"),
            Problem::Missing,
        ),
        (
            pattern(Rhythm::OnOff { on: 0, off: 0 }, "2026-11-26", "2026-12-25", "07:00", "15:00"),
            Problem::Missing,
        ),
        (pattern(daily, "1926-11-26", "2026-12-25", "07:00", "15:00"), Problem::DateOutOfRange),
    ] {
        let (title, zone) = (String::new(), String::new());
        let add = Timetable::AddShifts { person, pattern, title, zone };
        let outcome = ana.carry_out(add.within(plan));
        let Err(CommandError::Invalid(Complaint { problem: said, .. })) = outcome else {
            panic!("{outcome:?}")
        };
        assert_eq!(said, problem);
    }
    assert_eq!(shift_length(time("19:00:00"), time("07:00:00")), 720);
    assert_eq!(shift_length(time("07:00:00"), time("07:00:00")), 1440);
    assert_eq!(shift_length(time("07:00:00"), time("15:30:00")), 510);
}

#[test]
fn a_night_in_which_the_clock_is_changed_is_an_hour_shorter_or_longer() {
    let zones = chicago();
    for (first, hours) in [
        ("2026-03-07", 11),
        ("2026-03-08", 12),
        ("2026-10-31", 13),
        ("2026-11-01", 12),
        ("2027-03-13", 11),
        ("2027-11-06", 13),
    ] {
        let (mut ana, plan, me) = student();
        let one = Rhythm::OnOff { on: 1, off: 0 };
        add(&mut ana, plan, me, pattern(one, first, first, "19:00", "07:00"));
        let shift = ana.plan(plan).shifts_of(me).remove(0);
        assert_eq!(shift.minutes, 720);
        let span = shift.span(&zones).unwrap();
        assert_eq!(span.minutes(), hours * 60, "{first}");
        assert_eq!(zones.home().local(span.until).time(), time("07:00:00"));
        // Sleep is nine hours of real time after that.
        let whole = Span { from: utc("2026-01-01 00:00"), until: utc("2028-01-01 00:00") };
        let busy = ana.plan(plan).busy_of(me, &zones, whole);
        let sorts: Vec<_> = busy.iter().map(|busy| (busy.sort, busy.span.minutes())).collect();
        assert_eq!(
            sorts,
            [
                (BusySort::Rest(RestSort::BeforeNight), 180),
                (BusySort::Shift, hours * 60),
                (BusySort::Rest(RestSort::AfterNight), 540),
            ]
        );
        assert_eq!(busy[2].span.from, span.until);
    }
}

#[test]
fn a_calendar_read_again_brings_shifts_up_to_date_and_doubles_none() {
    let (mut ana, plan, person) = student();
    let shift = |source: &str, starts: &str| NewShift {
        source: source.to_owned(),
        starts: local(starts),
        minutes: 720,
        title: "Nights".to_owned(),
        zone: "America/Chicago".to_owned(),
    };
    let long = "x".repeat(900);
    let first = vec![shift("a@b", "2026-11-26 19:00"), shift(&long, "2026-11-27 19:00")];
    let import = |shifts| Timetable::ImportShifts { person, shifts };
    let event = ana.does(plan, import(first.clone()));
    assert_eq!(event.happening, Happening::ShiftsAdded { count: 2 });
    assert_eq!(ana.does(plan, import(first)).touched, []);
    // Another device of hers reads the calendar after one shift was moved.
    let mut tablet = Side::new(3);
    tablet.import_from(&ana);
    tablet.carry_out(Command::JoinAs { plan, person }).unwrap();
    tablet.does(plan, import(vec![shift("a@b", "2026-11-28 19:00")]));
    ana.import_from(&tablet);
    assert_eq!(starts(&ana, plan, person), ["11-27", "11-28"]);
    let clear =
        Timetable::ClearShifts { person, from: day("2026-11-28"), until: day("2026-12-01") };
    let cleared = ana.does(plan, clear);
    assert_eq!(cleared.happening, Happening::ShiftsCleared { count: 1 });
    assert_eq!(starts(&ana, plan, person), ["11-27"]);
    let again = ana.does(plan, import(vec![shift("a@b", "2026-11-29 07:00")]));
    assert_eq!(starts(&ana, plan, person), ["11-27", "11-29"]);
    ana.carry_out(Command::Undo(again.undo)).unwrap();
    assert_eq!(starts(&ana, plan, person), ["11-27"]);
    let id = ana.plan(plan).shifts_of(person)[0].id;
    let changes = vec![ShiftChange::Starts(local("2026-12-01 07:00")), ShiftChange::Minutes(480)];
    ana.does(plan, Timetable::ReviseShift { shift: id, changes });
    assert_eq!(ana.plan(plan).shift(id).unwrap().minutes, 480);
    let too_many = vec![shift("a@b", "2026-11-26 19:00"); 401];
    assert!(ana.carry_out(import(too_many).within(plan)).is_err());
}

#[test]
fn a_shift_is_changed_by_its_day_its_start_or_its_end() {
    let (mut ana, plan, me) = student();
    let one = Rhythm::OnOff { on: 1, off: 0 };
    add(&mut ana, plan, me, pattern(one, "2026-11-26", "2026-11-26", "19:00", "07:00"));
    let id = ana.plan(plan).shifts_of(me)[0].id;
    let shift = |side: &Side| side.plan(plan).shift(id).unwrap();
    let hours = |side: &Side| shift(side).hours().unwrap();
    let revise =
        |side: &mut Side, changes| side.does(plan, Timetable::ReviseShift { shift: id, changes });
    // The end stays by the clock when the start moves, and the start when the end does.
    let changes = shift(&ana).starting_at(time("18:00:00")).unwrap();
    let event = revise(&mut ana, changes);
    assert_eq!(event.happening, Happening::ShiftRevised);
    assert_eq!(hours(&ana), (local("2026-11-26 18:00"), local("2026-11-27 07:00")));
    let changes = shift(&ana).ending_at(time("23:30:00")).unwrap();
    revise(&mut ana, changes);
    assert_eq!(hours(&ana), (local("2026-11-26 18:00"), local("2026-11-26 23:30")));
    let changes = shift(&ana).starting_at(time("23:30:00")).unwrap();
    let whole_day = revise(&mut ana, changes);
    assert_eq!(shift(&ana).minutes, 24 * 60);
    ana.carry_out(Command::Undo(whole_day.undo)).unwrap();
    let moved = shift(&ana).on_day(day("2026-11-30"));
    revise(&mut ana, moved);
    assert_eq!(hours(&ana), (local("2026-11-30 18:00"), local("2026-11-30 23:30")));
    // Her other device gives it another place meanwhile: both stand, and so do two other starts.
    let mut tablet = Side::new(3);
    tablet.import_from(&ana);
    tablet.carry_out(Command::JoinAs { plan, person: me }).unwrap();
    revise(&mut tablet, vec![ShiftChange::Title("North".to_owned())]);
    let later = shift(&tablet).starting_at(time("20:00:00")).unwrap();
    revise(&mut tablet, later);
    let earlier = shift(&ana).starting_at(time("17:00:00")).unwrap();
    revise(&mut ana, earlier);
    ana.import_from(&tablet);
    assert_eq!(shift(&ana).title, "North");
    let disputed = ana.plan(plan).disputes(plan);
    assert!(disputed.iter().any(|dispute| dispute.key.id == id), "{disputed:?}");
    // One that a file left without readable hours can be given some.
    let empty = Shift { starts: None, minutes: 0, ..shift(&ana) };
    assert_eq!(empty.starting_at(time("07:00:00")), None);
    assert_eq!(empty.ending_at(time("07:00:00")), None);
    assert_eq!(empty.on_day(day("2026-12-01")), [ShiftChange::Starts(local("2026-12-01 00:00"))]);
}

#[test]
fn busy_times_are_let_known_without_saying_why_and_taken_back_without_a_trace() {
    let zones = chicago();
    let (mut ana, plan, person) = student();
    let nights =
        pattern(Rhythm::OnOff { on: 2, off: 5 }, "2026-11-26", "2026-12-02", "19:00", "07:00");
    add(&mut ana, plan, person, nights);
    let whole = Span { from: utc("2026-11-01 00:00"), until: utc("2026-12-31 00:00") };
    let busy = told(&ana.plan(plan).shifts_of(person), &zones, whole);
    // Rest, night and sleep, twice: two spans, for on the second afternoon there are no hours left between.
    assert_eq!(busy, [Span { from: utc("2026-11-26 22:00"), until: utc("2026-11-28 22:00") }]);
    let share = |now| Timetable::ShareFreeBusy { person, span: whole, busy: busy.clone(), now };
    ana.does(plan, share(utc("2026-11-27 12:00")));
    let mut told = ana.plan(plan).free_busy_of(person).unwrap();
    assert_eq!(told.busy, [Span { from: utc("2026-11-27 12:00"), until: utc("2026-11-28 22:00") }]);
    assert_eq!(told.span.unwrap().until, whole.until);
    // The other side knows that there is no time, and nothing of shifts.
    let mut dana = Side::new(2);
    dana.import_from(&ana);
    let [shifts, free_busy] = [Kind::Shift, Kind::FreeBusy].map(|kind| {
        ana.plan(plan).live(kind).map(|(_, record)| format!("{record:?}")).collect::<String>()
    });
    assert!(shifts.contains("St. Mary ER") && !free_busy.contains("St. Mary ER"));
    let hers = dana.plan(plan).busy_of(person, &zones, whole);
    assert!(hers.iter().any(|busy| busy.sort == BusySort::Told));
    // Told again, it is the same record.
    ana.does(plan, share(utc("2026-11-28 12:00")));
    told.busy[0].from = utc("2026-11-28 12:00");
    assert_eq!(ana.plan(plan).free_busy_of(person).unwrap().busy, told.busy);
    ana.does(plan, Timetable::HideFreeBusy { person });
    assert_eq!(ana.plan(plan).free_busy_of(person), None);
    let left = ana.plan(plan).all(Kind::FreeBusy).map(|(_, record)| format!("{record:?}"));
    assert!(left.into_iter().all(|record| !record.contains("2026-11-28T22")));
    ana.does(plan, share(utc("2026-11-28 12:00")));
    assert_eq!(ana.plan(plan).free_busy_of(person).unwrap().busy, told.busy);
}
