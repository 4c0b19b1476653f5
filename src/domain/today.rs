//! What matters today, and in which order.
//!
//! The order is: what only this person can settle, what the other side waits for, what was agreed
//! to be done, what is late, and, for a plan with nothing in it, what to begin with.

use crate::crdt::{InOrder, SortedMap};
use chrono::{NaiveDate, NaiveDateTime};

use super::feedback::Form;
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{Meeting, MeetingStatus};
use super::person::{PlanCard, Role};
use super::plan::Plan;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Nudge {
    /// Fields in which two values stand want settling.
    Settle {
        /// How many.
        count: usize,
    },
    /// The other side asked for feedback.
    Answer {
        /// The request.
        feedback: RecordId,
    },
    /// The other side gave feedback that has not been taken note of.
    Read {
        /// The feedback.
        feedback: RecordId,
    },
    /// A meeting's time has passed and nobody said whether it was held.
    CloseMeeting {
        /// The meeting.
        meeting: RecordId,
    },
    /// Something this person agreed to do.
    ActionItem {
        /// The action item.
        item: RecordId,
    },
    /// A task of the goal that is due first.
    Task {
        /// The task.
        task: RecordId,
        /// Its goal.
        goal: RecordId,
    },
    /// The plan has no goal yet.
    FirstGoal,
    /// The plan has no meeting to come.
    NextMeeting,
    /// The plan has nobody on the other side yet.
    Invite,
}

/// What a person sees first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Today {
    /// The plan.
    pub card: PlanCard,
    /// The people on the other side, by name.
    pub with: Vec<String>,
    /// The next meeting.
    pub next_meeting: Option<Meeting>,
    /// What to do, most important first.
    pub nudges: Vec<Nudge>,
}

/// How many open tasks are shown at a time.
const TASKS_SHOWN: usize = 5;

impl Plan {
    /// What matters now to `me` in the plan whose id is `id`. `now` is by the clock on the wall.
    pub fn today(&self, id: PlanId, me: Option<RecordId>, now: NaiveDateTime) -> Option<Today> {
        let card = self.card(id)?;
        let people = self.people();
        let others = people.iter().filter(|person| Some(person.id) != me);
        let with: Vec<String> = others.map(|person| person.name.clone()).collect();
        let next_meeting = self.next_meeting(now);
        let my_role = people.iter().find(|person| Some(person.id) == me).map(|p| p.role);

        let mut nudges = Vec::new();
        let disputes = self.dispute_count();
        if disputes > 0 {
            nudges.push(Nudge::Settle { count: disputes });
        }
        nudges.extend(self.waiting_feedback(me));
        nudges.extend(self.unclosed_meetings(now.date()));
        nudges.extend(
            self.action_items()
                .into_iter()
                .filter(|item| !item.is_done && (item.owner.is_none() || item.owner == me))
                .map(|item| Nudge::ActionItem { item: item.id }),
        );
        if self.live(Kind::Goal).next().is_none() {
            nudges.push(Nudge::FirstGoal);
        } else if my_role != Some(Role::Mentor) {
            nudges.extend(self.open_tasks().take(TASKS_SHOWN));
        }
        if next_meeting.is_none() {
            nudges.push(Nudge::NextMeeting);
        }
        if with.is_empty() {
            nudges.push(Nudge::Invite);
        }
        Some(Today { card, with, next_meeting, nudges })
    }

    /// The planned meeting that starts or still runs soonest after `now`.
    pub fn next_meeting(&self, now: NaiveDateTime) -> Option<Meeting> {
        self.live(Kind::Meeting)
            .map(|(id, record)| Meeting::read(id, record))
            .filter(|meeting| meeting.status == MeetingStatus::Planned)
            .filter(|meeting| meeting.ends().is_some_and(|ends| ends >= now))
            .min_by_key(|meeting| (meeting.starts, meeting.id))
    }

    /// What the other side's feedback asks of `me`: requests to answer, then feedback to read, each
    /// oldest first.
    pub fn waiting_feedback(&self, me: Option<RecordId>) -> Vec<Nudge> {
        let Some(me) = me else { return Vec::new() };
        let answered: SortedMap<RecordId, ()> = self
            .live(Kind::Feedback)
            .map(|(id, record)| super::feedback::Feedback::read(id, record))
            .filter(|feedback| feedback.author == Some(me))
            .filter_map(|feedback| feedback.about.map(|about| (about.id, ())))
            .collect();
        let mut waiting: Vec<_> = self
            .live(Kind::Feedback)
            .map(|(id, record)| super::feedback::Feedback::read(id, record))
            .filter(|feedback| feedback.author.is_some_and(|author| author != me))
            .filter(|feedback| feedback.to.is_none_or(|to| to == me))
            .filter_map(|feedback| match feedback.form {
                Some(Form::Reflection) => None,
                Some(Form::Request) if answered.contains_key(&feedback.id) => None,
                Some(Form::Request) => {
                    Some((0, feedback.created, Nudge::Answer { feedback: feedback.id }))
                }
                _ if feedback.is_acknowledged => None,
                _ => Some((1, feedback.created, Nudge::Read { feedback: feedback.id })),
            })
            .collect();
        waiting.order_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        waiting.into_iter().map(|(_, _, nudge)| nudge).collect()
    }

    /// The latest meeting before today that nobody marked as held or cancelled.
    fn unclosed_meetings(&self, today: NaiveDate) -> Option<Nudge> {
        self.live(Kind::Meeting)
            .map(|(id, record)| Meeting::read(id, record))
            .filter(|meeting| meeting.status == MeetingStatus::Planned)
            .filter(|meeting| meeting.starts.is_some_and(|starts| starts.date() < today))
            .max_by_key(|meeting| (meeting.starts, meeting.id))
            .map(|meeting| Nudge::CloseMeeting { meeting: meeting.id })
    }

    /// The open tasks, those of the goal that is due first at the front.
    fn open_tasks(&self) -> impl Iterator<Item = Nudge> {
        let mut by_goal = SortedMap::<RecordId, Vec<super::goal::Task>>::new();
        for (id, record) in self.live(Kind::Task) {
            let task = super::goal::Task::read(id, record);
            if let (Some(goal), false) = (task.goal, task.is_done) {
                by_goal.slot(goal, Vec::new).push(task);
            }
        }
        self.goals_by_due().into_iter().flat_map(move |goal| {
            let mut tasks = by_goal.remove(&goal).unwrap_or_default();
            tasks.order_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
            tasks.into_iter().map(move |task| Nudge::Task { task: task.id, goal })
        })
    }
}
