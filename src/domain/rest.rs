//! The hours of sleep around shifts, in which nobody is asked to a meeting.
//!
//! The rule is our own. It rests on two sources: adults need seven hours of sleep or more (American Academy of
//! Sleep Medicine and Sleep Research Society, J Clin Sleep Med 2015;11(6):591–592, doi 10.5664/jcsm.4758),
//! and the night is from midnight to five, with three hours of it making a night's work (Directive
//! 2003/88/EC, article 2). Seven hours, one to get home or to work, and one to come to rest or to get up are nine.
//!
//! | a shift that | is | keeps free |
//! |---|---|---|
//! | takes three hours or more of 00:00–05:00, or begins before midnight and ends in those hours or later | a night | nine hours after it, and three before it, for a nap and the way |
//! | begins from 02:00 on and before 07:00, and is no night | early | nine hours before it |
//! | is any other | a day | nothing |

use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::shift::Shift;
use super::span::Span;
use super::zone::Zones;

/// How long somebody sleeps after a night, or before an early shift, with what goes with it.
const SLEEP: TimeDelta = TimeDelta::hours(9);
/// How long somebody rests before a night.
const NAP: TimeDelta = TimeDelta::hours(3);
/// How many minutes of the night make a night's work.
const NIGHT_WORK: i64 = 180;
/// When the night ends, in hours.
const NIGHT_ENDS: u32 = 5;
/// Before this hour a shift that begins is early.
const EARLY_UNTIL: u32 = 7;
/// From this hour on a shift that begins may be early.
const EARLY_FROM: u32 = 2;

/// What a shift is to somebody's sleep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShiftSort {
    /// It leaves the night alone.
    Day,
    /// It begins so early that its owner goes to bed in the evening before.
    Early,
    /// Its owner sleeps after it.
    Night,
}

/// Why somebody should sleep or rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RestSort {
    /// They sleep after a night.
    AfterNight,
    /// They rest before a night.
    BeforeNight,
    /// They sleep before an early shift.
    BeforeEarly,
}

/// The sort of a shift with these hours, by the clock on the wall.
pub fn sort_of(starts: NaiveDateTime, ends: NaiveDateTime) -> ShiftSort {
    let night = minutes_of_night(starts, ends);
    let goes_on_from_the_day_before = ends.date() > starts.date() && night > 0;
    if night >= NIGHT_WORK || goes_on_from_the_day_before {
        ShiftSort::Night
    } else if (EARLY_FROM..EARLY_UNTIL).contains(&starts.hour()) {
        ShiftSort::Early
    } else {
        ShiftSort::Day
    }
}

/// How many minutes between two times of the clock lie between midnight and five.
fn minutes_of_night(starts: NaiveDateTime, ends: NaiveDateTime) -> i64 {
    let (mut day, mut minutes) = (starts.date(), 0);
    while day <= ends.date() {
        let midnight = day.and_time(NaiveTime::MIN);
        let five = midnight + TimeDelta::hours(NIGHT_ENDS.into());
        minutes += (ends.min(five) - starts.max(midnight)).num_minutes().max(0);
        let Some(next) = day.checked_add_days(Days::new(1)) else { break };
        day = next;
    }
    minutes
}

/// When the owner of a shift sleeps or rests because of it.
pub fn rest_of(shift: &Shift, zones: &Zones) -> Vec<(RestSort, Span)> {
    let (Some((starts, ends)), Some(span)) = (shift.hours(), shift.span(zones)) else {
        return Vec::new();
    };
    let after = Span { from: span.until, until: span.until + SLEEP };
    let before = |long: TimeDelta| Span { from: span.from - long, until: span.from };
    match sort_of(starts, ends) {
        ShiftSort::Day => Vec::new(),
        ShiftSort::Early => vec![(RestSort::BeforeEarly, before(SLEEP))],
        ShiftSort::Night => {
            vec![(RestSort::BeforeNight, before(NAP)), (RestSort::AfterNight, after)]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifts_are_sorted_by_what_they_do_to_sleep() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%d %H:%M %Y-%m").ok();
        for (starts, hours, sort) in [
            ("19:00", 12, ShiftSort::Night),
            ("23:00", 8, ShiftSort::Night),
            ("15:00", 8, ShiftSort::Day),
            ("15:00", 9, ShiftSort::Day),
            ("17:00", 8, ShiftSort::Night),
            ("00:00", 8, ShiftSort::Night),
            ("02:00", 8, ShiftSort::Night),
            ("02:30", 8, ShiftSort::Early),
            ("04:00", 8, ShiftSort::Early),
            ("06:59", 8, ShiftSort::Early),
            ("07:00", 12, ShiftSort::Day),
            ("07:00", 24, ShiftSort::Night),
            ("01:00", 1, ShiftSort::Day),
        ] {
            let starts_at = at(&format!("26 {starts} 2026-11")).unwrap();
            assert_eq!(
                sort_of(starts_at, starts_at + TimeDelta::hours(hours)),
                sort,
                "{starts} {hours} h"
            );
        }
    }
}
