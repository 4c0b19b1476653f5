//! What is to be spoken of at a meeting, what was decided, and what was agreed to be done and is not done yet.
//!
//! What each side notes during a meeting are comments on it: everybody adds their own, and nobody
//! changes another's.

use super::id::RecordId;
use super::kind::Kind;
use super::meeting::{self, ActionItem, Meeting, MeetingStatus};
use super::plan::Plan;
use super::record::{Fields, Record, field};
use crate::crdt::InOrder;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

/// Something to speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// The record's id.
    pub id: RecordId,
    /// What.
    pub title: String,
    /// At which meeting; `None` for whichever comes next.
    pub meeting: Option<RecordId>,
    /// Who put it there.
    pub author: Option<RecordId>,
    /// Whether it has been spoken of.
    pub is_done: bool,
    /// When it was written down: UTC, RFC 3339.
    pub created: String,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The record's id.
    pub id: RecordId,
    /// What.
    pub title: String,
    /// At which meeting.
    pub meeting: Option<RecordId>,
    /// Who wrote it down.
    pub author: Option<RecordId>,
    /// When: UTC, RFC 3339.
    pub created: String,
}

impl AgendaItem {
    fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            title: record.text(field::TITLE).to_owned(),
            meeting: record.text(field::MEETING).parse().ok(),
            author: record.text(field::AUTHOR).parse().ok(),
            is_done: record.is_set(field::DONE),
            created: record.text(field::CREATED).to_owned(),
        }
    }
}

impl Decision {
    fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            title: record.text(field::TITLE).to_owned(),
            meeting: record.text(field::MEETING).parse().ok(),
            author: record.text(field::AUTHOR).parse().ok(),
            created: record.text(field::CREATED).to_owned(),
        }
    }
}

/// When the next meeting could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextMeeting {
    /// It is there already.
    Planned(RecordId),
    /// The series would go on then.
    InSeries {
        /// The series.
        series: RecordId,
        /// When, by the clock of its place.
        starts: NaiveDateTime,
    },
    /// As long after this one as the cadence says, at the same time of the same weekday.
    ByCadence {
        /// When, by the clock of its place.
        starts: NaiveDateTime,
    },
}

impl Plan {
    /// What is on the agenda of a meeting, oldest first. What was put there for whichever meeting comes next,
    /// and what an earlier meeting did not come to, is in [`Plan::agenda_left_for`].
    pub fn agenda_items_of(&self, meeting: RecordId) -> Vec<AgendaItem> {
        self.agenda_items(|item| item.meeting == Some(meeting))
    }

    /// What has not been spoken of and belongs to no meeting, to one before this one, or to one that did not take
    /// place, oldest first.
    pub fn agenda_left_for(&self, meeting: RecordId) -> Vec<AgendaItem> {
        let here = self.find(Kind::Meeting, meeting).and_then(meeting::starts);
        self.agenda_items(|item| {
            !item.is_done
                && item.meeting != Some(meeting)
                && item.meeting.is_none_or(|other| self.is_before(other, here))
        })
    }

    fn agenda_items(&self, is_meant: impl Fn(&AgendaItem) -> bool) -> Vec<AgendaItem> {
        let all = self.live(Kind::AgendaItem).map(|(id, record)| AgendaItem::read(id, record));
        let mut items: Vec<_> = all.filter(is_meant).collect();
        items.order_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
        items
    }

    /// What was decided at a meeting, oldest first.
    pub fn decisions_of(&self, meeting: RecordId) -> Vec<Decision> {
        let all = self.live(Kind::Decision).map(|(id, record)| Decision::read(id, record));
        let mut found: Vec<_> = all.filter(|found| found.meeting == Some(meeting)).collect();
        found.order_by(|a, b| (&a.created, a.id).cmp(&(&b.created, b.id)));
        found
    }

    /// The action items that are not done and come from an earlier meeting, from one that did not take place, or from
    /// none: by when they are due, those without a date last, then by age.
    pub fn carried_over_to(&self, meeting: RecordId) -> Vec<ActionItem> {
        let here = self.find(Kind::Meeting, meeting).and_then(meeting::starts);
        let mut items = self.action_items();
        items.retain(|item| {
            !item.is_done
                && item.meeting != Some(meeting)
                && item.meeting.is_none_or(|other| self.is_before(other, here))
        });
        let key = |item: &ActionItem| (item.due.is_none(), item.due.unwrap_or(NaiveDate::MAX));
        items.order_by(|a, b| (key(a), &a.created, a.id).cmp(&(key(b), &b.created, b.id)));
        items
    }

    /// Whether a meeting is before a moment, or is none that anybody will come to.
    fn is_before(&self, meeting: RecordId, moment: Option<NaiveDateTime>) -> bool {
        let Some(record) = self.find(Kind::Meeting, meeting) else { return true };
        let meeting = Meeting::read(meeting, record);
        match meeting.status {
            MeetingStatus::Cancelled | MeetingStatus::Skipped => true,
            _ => moment.is_none() || meeting.starts < moment,
        }
    }

    /// The meeting a record belongs to, for agenda items and decisions.
    pub fn meeting_of(&self, kind: Kind, id: RecordId) -> Option<RecordId> {
        self.get(kind, id)?.text(field::MEETING).parse().ok()
    }

    /// When the meeting after this one is, or could be: for setting it before parting. `cadence` is how many
    /// days lie between meetings where no series says so.
    pub fn next_after(&self, meeting: RecordId, cadence: u32) -> Option<NextMeeting> {
        let record = self.find(Kind::Meeting, meeting)?;
        let this = Meeting::read(meeting, record);
        let starts = this.starts?;
        let planned = self
            .live(Kind::Meeting)
            .map(|(id, record)| Meeting::read(id, record))
            .filter(|other| other.status == MeetingStatus::Planned && other.starts > this.starts)
            .min_by_key(|other| (other.starts, other.id));
        if let Some(planned) = planned {
            return Some(NextMeeting::Planned(planned.id));
        }
        let series = this.series.and_then(|id| self.series(id));
        if let Some(series) = series {
            let numbers = self.next_number(series.id)..;
            // Where the last one was moved past the next, the one after that is meant.
            let next =
                numbers.take(8).filter_map(|number| series.at(number)).find(|at| *at > starts);
            if let Some(starts) = next {
                return Some(NextMeeting::InSeries { series: series.id, starts });
            }
        }
        // Whole weeks, so that the weekday stays.
        let weeks = (i64::from(cadence) + 3) / 7;
        let starts = starts.checked_add_signed(TimeDelta::try_weeks(weeks.max(1))?)?;
        Some(NextMeeting::ByCadence { starts })
    }
}
