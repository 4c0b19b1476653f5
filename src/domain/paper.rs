//! What is printed of a plan: a plan to hand over or pin up, and a report of how it goes.

use chrono::{NaiveDate, NaiveDateTime};

use super::feedback::Feedback;
use super::goal::{Goal, Task};
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{ActionItem, Meeting, MeetingStatus};
use super::person::{Person, PlanCard};
use super::plan::Plan;
use super::query::Progress;
use super::record::{Fields, Record, field};
use crate::crdt::InOrder;

/// How a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Every task of it is done, and there are some.
    Met,
    /// It is not met, and there is time.
    UnderWay,
    /// It is not met, and its day has passed.
    Overdue,
}

/// A goal with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperGoal {
    /// The goal.
    pub goal: Goal,
    /// How it stands.
    pub standing: Standing,
    /// Its tasks, oldest first, each with the moment it was said to be done, in seconds since 1970.
    pub tasks: Vec<(Task, Option<i64>)>,
}

/// What is printed of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What the plan says of itself.
    pub card: PlanCard,
    /// The people, by role and name.
    pub people: Vec<Person>,
    /// The goals, in the order of their dates.
    pub goals: Vec<PaperGoal>,
    /// The meetings to come, soonest first.
    pub coming: Vec<Meeting>,
    /// The meetings that were held, oldest first.
    pub held: Vec<Meeting>,
    /// The action items, those that are left first, oldest first.
    pub items: Vec<ActionItem>,
    /// Feedback, oldest first.
    pub feedback: Vec<Feedback>,
}

impl Paper {
    /// Only what falls on these days: meetings that were held, and feedback. Goals, tasks and action
    /// items stand as they stand now.
    #[must_use]
    pub fn of_days(
        mut self,
        from: NaiveDate,
        until: NaiveDate,
        day_of: impl Fn(&str) -> Option<NaiveDate>,
    ) -> Self {
        let days = from..=until;
        self.held.retain(|meeting| meeting.starts.is_some_and(|at| days.contains(&at.date())));
        self.feedback.retain(|said| day_of(&said.created).is_some_and(|day| days.contains(&day)));
        self
    }

    /// How many minutes the meetings took that were held.
    pub fn minutes(&self) -> i64 {
        self.held.iter().map(|meeting| meeting.minutes).sum()
    }

    /// The goals that stand so.
    pub fn standing(&self, standing: Standing) -> impl Iterator<Item = &PaperGoal> {
        self.goals.iter().filter(move |goal| goal.standing == standing)
    }
}

impl Plan {
    /// What is printed of the plan, whose id is `id`, at `now` by the clock on the wall; `None` where
    /// it is deleted.
    pub fn paper(&self, id: PlanId, now: NaiveDateTime) -> Option<Paper> {
        let mut goals: Vec<PaperGoal> = self
            .printed(Kind::Goal)
            .map(|(id, record)| self.paper_goal(Goal::read(id, record), now.date()))
            .collect();
        goals.order_by_key(|of| (of.goal.due.is_none(), of.goal.due, of.goal.id));
        let mut meetings: Vec<Meeting> =
            self.printed(Kind::Meeting).map(|(id, record)| Meeting::read(id, record)).collect();
        meetings.order_by_key(|meeting| (meeting.starts.is_none(), meeting.starts, meeting.id));
        let is_held = |meeting: &Meeting| meeting.status == MeetingStatus::Held;
        let is_coming = |meeting: &Meeting| {
            meeting.status == MeetingStatus::Planned && meeting.ends().is_none_or(|end| end > now)
        };
        let mut items: Vec<ActionItem> = self
            .printed(Kind::ActionItem)
            .map(|(id, record)| ActionItem::read(id, record))
            .collect();
        items.order_by(|a, b| (a.is_done, &a.created, a.id).cmp(&(b.is_done, &b.created, b.id)));
        let mut feedback: Vec<Feedback> =
            self.printed(Kind::Feedback).map(|(id, record)| Feedback::read(id, record)).collect();
        feedback.order_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
        Some(Paper {
            card: self.card(id)?,
            people: self.people(),
            goals,
            coming: meetings.iter().filter(|meeting| is_coming(meeting)).cloned().collect(),
            held: meetings.into_iter().filter(is_held).collect(),
            items,
            feedback,
        })
    }

    /// The records of a kind that may be printed. Everything on paper comes through here, so this is
    /// where a record that is for its writer alone stays behind.
    fn printed(&self, kind: Kind) -> impl Iterator<Item = (RecordId, &Record)> {
        self.live(kind)
    }

    fn paper_goal(&self, goal: Goal, today: NaiveDate) -> PaperGoal {
        let of_goal = goal.id.to_string();
        let mut tasks: Vec<(Task, Option<i64>)> = self
            .printed(Kind::Task)
            .filter(|(_, record)| record.text(field::GOAL) == of_goal)
            .map(|(id, record)| (Task::read(id, record), done_at(record)))
            .collect();
        tasks.order_by(|(a, _), (b, _)| (&a.created, a.id).cmp(&(&b.created, b.id)));
        let done = tasks.iter().filter(|(task, _)| task.is_done).count();
        let standing = match goal.due {
            _ if (Progress { done, of: tasks.len() }).is_complete() => Standing::Met,
            Some(due) if due < today => Standing::Overdue,
            _ => Standing::UnderWay,
        };
        PaperGoal { goal, standing, tasks }
    }
}

/// When a task was said to be done, in seconds since 1970.
fn done_at(record: &Record) -> Option<i64> {
    let register = record.field(field::DONE).filter(|_| record.is_set(field::DONE))?;
    register.entries().iter().map(|entry| entry.value.at).max()
}
