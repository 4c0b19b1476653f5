//! Rules of repetition, as far as rosters need them: by days or weeks.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Weekday};

use super::time::When;

/// How an event repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// Whether by weeks rather than by days.
    is_weekly: bool,
    /// How many days or weeks lie between.
    interval: u32,
    /// On which days of the week. None named: on that of the first event, or on all.
    days: Vec<Weekday>,
    /// How often in all.
    pub(super) count: Option<u32>,
    /// The last time it may be.
    pub(super) until: Option<When>,
    /// The day a week begins with, which matters where weeks are left out.
    week_start: Weekday,
}

impl Rule {
    /// Reads a rule. `None` where it says anything this does not follow.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut rule = Self {
            is_weekly: false,
            interval: 1,
            days: Vec::new(),
            count: None,
            until: None,
            week_start: Weekday::Mon,
        };
        let mut has_frequency = false;
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            let (name, value) = part.split_once('=')?;
            let value = value.trim().to_ascii_uppercase();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => {
                    rule.is_weekly = match value.as_str() {
                        "DAILY" => false,
                        "WEEKLY" => true,
                        _ => return None,
                    };
                    has_frequency = true;
                }
                "INTERVAL" => rule.interval = value.parse().ok().filter(|number| *number > 0)?,
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(When::parse(&value, None)?),
                "BYDAY" => rule.days = value.split(',').map(weekday).collect::<Option<_>>()?,
                "WKST" => rule.week_start = weekday(&value)?,
                _ => return None,
            }
        }
        has_frequency.then_some(rule)
    }

    /// The times at which the event is that is first at `first`: without an end, but for the end of all
    /// dates. Each step takes one of the `steps`, and without any left it ends.
    pub(super) fn times<'a>(
        &'a self,
        first: NaiveDateTime,
        steps: &'a mut u32,
    ) -> impl Iterator<Item = NaiveDateTime> + 'a {
        let begun = first.date();
        let into_week = begun.weekday().days_since(self.week_start);
        let interval = u64::from(self.interval);
        let mut day = Some(begun);
        let mut place = 0u64;
        std::iter::from_fn(move || {
            loop {
                let today = day?;
                *steps = steps.checked_sub(1)?;
                let is_meant = self.is_meant(today, begun);
                if self.is_weekly {
                    let in_week = (u64::from(into_week) + place) % 7;
                    // After the last day of a week come the weeks that are left out.
                    let step = if in_week == 6 { 1 + (interval - 1) * 7 } else { 1 };
                    place += 1;
                    day = today.checked_add_days(Days::new(step));
                } else {
                    day = today.checked_add_days(Days::new(interval));
                }
                if is_meant {
                    return Some(today.and_time(first.time()));
                }
            }
        })
    }

    fn is_meant(&self, day: NaiveDate, first: NaiveDate) -> bool {
        match self.days.as_slice() {
            [] => !self.is_weekly || day.weekday() == first.weekday(),
            days => days.contains(&day.weekday()),
        }
    }
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text.trim() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(rule: &str, count: usize) -> Vec<String> {
        let first = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap().and_hms_opt(19, 0, 0).unwrap();
        let rule = Rule::parse(rule).unwrap();
        rule.times(first, &mut 1000).take(count).map(|at| at.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn rules_are_followed() {
        assert_eq!(days("FREQ=DAILY;INTERVAL=3", 3), ["11-26", "11-29", "12-02"]);
        assert_eq!(days("FREQ=DAILY;BYDAY=MO,FR", 3), ["11-27", "11-30", "12-04"]);
        assert_eq!(days("FREQ=WEEKLY", 2), ["11-26", "12-03"]);
        // Thursday and Monday of every second week: a week begins on Monday, or on Sunday.
        let two = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH";
        assert_eq!(days(two, 4), ["11-26", "12-07", "12-10", "12-21"]);
        let by_sunday = format!("{two};WKST=SU");
        assert_eq!(days(&by_sunday, 4), ["11-26", "12-07", "12-10", "12-21"]);
        assert_eq!(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH", 3), ["11-26", "11-29", "12-10"]);
        assert_eq!(
            days("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TH;WKST=SU", 3),
            ["11-26", "12-06", "12-10"]
        );
    }

    #[test]
    fn what_is_not_followed_is_no_rule() {
        for rule in [
            "",
            "INTERVAL=2",
            "FREQ=MONTHLY",
            "FREQ=DAILY;BYMONTH=3",
            "FREQ=WEEKLY;BYDAY=1MO",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=-1",
            "FREQ",
        ] {
            assert_eq!(Rule::parse(rule), None, "{rule}");
        }
    }
}
