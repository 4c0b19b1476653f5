//! Whether a plan has gone quiet, and the smallest step that would wake it.
//!
//! Mentorloop counts a pair as stalled after 21 days of silence, in programs that meet about monthly. A course is
//! shorter, and so the limit follows the cadence: two meetings missed, at most the 21 days, but never before
//! the next meeting is three days late. Weekly that is 14 days, every two weeks 21, monthly 33.
//! Before the course, after it, and with a meeting planned within a week, no plan is stalled.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};

use super::audience::{ForWhom, visible};
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::matters::Matter;
use super::meeting::{self, MeetingStatus};
use super::pack::Cadence;
use super::plan::Plan;
use super::ratings::day_of;
use super::record::{Fields, Record, field};
use super::series::Repeat;

/// A meeting so many days ahead is near enough to wait for.
const NEAR: i64 = 7;
/// So many days late is no accident.
const LATE: u32 = 3;

impl Cadence {
    /// After how many days of silence a plan is stalled, if it meets every `days` days.
    pub fn limit(&self, days: u32) -> u32 {
        (days.saturating_mul(2)).min(self.silent_days).max(days.saturating_add(LATE))
    }
}

/// A plan that has gone quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stalled {
    /// The last day on which there was a sign of it, or its first.
    pub since: NaiveDate,
    /// For how many days it has been quiet.
    pub days: i64,
    /// After how many days it counts as stalled.
    pub limit: u32,
    /// The smallest step that would wake it.
    pub step: SmallestStep,
}

/// A step that takes no more than five minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmallestStep {
    /// To answer a request for feedback.
    AnswerRequest(RecordId),
    /// To answer a check-in.
    AnswerCheckIn(RecordId),
    /// To say what became of a meeting.
    CloseMeeting(RecordId),
    /// To write a check-in.
    CheckIn,
    /// To set the next meeting, since a check-in was written and is not answered yet.
    SetMeeting,
}

impl Plan {
    /// How many days lie between the meetings of the plan: as its most frequent series says, or else as the pack does.
    pub fn cadence_days(&self, cadence: &Cadence) -> u32 {
        let days = self.live(Kind::Series).filter_map(|(_, record)| {
            Some(match Repeat::from_name(record.text(field::REPEATS))? {
                Repeat::Weekly => 7,
                Repeat::EveryTwoWeeks => 14,
                Repeat::Monthly(_) => 30,
            })
        });
        days.min().unwrap_or(cadence.days)
    }

    /// The days up to `today` on which there was a sign of the mentorship: a meeting that was held, or words that the
    /// pair shares. In no order.
    fn signs(&self, today: NaiveDate, offset: FixedOffset) -> impl Iterator<Item = NaiveDate> {
        const WORDS: [Kind; 8] = [
            Kind::Feedback,
            Kind::Comment,
            Kind::CheckIn,
            Kind::Consent,
            Kind::Rating,
            Kind::Evidence,
            Kind::Evaluation,
            Kind::Decision,
        ];
        let is_held = |record: &Record| record.text(field::STATUS) == MeetingStatus::Held.name();
        let meetings = self.live(Kind::Meeting).filter(move |(_, record)| is_held(record));
        let met = meetings.filter_map(|(_, record)| Some(meeting::starts(record)?.date()));
        let words = WORDS.into_iter().flat_map(move |kind| {
            let shared = self.live(kind).filter(move |(_, one)| visible(kind, one, ForWhom::Pair));
            shared.filter_map(move |(_, one)| day_of(one.text(field::CREATED), offset))
        });
        met.chain(words).filter(move |day| *day <= today)
    }

    /// Whether the plan, whose id is `id`, has gone quiet at `now`, by the clock on the wall; and the smallest step for
    /// `me` to wake it.
    pub fn stalled(
        &self,
        id: PlanId,
        me: RecordId,
        cadence: &Cadence,
        now: NaiveDateTime,
        offset: FixedOffset,
    ) -> Option<Stalled> {
        let (card, today) = (self.card(id)?, now.date());
        let starts = card.starts?;
        if card.closed.is_some() || card.week(today).is_none() {
            return None;
        }
        let limit = cadence.limit(self.cadence_days(cadence));
        let is_near = self
            .next_meeting(now)
            .and_then(|next| next.starts)
            .is_some_and(|starts| (starts.date() - today).num_days() <= NEAR);
        // This is asked for after each change. In a plan that is alive one recent sign is soon found, and ends the search.
        let is_recent = |day: NaiveDate| (today - day).num_days() < i64::from(limit);
        if is_near || is_recent(starts) || self.signs(today, offset).any(is_recent) {
            return None;
        }
        let since = self.signs(today, offset).max().map_or(starts, |sign| sign.max(starts));
        let days = (today - since).num_days();
        Some(Stalled { since, days, limit, step: self.smallest_step(me, today) })
    }

    fn smallest_step(&self, me: RecordId, today: NaiveDate) -> SmallestStep {
        let request = self.waiting_feedback(Some(me)).into_iter().find_map(|matter| match matter {
            Matter::Answer { feedback } => Some(feedback),
            _ => None,
        });
        let check_in = self.check_ins_to_answer(me).first().copied();
        let unclosed = self
            .live(Kind::Meeting)
            .filter(|(_, record)| {
                let status = MeetingStatus::from_name(record.text(field::STATUS));
                status.unwrap_or_default() == MeetingStatus::Planned
            })
            .filter_map(|(id, record)| Some((meeting::starts(record)?, id)))
            .filter(|(starts, _)| starts.date() < today)
            .max();
        let has_written = self
            .check_ins()
            .iter()
            .any(|one| one.author == Some(me) && self.answers_to(one).is_empty());
        request
            .map(SmallestStep::AnswerRequest)
            .or(check_in.map(SmallestStep::AnswerCheckIn))
            .or(unclosed.map(|(_, id)| SmallestStep::CloseMeeting(id)))
            .unwrap_or(if has_written { SmallestStep::SetMeeting } else { SmallestStep::CheckIn })
    }
}
