//! Clocks that are put forward and back, against an independent table of all zones.

use chrono::{LocalResult, TimeDelta, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use steadyhand::domain::{Shown, Zone};

use super::{local, offset, utc, zone};

#[test]
fn clocks_show_what_they_should_around_the_changes_of_2026_and_2027() {
    let chicago = zone("America/Chicago");
    for (time, shown) in [
        ("2026-03-08 01:59", Shown::Once(utc("2026-03-08 07:59"))),
        // 02:30 is never shown: by the offset before, it is what is then shown as 03:30.
        ("2026-03-08 02:00", Shown::Never(utc("2026-03-08 08:00"))),
        ("2026-03-08 02:30", Shown::Never(utc("2026-03-08 08:30"))),
        ("2026-03-08 03:00", Shown::Once(utc("2026-03-08 08:00"))),
        ("2026-11-01 00:59", Shown::Once(utc("2026-11-01 05:59"))),
        ("2026-11-01 01:30", Shown::Twice(utc("2026-11-01 06:30"), utc("2026-11-01 07:30"))),
        ("2026-11-01 02:00", Shown::Once(utc("2026-11-01 08:00"))),
        ("2027-03-14 02:30", Shown::Never(utc("2027-03-14 08:30"))),
        ("2027-03-14 03:30", Shown::Once(utc("2027-03-14 08:30"))),
        ("2027-11-07 01:00", Shown::Twice(utc("2027-11-07 06:00"), utc("2027-11-07 07:00"))),
        ("2027-11-07 02:00", Shown::Once(utc("2027-11-07 08:00"))),
    ] {
        assert_eq!(chicago.shown(local(time)), shown, "{time}");
    }
    assert_eq!(chicago.local(utc("2026-03-08 08:30")), local("2026-03-08 03:30"));
    // Arizona keeps its clock.
    let phoenix = zone("America/Phoenix");
    assert_eq!(phoenix.shown(local("2026-03-08 02:30")), Shown::Once(utc("2026-03-08 09:30")));
    let fixed = Zone::fixed("UTC+5", 5 * 3600);
    assert_eq!(fixed.moment(local("2026-03-08 02:30")), utc("2026-03-07 21:30"));
}

/// Every zone there is, asked for once a week, has no other changes than those the questions found; and every
/// hour around each change is shown as the table of zones says.
#[test]
fn every_clock_of_the_world_is_as_its_zone_says() {
    let (from, until) = (utc("2024-01-01 00:00"), utc("2030-01-01 00:00"));
    let (mut changes, mut times, mut questions) = (0, 0, 0u32);
    for tz in TZ_VARIANTS {
        let zone = Zone::sampled(tz.name(), from, until, &mut |at| {
            questions += 1;
            offset(tz, at)
        });
        let (mut at, mut before) = (from, offset(tz, from.timestamp()));
        while at < until {
            let now = offset(tz, at.timestamp());
            assert_eq!(zone.local(at), at.with_timezone(&tz).naive_local(), "{tz} {at}");
            if now != before {
                changes += 1;
                for quarter in -12..12 {
                    times += 1;
                    check(&zone, tz, at.naive_utc() + TimeDelta::seconds(now.into()), quarter);
                }
            }
            before = now;
            at += TimeDelta::hours(6);
        }
    }
    let zones = TZ_VARIANTS.len();
    println!("{zones} zones, {changes} changes, {times} times around them, {questions} questions");
    assert!(changes > 1000);
}

fn check(zone: &Zone, tz: Tz, near: chrono::NaiveDateTime, quarter: i32) {
    let time = near + TimeDelta::minutes(i64::from(quarter) * 30);
    let shown = zone.shown(time);
    match tz.from_local_datetime(&time) {
        LocalResult::Single(at) => assert_eq!(shown, Shown::Once(at.to_utc()), "{tz} {time}"),
        LocalResult::Ambiguous(a, b) => {
            assert_eq!(shown, Shown::Twice(a.to_utc(), b.to_utc()), "{tz} {time}");
        }
        LocalResult::None => {
            let Shown::Never(at) = shown else { panic!("{tz} {time}: {shown:?}") };
            // It is later than it says, by as much as the clock is put forward.
            let ahead = zone.local(at) - time;
            assert!(ahead > TimeDelta::zero() && ahead <= TimeDelta::hours(24), "{tz} {time}");
        }
    }
}
