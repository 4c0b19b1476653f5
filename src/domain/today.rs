//! What Today shows at its first look: the next meeting, and the first part of what matters.
//!
//! The whole order is told in [`super::matters`]. Of a plan this takes a few rows with their words, the outlook that
//! [`Plan::outlook`](super::Plan::outlook) makes, and no record. An outlook is kept beside the plan, so that a start draws Today by
//! it before the records have been read, and before what reads them is there.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::id::RecordId;
use super::matters::Matter;
use super::person::PlanCard;

/// How many of what matters are shown at a time.
pub const AT_ONCE: usize = 50;
/// How many open tasks, and how many action items that are not due, are shown at a time.
pub(super) const SHOWN: usize = 5;

/// What Today shows of a plan, on any of some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The plan.
    pub card: PlanCard,
    /// The first day that this is good for, by the clock on the wall.
    pub from: NaiveDate,
    /// The last such day.
    pub until: NaiveDate,
    /// The people on the other side, by name.
    pub with: Vec<String>,
    /// The meetings that somebody planned and nobody has closed, by when they start.
    pub meetings: Vec<Planned>,
    /// What matters, in its order: all action items, by their days, then what is asked for, then tasks.
    pub rows: Vec<Row>,
}

/// A planned meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Its id.
    pub id: RecordId,
    /// What it is called.
    pub title: String,
    /// When it starts, by the clock of its place.
    pub starts: NaiveDateTime,
    /// How many minutes it lasts.
    pub minutes: i64,
    /// Where it is.
    pub place: String,
}

/// Something that matters, with the words by which it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub matter: Matter,
    /// What it is called; or, of what people ask for, by whom. Empty where that is not known.
    pub title: String,
    /// What a task's goal is called, or the first words of what is asked. Empty for all else.
    pub line: String,
    /// By when it is to be done.
    pub due: Option<NaiveDate>,
    /// The feedback that it came of.
    pub source: Option<RecordId>,
}

/// What a person sees first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Today {
    /// The plan.
    pub card: PlanCard,
    /// The people on the other side, by name.
    pub with: Vec<String>,
    /// The next meeting.
    pub next_meeting: Option<Planned>,
    /// The first part of what matters, most important first.
    pub first: Vec<Row>,
}

impl Outlook {
    /// What is shown at that moment, by the clock on the wall.
    pub fn at(&self, now: NaiveDateTime) -> Today {
        let today = now.date();
        let (mut first, mut later, mut tasks) = (Vec::new(), Vec::new(), Vec::new());
        for row in &self.rows {
            match (&row.matter, row.due.map(|due| (today - due).num_days())) {
                (Matter::ActionItem { item }, Some(days_late @ 0..)) => {
                    let matter = Matter::Due { item: *item, days_late };
                    first.push(Row { matter, ..row.clone() });
                }
                (Matter::ActionItem { .. }, _) if later.len() == SHOWN => {}
                (Matter::ActionItem { .. }, _) => later.push(row.clone()),
                (Matter::Task { .. }, _) => tasks.push(row.clone()),
                _ => first.push(row.clone()),
            }
        }
        first.extend(unclosed(&self.meetings, today).map(|meeting| Row {
            title: meeting.title.clone(),
            ..Row::of(Matter::CloseMeeting { meeting: meeting.id })
        }));
        first.append(&mut later);
        first.append(&mut tasks);
        let next_meeting = next(&self.meetings, now).cloned();
        Today { card: self.card.clone(), with: self.with.clone(), next_meeting, first }
    }
}

impl Row {
    /// A row without words.
    pub fn of(matter: Matter) -> Self {
        Self { matter, title: String::new(), line: String::new(), due: None, source: None }
    }
}

impl Planned {
    /// When it ends.
    pub fn ends(&self) -> Option<NaiveDateTime> {
        self.starts.checked_add_signed(TimeDelta::try_minutes(self.minutes)?)
    }
}

/// Of meetings in the order of their starts, the one that starts or still runs soonest after `now`.
pub(super) fn next(meetings: &[Planned], now: NaiveDateTime) -> Option<&Planned> {
    meetings.iter().find(|meeting| meeting.ends().is_some_and(|ends| ends >= now))
}

/// Of meetings in the order of their starts, the latest before today: nobody has marked it as held or cancelled.
pub(super) fn unclosed(meetings: &[Planned], today: NaiveDate) -> Option<&Planned> {
    meetings.iter().rfind(|meeting| meeting.starts.date() < today)
}
