//! When a meeting takes place, as people write it: a day, a start and an end on the local clock.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::meeting::{MeetingChange, USUAL_MINUTES};
use super::rules::Problem;

/// A day written as `2026-12-18`.
///
/// # Errors
/// Nothing readable is written, or a day no plan can be about.
pub fn read_day(text: &str) -> Result<NaiveDate, Problem> {
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| Problem::Missing)?;
    match MeetingChange::Starts(day.into()).check() {
        Ok(_) => Ok(day),
        Err(complaint) => Err(complaint.problem),
    }
}

/// A time of day written as `15:30`; seconds after it are passed over.
///
/// # Errors
/// Nothing readable is written.
pub fn read_time(text: &str) -> Result<NaiveTime, Problem> {
    let text = text.trim();
    NaiveTime::parse_from_str(text, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S"))
        .map_err(|_| Problem::Missing)?
        .with_second(0)
        .ok_or(Problem::Missing)
}

/// The minutes from `starts` to the end written in `text`, on the same day.
///
/// # Errors
/// Nothing readable is written, it is not after the start, or the meeting gets too long.
pub fn read_length(starts: NaiveTime, text: &str) -> Result<i64, Problem> {
    let minutes = (read_time(text)? - starts).num_minutes();
    match MeetingChange::Minutes(minutes).check() {
        Ok(_) => Ok(minutes),
        Err(complaint) => Err(complaint.problem),
    }
}

/// The end of a meeting of the usual length, or else of the day.
pub fn usual_end(starts: NaiveTime) -> NaiveTime {
    end_after(starts, USUAL_MINUTES)
}

/// The end of a meeting of so many minutes, or else of the day.
pub fn end_after(starts: NaiveTime, minutes: i64) -> NaiveTime {
    let length = TimeDelta::try_minutes(minutes).unwrap_or_default();
    let (ends, days) = starts.overflowing_add_signed(length);
    if days == 0 { ends } else { NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(ends) }
}

/// The next full or half hour after `now`.
pub fn next_half_hour(now: NaiveDateTime) -> NaiveDateTime {
    let past = i64::from(now.minute() % 30);
    let to_the_minute = now.with_second(0).and_then(|now| now.with_nanosecond(0)).unwrap_or(now);
    to_the_minute + TimeDelta::minutes(30 - past)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::LIMITS;

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn half_typed_days_and_times_are_said_to_be_so() {
        assert_eq!(read_day("2026-12-18"), Ok(NaiveDate::from_ymd_opt(2026, 12, 18).unwrap()));
        assert_eq!(read_day(""), Err(Problem::Missing));
        assert_eq!(read_day("2026-12"), Err(Problem::Missing));
        assert_eq!(read_day("2026-02-30"), Err(Problem::Missing));
        assert_eq!(read_day("0002-12-18"), Err(Problem::DateOutOfRange));
        assert_eq!(read_day("1870-05-01"), Err(Problem::DateOutOfRange));
        assert_eq!(read_time("04:05"), Ok(time(4, 5)));
        assert_eq!(read_time("15:30:59"), Ok(time(15, 30)));
        assert_eq!(read_time("15:"), Err(Problem::Missing));
        assert_eq!(read_time("24:00"), Err(Problem::Missing));
    }

    #[test]
    fn a_meeting_ends_after_it_starts_and_not_days_later() {
        assert_eq!(read_length(time(15, 30), "16:15"), Ok(45));
        assert_eq!(read_length(time(15, 30), "15:30"), Err(Problem::EndsBeforeStart));
        assert_eq!(read_length(time(15, 30), "04:00"), Err(Problem::EndsBeforeStart));
        let most = LIMITS.meeting_minutes;
        assert_eq!(read_length(time(4, 0), "16:00"), Ok(most));
        assert_eq!(read_length(time(4, 0), "16:01"), Err(Problem::OutOfRange { least: 1, most }));
        assert_eq!(read_length(time(4, 0), ""), Err(Problem::Missing));
    }

    #[test]
    fn the_next_half_hour_is_never_now_and_may_be_tomorrow() {
        let at =
            |h, m, s| NaiveDate::from_ymd_opt(2026, 12, 31).unwrap().and_hms_opt(h, m, s).unwrap();
        assert_eq!(next_half_hour(at(9, 0, 0)), at(9, 30, 0));
        assert_eq!(next_half_hour(at(9, 29, 59)), at(9, 30, 0));
        assert_eq!(next_half_hour(at(9, 31, 5)), at(10, 0, 0));
        let midnight = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
        assert_eq!(next_half_hour(at(23, 45, 0)), midnight);
        assert_eq!(usual_end(time(9, 30)), time(10, 0));
        assert_eq!(usual_end(time(23, 45)), time(23, 59));
        assert_eq!(end_after(time(8, 0), 45), time(8, 45));
        assert_eq!(end_after(time(8, 0), i64::MAX), time(8, 0));
    }
}
