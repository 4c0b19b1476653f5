//! How far the goals have come, day by day, for a small picture.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, FixedOffset, NaiveDate};

use super::id::RecordId;
use super::kind::Kind;
use super::person::{PlanCard, Role};
use super::plan::Plan;
use super::query::Progress;
use super::ratings::day_of;
use super::record::{Fields, Record, field};
use super::value::Value;

/// How far it was at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoursePoint {
    /// The day.
    pub day: NaiveDate,
    /// The tasks that there were, and those done.
    pub tasks: Progress,
}

/// A rating, as a point of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatingPoint {
    /// The day.
    pub day: NaiveDate,
    /// Who says so.
    pub role: Role,
    /// From 1 to 5.
    pub rating: i64,
}

/// How far a goal, or all of them, has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// The days on which the tasks changed, in order; at most one point a day.
    pub points: Vec<CoursePoint>,
    /// The ratings, in order. Of all goals together there are none.
    pub ratings: Vec<RatingPoint>,
}

/// The days that the picture is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseSpan {
    /// The first.
    pub from: NaiveDate,
    /// The last.
    pub until: NaiveDate,
}

impl CourseSpan {
    /// How much of the days has passed by a day, from 0 to 1.
    pub fn share(&self, day: NaiveDate) -> f64 {
        let days = |until: NaiveDate| (until - self.from).num_days() as f64;
        (days(day) / days(self.until).max(1.0)).clamp(0.0, 1.0)
    }
}

impl Course {
    /// The days that the picture is about: those of the mentorship, and any before or after on which there was something
    /// or which is today.
    pub fn span(&self, card: &PlanCard, today: NaiveDate) -> CourseSpan {
        let points = || self.points.iter().map(|point| point.day);
        let ratings = || self.ratings.iter().map(|point| point.day);
        let first = points().chain(ratings()).chain(card.starts).min().unwrap_or(today);
        let weeks = card.weeks.and_then(|weeks| u64::try_from(weeks).ok()).unwrap_or_default();
        let ends = card.starts.and_then(|day| {
            day.checked_add_days(Days::new(weeks.saturating_mul(7).saturating_sub(1)))
        });
        let until = points().chain(ratings()).chain(ends).fold(today, NaiveDate::max);
        CourseSpan { from: first.min(today), until }
    }

    /// The tasks as they stood last.
    pub fn tasks(&self) -> Progress {
        self.points.last().map(|point| point.tasks).unwrap_or_default()
    }
}

impl Plan {
    /// How far a goal has come. `offset` is how far the reader's clock is from UTC.
    pub fn course_of(&self, goal: RecordId, offset: FixedOffset) -> Course {
        let tasks = self.tasks_in(goal);
        let ratings = self.ratings_of(goal).into_iter().filter_map(|rating| {
            let record = self.find(Kind::Rating, rating.id)?;
            let role = self.role_of_author(record)?;
            Some(RatingPoint { day: rating.day(offset)?, role, rating: rating.rating })
        });
        Course { points: points(tasks.map(|(_, task)| task), offset), ratings: ratings.collect() }
    }

    /// How far all goals have come together, those set aside and their tasks left out.
    pub fn course(&self, offset: FixedOffset) -> Course {
        let is_pursued = |task: &Record| {
            let goal = task.text(field::GOAL).parse().ok();
            let record = goal.and_then(|goal| self.find(Kind::Goal, goal));
            record.is_some_and(|goal| {
                goal.text(field::STATUS) != super::goal::GoalState::SetAside.name()
            })
        };
        let tasks = self.live(Kind::Task).map(|(_, task)| task).filter(|task| is_pursued(task));
        Course { points: points(tasks, offset), ratings: Vec::new() }
    }
}

/// What of the tasks was there, and done, on each day on which that changed. A task counts as done from when it was
/// last marked so.
fn points<'a>(tasks: impl Iterator<Item = &'a Record>, offset: FixedOffset) -> Vec<CoursePoint> {
    let mut changes: BTreeMap<NaiveDate, Progress> = BTreeMap::new();
    for task in tasks {
        let Some(made) = day_of(task.text(field::CREATED), offset) else { continue };
        changes.entry(made).or_default().of += 1;
        if let Some(done) = done_on(task, offset) {
            // A clock that was wrong makes nothing done before it was there.
            changes.entry(done.max(made)).or_default().done += 1;
        }
    }
    let mut tasks = Progress::default();
    let point = |(day, change): (NaiveDate, Progress)| {
        tasks = Progress { done: tasks.done + change.done, of: tasks.of + change.of };
        CoursePoint { day, tasks }
    };
    changes.into_iter().map(point).collect()
}

fn done_on(task: &Record, offset: FixedOffset) -> Option<NaiveDate> {
    let entries = task.field(field::DONE)?.entries();
    let done = entries.iter().filter(|entry| entry.value.value == Value::Bool(true));
    let at = done.map(|entry| entry.value.at).min()?;
    Some(DateTime::from_timestamp(at, 0)?.with_timezone(&offset).date_naive())
}
