//! What matters today, and in which order.
//!
//! The order is: what the other side asked, what only this person can settle, what they gave to read, what was agreed
//! to be done, what is late, and, for a plan with nothing in it, what to begin with.

use crate::crdt::{InOrder, SortedMap};
use chrono::{NaiveDate, NaiveDateTime};

use super::feedback::{About, Feedback, Form};
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{self, Meeting};
use super::person::{PlanCard, Role};
use super::plan::{Plan, RecordKey};
use super::record::{Fields, Record, field};

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

        let mut nudges = self.waiting(me, now.date());
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

    /// What somebody or something waits for, rather than what could be begun. It is asked for after each
    /// change, so a record is read as a whole only where it is shown.
    pub(super) fn waiting(&self, me: Option<RecordId>, today: NaiveDate) -> Vec<Nudge> {
        let mut nudges = self.waiting_feedback(me);
        let disputes = self.dispute_count();
        if disputes > 0 {
            let is_request = |nudge: &&Nudge| matches!(nudge, Nudge::Answer { .. });
            let requests = nudges.iter().take_while(is_request).count();
            nudges.insert(requests, Nudge::Settle { count: disputes });
        }
        nudges.extend(self.unclosed_meetings(today));
        nudges.extend(self.open_action_items(me));
        nudges
    }

    /// The planned meeting that starts or still runs soonest after `now`.
    pub fn next_meeting(&self, now: NaiveDateTime) -> Option<Meeting> {
        self.live(Kind::Meeting)
            .filter(|(_, record)| meeting::is_planned(record))
            .filter(|(_, record)| meeting::ends(record).is_some_and(|ends| ends >= now))
            .min_by_key(|(id, record)| (meeting::starts(record), *id))
            .map(|(id, record)| Meeting::read(id, record))
    }

    /// What the other side's feedback asks of `me`: requests to answer, then feedback to read, each
    /// oldest first.
    pub fn waiting_feedback(&self, me: Option<RecordId>) -> Vec<Nudge> {
        let Some(me) = me else { return Vec::new() };
        let answered: SortedMap<RecordId, ()> = self
            .live(Kind::Feedback)
            .filter(|(_, record)| named(record, field::AUTHOR) == Some(me))
            .filter_map(|(_, record)| About::read(record).map(|about| (about.id, ())))
            .collect();
        let mut waiting: Vec<_> = self
            .live(Kind::Feedback)
            .filter_map(|(id, record)| {
                let is_request = match Form::from_name(record.text(field::FORM)) {
                    Some(Form::Reflection) => return None,
                    Some(Form::Request) if answered.contains_key(&id) => return None,
                    Some(Form::Request) => true,
                    _ if record.is_set(field::ACKNOWLEDGED) => return None,
                    _ => false,
                };
                let is_by_others = named(record, field::AUTHOR).is_some_and(|author| author != me);
                let is_for_me = named(record, field::TO).is_none_or(|to| to == me);
                let nudge = match is_request {
                    true => Nudge::Answer { feedback: id },
                    false => Nudge::Read { feedback: id },
                };
                let created = record.text(field::CREATED);
                (is_by_others && is_for_me).then_some((!is_request, created, nudge))
            })
            .collect();
        waiting.order_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        waiting.into_iter().map(|(_, _, nudge)| nudge).collect()
    }

    /// Which of these records ask something of the reader, oldest first. As long as nobody has said who the
    /// reader is, every request does.
    pub fn requests_among(&self, keys: &[RecordKey], me: Option<RecordId>) -> Vec<Feedback> {
        let is_among =
            |id: RecordId| keys.iter().any(|key| (key.kind, key.id) == (Kind::Feedback, id));
        let asked: Vec<RecordId> = match me {
            Some(_) => {
                let requests =
                    self.waiting_feedback(me).into_iter().filter_map(|nudge| match nudge {
                        Nudge::Answer { feedback } => Some(feedback),
                        _ => None,
                    });
                requests.collect()
            }
            None => self.feedback_by_age().into_iter().rev().collect(),
        };
        let found = asked.into_iter().filter(|id| is_among(*id)).filter_map(|id| self.feedback(id));
        found.filter(|feedback| feedback.form == Some(Form::Request)).collect()
    }

    /// The latest meeting before today that nobody marked as held or cancelled.
    fn unclosed_meetings(&self, today: NaiveDate) -> Option<Nudge> {
        self.live(Kind::Meeting)
            .filter(|(_, record)| meeting::is_planned(record))
            .filter_map(|(id, record)| Some((meeting::starts(record)?, id)))
            .filter(|(starts, _)| starts.date() < today)
            .max()
            .map(|(_, meeting)| Nudge::CloseMeeting { meeting })
    }

    /// What was agreed to be done, by this person or by nobody in particular, oldest first.
    fn open_action_items(&self, me: Option<RecordId>) -> impl Iterator<Item = Nudge> {
        let mut items: Vec<_> = self
            .live(Kind::ActionItem)
            .filter(|(_, record)| !record.is_set(field::DONE))
            .filter(|(_, record)| {
                let owner = named(record, field::OWNER);
                owner.is_none() || owner == me
            })
            .map(|(item, record)| (record.text(field::CREATED), item))
            .collect();
        items.order();
        items.into_iter().map(|(_, item)| Nudge::ActionItem { item })
    }

    /// The open tasks, those of the goal that is due first at the front.
    fn open_tasks(&self) -> impl Iterator<Item = Nudge> {
        let mut by_goal = SortedMap::<RecordId, Vec<(&str, RecordId)>>::new();
        for (id, record) in self.live(Kind::Task).filter(|(_, record)| !record.is_set(field::DONE))
        {
            if let Some(goal) = named(record, field::GOAL) {
                by_goal.slot(goal, Vec::new).push((record.text(field::CREATED), id));
            }
        }
        let mut goals: Vec<_> = self
            .live(Kind::Goal)
            .filter(|(id, _)| by_goal.contains_key(id))
            .map(|(id, record)| {
                let due = record.text(field::DUE);
                (due.is_empty(), due, record.text(field::CREATED), id)
            })
            .collect();
        goals.order();
        goals.into_iter().flat_map(move |(_, _, _, goal)| {
            let mut tasks = by_goal.remove(&goal).unwrap_or_default();
            tasks.order();
            tasks.into_iter().map(move |(_, task)| Nudge::Task { task, goal })
        })
    }
}

/// The record that a field names.
fn named(record: &Record, name: &str) -> Option<RecordId> {
    record.text(name).parse().ok()
}
