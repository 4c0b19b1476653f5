//! People, and the plan's own card.

use chrono::NaiveDate;

use super::event::Happening;
use super::id::{PlanId, RecordId};
use super::record::{Fields, Record, field};
use super::rules::{self, Checked, LIMITS};
use super::value::Value;
use super::written;

/// A person's part in a mentorship.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Who learns.
    #[default]
    Student,
    /// Who guides.
    Mentor,
    /// Who runs the program.
    Coordinator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Student, Self::Mentor, Self::Coordinator];

    /// The role as files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Mentor => "mentor",
            Self::Coordinator => "coordinator",
        }
    }

    /// The role written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// A person in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Person {
    /// The record's id.
    pub id: RecordId,
    /// The name, as the person is called.
    pub name: String,
    /// The part in the mentorship.
    pub role: Role,
}

impl Person {
    /// What the person is called among the two: the first name, or the whole name where it does not begin with
    /// one, as in `Dr. Ruiz`.
    pub fn called(&self) -> &str {
        let first = self.name.split_whitespace().next().unwrap_or_default();
        let is_name = first.chars().count() > 1 && !first.contains('.');
        if is_name { first } else { self.name.trim() }
    }

    pub(super) fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            name: record.text(field::NAME).to_owned(),
            role: Role::from_name(record.text(field::ROLE)).unwrap_or_default(),
        }
    }
}

/// One change to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonChange {
    /// The name.
    Name(String),
    /// The role.
    Role(Role),
}

impl PersonChange {
    /// The field and value this change writes.
    ///
    /// # Errors
    /// What is wrong with it, and in which field.
    pub fn check(&self) -> Checked {
        match self {
            Self::Name(name) => rules::title(field::NAME, name),
            Self::Role(role) => Ok((field::ROLE.into(), Some(Value::text(role.name())))),
        }
    }
}

/// What a plan says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCard {
    /// The plan's id.
    pub id: PlanId,
    /// What the plan is called.
    pub title: String,
    /// The program it belongs to, or nothing.
    pub program: String,
    /// Its first day.
    pub starts: Option<NaiveDate>,
    /// How many weeks it lasts.
    pub weeks: Option<i64>,
    /// The day on which it was closed.
    pub closed: Option<NaiveDate>,
}

impl PlanCard {
    pub(super) fn read(id: PlanId, record: &Record) -> Self {
        Self {
            id,
            title: record.text(field::TITLE).to_owned(),
            program: record.text(field::PROGRAM).to_owned(),
            starts: written::day(record.text(field::STARTS)),
            weeks: record.value(field::WEEKS).and_then(Value::as_number).filter(|n| *n > 0),
            closed: written::day(record.text(field::CLOSED)),
        }
    }

    /// Which week of how many `today` is in, counted from 1; `None` before the start, after the
    /// end, or where the dates are not set.
    pub fn week(&self, today: NaiveDate) -> Option<(i64, i64)> {
        let (starts, weeks) = (self.starts?, self.weeks?);
        let week = (today - starts).num_days().div_euclid(7) + 1;
        (1..=weeks).contains(&week).then_some((week, weeks))
    }
}

/// One change to a plan's card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanChange {
    /// What the plan is called.
    Title(String),
    /// The program it belongs to.
    Program(String),
    /// Its first day.
    Starts(Option<NaiveDate>),
    /// How many weeks it lasts.
    Weeks(i64),
    /// The day on which it is closed, or that it is not.
    Closed(Option<NaiveDate>),
}

impl PlanChange {
    /// The field and value this change writes.
    ///
    /// # Errors
    /// What is wrong with it, and in which field.
    pub fn check(&self) -> Checked {
        match self {
            Self::Title(title) => rules::title(field::TITLE, title),
            Self::Program(program) => rules::text(field::PROGRAM, program),
            Self::Starts(day) => rules::date(field::STARTS, *day),
            Self::Weeks(weeks) => rules::number(field::WEEKS, *weeks, 1, LIMITS.weeks),
            Self::Closed(day) => rules::date(field::CLOSED, *day),
        }
    }

    /// What has happened once these are made: closing a mentorship is more than a change of its card.
    pub(super) fn happening(changes: &[Self]) -> Happening {
        let closed = changes.iter().find_map(|change| match change {
            Self::Closed(day) => Some(day.is_some()),
            _ => None,
        });
        match closed {
            Some(true) => Happening::PlanClosed,
            Some(false) => Happening::PlanReopened,
            None => Happening::PlanRevised,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_counted_from_one_and_end_with_the_plan() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 10, d).unwrap();
        let card = PlanCard {
            id: PlanId::from_random(1),
            title: String::new(),
            program: String::new(),
            starts: Some(day(5)),
            weeks: Some(2),
            closed: None,
        };
        assert_eq!(card.week(day(4)), None);
        assert_eq!(card.week(day(5)), Some((1, 2)));
        assert_eq!(card.week(day(11)), Some((1, 2)));
        assert_eq!(card.week(day(12)), Some((2, 2)));
        assert_eq!(card.week(day(19)), None);
    }

    #[test]
    fn a_person_is_called_by_the_first_name_where_there_is_one() {
        for (name, called) in [
            ("Dana Ruiz", "Dana"),
            ("Dana", "Dana"),
            ("Dr. Ruiz", "Dr. Ruiz"),
            ("J Ortiz", "J Ortiz"),
            (" Ana  Morales ", "Ana"),
            ("", ""),
        ] {
            let (id, role) = (RecordId::from_random(1), Role::Mentor);
            assert_eq!(Person { id, name: name.to_owned(), role }.called(), called);
        }
    }
}
