//! What is printed of a plan: a plan to hand over or pin up, and a report of how it goes.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};

use super::agreement::Agreement;
use super::audience::ForWhom;
use super::feedback::Feedback;
use super::goal::{Goal, Task};
use super::goal_status::{Because, GoalStatus};
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{ActionItem, Meeting, MeetingStatus};
use super::person::{Person, PlanCard};
use super::plan::Plan;
use super::ratings::{Confidence, Evidence, Moment};
use super::record::{Fields, Record, field};
use crate::crdt::InOrder;

/// A goal with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperGoal {
    /// The goal.
    pub goal: Goal,
    /// How it stands, and why.
    pub status: (GoalStatus, Because),
    /// Its tasks, oldest first, each with the moment it was said to be done, in seconds since 1970.
    pub tasks: Vec<(Task, Option<i64>)>,
    /// The confidence in it, at the moments at which somebody said so.
    pub confidence: Vec<(Moment, Confidence)>,
    /// What shows that it comes closer, oldest first.
    pub evidence: Vec<Evidence>,
}

/// What is printed of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What the plan says of itself.
    pub card: PlanCard,
    /// The people, by role and name.
    pub people: Vec<Person>,
    /// The goals, in the order that people have given them.
    pub goals: Vec<PaperGoal>,
    /// The meetings to come, soonest first.
    pub coming: Vec<Meeting>,
    /// The meetings that were held, oldest first.
    pub held: Vec<Meeting>,
    /// The action items, those that are left first, oldest first.
    pub items: Vec<ActionItem>,
    /// Feedback, oldest first.
    pub feedback: Vec<Feedback>,
    /// The agreement.
    pub agreement: Agreement,
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

    /// The records whose words stand on it, but for the agreement, which nobody can hide.
    pub fn tells_of(&self) -> Vec<(Kind, RecordId)> {
        let mut told = Vec::new();
        for one in &self.goals {
            told.push((Kind::Goal, one.goal.id));
            told.extend(one.tasks.iter().map(|(task, _)| (Kind::Task, task.id)));
            told.extend(one.evidence.iter().map(|evidence| (Kind::Evidence, evidence.id)));
        }
        for meeting in self.coming.iter().chain(&self.held) {
            told.push((Kind::Meeting, meeting.id));
            told.extend(meeting.series.map(|series| (Kind::Series, series)));
        }
        told.extend(self.items.iter().map(|item| (Kind::ActionItem, item.id)));
        told.extend(self.feedback.iter().map(|said| (Kind::Feedback, said.id)));
        told
    }

    /// How many minutes the meetings took that were held.
    pub fn minutes(&self) -> i64 {
        self.held.iter().map(|meeting| meeting.minutes).sum()
    }

    /// The goals that stand so.
    pub fn standing(&self, status: GoalStatus) -> impl Iterator<Item = &PaperGoal> {
        self.goals.iter().filter(move |goal| goal.status.0 == status)
    }
}

impl Plan {
    /// What is printed of the plan, whose id is `id`, for somebody, at `now` by the clock on the wall of the
    /// reader, which goes `offset` before UTC; `None` where the plan is deleted.
    pub fn paper(
        &self,
        id: PlanId,
        for_whom: ForWhom,
        now: NaiveDateTime,
        offset: FixedOffset,
    ) -> Option<Paper> {
        // Everything on paper is read from what goes to them, so nothing of the rest shows, not even in a count.
        let going = self.outgoing(id, for_whom).plan;
        let goal = |id| going.paper_goal(id, now.date(), offset);
        let is_held = |meeting: &Meeting| meeting.status == MeetingStatus::Held;
        let is_coming = |meeting: &Meeting| {
            meeting.status == MeetingStatus::Planned && meeting.ends().is_none_or(|end| end > now)
        };
        let meetings: Vec<Meeting> =
            going.meetings_by_start().into_iter().filter_map(|id| going.meeting(id)).collect();
        let mut items = going.action_items();
        items.order_by(|a, b| (a.is_done, &a.created, a.id).cmp(&(b.is_done, &b.created, b.id)));
        let mut feedback: Vec<Feedback> =
            going.live(Kind::Feedback).map(|(id, record)| Feedback::read(id, record)).collect();
        feedback.order_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
        Some(Paper {
            card: going.card(id)?,
            people: going.people(),
            goals: going.goals_in_order().into_iter().filter_map(goal).collect(),
            coming: meetings.iter().filter(|meeting| is_coming(meeting)).cloned().collect(),
            held: meetings.into_iter().filter(is_held).collect(),
            items,
            feedback,
            agreement: going.agreement(),
        })
    }

    fn paper_goal(&self, id: RecordId, today: NaiveDate, offset: FixedOffset) -> Option<PaperGoal> {
        let done_at = |task: &Task| done_at(self.find(Kind::Task, task.id)?);
        let tasks = self.tasks_of(id).into_iter().map(|task| (done_at(&task), task));
        let confidence = Moment::ALL.map(|moment| (moment, self.confidence(id, moment)));
        let is_said = |(_, said): &(Moment, Confidence)| *said != Confidence::default();
        Some(PaperGoal {
            confidence: confidence.into_iter().filter(is_said).collect(),
            evidence: self.evidence_of(id),
            goal: self.goal(id)?,
            status: self.goal_status(id, today, offset)?,
            tasks: tasks.map(|(at, task)| (task, at)).collect(),
        })
    }
}

/// When a task was said to be done, in seconds since 1970.
fn done_at(record: &Record) -> Option<i64> {
    let register = record.field(field::DONE).filter(|_| record.is_set(field::DONE))?;
    register.entries().iter().map(|entry| entry.value.at).max()
}
