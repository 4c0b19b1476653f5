//! Times and lengths as calendars write them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::lines::Line;
use super::zone_name;
use crate::domain::{Zone, Zones};

/// By what clock a time is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// UTC.
    Utc,
    /// A zone's, by its name in the file.
    Zone(String),
    /// Whatever clock its reader goes by.
    Floating,
}

/// A date, or a time by some clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum When {
    Day(NaiveDate),
    Time(NaiveDateTime, Clock),
}

impl Clock {
    /// The zone whose clock it is, `None` for UTC. A zone that is not known counts as one's own.
    pub(super) fn zone<'a>(&self, zones: &'a Zones) -> Option<&'a Zone> {
        match self {
            Self::Utc => None,
            Self::Floating => Some(zones.home()),
            Self::Zone(name) => Some(zone_name::find(name, zones).unwrap_or(zones.home())),
        }
    }

    /// The moment at which the clock shows a time.
    pub(super) fn moment(&self, time: NaiveDateTime, zones: &Zones) -> DateTime<Utc> {
        self.zone(zones).map_or_else(|| time.and_utc(), |zone| zone.moment(time))
    }
}

impl When {
    /// The time that a line gives.
    pub(super) fn read(line: &Line) -> Option<Self> {
        Self::parse(&line.value, line.param("TZID"))
    }

    /// All times that a line gives.
    pub(super) fn read_list(line: &Line) -> Vec<Self> {
        let parts = line.value.split(',');
        parts.filter_map(|part| Self::parse(part, line.param("TZID"))).collect()
    }

    pub(super) fn parse(text: &str, zone: Option<&str>) -> Option<Self> {
        let text = text.trim();
        let Some((day, time)) = text.split_once(['T', 't']) else {
            return Some(Self::Day(date(text)?));
        };
        let utc = time.strip_suffix(['Z', 'z']);
        let clock = match (utc, zone) {
            (Some(_), _) => Clock::Utc,
            (None, Some(zone)) => Clock::Zone(zone.to_owned()),
            (None, None) => Clock::Floating,
        };
        Some(Self::Time(date(day)?.and_time(time_of_day(utc.unwrap_or(time))?), clock))
    }
}

fn date(text: &str) -> Option<NaiveDate> {
    let [year, month, day] = numbers(text, [4, 2, 2])?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Seconds are read and passed over: no shift begins at one.
fn time_of_day(text: &str) -> Option<NaiveTime> {
    let [hour, minute] = numbers(text.get(..4)?, [2, 2])?;
    let seconds = text.get(4..)?;
    let is_time = seconds.is_empty() || numbers(seconds, [2]).is_some_and(|[second]| second <= 60);
    NaiveTime::from_hms_opt(hour, minute, 0).filter(|_| is_time)
}

/// Numbers of so many digits each, one right after the other.
fn numbers<const N: usize>(text: &str, digits: [usize; N]) -> Option<[u32; N]> {
    let is_lawful = text.bytes().all(|byte| byte.is_ascii_digit())
        && text.len() == digits.iter().sum::<usize>();
    let (mut rest, mut numbers) = (text, [0; N]);
    for (number, digits) in numbers.iter_mut().zip(digits) {
        let (piece, after) = rest.split_at_checked(digits)?;
        (*number, rest) = (piece.parse().ok()?, after);
    }
    is_lawful.then_some(numbers)
}

/// A length such as `PT12H`, `P1DT2H30M` or `P2W`. A negative one is none.
pub(super) fn length(text: &str) -> Option<TimeDelta> {
    let mut rest = text.trim().trim_start_matches('+').strip_prefix(['P', 'p'])?;
    let (mut seconds, mut is_time, mut has_part) = (0i64, false, false);
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(['T', 't']) {
            (is_time, rest) = (true, after);
            continue;
        }
        let end = rest.find(|letter: char| !letter.is_ascii_digit())?;
        let (digits, unit) = rest.split_at(end);
        let number: i64 = digits.parse::<u32>().ok()?.into();
        let unit_letter = unit.chars().next()?;
        let worth = match (unit_letter.to_ascii_uppercase(), is_time) {
            ('W', false) => 7 * 86_400,
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(number.checked_mul(worth)?)?;
        (rest, has_part) = (unit.get(unit_letter.len_utf8()..)?, true);
    }
    if has_part { TimeDelta::try_seconds(seconds) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_lengths_are_read_or_refused() {
        let time = |text: &str| When::parse(text, None);
        let at = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap().and_hms_opt(19, 0, 0).unwrap();
        assert_eq!(time("20261126T190000"), Some(When::Time(at, Clock::Floating)));
        assert_eq!(time("20261126T1900Z"), Some(When::Time(at, Clock::Utc)));
        assert_eq!(time("20261126"), Some(When::Day(at.date())));
        for wrong in
            ["", "T", "2026112", "20261131", "20261126T", "20261126T2500", "20261126T19006é"]
        {
            assert_eq!(time(wrong), None, "{wrong}");
        }
        assert_eq!(length("PT12H30M"), Some(TimeDelta::minutes(750)));
        assert_eq!(length("P1DT1S"), Some(TimeDelta::seconds(86_401)));
        assert_eq!(length("P2W"), Some(TimeDelta::weeks(2)));
        for wrong in ["", "P", "PT", "-PT1H", "P1H", "PT1", "PT99999999999H", "PTé"] {
            assert_eq!(length(wrong), None, "{wrong}");
        }
    }
}
