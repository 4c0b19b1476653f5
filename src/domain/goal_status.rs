//! How it stands with a goal, and why.
//!
//! The rule, of which the first that holds counts:
//!
//! 1. A person said that it is set aside, or met.
//! 2. All its tasks are done, and nobody said that it is still open: met.
//! 3. Its day has passed: overdue.
//! 4. At risk: its day is at most [`SOON`] days away and a task is open; or so much more of the time has passed than of the
//!    tasks is done that the difference is above a third ([`BEHIND_PERCENT`]); or half of the time has passed and
//!    the student's latest confidence is at most [`LOW`] of 5.
//! 5. Otherwise it is on track.
//!
//! The time runs from the day on which the goal was written down, or the plan's first day if that is later, to the
//! day by which it is due. The bounds are our own: no source gives any.

use chrono::{FixedOffset, NaiveDate};

use super::goal::GoalState;
use super::id::RecordId;
use super::kind::Kind;
use super::plan::Plan;
use super::query::Progress;
use super::ratings::day_of;
use super::record::{Fields, Record, field};
use super::value::Value;
use super::written;
use crate::crdt::SortedMap;

/// So many days before its day a goal with an open task is at risk.
pub const SOON: i64 = 7;
/// How much more of the time may have passed than of the tasks is done, in percent.
pub const BEHIND_PERCENT: i64 = 33;
/// A confidence that is low, of 5.
pub const LOW: i64 = 2;

/// How it stands with a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GoalStatus {
    /// Its day has passed.
    Overdue,
    /// It may not be reached in time.
    AtRisk,
    /// It comes along.
    OnTrack,
    /// It is reached.
    Met,
    /// It is not pursued for now.
    SetAside,
}

/// Why it stands so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// Somebody said so.
    Said,
    /// All its tasks are done.
    AllDone,
    /// Somebody set it aside, for this reason.
    Reason(String),
    /// Its day was so many days ago.
    Passed {
        /// How many days ago.
        days: i64,
    },
    /// Its day is so near, and so many tasks are open.
    Near {
        /// In how many days.
        days: i64,
        /// How many tasks are open.
        open: usize,
    },
    /// More of the time has passed than of the tasks is done.
    Behind {
        /// How much of the time has passed, in percent.
        time: i64,
        /// How much of the tasks is done, in percent.
        done: i64,
    },
    /// The student is not confident.
    Unsure {
        /// How confident, from 1 to 5.
        confidence: i64,
    },
    /// There is time.
    InTime {
        /// In how many days it is due.
        days: i64,
    },
    /// It has no day.
    NoDay,
}

/// What the status of a goal follows from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalFacts {
    /// What somebody said of it.
    pub state: GoalState,
    /// Why it was set aside.
    pub reason: String,
    /// The day its time began.
    pub from: Option<NaiveDate>,
    /// The day by which it is due.
    pub due: Option<NaiveDate>,
    /// Its tasks.
    pub tasks: Progress,
    /// The student's latest confidence, from 1 to 5.
    pub confidence: Option<i64>,
}

impl GoalFacts {
    /// How it stands on a day, and why.
    pub fn status(&self, today: NaiveDate) -> (GoalStatus, Because) {
        match self.state {
            GoalState::SetAside => {
                return (GoalStatus::SetAside, Because::Reason(self.reason.clone()));
            }
            GoalState::Met => return (GoalStatus::Met, Because::Said),
            GoalState::Unsaid if self.tasks.is_complete() => {
                return (GoalStatus::Met, Because::AllDone);
            }
            GoalState::Unsaid | GoalState::Open => {}
        }
        let days = self.due.map(|due| (due - today).num_days());
        if let Some(days) = days.filter(|days| *days < 0) {
            return (GoalStatus::Overdue, Because::Passed { days: -days });
        }
        if let Some(because) = self.risk(today, days) {
            return (GoalStatus::AtRisk, because);
        }
        (GoalStatus::OnTrack, days.map_or(Because::NoDay, |days| Because::InTime { days }))
    }

    fn risk(&self, today: NaiveDate, days: Option<i64>) -> Option<Because> {
        let days = days?;
        let open = self.tasks.of.saturating_sub(self.tasks.done);
        if days <= SOON && open > 0 {
            return Some(Because::Near { days, open });
        }
        let passed = (today - self.from?).num_days();
        let time = if passed <= 0 { 0 } else { passed * 100 / (passed + days).max(1) };
        if let Some(done) = (self.tasks.done * 100).checked_div(self.tasks.of) {
            let done = done as i64;
            if time - done > BEHIND_PERCENT {
                return Some(Because::Behind { time, done });
            }
        }
        let confidence = self.confidence.filter(|confidence| *confidence <= LOW)?;
        (time >= 50).then_some(Because::Unsure { confidence })
    }
}

impl Plan {
    /// What the status of a goal follows from. `offset` is how far the reader's clock is from UTC.
    pub fn goal_facts(&self, goal: RecordId, offset: FixedOffset) -> Option<GoalFacts> {
        let record = self.find(Kind::Goal, goal)?;
        let mut tasks = Progress::default();
        for (_, task) in self.tasks_in(goal) {
            tasks.of += 1;
            tasks.done += usize::from(task.is_set(field::DONE));
        }
        let confidence = self.latest_confidence(goal);
        Some(facts_of(record, self.begun(), offset, tasks, confidence))
    }

    /// How it stands with a goal on a day, and why.
    pub fn goal_status(
        &self,
        goal: RecordId,
        today: NaiveDate,
        offset: FixedOffset,
    ) -> Option<(GoalStatus, Because)> {
        Some(self.goal_facts(goal, offset)?.status(today))
    }

    /// How it stands with every goal on a day, and why: what [`Plan::goal_status`] says of each, found in one walk.
    pub fn goal_standings(
        &self,
        today: NaiveDate,
        offset: FixedOffset,
    ) -> SortedMap<RecordId, (GoalStatus, Because)> {
        let progress = self.progress();
        let confidence = self.latest_confidences();
        let begun = self.begun();
        let mut all = SortedMap::<RecordId, (GoalStatus, Because)>::new();
        for (id, record) in self.live(Kind::Goal) {
            let tasks = progress.get(&id).copied().unwrap_or_default();
            let facts = facts_of(record, begun, offset, tasks, confidence.get(&id).copied());
            all.slot(id, || facts.status(today));
        }
        all
    }

    /// The first day of the plan.
    fn begun(&self) -> Option<NaiveDate> {
        let mut cards = self.live(Kind::Plan);
        cards.find_map(|(_, card)| card.value(field::STARTS).and_then(Value::as_date))
    }

    /// The goals in the order that people have given them. Those that nobody has put anywhere come last, in
    /// the order of [`Plan::goals_by_due`].
    pub fn goals_in_order(&self) -> Vec<RecordId> {
        use crate::crdt::InOrder;
        let rank = |id: RecordId| {
            let record = self.find(Kind::Goal, id);
            record.map(|record| record.text(field::RANK)).unwrap_or_default()
        };
        let mut rows: Vec<(bool, &str, usize, RecordId)> = Vec::new();
        for (place, id) in self.goals_by_due().into_iter().enumerate() {
            let rank = rank(id);
            rows.push((rank.is_empty(), rank, if rank.is_empty() { place } else { 0 }, id));
        }
        rows.order();
        rows.into_iter().map(|(_, _, _, id)| id).collect()
    }
}

/// What a goal's own record says of how it stands, beside its tasks and the confidence in it.
fn facts_of(
    record: &Record,
    begun: Option<NaiveDate>,
    offset: FixedOffset,
    tasks: Progress,
    confidence: Option<i64>,
) -> GoalFacts {
    GoalFacts {
        state: GoalState::from_name(record.text(field::STATUS)).unwrap_or_default(),
        reason: record.text(field::REASON).to_owned(),
        from: day_of(record.text(field::CREATED), offset).max(begun),
        due: written::day(record.text(field::DUE)),
        tasks,
        confidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Begun on 1 October, due on 10 December: seventy days.
    fn facts(done: usize, of: usize, confidence: Option<i64>) -> GoalFacts {
        GoalFacts {
            state: GoalState::Unsaid,
            reason: String::new(),
            from: Some(day("2026-10-01")),
            due: Some(day("2026-12-10")),
            tasks: Progress { done, of },
            confidence,
        }
    }

    #[test]
    fn the_status_follows_the_rule() {
        use {Because::*, GoalStatus::*};
        for (done, of, confidence, today, status, because) in [
            (0, 3, None, "2026-10-01", OnTrack, InTime { days: 70 }),
            (0, 3, None, "2026-10-24", OnTrack, InTime { days: 47 }),
            (0, 3, None, "2026-10-25", AtRisk, Behind { time: 34, done: 0 }),
            (1, 3, None, "2026-10-25", OnTrack, InTime { days: 46 }),
            (2, 3, None, "2026-12-02", OnTrack, InTime { days: 8 }),
            (2, 3, None, "2026-12-03", AtRisk, Near { days: 7, open: 1 }),
            (2, 3, None, "2026-12-10", AtRisk, Near { days: 0, open: 1 }),
            (2, 3, None, "2026-12-11", Overdue, Passed { days: 1 }),
            (3, 3, None, "2026-12-11", Met, AllDone),
            (0, 0, None, "2026-12-09", OnTrack, InTime { days: 1 }),
            (0, 0, Some(2), "2026-11-04", OnTrack, InTime { days: 36 }),
            (0, 0, Some(2), "2026-11-05", AtRisk, Unsure { confidence: 2 }),
            (0, 0, Some(3), "2026-12-09", OnTrack, InTime { days: 1 }),
            (0, 3, None, "2026-09-01", OnTrack, InTime { days: 100 }),
        ] {
            let facts = facts(done, of, confidence);
            assert_eq!(facts.status(day(today)), (status, because), "{done}/{of} {today}");
        }
    }

    #[test]
    fn what_somebody_said_comes_before_what_follows() {
        use {Because::*, GoalStatus::*};
        let late = day("2027-01-01");
        let said =
            |state, done| GoalFacts { state, reason: "Moved".to_owned(), ..facts(done, 2, None) };
        assert_eq!(said(GoalState::Met, 0).status(late), (Met, Said));
        assert_eq!(
            said(GoalState::SetAside, 2).status(late),
            (SetAside, Reason("Moved".to_owned()))
        );
        // All tasks are done, and somebody said that this is not it yet.
        assert_eq!(said(GoalState::Open, 2).status(late), (Overdue, Passed { days: 22 }));
        let no_day = GoalFacts { due: None, ..facts(0, 2, Some(1)) };
        assert_eq!(no_day.status(late), (OnTrack, NoDay));
    }
}
