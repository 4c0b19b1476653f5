//! The phases of a mentorship, scaled to its course, and what each asks for.
//!
//! Kram (1983) has initiation, cultivation, separation and redefinition. A course is short and has an end, so
//! here it is a beginning, the work, a look back at the middle, a closing and what follows. The bounds
//! are parts of the course: of sixteen weeks the first two begin, the eighth and ninth are the middle, and the
//! last two close.

use chrono::{NaiveDate, TimeDelta};

use super::agreement::Standing;
use super::kind::Kind;
use super::pack::{Pack, Prompt};
use super::person::{PlanCard, Role};
use super::plan::Plan;
use super::ratings::Moment;
use super::record::{Fields, field};

/// A part of the course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// People get to know each other and agree on what they want.
    Beginning,
    /// The work.
    Working,
    /// The agreement and the goals are looked at again.
    MidPoint,
    /// The end is prepared.
    Closing,
    /// What follows.
    Afterwards,
}

impl Phase {
    /// Every phase, in order. [`Phase::Working`] comes twice in a course, around the middle.
    pub const ALL: [Self; 5] =
        [Self::Beginning, Self::Working, Self::MidPoint, Self::Closing, Self::Afterwards];

    /// The phase as packs write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Beginning => "beginning",
            Self::Working => "working",
            Self::MidPoint => "mid_point",
            Self::Closing => "closing",
            Self::Afterwards => "afterwards",
        }
    }

    /// The phase written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.name() == name)
    }
}

/// A phase with its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseSpan {
    /// The phase.
    pub phase: Phase,
    /// Its first day.
    pub from: NaiveDate,
    /// The first day after it; `None` for what has no end.
    pub until: Option<NaiveDate>,
}

impl PlanCard {
    /// The phases of the course with their days, in order; none where the dates are not set. A phase for which
    /// the course is too short is left out.
    pub fn phases(&self) -> Vec<PhaseSpan> {
        let (Some(starts), Some(weeks)) = (self.starts, self.weeks) else { return Vec::new() };
        let days = weeks.saturating_mul(7);
        let begun = (days / 8).max(1);
        let bounds = [
            (Phase::Beginning, 0, begun),
            (Phase::Working, begun, days * 7 / 16),
            (Phase::MidPoint, days * 7 / 16, days * 9 / 16),
            (Phase::Working, days * 9 / 16, days * 7 / 8),
            (Phase::Closing, days * 7 / 8, days),
        ];
        let day = |number: i64| starts.checked_add_signed(TimeDelta::try_days(number)?);
        let mut phases: Vec<PhaseSpan> = bounds
            .into_iter()
            .filter(|(_, from, until)| from < until)
            .filter_map(|(phase, from, until)| {
                Some(PhaseSpan { phase, from: day(from)?, until: Some(day(until)?) })
            })
            .collect();
        let after = day(days).map(|from| PhaseSpan { phase: Phase::Afterwards, from, until: None });
        phases.extend(after);
        phases
    }

    /// The phase that `today` is in. Before the course it is the beginning; a plan that was closed is over.
    pub fn phase(&self, today: NaiveDate) -> Option<PhaseSpan> {
        let phases = self.phases();
        if self.closed.is_some_and(|closed| closed <= today) {
            let until = None;
            return Some(PhaseSpan { phase: Phase::Afterwards, from: self.closed?, until });
        }
        let found = phases.iter().rev().find(|span| span.from <= today);
        found.or_else(|| phases.first()).copied()
    }
}

/// What a phase asks for, and whether it is done, where the plan shows that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The prompt.
    pub prompt: Prompt,
    /// Whether it is done; `None` where only people know.
    pub is_done: Option<bool>,
}

impl Plan {
    /// What a phase asks for, in the order of the pack.
    pub fn asked_in(&self, pack: &Pack, span: PhaseSpan) -> Vec<Asked> {
        let template = pack.phases.iter().find(|one| one.phase == span.phase.name());
        let prompts = template.map(|template| template.prompts.as_slice()).unwrap_or_default();
        let asked = |prompt: &Prompt| Asked {
            prompt: prompt.clone(),
            is_done: self.is_done(&prompt.key, span),
        };
        prompts.iter().map(asked).collect()
    }

    /// Whether what a prompt asks for is done. The keys are those of the built-in pack.
    fn is_done(&self, key: &str, span: PhaseSpan) -> Option<bool> {
        let any = |kind| self.live(kind).next().is_some();
        let by_both = |kind: Kind, moment: Moment| {
            [Role::Student, Role::Mentor].into_iter().all(|role| {
                self.live(kind).any(|(_, record)| {
                    record.text(field::MOMENT) == moment.name()
                        && self.role_of_author(record) == Some(role)
                })
            })
        };
        Some(match key {
            "agree" => self.agreement().standing == Standing::InForce,
            "first_goals" => any(Kind::Goal),
            "first_meeting" => any(Kind::Meeting),
            "rate_start" => by_both(Kind::Rating, Moment::Start),
            "rate_mid" => by_both(Kind::Rating, Moment::Mid),
            "rate_end" => by_both(Kind::Rating, Moment::End),
            "evaluate_mid" => by_both(Kind::Evaluation, Moment::Mid),
            "evaluate_end" => by_both(Kind::Evaluation, Moment::End),
            // A yes in the middle of the course, to the same text or another, says that it was looked at.
            "agree_again" => {
                let from = span.from.to_string();
                self.live(Kind::Consent)
                    .any(|(_, record)| record.text(field::CREATED) >= from.as_str())
            }
            "say_thanks" => any(Kind::Closing),
            _ => return None,
        })
    }
}
