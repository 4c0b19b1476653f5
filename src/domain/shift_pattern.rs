//! Typing in many shifts quickly: days on and off in turn, or the same weekdays every week.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::record::field;
use super::rules::{Complaint, LIMITS, Problem};
use super::shift::ShiftChange;

/// On which days somebody works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// So many days on, then so many off, and again. The first day is the first one on.
    OnOff {
        /// Days on; at least one.
        on: u32,
        /// Days off.
        off: u32,
    },
    /// The same days every week.
    Weekdays(Vec<Weekday>),
}

impl Rhythm {
    /// Three days on and four off.
    pub const THREE_FOUR: Self = Self::OnOff { on: 3, off: 4 };
    /// Four days on and three off.
    pub const FOUR_THREE: Self = Self::OnOff { on: 4, off: 3 };

    fn has(&self, day: NaiveDate, place: u32) -> bool {
        match self {
            Self::OnOff { on, off } => place % on.saturating_add(*off).max(1) < *on,
            Self::Weekdays(days) => days.contains(&day.weekday()),
        }
    }
}

/// Shifts that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftPattern {
    /// On which days.
    pub rhythm: Rhythm,
    /// The first day that counts.
    pub first: NaiveDate,
    /// The last day on which one may start.
    pub last: NaiveDate,
    /// When each starts, by the clock.
    pub starts: NaiveTime,
    /// How many minutes later, by that clock, each ends: past midnight, too.
    pub minutes: i64,
}

impl ShiftPattern {
    /// The start and the length of every shift.
    ///
    /// # Errors
    /// A day or a length outside its range, an end before the beginning, no shift at all, or more than
    /// one command may write down.
    pub fn shifts(&self) -> Result<Vec<(NaiveDateTime, i64)>, Complaint> {
        ShiftChange::Minutes(self.minutes).check()?;
        for day in [self.first, self.last] {
            ShiftChange::Starts(day.and_time(self.starts)).check()?;
        }
        let complain =
            |field: &'static str, problem| Err(Complaint { field: field.into(), problem });
        if self.last < self.first {
            return complain(field::UNTIL, Problem::EndsBeforeStart);
        }
        let found: Vec<_> = (0u32..)
            .map_while(|place| Some((place, self.first + Days::new(place.into()))))
            .take_while(|(_, day)| *day <= self.last)
            .filter(|(place, day)| self.rhythm.has(*day, *place))
            .map(|(_, day)| (day.and_time(self.starts), self.minutes))
            .take(LIMITS.shifts_at_once + 1)
            .collect();
        match found.len() {
            0 => complain(field::STARTS, Problem::Missing),
            count if count > LIMITS.shifts_at_once => {
                complain(field::UNTIL, Problem::TooMany { limit: LIMITS.shifts_at_once })
            }
            _ => Ok(found),
        }
    }
}

/// How many minutes a shift lasts from one time to another: to the next day, where the end is not
/// after the start.
pub fn shift_length(starts: NaiveTime, ends: NaiveTime) -> i64 {
    let minutes = (ends - starts).num_minutes();
    if minutes > 0 { minutes } else { minutes + 24 * 60 }
}
