//! Times that suit two people, and why others do not.

use proptest::prelude::*;
use steadyhand::domain::{
    Attendee, Bar, Busy, BusySort, Ground, MeetingChange, RecordId, RestSort, Rhythm, ShiftPattern,
    Span, Timetable, Verdict, Wish, Zones, judge, propose,
};
use steadyhand::domain::{Command, PlanId};

use super::{Side, chicago, day, local, student, utc};

const ANA: RecordId = RecordId::from_random(1);
const DANA: RecordId = RecordId::from_random(2);

/// Shifts of one person as they come out of the plan: each a start by the clock and its hours.
fn busy(shifts: &[(&str, i64)], zones: &Zones) -> Vec<Busy> {
    let (mut side, plan, me) = student();
    for (starts, hours) in shifts {
        let starts = local(starts);
        let pattern = ShiftPattern {
            rhythm: Rhythm::OnOff { on: 1, off: 0 },
            first: starts.date(),
            last: starts.date(),
            starts: starts.time(),
            minutes: hours * 60,
        };
        let (title, zone) = (String::new(), String::new());
        side.does(plan, Timetable::AddShifts { person: me, pattern, title, zone });
    }
    let whole = Span { from: utc("2026-01-01 00:00"), until: utc("2028-01-01 00:00") };
    side.plan(plan).busy_of(me, zones, whole)
}

fn wish(zones: &Zones, from: &str, until: &str) -> Wish {
    let moment = |text| zones.home().moment(local(text));
    let within = Span { from: moment(from), until: moment(until) };
    Wish { minutes: 30, within, best: None, usual: None, most: 5 }
}

fn attendee<'a>(person: RecordId, zones: &'a Zones, busy: &'a [Busy]) -> Attendee<'a> {
    Attendee { person, zone: zones.home(), busy, hours: Attendee::USUAL_HOURS }
}

fn told(zones: &Zones, verdicts: &[Verdict]) -> Vec<String> {
    let time = |one: &Verdict| zones.home().local(one.span.from).format("%m-%d %H:%M").to_string();
    verdicts.iter().map(time).collect()
}

/// What is said of each half hour of a day for somebody with these shifts: `.` good, `w` at work, `s` asleep,
/// `n` night.
fn picture(shifts: &[(&str, i64)], day: &str) -> String {
    let zones = chicago();
    let busy = busy(shifts, &zones);
    let people = [attendee(ANA, &zones, &busy)];
    let wish = wish(&zones, "2026-01-01 00:00", "2027-12-31 00:00");
    let halves = (0..48).map(|half| format!("{day} {:02}:{:02}", half / 2, half % 2 * 30));
    halves
        .map(|time| {
            let verdict = judge(&wish, &people, zones.home().moment(local(&time)));
            let has = |wanted: fn(&Bar) -> bool| verdict.bars.iter().any(wanted);
            if has(|bar| matches!(bar, Bar::OnShift { .. })) {
                'w'
            } else if has(|bar| matches!(bar, Bar::AtRest { .. })) {
                's'
            } else if has(|bar| matches!(bar, Bar::AtNight { .. })) {
                'n'
            } else {
                assert!(verdict.suits());
                '.'
            }
        })
        .collect()
}

#[test]
fn the_hours_around_shifts_are_as_the_rule_says() {
    // Each letter is half an hour from midnight on.
    for (name, shifts, day, expected) in [
        ("free", &[][..], "2026-11-26", "nnnnnnnnnnnn................................nnnn"),
        (
            "day",
            &[("2026-11-26 07:00", 12)],
            "2026-11-26",
            "nnnnnnnnnnnn..wwwwwwwwwwwwwwwwwwwwwwww......nnnn",
        ),
        (
            "before a night",
            &[("2026-11-26 19:00", 12)],
            "2026-11-26",
            "nnnnnnnnnnnn....................sssssswwwwwwwwww",
        ),
        (
            "after a night",
            &[("2026-11-26 19:00", 12)],
            "2026-11-27",
            "wwwwwwwwwwwwwwssssssssssssssssss............nnnn",
        ),
        (
            "between nights",
            &[("2026-11-26 19:00", 12), ("2026-11-27 19:00", 12)],
            "2026-11-27",
            "wwwwwwwwwwwwwwssssssssssssssssssssssssww wwwwwwww",
        ),
        (
            "early",
            &[("2026-11-27 04:00", 8)],
            "2026-11-26",
            "nnnnnnnnnnnn..........................ssssssssss",
        ),
        (
            "on the early day",
            &[("2026-11-27 04:00", 8)],
            "2026-11-27",
            "sssssssswwwwwwwwwwwwwwww....................nnnn",
        ),
        (
            "late",
            &[("2026-11-26 15:00", 8)],
            "2026-11-27",
            "nnnnnnnnnnnn................................nnnn",
        ),
        (
            "later",
            &[("2026-11-26 17:00", 8)],
            "2026-11-27",
            "wwssssssssssssssssss........................nnnn",
        ),
        // The clock is put forward at two: the night has eleven hours, the sleep nine.
        (
            "spring",
            &[("2026-03-07 19:00", 12)],
            "2026-03-08",
            "wwwwwwwwwwwwwwssssssssssssssssss............nnnn",
        ),
        (
            "spring 2027",
            &[("2027-03-13 19:00", 12)],
            "2027-03-14",
            "wwwwwwwwwwwwwwssssssssssssssssss............nnnn",
        ),
        (
            "autumn",
            &[("2026-10-31 19:00", 12)],
            "2026-11-01",
            "wwwwwwwwwwwwwwssssssssssssssssss............nnnn",
        ),
        (
            "autumn 2027",
            &[("2027-11-06 19:00", 12)],
            "2027-11-07",
            "wwwwwwwwwwwwwwssssssssssssssssss............nnnn",
        ),
        // Before an early shift on the day the clock is put back, nine real hours are one less on the clock.
        (
            "early autumn",
            &[("2026-11-01 04:00", 8)],
            "2026-10-31",
            "nnnnnnnnnnnn............................ssssssss",
        ),
        (
            "early spring",
            &[("2026-03-08 04:00", 8)],
            "2026-03-07",
            "nnnnnnnnnnnn........................ssssssssssss",
        ),
    ] {
        assert_eq!(picture(shifts, day), expected.replace(' ', ""), "{name}");
    }
}

#[test]
fn proposals_suit_both_and_come_in_order() {
    let zones = chicago();
    // Ana works nights Thursday to Saturday, Dana days Monday to Wednesday and Friday from four.
    let ana = busy(&[("2026-11-26 19:00", 12), ("2026-11-27 19:00", 12)], &zones);
    let dana = busy(&[("2026-11-26 07:00", 8), ("2026-11-27 04:00", 8)], &zones);
    let people = [attendee(ANA, &zones, &ana), attendee(DANA, &zones, &dana)];
    let wish = wish(&zones, "2026-11-26 00:00", "2026-11-29 00:00");
    let found = propose(&wish, &people);
    // On Thursday after Dana's shift Ana has an hour before she rests; on Saturday she sleeps until four.
    assert_eq!(told(&zones, &found), ["11-26 15:00", "11-28 16:00", "11-28 19:00", "11-26 06:00"]);
    assert!(found.iter().all(|one| one.suits()));
    assert!(found[0].grounds.contains(&Ground::AfterShift { person: DANA }));
    assert!(found[3].grounds.contains(&Ground::OutsideHours { person: ANA }));
}

#[test]
fn the_wished_day_and_the_usual_hour_come_first() {
    let zones = chicago();
    let people = [attendee(ANA, &zones, &[]), attendee(DANA, &zones, &[])];
    let moment = |text| zones.home().moment(local(text));
    let mut wish = wish(&zones, "2026-11-23 00:00", "2026-12-12 00:00");
    wish.usual = Some(moment("2026-10-29 15:30"));
    wish.best = Some(moment("2026-12-03 15:30"));
    let found = propose(&wish, &people);
    // The usual hour holds though the clock was put back in between.
    assert_eq!(told(&zones, &found)[0], "12-03 15:30");
    assert_eq!(found[0].grounds, [Ground::DayOff, Ground::Usual]);
    assert_eq!(found[0].points(), -30);
    assert_eq!(found.len(), 5);
    wish.most = 0;
    assert_eq!(propose(&wish, &people), []);
    wish.within.until = wish.within.from;
    wish.most = 3;
    assert_eq!(propose(&wish, &people), []);
}

#[test]
fn why_a_time_is_bad_is_said() {
    let zones = chicago();
    let ana = busy(&[("2026-11-26 19:00", 12)], &zones);
    let (from, until) = (utc("2026-11-27 23:00"), utc("2026-11-28 01:00"));
    let meeting = RecordId::from_random(77);
    let dana = [
        Busy { span: Span { from, until }, sort: BusySort::Meeting(meeting) },
        Busy { span: Span { from: until, until: utc("2026-11-28 02:00") }, sort: BusySort::Told },
    ];
    let people = [attendee(ANA, &zones, &ana), attendee(DANA, &zones, &dana)];
    let wish = wish(&zones, "2026-11-26 00:00", "2026-11-29 00:00");
    let bars = |time| judge(&wish, &people, zones.home().moment(local(time))).bars;
    let wakes = utc("2026-11-27 22:00");
    let asleep = Bar::AtRest { person: ANA, sort: RestSort::AfterNight, until: wakes };
    assert_eq!(bars("2026-11-27 15:45"), [asleep]);
    assert_eq!(bars("2026-11-27 16:00"), []);
    assert_eq!(bars("2026-11-27 17:00"), [Bar::Meeting { meeting }]);
    let told = Bar::Told { person: DANA, until: utc("2026-11-28 02:00") };
    assert_eq!(bars("2026-11-27 19:30"), [told]);
    assert_eq!(bars("2026-11-27 18:45"), [Bar::Meeting { meeting }, told]);
    let ends = utc("2026-11-27 13:00");
    assert_eq!(bars("2026-11-26 20:00"), [Bar::OnShift { person: ANA, until: ends }]);
    let night = [Bar::AtNight { person: ANA }, Bar::AtNight { person: DANA }];
    assert_eq!(bars("2026-11-28 21:45"), night);
    assert_eq!(bars("2026-11-25 12:00"), [Bar::Outside]);
}

#[test]
fn a_zone_of_ones_own_counts_for_each() {
    let zones = chicago();
    let new_york = zones.find("America/New_York").unwrap();
    let dana = Attendee { person: DANA, zone: new_york, busy: &[], hours: Attendee::USUAL_HOURS };
    let people = [attendee(ANA, &zones, &[]), dana];
    let wish = wish(&zones, "2026-11-26 00:00", "2026-11-27 00:00");
    let verdict = |time| judge(&wish, &people, zones.home().moment(local(time)));
    assert_eq!(verdict("2026-11-26 21:15").bars, [Bar::AtNight { person: DANA }]);
    assert!(verdict("2026-11-26 19:15").grounds.contains(&Ground::OutsideHours { person: DANA }));
}

#[test]
fn meetings_of_the_plan_take_time_from_both() {
    let zones = chicago();
    let (mut side, plan, me) = student();
    let schedule = Command::ScheduleMeetings {
        plan,
        changes: vec![
            MeetingChange::Title("Talk".to_owned()),
            MeetingChange::Starts(local("2026-11-26 15:30")),
            MeetingChange::Minutes(45),
        ],
        times: 1,
    };
    side.carry_out(schedule).unwrap();
    let whole = Span { from: utc("2026-11-26 00:00"), until: utc("2026-11-27 00:00") };
    let busy = |side: &Side, plan: PlanId| side.plan(plan).busy_of(me, &zones, whole);
    let found = busy(&side, plan);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].span.minutes(), 45);
    assert_eq!(day("2026-11-26"), zones.home().local(found[0].span.from).date());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_proposal_meets_work_or_sleep(
        shifts in prop::collection::vec((0i64..30, 0u32..24, 1i64..16, any::<bool>()), 0..14),
        minutes in 15i64..120,
        start in 0i64..300,
    ) {
        let zones = chicago();
        let first = local("2026-01-01 00:00") + chrono::TimeDelta::days(start);
        let mut sides = [Vec::new(), Vec::new()];
        for (days, hour, hours, of_ana) in shifts {
            let starts = first + chrono::TimeDelta::hours(days * 24 + i64::from(hour));
            let text = starts.format("%Y-%m-%d %H:%M").to_string();
            sides[usize::from(of_ana)].extend(busy(&[(text.as_str(), hours)], &zones));
        }
        let people = [attendee(ANA, &zones, &sides[0]), attendee(DANA, &zones, &sides[1])];
        let from = zones.home().moment(first);
        let within = Span { from, until: from + chrono::TimeDelta::days(30) };
        let wish = Wish { minutes, within, best: Some(from), usual: None, most: 6 };
        let found = propose(&wish, &people);
        prop_assert!(found.len() <= 6);
        for one in &found {
            prop_assert_eq!(one.span.minutes(), minutes);
            prop_assert!(one.span.from >= within.from && one.span.until <= within.until);
            for busy in sides.iter().flatten() {
                prop_assert!(!busy.span.meets(&one.span));
            }
        }
        prop_assert!(found.is_sorted_by_key(Verdict::points));
    }
}
