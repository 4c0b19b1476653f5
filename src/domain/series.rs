//! Series: the rule by which meetings repeat. Each meeting of a series is a record of its own, which can be
//! moved, left out or called off alone.
//!
//! The id of a meeting follows from its series and its number in it, and so do the fields that the
//! rule decides. Two devices that lengthen a series without having seen each other therefore make the
//! same records with the same values, and merging them adds nothing. How far a series goes is written
//! nowhere: it is what meetings there are.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, Weekday};

use super::id::RecordId;
use super::kind::Kind;
use super::meeting::{self, MeetingMode};
use super::plan::Plan;
use super::record::{Fields, Record, field};
use super::rules::{LIMITS, Problem};

/// Which of the same weekdays of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nth {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The last: the fourth or the fifth.
    Last,
}

impl Nth {
    /// Every one, in order.
    pub const ALL: [Self; 5] = [Self::First, Self::Second, Self::Third, Self::Fourth, Self::Last];

    /// Which of the same weekdays of its month a day is: first to fourth, and last where it is. A fourth
    /// that is the last as well is both.
    pub fn of(day: NaiveDate) -> Vec<Self> {
        let mut found = Vec::new();
        if let Some(nth) = Self::ALL.get(day.day0() as usize / 7).filter(|nth| **nth != Self::Last)
        {
            found.push(*nth);
        }
        let next_week = day.checked_add_days(Days::new(7));
        if next_week.is_none_or(|next| next.month() != day.month()) {
            found.push(Self::Last);
        }
        found
    }

    /// The day that is this one of the given weekdays in the month of `month`.
    fn day_in(self, month: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
        let (year, number) = (month.year(), month.month());
        if self == Self::Last {
            let fifth = NaiveDate::from_weekday_of_month_opt(year, number, weekday, 5);
            return fifth
                .or_else(|| NaiveDate::from_weekday_of_month_opt(year, number, weekday, 4));
        }
        NaiveDate::from_weekday_of_month_opt(year, number, weekday, self as u8 + 1)
    }
}

/// How the meetings of a series follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Repeat {
    /// Every week.
    Weekly,
    /// Every two weeks.
    EveryTwoWeeks,
    /// Every month on the same weekday, such as the second Tuesday or the last Friday.
    Monthly(Nth),
}

impl Repeat {
    /// Every way to repeat.
    pub const ALL: [Self; 7] = [
        Self::Weekly,
        Self::EveryTwoWeeks,
        Self::Monthly(Nth::First),
        Self::Monthly(Nth::Second),
        Self::Monthly(Nth::Third),
        Self::Monthly(Nth::Fourth),
        Self::Monthly(Nth::Last),
    ];

    /// The ways that a series which begins on `day` can repeat.
    pub fn from_day(day: NaiveDate) -> Vec<Self> {
        let monthly = Nth::of(day).into_iter().map(Self::Monthly);
        [Self::Weekly, Self::EveryTwoWeeks].into_iter().chain(monthly).collect()
    }

    /// The way as files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::EveryTwoWeeks => "every_two_weeks",
            Self::Monthly(Nth::First) => "monthly_1",
            Self::Monthly(Nth::Second) => "monthly_2",
            Self::Monthly(Nth::Third) => "monthly_3",
            Self::Monthly(Nth::Fourth) => "monthly_4",
            Self::Monthly(Nth::Last) => "monthly_last",
        }
    }

    /// The way written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|repeat| repeat.name() == name)
    }

    /// When the meeting with this number (0 is the first) of a series is that begins at `first`: always
    /// the same time on the clock, whatever the offset from UTC is on that day.
    pub fn at(self, first: NaiveDateTime, number: u32) -> Option<NaiveDateTime> {
        let weeks = match self {
            Self::Weekly => 1,
            Self::EveryTwoWeeks => 2,
            Self::Monthly(nth) => {
                let month = first.date().with_day(1)?.checked_add_months(Months::new(number))?;
                return Some(nth.day_in(month, first.weekday())?.and_time(first.time()));
            }
        };
        first.checked_add_days(Days::new(u64::from(number) * 7 * weeks))
    }
}

/// How far a series goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ending {
    /// So many times.
    Times(u32),
    /// As long as it is not after this day.
    Until(NaiveDate),
}

/// What a rule comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// How many meetings.
    pub count: u32,
    /// When the last one is.
    pub last: NaiveDateTime,
}

impl Run {
    /// What a rule comes to that begins at `first`, from the meeting with number `from` on.
    ///
    /// # Errors
    /// The rule does not go with the first day, or it makes no meeting, or more than one command may make.
    pub fn of(
        repeat: Repeat,
        first: NaiveDateTime,
        from: u32,
        ending: Ending,
    ) -> Result<Self, Problem> {
        if !Repeat::from_day(first.date()).contains(&repeat) {
            return Err(Problem::OtherWeekday);
        }
        let most = LIMITS.meetings_at_once;
        let times = times(repeat, first, from, ending);
        let count = u32::try_from(times.len()).unwrap_or(u32::MAX);
        match times.last() {
            Some((_, last)) if count <= most => Ok(Self { count, last: *last }),
            _ => Err(Problem::OutOfRange { least: 1, most: i64::from(most) }),
        }
    }
}

/// The rule by which meetings repeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The record's id.
    pub id: RecordId,
    /// What its meetings are called.
    pub title: String,
    /// When the first one starts, by the clock of its place.
    pub starts: Option<NaiveDateTime>,
    /// How they follow each other; `None` where a later version says something this one does not know.
    pub repeat: Option<Repeat>,
    /// How many minutes each lasts.
    pub minutes: i64,
    /// How people meet.
    pub mode: MeetingMode,
    /// Where.
    pub place: String,
    /// The IANA name of the zone whose clock it keeps, or nothing.
    pub zone: String,
}

impl Series {
    pub(super) fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            title: record.text(field::TITLE).to_owned(),
            starts: meeting::starts(record),
            repeat: Repeat::from_name(record.text(field::REPEATS)),
            minutes: meeting::minutes(record),
            mode: MeetingMode::from_name(record.text(field::MODE)).unwrap_or_default(),
            place: record.text(field::PLACE).to_owned(),
            zone: record.text(field::ZONE).to_owned(),
        }
    }

    /// When its rule puts the meeting with this number.
    pub fn at(&self, number: u32) -> Option<NaiveDateTime> {
        self.repeat?.at(self.starts?, number)
    }

    /// The id of the meeting with this number.
    pub fn meeting(&self, number: u32) -> RecordId {
        self.id.numbered(number)
    }
}

/// The times of the meetings of a series, from the one with number `from` on. At most as many as one
/// command may make and one more, by which the caller knows that there would be too many.
pub(super) fn times(
    repeat: Repeat,
    first: NaiveDateTime,
    from: u32,
    ending: Ending,
) -> Vec<(u32, NaiveDateTime)> {
    let most = LIMITS.meetings_at_once + 1;
    let count = match ending {
        Ending::Times(times) => times.min(most),
        Ending::Until(_) => most,
    };
    (from..from.saturating_add(count))
        .map_while(|number| Some((number, repeat.at(first, number)?)))
        .take_while(|(_, starts)| match ending {
            Ending::Times(_) => true,
            Ending::Until(last) => starts.date() <= last,
        })
        .collect()
}

/// Where one meeting stands in its series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InSeries {
    /// Which one it is, counted from 1 by the rule.
    pub number: u32,
    /// The number of the last one there is.
    pub of: u32,
}

/// How many numbers are looked through for the end of a series: a weekly one of ten years.
const MOST_NUMBERS: u32 = 520;

impl Plan {
    /// The series, oldest first.
    pub fn all_series(&self) -> Vec<Series> {
        let mut found: Vec<(String, Series)> = self
            .live(Kind::Series)
            .map(|(id, record)| (record.text(field::CREATED).to_owned(), Series::read(id, record)))
            .collect();
        found.sort_by(|a, b| (&a.0, a.1.id).cmp(&(&b.0, b.1.id)));
        found.into_iter().map(|(_, series)| series).collect()
    }

    /// One series.
    pub fn series(&self, id: RecordId) -> Option<Series> {
        Some(Series::read(id, self.find(Kind::Series, id)?))
    }

    /// The meetings of a series that are not deleted, with their numbers, in the order of its rule.
    pub fn meetings_in_series(&self, series: RecordId) -> Vec<(u32, RecordId)> {
        (0..MOST_NUMBERS)
            .map(|number| (number, series.numbered(number)))
            .filter(|(_, id)| self.find(Kind::Meeting, *id).is_some())
            .collect()
    }

    /// The number that the next meeting of a series gets: after the last one that is not deleted.
    pub(super) fn next_number(&self, series: RecordId) -> u32 {
        self.meetings_in_series(series).last().map_or(0, |(number, _)| number + 1)
    }

    /// Where a meeting stands in its series, if it is in one.
    pub fn place_in_series(&self, meeting: RecordId) -> Option<InSeries> {
        let series: RecordId =
            self.find(Kind::Meeting, meeting)?.text(field::SERIES).parse().ok()?;
        let meetings = self.meetings_in_series(series);
        let (number, _) = meetings.iter().find(|(_, id)| *id == meeting)?;
        let (last, _) = meetings.last()?;
        Some(InSeries { number: number + 1, of: last + 1 })
    }
}
