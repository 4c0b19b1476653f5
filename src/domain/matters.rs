//! What matters most now, in one order for everything.
//!
//! The rule: first the meeting that is next within two days, for it comes whether or not anybody does anything; then what is
//! agreed and due, the most overdue first; then what the other side waits for (the agreement, questions,
//! check-ins, an evaluation they have given), oldest first within each; then what came in and was not looked at; then a plan
//! gone quiet; then a backup. Within that, nothing is hidden: what is shown first is not all there is.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};

use super::agreement::Turn;
use super::backup_risk::Risk;
use super::id::{PlanId, RecordId};
use super::meeting::{ActionItem, Meeting};
use super::pack::Cadence;
use super::plan::Plan;
use super::ratings::Moment;
use super::stalled::Stalled;
use super::today::Nudge;
use crate::crdt::InOrder;

/// Something that matters now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The next meeting is near.
    Meeting(Box<Meeting>),
    /// Something was agreed to be done, and its day is here or past.
    Due {
        /// The action item.
        item: RecordId,
        /// How many days ago it was due; 0 for today.
        days_late: i64,
    },
    /// It is one's turn in the agreement.
    Agreement(Turn),
    /// A request for feedback waits for an answer.
    Answer {
        /// The request.
        feedback: RecordId,
    },
    /// A check-in waits for an answer.
    CheckIn {
        /// The check-in.
        check_in: RecordId,
    },
    /// The other side has evaluated the mentorship, and waits to see both side by side.
    Evaluation {
        /// When in the course.
        moment: Moment,
    },
    /// So many things came in and were not looked at.
    New {
        /// How many.
        count: usize,
    },
    /// The plan has gone quiet.
    Stalled(Stalled),
    /// A backup would be good, or is urgent.
    Backup(Risk),
}

/// What is known besides the plan.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// Now, by the clock on the wall.
    pub now: NaiveDateTime,
    /// How far that clock is from UTC.
    pub offset: FixedOffset,
    /// How often people meet, as the pack says.
    pub cadence: &'a Cadence,
    /// How many things came in and were not looked at.
    pub unseen: usize,
    /// How urgent a backup is.
    pub risk: Risk,
}

/// How long before its start a meeting is near.
const NEAR: TimeDelta = TimeDelta::days(2);

impl Plan {
    /// What matters now to `me` in the plan whose id is `id`, the most important first.
    pub fn matters(&self, id: PlanId, me: RecordId, around: Surroundings<'_>) -> Vec<Matter> {
        let now = around.now;
        let mut matters = Vec::new();
        let next = self.next_meeting(now);
        let is_near = |meeting: &Meeting| meeting.starts.is_some_and(|starts| starts - now <= NEAR);
        matters.extend(next.filter(is_near).map(|next| Matter::Meeting(Box::new(next))));
        matters.extend(self.due_items(me, now.date()));
        matters.extend(self.answers_asked_of(me));
        if around.unseen > 0 {
            matters.push(Matter::New { count: around.unseen });
        }
        let stalled = self.stalled(id, me, around.cadence, now, around.offset);
        matters.extend(stalled.map(Matter::Stalled));
        if around.risk > Risk::Calm {
            matters.push(Matter::Backup(around.risk));
        }
        matters
    }

    fn due_items(&self, me: RecordId, today: NaiveDate) -> Vec<Matter> {
        let mut items: Vec<(NaiveDate, ActionItem)> = self
            .action_items()
            .into_iter()
            .filter(|item| !item.is_done && (item.owner.is_none() || item.owner == Some(me)))
            .filter_map(|item| Some((item.due.filter(|due| *due <= today)?, item)))
            .collect();
        items.order_by(|a, b| (a.0, &a.1.created, a.1.id).cmp(&(b.0, &b.1.created, b.1.id)));
        let late = |due: NaiveDate| (today - due).num_days();
        items
            .into_iter()
            .map(|(due, item)| Matter::Due { item: item.id, days_late: late(due) })
            .collect()
    }

    fn answers_asked_of(&self, me: RecordId) -> Vec<Matter> {
        let mut asked = Vec::new();
        let role = self.person(me).map(|person| person.role).unwrap_or_default();
        match self.agreement().turn(me, role) {
            // Nobody waits for an agreement that is not begun.
            Turn::Nothing | Turn::Wait | Turn::Begin => {}
            turn => asked.push(Matter::Agreement(turn)),
        }
        asked.extend(self.waiting_feedback(Some(me)).into_iter().filter_map(|nudge| match nudge {
            Nudge::Answer { feedback } => Some(Matter::Answer { feedback }),
            _ => None,
        }));
        let check_ins = self.check_ins_to_answer(me).into_iter();
        asked.extend(check_ins.map(|check_in| Matter::CheckIn { check_in }));
        for moment in [Moment::Mid, Moment::End] {
            let both = self.evaluations(moment, me);
            if both.mine.is_none() && both.others_answered > 0 {
                asked.push(Matter::Evaluation { moment });
            }
        }
        asked
    }
}
