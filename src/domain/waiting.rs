//! What waits for somebody, and what they have set out to do: each sort in its own order. Today tells of it
//! ([`super::outlook`]), and others count it.

use chrono::{NaiveDate, NaiveDateTime};

use super::feedback::{About, Feedback, Form};
use super::goal::GoalState;
use super::id::RecordId;
use super::kind::Kind;
use super::matters::Matter;
use super::meeting::{self, Meeting};
use super::plan::{Plan, RecordKey};
use super::ratings::Moment;
use super::record::{Fields, Record, field};
use super::today::{Planned, SHOWN, next, unclosed};
use super::written;
use crate::crdt::{InOrder, SortedMap};

/// How many goals are looked at first for open tasks. Each further look is at so many times more.
const FEW: usize = 16;

impl Plan {
    /// How many things wait for `me`, rather than being what could be begun.
    pub(super) fn waiting_count(&self, me: Option<RecordId>, today: NaiveDate) -> usize {
        let is_due = |due: Option<NaiveDate>| due.is_some_and(|due| due <= today);
        let due = self.open_action_items(me).filter(|(due, _)| is_due(*due)).count();
        let unclosed = unclosed(&self.planned(), today).map_or(0, |_| 1);
        due + self.asked_of(me).len() + unclosed
    }

    /// What `me` is asked for, in the order that Today tells: questions, two answers to choose between, check-ins, an evaluation
    /// that the other side has given, feedback to read.
    pub(super) fn asked_of(&self, me: Option<RecordId>) -> Vec<Matter> {
        let (mut asked, to_read): (Vec<_>, Vec<_>) = self
            .waiting_feedback(me)
            .into_iter()
            .partition(|matter| matches!(matter, Matter::Answer { .. }));
        let disputes = self.dispute_count();
        if disputes > 0 {
            asked.push(Matter::Settle { count: disputes });
        }
        if let Some(me) = me {
            let check_ins = self.check_ins_to_answer(me).into_iter();
            asked.extend(check_ins.map(|check_in| Matter::CheckIn { check_in }));
            asked.extend(self.evaluations_asked_of(me));
        }
        asked.extend(to_read);
        asked
    }

    /// The meetings that somebody planned and nobody has closed, by when they start.
    pub(super) fn planned(&self) -> Vec<Planned> {
        let planned = self.live(Kind::Meeting).filter(|(_, record)| meeting::is_planned(record));
        let timed = planned.filter_map(|(id, record)| Some((meeting::starts(record)?, id, record)));
        let told = timed.map(|(starts, id, record)| Planned {
            id,
            title: record.text(field::TITLE).to_owned(),
            starts,
            minutes: meeting::minutes(record),
            place: record.text(field::PLACE).to_owned(),
        });
        let mut meetings: Vec<Planned> = told.collect();
        meetings.sort_by_key(|meeting| (meeting.starts, meeting.id));
        meetings
    }

    /// The planned meeting that starts or still runs soonest after `now`.
    pub fn next_meeting(&self, now: NaiveDateTime) -> Option<Meeting> {
        self.meeting(next(&self.planned(), now)?.id)
    }

    /// What the other side's feedback asks of `me`: requests to answer, then feedback to read, each
    /// oldest first.
    pub fn waiting_feedback(&self, me: Option<RecordId>) -> Vec<Matter> {
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
                let matter = match is_request {
                    true => Matter::Answer { feedback: id },
                    false => Matter::Read { feedback: id },
                };
                let created = record.text(field::CREATED);
                (is_by_others && is_for_me).then_some((!is_request, created, matter))
            })
            .collect();
        waiting.order_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        waiting.into_iter().map(|(_, _, matter)| matter).collect()
    }

    /// Which of these records ask something of the reader, oldest first. As long as nobody has said who the
    /// reader is, every request does.
    pub fn requests_among(&self, keys: &[RecordKey], me: Option<RecordId>) -> Vec<Feedback> {
        let is_among =
            |id: RecordId| keys.iter().any(|key| (key.kind, key.id) == (Kind::Feedback, id));
        let asked: Vec<RecordId> = match me {
            Some(_) => {
                let requests =
                    self.waiting_feedback(me).into_iter().filter_map(|matter| match matter {
                        Matter::Answer { feedback } => Some(feedback),
                        _ => None,
                    });
                requests.collect()
            }
            None => self.feedback_by_age().into_iter().rev().collect(),
        };
        let found = asked.into_iter().filter(|id| is_among(*id)).filter_map(|id| self.feedback(id));
        found.filter(|feedback| feedback.form == Some(Form::Request)).collect()
    }

    /// The evaluations that the other side has given and `me` has not.
    pub(super) fn evaluations_asked_of(&self, me: RecordId) -> impl Iterator<Item = Matter> {
        [Moment::Mid, Moment::End].into_iter().filter_map(move |moment| {
            let given = self.live(Kind::Evaluation);
            let mut given = given.filter(|(_, one)| one.text(field::MOMENT) == moment.name());
            let mut is_given = false;
            let is_mine = given.any(|(_, one)| {
                is_given = true;
                named(one, field::AUTHOR) == Some(me)
            });
            (is_given && !is_mine).then_some(Matter::Evaluation { moment })
        })
    }

    /// What was agreed to be done, by this person or by nobody in particular, with its day: the earliest day
    /// first, those without one last, the oldest first within each.
    pub(super) fn open_action_items(
        &self,
        me: Option<RecordId>,
    ) -> impl Iterator<Item = (Option<NaiveDate>, RecordId)> {
        let mut items: Vec<_> = self
            .live(Kind::ActionItem)
            .filter(|(_, record)| !record.is_set(field::DONE))
            .filter(|(_, record)| {
                let owner = named(record, field::OWNER);
                owner.is_none() || owner == me
            })
            .map(|(item, record)| {
                let due = written::day(record.text(field::DUE));
                (due.is_none(), due, record.text(field::CREATED), item)
            })
            .collect();
        items.order();
        items.into_iter().map(|(_, due, _, item)| (due, item))
    }

    /// The first open tasks of goals that are neither met nor set aside: those of the goal that is due first at the front,
    /// the oldest first within each.
    pub(super) fn first_open_tasks(&self) -> Vec<Matter> {
        let is_over = |goal: &Record| {
            let state = goal.text(field::STATUS);
            [GoalState::Met, GoalState::SetAside].iter().any(|over| over.name() == state)
        };
        let mut goals: Vec<_> = self
            .live(Kind::Goal)
            .filter(|(_, goal)| !is_over(goal))
            .map(|(id, record)| {
                let due = record.text(field::DUE);
                (due.is_empty(), due, record.text(field::CREATED), id)
            })
            .collect();
        goals.order();
        // The first few goals mostly have enough of them, and then no task of the others is sorted.
        let (mut rest, mut few) = (&goals[..], FEW);
        let mut found = Vec::new();
        while !rest.is_empty() && found.len() < SHOWN {
            let (these, later) = rest.split_at(few.min(rest.len()));
            let names = these.iter().enumerate().map(|(place, goal)| (goal.3.to_string(), place));
            let places: SortedMap<String, usize> = names.collect();
            let place = |task: &Record| places.get(task.text(field::GOAL)).copied();
            let mut tasks: Vec<_> = self
                .live(Kind::Task)
                .filter(|(_, record)| !record.is_set(field::DONE))
                .filter_map(|(id, record)| Some((place(record)?, record.text(field::CREATED), id)))
                .collect();
            tasks.order();
            let wanted = SHOWN - found.len();
            let first = tasks.into_iter().take(wanted);
            found.extend(first.filter_map(|(place, _, task)| {
                Some(Matter::Task { task, goal: these.get(place)?.3 })
            }));
            (rest, few) = (later, few.saturating_mul(FEW));
        }
        found
    }
}

/// The record that a field names.
fn named(record: &Record, name: &str) -> Option<RecordId> {
    record.text(name).parse().ok()
}
