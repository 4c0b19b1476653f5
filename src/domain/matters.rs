//! What matters most now, in one order for everything.
//!
//! The rule, which Today follows from top to bottom:
//!
//! 1. The next meeting, for it comes whether or not anybody does anything.
//! 2. What was agreed and is due, the most overdue first.
//! 3. What one is asked for: questions, two answers to choose between, check-ins, an evaluation that the other side has given,
//!    feedback to read, what became of a meeting. The oldest comes first within each.
//! 4. What one has set out to do: action items without a day, tasks of the goal that is due first, a few of each.
//! 5. The agreement, where it is one's turn.
//! 6. What came in with the last import and was not looked at.
//! 7. A plan gone quiet, with the smallest step.
//! 8. A backup, by its age.
//! 9. What to begin with, what to end with, and whom one waits for.
//!
//! What comes up to number 4 is worked out and drawn at the first look ([`super::today`]), the rest of it as soon as the rest
//! of the program is there. So nothing that is drawn later stands above what was there before.

use chrono::{FixedOffset, NaiveDateTime};

use super::agreement::Turn;
use super::backup_risk::Risk;
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::pack::Cadence;
use super::person::PlanCard;
use super::phase::Phase;
use super::plan::Plan;
use super::ratings::Moment;
use super::stalled::Stalled;

/// Something that matters now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Something was agreed to be done, and its day is here or past.
    Due {
        /// The action item.
        item: RecordId,
        /// How many days ago it was due; 0 for today.
        days_late: i64,
    },
    /// Fields in which two values stand want settling.
    Settle {
        /// How many.
        count: usize,
    },
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
    /// Something was agreed to be done, and is not due yet.
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
    /// How it stands with the agreement: whose turn it is.
    Agreement(Turn),
    /// So many things came in and were not looked at.
    New {
        /// How many.
        count: usize,
    },
    /// The plan has gone quiet.
    Stalled(Stalled),
    /// A backup would be good, or is urgent.
    Backup(Risk),
    /// The course comes to its end, or is past it, and the plan is not closed.
    Close,
    /// The plan has no goal yet.
    FirstGoal,
    /// The plan has no meeting to come.
    NextMeeting,
    /// The plan has nobody on the other side yet.
    Invite,
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

impl Plan {
    /// What matters now to `me` in the plan whose id is `id` after what [`Plan::outlook`] tells, the most important first.
    pub fn later_matters(
        &self,
        id: PlanId,
        me: Option<RecordId>,
        around: Surroundings<'_>,
    ) -> Vec<Matter> {
        let Some(card) = self.card(id) else { return Vec::new() };
        let now = around.now;
        let turn = self.turn(me);
        let mut matters = Vec::new();
        // Two texts to choose between are among what is to be settled.
        if turn == Turn::Answer {
            matters.push(Matter::Agreement(turn));
        }
        if around.unseen > 0 {
            matters.push(Matter::New { count: around.unseen });
        }
        // Whoever is alone in a plan has not fallen silent.
        let stalled = me
            .filter(|_| !self.is_alone(me))
            .and_then(|me| self.stalled(id, me, around.cadence, now, around.offset));
        matters.extend(stalled.map(Matter::Stalled));
        if around.risk > Risk::Calm {
            matters.push(Matter::Backup(around.risk));
        }
        matters.extend(self.to_begin(&card, turn, me, now));
        if turn == Turn::Wait {
            matters.push(Matter::Agreement(turn));
        }
        matters
    }

    /// Whether nobody but `me` is in the plan.
    fn is_alone(&self, me: Option<RecordId>) -> bool {
        self.people().iter().all(|person| Some(person.id) == me)
    }

    /// What is asked of `me` in the agreement.
    fn turn(&self, me: Option<RecordId>) -> Turn {
        let Some(person) = me.and_then(|me| self.person(me)) else { return Turn::Nothing };
        self.agreement().turn(person.id, person.role)
    }

    /// What the plan lacks, or what ends it.
    fn to_begin(
        &self,
        card: &PlanCard,
        turn: Turn,
        me: Option<RecordId>,
        now: NaiveDateTime,
    ) -> Vec<Matter> {
        let phase = card.phase(now.date()).map(|span| span.phase);
        let is_closed = card.closed.is_some();
        let is_ending = matches!(phase, Some(Phase::Closing | Phase::Afterwards));
        let is_over = is_closed || phase == Some(Phase::Afterwards);
        let found = [
            (is_ending && !is_closed, Matter::Close),
            (!is_over && self.live(Kind::Goal).next().is_none(), Matter::FirstGoal),
            (!is_over && self.next_meeting(now).is_none(), Matter::NextMeeting),
            (!is_closed && self.is_alone(me), Matter::Invite),
            (!is_over && turn == Turn::Begin, Matter::Agreement(turn)),
        ];
        found.into_iter().filter_map(|(is_so, matter)| is_so.then_some(matter)).collect()
    }
}
