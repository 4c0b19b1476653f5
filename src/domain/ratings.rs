//! How confident somebody is of a goal at some moment, and what shows that it comes closer.
//!
//! The student rates each goal at the start, at the middle and at the end, and the mentor beside. Each rating is a
//! record of its own, so nobody writes over another's.

use chrono::{FixedOffset, NaiveDate};

use super::check_in::scale_of;
use super::id::RecordId;
use super::kind::Kind;
use super::person::{PlanCard, Role};
use super::phase::Phase;
use super::plan::Plan;
use super::record::{Fields, Record, field};
use super::rules::{self, Checked};
use crate::crdt::{InOrder, SortedMap};

/// A moment of the course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// When the goal was set.
    Start,
    /// At the middle.
    Mid,
    /// At the end.
    End,
    /// Any other.
    Between,
}

impl Moment {
    /// Every moment.
    pub const ALL: [Self; 4] = [Self::Start, Self::Mid, Self::End, Self::Between];

    /// The moment as files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Mid => "mid",
            Self::End => "end",
            Self::Between => "between",
        }
    }

    /// The moment written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moment| moment.name() == name)
    }
}

/// How confident somebody is of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The record's id.
    pub id: RecordId,
    /// The goal.
    pub goal: Option<RecordId>,
    /// Who says so.
    pub author: Option<RecordId>,
    /// When in the course.
    pub moment: Moment,
    /// From 1 to 5.
    pub rating: i64,
    /// When it was first given: UTC, RFC 3339.
    pub created: String,
}

impl Rating {
    /// What a record says; nothing where it holds no rating.
    pub(super) fn read(id: RecordId, record: &Record) -> Option<Self> {
        Some(Self {
            id,
            goal: record.text(field::GOAL).parse().ok(),
            author: record.text(field::AUTHOR).parse().ok(),
            moment: Moment::from_name(record.text(field::MOMENT)).unwrap_or(Moment::Between),
            rating: scale_of(record, field::RATING)?,
            created: record.text(field::CREATED).to_owned(),
        })
    }

    /// The record in which `author` rates a goal at a moment: the same on every device, but for moments in between.
    pub(super) fn id(goal: RecordId, author: RecordId, moment: Moment, random: u128) -> RecordId {
        match moment {
            Moment::Between => RecordId::from_random(random),
            _ => goal.named(&format!("rating/{author}/{}", moment.name())),
        }
    }

    /// The day on which it was given, by a clock so far from UTC.
    pub fn day(&self, offset: FixedOffset) -> Option<NaiveDate> {
        day_of(&self.created, offset)
    }
}

/// The day of a moment as records hold it.
pub(super) fn day_of(created: &str, offset: FixedOffset) -> Option<NaiveDate> {
    let moment = chrono::DateTime::parse_from_rfc3339(created).ok()?;
    Some(moment.with_timezone(&offset).date_naive())
}

/// The confidence in one goal at a moment, as both sides see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confidence {
    /// As the student sees it, from 1 to 5.
    pub student: Option<i64>,
    /// As the mentor sees it, from 1 to 5.
    pub mentor: Option<i64>,
}

/// Something that shows that a goal comes closer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The record's id.
    pub id: RecordId,
    /// The goal.
    pub goal: Option<RecordId>,
    /// Who wrote it.
    pub author: Option<RecordId>,
    /// What.
    pub text: String,
    /// When it was written: UTC, RFC 3339.
    pub created: String,
}

impl Evidence {
    /// Whether words may be written down as evidence.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn check(text: &str) -> Checked {
        rules::words(field::TEXT, text)
    }

    fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            goal: record.text(field::GOAL).parse().ok(),
            author: record.text(field::AUTHOR).parse().ok(),
            text: record.text(field::TEXT).to_owned(),
            created: record.text(field::CREATED).to_owned(),
        }
    }
}

impl Plan {
    /// The part in the mentorship of whoever wrote a record, deleted or not.
    pub(super) fn role_of_author(&self, record: &Record) -> Option<Role> {
        let author: RecordId = record.text(field::AUTHOR).parse().ok()?;
        Role::from_name(self.get(Kind::Person, author)?.text(field::ROLE))
    }

    /// Every rating of one goal, oldest first.
    pub fn ratings_of(&self, goal: RecordId) -> Vec<Rating> {
        let wanted = goal.to_string();
        let live = self.live(Kind::Rating).filter(|(_, one)| one.text(field::GOAL) == wanted);
        let mut ratings: Vec<_> = live.filter_map(|(id, one)| Rating::read(id, one)).collect();
        ratings.order_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
        ratings
    }

    /// One rating.
    pub fn rating(&self, id: RecordId) -> Option<Rating> {
        Rating::read(id, self.find(Kind::Rating, id)?)
    }

    /// One piece of evidence.
    pub fn evidence(&self, id: RecordId) -> Option<Evidence> {
        Some(Evidence::read(id, self.find(Kind::Evidence, id)?))
    }

    /// The confidence in a goal at a moment. Of several mentors the one who said so last counts.
    pub fn confidence(&self, goal: RecordId, moment: Moment) -> Confidence {
        let mut found = Confidence::default();
        for rating in self.ratings_of(goal).into_iter().filter(|one| one.moment == moment) {
            let role = self.find(Kind::Rating, rating.id).and_then(|one| self.role_of_author(one));
            match role {
                Some(Role::Student) => found.student = Some(rating.rating),
                Some(Role::Mentor) => found.mentor = Some(rating.rating),
                _ => {}
            }
        }
        found
    }

    /// What the student said last of their confidence in a goal, from 1 to 5.
    pub fn latest_confidence(&self, goal: RecordId) -> Option<i64> {
        let is_student = |rating: &Rating| {
            let record = self.find(Kind::Rating, rating.id);
            record.and_then(|record| self.role_of_author(record)) == Some(Role::Student)
        };
        self.ratings_of(goal).into_iter().rev().find(is_student).map(|rating| rating.rating)
    }

    /// What the student said last of their confidence in every goal, from 1 to 5.
    pub(super) fn latest_confidences(&self) -> SortedMap<RecordId, i64> {
        let mut latest = SortedMap::<RecordId, (String, RecordId, i64)>::new();
        for (id, record) in self.live(Kind::Rating) {
            let Some(rating) = Rating::read(id, record) else { continue };
            let (Some(goal), Some(Role::Student)) = (rating.goal, self.role_of_author(record))
            else {
                continue;
            };
            let own = (rating.created, id, rating.rating);
            let held = latest.slot(goal, || own.clone());
            if *held < own {
                *held = own;
            }
        }
        let mut found = SortedMap::<RecordId, i64>::new();
        for (goal, (_, _, rating)) in latest.iter() {
            found.slot(*goal, || *rating);
        }
        found
    }

    /// The moment of the course at which a goal is to be rated on a day: the end or the middle once the course has come
    /// there, but only of a goal that was there before; otherwise the start.
    pub fn moment_due(
        &self,
        card: &PlanCard,
        goal: RecordId,
        today: NaiveDate,
        offset: FixedOffset,
    ) -> Moment {
        let created = self.find(Kind::Goal, goal).map(|record| record.text(field::CREATED));
        let set = created.and_then(|created| day_of(created, offset));
        let has_come = |phase: Phase| {
            let phases = card.phases();
            let from = phases.iter().find(|span| span.phase == phase).map(|span| span.from);
            from.is_some_and(|from| from <= today && set.is_none_or(|set| set < from))
        };
        if has_come(Phase::Closing) {
            Moment::End
        } else if has_come(Phase::MidPoint) {
            Moment::Mid
        } else {
            Moment::Start
        }
    }

    /// What shows that a goal comes closer, oldest first.
    pub fn evidence_of(&self, goal: RecordId) -> Vec<Evidence> {
        let wanted = goal.to_string();
        let live = self.live(Kind::Evidence).filter(|(_, one)| one.text(field::GOAL) == wanted);
        let mut found: Vec<_> = live.map(|(id, one)| Evidence::read(id, one)).collect();
        found.order_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
        found
    }
}
