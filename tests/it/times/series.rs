//! Series: their rules, and what two sides make of one.

use chrono::{Datelike, Weekday};
use proptest::prelude::*;
use steadyhand::domain::{
    Command, CommandError, Complaint, Ending, Happening, Kind, Meeting, MeetingChange,
    MeetingStatus, NextMeeting, Nth, PlanId, Problem, RecordId, RecordKey, Repeat, Run, Timetable,
};

use super::{Side, chicago, day, local, pair, student, utc};

pub(super) fn weekly(starts: &str, times: u32) -> Timetable {
    start(starts, Repeat::Weekly, Ending::Times(times))
}

fn start(starts: &str, repeat: Repeat, ending: Ending) -> Timetable {
    let changes = vec![
        MeetingChange::Title("Talk".to_owned()),
        MeetingChange::Starts(local(starts)),
        MeetingChange::Minutes(30),
        MeetingChange::Zone("America/Chicago".to_owned()),
    ];
    Timetable::StartSeries { changes, repeat, ending }
}

/// Starts a series and says which it is.
pub(super) fn begin(side: &mut Side, plan: PlanId, deed: Timetable) -> RecordId {
    let event = side.does(plan, deed);
    event.touched.iter().find(|key| key.kind == Kind::Series).unwrap().id
}

fn meetings(side: &Side, plan: PlanId, series: RecordId) -> Vec<Meeting> {
    let ids = side.plan(plan).meetings_in_series(series);
    ids.into_iter().map(|(_, id)| side.plan(plan).meeting(id).unwrap()).collect()
}

fn times(side: &Side, plan: PlanId, series: RecordId) -> Vec<String> {
    let starts = |meeting: Meeting| meeting.starts.unwrap().format("%m-%d %H:%M").to_string();
    meetings(side, plan, series).into_iter().map(starts).collect()
}

#[test]
fn rules_put_meetings_where_people_expect_them() {
    use Ending::{Times, Until};
    use Repeat::{EveryTwoWeeks, Monthly, Weekly};
    for (first, repeat, ending, expected) in [
        ("2026-10-29 15:30", Weekly, Times(3), "10-29 11-05 11-12"),
        ("2026-10-29 15:30", EveryTwoWeeks, Until(day("2026-11-26")), "10-29 11-12 11-26"),
        ("2026-10-29 15:30", EveryTwoWeeks, Until(day("2026-11-25")), "10-29 11-12"),
        ("2026-10-13 15:30", Monthly(Nth::Second), Times(4), "10-13 11-10 12-08 01-12"),
        ("2026-10-30 15:30", Monthly(Nth::Last), Times(4), "10-30 11-27 12-25 01-29"),
        ("2026-09-25 15:30", Monthly(Nth::Last), Times(3), "09-25 10-30 11-27"),
        ("2026-09-25 15:30", Monthly(Nth::Fourth), Times(3), "09-25 10-23 11-27"),
        ("2027-01-31 15:30", Monthly(Nth::Last), Times(3), "01-31 02-28 03-28"),
        ("2028-01-31 15:30", Monthly(Nth::Last), Times(3), "01-31 02-28 03-27"),
        ("2027-02-01 15:30", Monthly(Nth::First), Times(3), "02-01 03-01 04-05"),
        ("2026-12-31 15:30", Weekly, Until(day("2026-12-31")), "12-31"),
    ] {
        let (mut side, plan, _) = student();
        let series = begin(&mut side, plan, start(first, repeat, ending));
        let days = times(&side, plan, series).join(" ").replace(" 15:30", "");
        assert_eq!(days, expected, "{first} {repeat:?}");
    }
}

#[test]
fn a_series_keeps_its_time_on_the_clock_when_the_clock_is_changed() {
    let zones = chicago();
    for (first, moments) in [
        ("2026-03-01 15:30", ["2026-03-01 21:30", "2026-03-08 20:30", "2026-03-15 20:30"]),
        ("2026-10-25 15:30", ["2026-10-25 20:30", "2026-11-01 21:30", "2026-11-08 21:30"]),
        ("2027-03-07 15:30", ["2027-03-07 21:30", "2027-03-14 20:30", "2027-03-21 20:30"]),
        ("2027-10-31 15:30", ["2027-10-31 20:30", "2027-11-07 21:30", "2027-11-14 21:30"]),
        // 02:30 is never shown on the day of the change; the week after is as before.
        ("2026-03-01 02:30", ["2026-03-01 08:30", "2026-03-08 08:30", "2026-03-15 07:30"]),
        // 01:30 is shown twice; the first is meant.
        ("2026-10-25 01:30", ["2026-10-25 06:30", "2026-11-01 06:30", "2026-11-08 07:30"]),
    ] {
        let (mut side, plan, _) = student();
        let series = begin(&mut side, plan, weekly(first, 3));
        let spans = meetings(&side, plan, series).into_iter().map(|it| it.span(&zones).unwrap());
        let spans: Vec<_> = spans.collect();
        assert_eq!(spans.iter().map(|span| span.from).collect::<Vec<_>>(), moments.map(utc));
        assert!(spans.iter().all(|span| span.minutes() == 30));
    }
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let (mut side, plan, _) = student();
    let before = side.workspace.clone();
    let most = 60;
    let range = Problem::OutOfRange { least: 1, most };
    for (deed, problem) in [
        (weekly("2026-10-29 15:30", 0), range),
        (weekly("2026-10-29 15:30", 61), range),
        (start("2026-10-29 15:30", Repeat::Weekly, Ending::Until(day("2026-10-28"))), range),
        (start("2026-10-29 15:30", Repeat::Weekly, Ending::Until(day("2036-10-28"))), range),
        (
            start("2026-10-29 15:30", Repeat::Monthly(Nth::First), Ending::Times(2)),
            Problem::OtherWeekday,
        ),
    ] {
        let outcome = side.carry_out(deed.within(plan));
        let Err(CommandError::Invalid(Complaint { problem: said, .. })) = outcome else {
            panic!("{outcome:?}")
        };
        assert_eq!(said, problem);
    }
    let series = RecordId::from_random(5);
    let extend = Timetable::ExtendSeries { series, ending: Ending::Times(1) };
    assert!(matches!(side.carry_out(extend.within(plan)), Err(CommandError::NotThere(_))));
    assert_eq!(side.workspace, before);
}

#[test]
fn a_rule_says_beforehand_what_it_comes_to() {
    let first = local("2026-10-29 15:30");
    let weeks = |from, ending| Run::of(Repeat::EveryTwoWeeks, first, from, ending);
    let until = Ending::Until(day("2027-01-14"));
    assert_eq!(weeks(0, until), Ok(Run { count: 6, last: local("2027-01-07 15:30") }));
    // Lengthened by three after the sixth.
    let more = weeks(6, Ending::Times(3));
    assert_eq!(more, Ok(Run { count: 3, last: local("2027-02-18 15:30") }));
    let range = Err(Problem::OutOfRange { least: 1, most: 60 });
    assert_eq!(weeks(0, Ending::Times(61)), range);
    assert_eq!(weeks(6, until), range);
    let other = Run::of(Repeat::Monthly(Nth::First), first, 0, Ending::Times(2));
    assert_eq!(other, Err(Problem::OtherWeekday));
}

#[test]
fn another_time_from_some_meeting_on_is_one_act() {
    let (mut ana, plan, _) = student();
    let series = begin(&mut ana, plan, weekly("2026-10-29 15:30", 4));
    let before = ana.workspace.clone();
    let Timetable::StartSeries { changes, repeat, ending } =
        start("2026-11-11 08:00", Repeat::EveryTwoWeeks, Ending::Times(2))
    else {
        unreachable!()
    };
    let from = local("2026-11-12 15:30");
    let event = ana.does(plan, Timetable::ReplanSeries { series, from, changes, repeat, ending });
    assert_eq!(event.happening, Happening::SeriesRevised);
    assert_eq!(times(&ana, plan, series), ["10-29 15:30", "11-05 15:30"]);
    let other = ana.plan(plan).all_series().into_iter().find(|it| it.id != series).unwrap();
    assert_eq!(times(&ana, plan, other.id), ["11-11 08:00", "11-25 08:00"]);
    assert_eq!(event.subject.unwrap().id, other.meeting(0));
    ana.carry_out(Command::Undo(event.undo)).unwrap();
    assert_eq!(times(&ana, plan, series).len(), 4);
    assert_eq!(ana.plan(plan).all_series().len(), before.plan(plan).unwrap().all_series().len());
}

#[test]
fn two_sides_that_lengthen_a_series_apart_make_the_same_meetings() {
    let (mut ana, mut dana, plan) = pair();
    let series = begin(&mut ana, plan, weekly("2026-10-29 15:30", 2));
    dana.import_from(&ana);
    ana.does(plan, Timetable::ExtendSeries { series, ending: Ending::Times(3) });
    dana.does(plan, Timetable::ExtendSeries { series, ending: Ending::Until(day("2026-11-19")) });
    // Ana moves one that Dana makes, too, and calls another off.
    let ids: Vec<_> =
        ana.plan(plan).meetings_in_series(series).into_iter().map(|(_, id)| id).collect();
    let moved = MeetingChange::Starts(local("2026-11-13 08:00"));
    ana.carry_out(Command::ReviseMeeting { plan, meeting: ids[2], changes: vec![moved] }).unwrap();
    let skip = vec![
        MeetingChange::Status(MeetingStatus::Skipped),
        MeetingChange::Reason("Exam week".to_owned()),
    ];
    ana.carry_out(Command::ReviseMeeting { plan, meeting: ids[3], changes: skip }).unwrap();
    let (mut left, mut right) = (ana, dana);
    let copy = Side { workspace: left.workspace.clone(), device: left.device, draws: 0 };
    left.import_from(&right);
    right.import_from(&copy);
    for side in [&left, &right] {
        let starts = ["10-29 15:30", "11-05 15:30", "11-13 08:00", "11-19 15:30", "11-26 15:30"];
        assert_eq!(times(side, plan, series), starts);
        assert_eq!(side.plan(plan).disputes(plan), []);
        let meetings = meetings(side, plan, series);
        assert!(meetings[2].is_moved() && !meetings[1].is_moved());
        assert_eq!(meetings[2].slot, Some(local("2026-11-12 15:30")));
        assert_eq!(meetings[3].status, MeetingStatus::Skipped);
        assert_eq!(meetings[3].reason, "Exam week");
    }
    assert_eq!(left.workspace, right.workspace);
}

#[test]
fn two_different_moves_of_one_meeting_are_left_to_people() {
    let (mut ana, mut dana, plan) = pair();
    let series = begin(&mut ana, plan, weekly("2026-10-29 15:30", 2));
    dana.import_from(&ana);
    let meeting = ana.plan(plan).meetings_in_series(series)[1].1;
    // Dana says anew what the rule says, so she has chosen it, too.
    for (side, time) in [(&mut ana, "2026-11-06 08:00"), (&mut dana, "2026-11-05 15:30")] {
        let changes =
            vec![MeetingChange::Starts(local(time)), MeetingChange::Place("Room 2".to_owned())];
        side.carry_out(Command::ReviseMeeting { plan, meeting, changes }).unwrap();
    }
    ana.import_from(&dana);
    let disputes = ana.plan(plan).disputes(plan);
    let rivals: Vec<_> = disputes.iter().map(|dispute| dispute.rivals.len()).collect();
    assert_eq!(rivals, [2]);
    let shown = disputes[0].rivals[0].value.as_moment();
    assert_eq!(ana.plan(plan).meeting(meeting).unwrap().starts, shown);
}

#[test]
fn an_end_takes_off_what_is_planned_and_can_be_taken_back() {
    let (mut ana, plan, _) = student();
    let series = begin(&mut ana, plan, weekly("2026-10-29 15:30", 5));
    let held = ana.plan(plan).meetings_in_series(series)[2].1;
    let changes = vec![MeetingChange::Status(MeetingStatus::Held), MeetingChange::Lasted(Some(50))];
    ana.carry_out(Command::ReviseMeeting { plan, meeting: held, changes }).unwrap();
    let from = local("2026-11-05 00:00");
    let ended = ana.does(plan, Timetable::EndSeries { series, from });
    ana.carry_out(Command::Undo(ended.undo)).unwrap();
    assert_eq!(times(&ana, plan, series).len(), 5);
    let ended = ana.does(plan, Timetable::EndSeries { series, from });
    assert_eq!(ended.happening, Happening::SeriesEnded);
    assert_eq!(times(&ana, plan, series), ["10-29 15:30", "11-12 15:30"]);
    assert_eq!(ana.plan(plan).meeting(held).unwrap().lasted, Some(50));
    // It goes on after the last one that stands.
    let more = ana.does(plan, Timetable::ExtendSeries { series, ending: Ending::Times(3) });
    assert_eq!(more.happening, Happening::MeetingsScheduled { count: 3 });
    let expected = ["10-29 15:30", "11-12 15:30", "11-19 15:30", "11-26 15:30", "12-03 15:30"];
    assert_eq!(times(&ana, plan, series), expected);
    ana.carry_out(Command::Undo(more.undo)).unwrap();
    assert_eq!(times(&ana, plan, series), ["10-29 15:30", "11-12 15:30"]);
}

#[test]
fn a_change_of_the_series_leaves_alone_what_was_changed_alone() {
    let (mut ana, plan, _) = student();
    let series = begin(&mut ana, plan, weekly("2026-10-29 15:30", 4));
    let ids: Vec<_> =
        ana.plan(plan).meetings_in_series(series).into_iter().map(|(_, id)| id).collect();
    let own = vec![MeetingChange::Place("Cafeteria".to_owned())];
    ana.carry_out(Command::ReviseMeeting { plan, meeting: ids[2], changes: own }).unwrap();
    let changes =
        vec![MeetingChange::Place("Lab 2".to_owned()), MeetingChange::Title("Review".to_owned())];
    let from = local("2026-11-05 00:00");
    let event = ana.does(plan, Timetable::ReviseSeries { series, from, changes });
    let told: Vec<_> = meetings(&ana, plan, series)
        .into_iter()
        .map(|meeting| format!("{} {}", meeting.title, meeting.place))
        .collect();
    assert_eq!(told, ["Talk ", "Review Lab 2", "Review Cafeteria", "Review Lab 2"]);
    // What comes later says so, too.
    ana.does(plan, Timetable::ExtendSeries { series, ending: Ending::Times(1) });
    assert_eq!(meetings(&ana, plan, series)[4].place, "Lab 2");
    ana.carry_out(Command::Undo(event.undo)).unwrap();
    assert_eq!(meetings(&ana, plan, series)[1].place, "");
    let changes = vec![MeetingChange::Starts(local("2026-11-06 08:00"))];
    let refused = Timetable::ReviseSeries { series, from, changes };
    assert_eq!(ana.carry_out(refused.within(plan)).unwrap_err(), CommandError::Fixed);
}

#[test]
fn the_next_meeting_is_the_planned_one_or_what_series_or_cadence_say() {
    let (mut ana, plan, _) = student();
    let series = begin(&mut ana, plan, weekly("2026-10-29 15:30", 2));
    let ids: Vec<_> =
        ana.plan(plan).meetings_in_series(series).into_iter().map(|(_, id)| id).collect();
    let next = |side: &Side, id, cadence| side.plan(plan).next_after(id, cadence).unwrap();
    assert_eq!(next(&ana, ids[0], 14), NextMeeting::Planned(ids[1]));
    let starts = local("2026-11-12 15:30");
    assert_eq!(next(&ana, ids[1], 14), NextMeeting::InSeries { series, starts });
    let place = ana.plan(plan).place_in_series(ids[1]).unwrap();
    assert_eq!((place.number, place.of), (2, 2));
    let single = Command::ScheduleMeetings {
        plan,
        changes: vec![
            MeetingChange::Title("Once".to_owned()),
            MeetingChange::Starts(local("2027-03-10 09:00")),
        ],
        times: 1,
    };
    let single = ana.carry_out(single).unwrap().subject.unwrap().id;
    for (cadence, starts) in [
        (30, "2027-04-07 09:00"),
        (14, "2027-03-24 09:00"),
        (10, "2027-03-17 09:00"),
        (1, "2027-03-17 09:00"),
    ] {
        let starts = local(starts);
        assert_eq!(next(&ana, single, cadence), NextMeeting::ByCadence { starts });
    }
    assert_eq!(ana.plan(plan).place_in_series(single), None);
}

fn repeats() -> impl Strategy<Value = (chrono::NaiveDateTime, Repeat)> {
    (0i64..400, 0u32..1440, 0usize..4).prop_map(|(days, minute, which)| {
        let first = day("2026-01-01") + chrono::TimeDelta::days(days);
        let ways = Repeat::from_day(first);
        let first = first.and_hms_opt(minute / 60, minute % 60, 0).unwrap();
        (first, ways[which % ways.len()])
    })
}

proptest! {
    #[test]
    fn a_series_begins_at_its_start_and_goes_on_from_there((first, repeat) in repeats(), count in 1u32..60) {
        let times: Vec<_> = (0..count).map(|number| repeat.at(first, number).unwrap()).collect();
        prop_assert_eq!(times[0], first);
        for pair in times.windows(2) {
            let days = (pair[1].date() - pair[0].date()).num_days();
            prop_assert!(pair[1].weekday() == pair[0].weekday() && pair[1].time() == pair[0].time());
            match repeat {
                Repeat::Weekly => prop_assert_eq!(days, 7),
                Repeat::EveryTwoWeeks => prop_assert_eq!(days, 14),
                Repeat::Monthly(nth) => {
                    prop_assert!(days == 28 || days == 35);
                    prop_assert!(Nth::of(pair[1].date()).contains(&nth));
                }
            }
        }
        prop_assert_eq!(Repeat::from_name(repeat.name()), Some(repeat));
    }

    #[test]
    fn counts_are_exact_and_moved_meetings_stay_moved(
        (first, repeat) in repeats(), times in 2u32..12, moved in 0u32..12, more in 1u32..12, hours in 1i64..400,
    ) {
        let (mut ana, plan, _) = student();
        let first_text = first.format("%Y-%m-%d %H:%M").to_string();
        let series = begin(&mut ana, plan, start(&first_text, repeat, Ending::Times(times)));
        let meeting = ana.plan(plan).series(series).unwrap().meeting(moved % times);
        let starts = ana.plan(plan).meeting(meeting).unwrap().starts.unwrap() + chrono::TimeDelta::hours(hours);
        let changes = vec![MeetingChange::Starts(starts)];
        ana.carry_out(Command::ReviseMeeting { plan, meeting, changes }).unwrap();
        ana.does(plan, Timetable::ExtendSeries { series, ending: Ending::Times(more) });
        let all = meetings(&ana, plan, series);
        prop_assert_eq!(all.len(), (times + more) as usize);
        for (number, one) in (0..).zip(&all) {
            prop_assert_eq!(one.slot, repeat.at(first, number));
            let expected = if one.id == meeting { Some(starts) } else { one.slot };
            prop_assert_eq!(one.starts, expected);
        }
        let key = RecordKey { plan, kind: Kind::Meeting, id: meeting };
        ana.carry_out(Command::Delete(key)).unwrap();
        ana.does(plan, Timetable::ExtendSeries { series, ending: Ending::Times(1) });
        prop_assert_eq!(meetings(&ana, plan, series).len(), (times + more) as usize);
    }
}

#[test]
fn a_day_is_one_of_its_weekdays() {
    assert_eq!(Nth::of(day("2026-11-24")), [Nth::Fourth, Nth::Last]);
    assert_eq!(Nth::of(day("2026-11-30")), [Nth::Last]);
    assert_eq!(Nth::of(day("2026-11-22")), [Nth::Fourth]);
    assert_eq!(day("2026-11-24").weekday(), Weekday::Tue);
}
