//! What may be written: lengths, ranges and counts, and what is said when they are not kept.

use chrono::{NaiveDate, NaiveDateTime};

use super::record::FieldName;
use super::value::Value;

/// The limits that forms and commands keep. What a file brings in beyond them is kept and shown.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Characters in a title or name.
    pub title: usize,
    /// Characters in a longer text.
    pub text: usize,
    /// Tasks under one goal. Six is what the development-plan guides in `README.md` advise.
    pub tasks: usize,
    /// Minutes a meeting may last.
    pub meeting_minutes: i64,
    /// Meetings one schedule may make at a time.
    pub meetings_at_once: u32,
    /// Minutes a shift may last, by the clock on the wall.
    pub shift_minutes: i64,
    /// Shifts one command may write down.
    pub shifts_at_once: usize,
    /// Weeks a plan may last.
    pub weeks: i64,
    /// Sections of an agreement.
    pub sections: usize,
    /// Characters in one of them. Each yes holds all of them, and a file's values have an end.
    pub clause: usize,
    /// Items of one evaluation.
    pub evaluation: usize,
}

/// The limits in force.
pub const LIMITS: Limits = Limits {
    title: 200,
    text: 10_000,
    tasks: 6,
    meeting_minutes: 12 * 60,
    meetings_at_once: 60,
    shift_minutes: 24 * 60,
    shifts_at_once: 400,
    weeks: 260,
    sections: 16,
    clause: 4_000,
    evaluation: 40,
};

/// What is wrong with what was written in one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A field that must not be empty is empty.
    #[error("nothing is written here yet")]
    Missing,
    /// The text has more characters than the limit.
    #[error("longer than {limit} characters")]
    TooLong {
        /// The most characters allowed.
        limit: usize,
    },
    /// The date lies outside the years a plan can be about.
    #[error("a date outside 2000 to 2100")]
    DateOutOfRange,
    /// A meeting ends before, or when, it starts.
    #[error("ends before it starts")]
    EndsBeforeStart,
    /// A series that repeats by the weekday of the month does not begin on that weekday.
    #[error("another weekday of the month than the first day")]
    OtherWeekday,
    /// A number is outside its range.
    #[error("not between {least} and {most}")]
    OutOfRange {
        /// The least allowed.
        least: i64,
        /// The most allowed.
        most: i64,
    },
    /// There are as many of them as there may be.
    #[error("no more than {limit}")]
    TooMany {
        /// The most allowed.
        limit: usize,
    },
}

/// A [`Problem`] and the field it is in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {problem}", field.as_str())]
pub struct Complaint {
    /// The field.
    pub field: FieldName,
    /// What is wrong with it.
    pub problem: Problem,
}

/// A checked change of one field: its new value, or `None` to empty it.
pub(in crate::domain) type Checked = Result<(FieldName, Option<Value>), Complaint>;

fn complain(field: &'static str, problem: Problem) -> Checked {
    Err(Complaint { field: field.into(), problem })
}

/// A text that must say something, on one line.
pub(super) fn title(field: &'static str, text: &str) -> Checked {
    let text = text.trim();
    if text.is_empty() {
        return complain(field, Problem::Missing);
    }
    within(field, text, LIMITS.title)
}

/// A text that must say something.
pub(super) fn words(field: &'static str, text: &str) -> Checked {
    if text.trim().is_empty() {
        return complain(field, Problem::Missing);
    }
    within(field, text.trim_end(), LIMITS.text)
}

/// A text that may be empty.
pub(super) fn text(field: &'static str, text: &str) -> Checked {
    if text.trim().is_empty() {
        return Ok((field.into(), None));
    }
    within(field, text.trim_end(), LIMITS.text)
}

fn within(field: &'static str, text: &str, limit: usize) -> Checked {
    if text.chars().count() > limit {
        return complain(field, Problem::TooLong { limit });
    }
    Ok((field.into(), Some(Value::text(text))))
}

/// A date between 2000 and 2100, or none.
pub(super) fn date(field: &'static str, date: Option<NaiveDate>) -> Checked {
    match date {
        Some(day) if !in_range(day) => complain(field, Problem::DateOutOfRange),
        Some(day) => Ok((field.into(), Some(Value::text(day.to_string())))),
        None => Ok((field.into(), None)),
    }
}

/// A local date and time between 2000 and 2100, to the minute.
pub(super) fn moment(field: &'static str, moment: NaiveDateTime) -> Checked {
    if !in_range(moment.date()) {
        return complain(field, Problem::DateOutOfRange);
    }
    Ok((field.into(), Some(Value::text(moment.format(MOMENT).to_string()))))
}

/// How a local date and time is written.
const MOMENT: &str = "%Y-%m-%dT%H:%M";

/// A meeting's length. Not above zero means that it ends before it starts.
pub(super) fn minutes(field: &'static str, minutes: i64) -> Checked {
    if minutes <= 0 {
        return complain(field, Problem::EndsBeforeStart);
    }
    number(field, minutes, 1, LIMITS.meeting_minutes)
}

/// A whole number in a range.
pub(super) fn number(field: &'static str, number: i64, least: i64, most: i64) -> Checked {
    if (least..=most).contains(&number) {
        return Ok((field.into(), Some(Value::number(number))));
    }
    complain(field, Problem::OutOfRange { least, most })
}

fn in_range(day: NaiveDate) -> bool {
    use chrono::Datelike;
    (2000..=2100).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(checked: Checked) -> Option<Problem> {
        checked.err().map(|complaint| complaint.problem)
    }

    #[test]
    fn what_is_wrong_is_said_at_the_field() {
        assert_eq!(problem(title("title", "  ")), Some(Problem::Missing));
        assert_eq!(problem(title("title", &"ñ".repeat(200))), None);
        assert_eq!(
            problem(title("title", &"ñ".repeat(201))),
            Some(Problem::TooLong { limit: 200 })
        );
        assert_eq!(problem(text("agenda", "")), None);
        assert_eq!(problem(words("text", "\n ")), Some(Problem::Missing));
        let day = |y| NaiveDate::from_ymd_opt(y, 5, 1);
        assert_eq!(problem(date("due", day(1870))), Some(Problem::DateOutOfRange));
        assert_eq!(problem(date("due", day(2026))), None);
        assert_eq!(problem(minutes("minutes", -30)), Some(Problem::EndsBeforeStart));
        assert_eq!(problem(minutes("minutes", 0)), Some(Problem::EndsBeforeStart));
        assert_eq!(
            problem(minutes("minutes", 721)),
            Some(Problem::OutOfRange { least: 1, most: 720 })
        );
    }

    #[test]
    fn text_is_kept_as_written_but_for_its_ends() {
        assert_eq!(title("title", " Steady hand ").unwrap().1, Some(Value::text("Steady hand")));
        assert_eq!(
            words("text", "  two\n  lines \n").unwrap().1,
            Some(Value::text("  two\n  lines"))
        );
    }
}
