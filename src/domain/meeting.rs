//! Meetings, and the action items that come out of them.

use chrono::{Days, NaiveDateTime, TimeDelta};

use super::id::RecordId;
use super::record::{Fields, Record, field};
use super::rules::{self, Checked};
use super::value::Value;
use super::written;

/// How people meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeetingMode {
    /// In one place.
    #[default]
    InPerson,
    /// By telephone.
    Call,
    /// By video.
    Video,
}

impl MeetingMode {
    /// Every way to meet.
    pub const ALL: [Self; 3] = [Self::InPerson, Self::Call, Self::Video];

    /// The way as files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::InPerson => "in_person",
            Self::Call => "call",
            Self::Video => "video",
        }
    }

    /// The way written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// Whether a meeting is still to come, took place, or does not take place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeetingStatus {
    /// Agreed on, not yet marked as held.
    #[default]
    Planned,
    /// It took place.
    Held,
    /// It does not take place.
    Cancelled,
}

impl MeetingStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Held, Self::Cancelled];

    /// The status as files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
        }
    }

    /// The status written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// A meeting, at a time on the clock where it takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The record's id.
    pub id: RecordId,
    /// What it is called.
    pub title: String,
    /// When it starts, by the clock of its place. `None` where a file holds no readable time.
    pub starts: Option<NaiveDateTime>,
    /// How many minutes it lasts.
    pub minutes: i64,
    /// How people meet.
    pub mode: MeetingMode,
    /// Where, or how to call.
    pub place: String,
    /// What it is to cover.
    pub agenda: String,
    /// Whether it is still to come.
    pub status: MeetingStatus,
}

/// How long a meeting lasts whose length is not written down, in minutes.
pub(super) const USUAL_MINUTES: i64 = 30;

impl Meeting {
    pub(super) fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            title: record.text(field::TITLE).to_owned(),
            starts: starts(record),
            minutes: minutes(record),
            mode: MeetingMode::from_name(record.text(field::MODE)).unwrap_or_default(),
            place: record.text(field::PLACE).to_owned(),
            agenda: record.text(field::AGENDA).to_owned(),
            status: MeetingStatus::from_name(record.text(field::STATUS)).unwrap_or_default(),
        }
    }

    /// When it ends, by the same clock.
    pub fn ends(&self) -> Option<NaiveDateTime> {
        self.starts?.checked_add_signed(TimeDelta::try_minutes(self.minutes)?)
    }
}

/// How many minutes the meeting in `record` lasts.
fn minutes(record: &Record) -> i64 {
    let written = record.value(field::MINUTES).and_then(Value::as_number);
    written.filter(|minutes| *minutes > 0).unwrap_or(USUAL_MINUTES)
}

/// When the meeting in `record` ends.
pub(super) fn ends(record: &Record) -> Option<NaiveDateTime> {
    starts(record)?.checked_add_signed(TimeDelta::try_minutes(minutes(record))?)
}

/// Whether the meeting in `record` is still to come, by what people have noted.
pub(super) fn is_planned(record: &Record) -> bool {
    let status = MeetingStatus::from_name(record.text(field::STATUS)).unwrap_or_default();
    status == MeetingStatus::Planned
}

/// When the meeting in `record` starts.
pub(super) fn starts(record: &Record) -> Option<NaiveDateTime> {
    written::moment(record.text(field::STARTS))
}

/// The same local time, `weeks` weeks later.
pub(super) fn weeks_later(starts: NaiveDateTime, weeks: u32) -> Option<NaiveDateTime> {
    starts.checked_add_days(Days::new(u64::from(weeks) * 7))
}

/// One change to a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingChange {
    /// What it is called.
    Title(String),
    /// When it starts, by the clock of its place.
    Starts(NaiveDateTime),
    /// How many minutes it lasts.
    Minutes(i64),
    /// How people meet.
    Mode(MeetingMode),
    /// Where, or how to call.
    Place(String),
    /// What it is to cover.
    Agenda(String),
    /// Whether it is still to come.
    Status(MeetingStatus),
    /// The IANA name of the time zone its clock keeps.
    Zone(String),
}

impl MeetingChange {
    /// The field and value this change writes.
    ///
    /// # Errors
    /// What is wrong with it, and in which field.
    pub fn check(&self) -> Checked {
        match self {
            Self::Title(title) => rules::title(field::TITLE, title),
            Self::Starts(starts) => rules::moment(field::STARTS, *starts),
            Self::Minutes(minutes) => rules::minutes(field::MINUTES, *minutes),
            Self::Mode(mode) => Ok((field::MODE.into(), Some(Value::text(mode.name())))),
            Self::Place(place) => rules::text(field::PLACE, place),
            Self::Agenda(agenda) => rules::text(field::AGENDA, agenda),
            Self::Status(status) => Ok((field::STATUS.into(), Some(Value::text(status.name())))),
            Self::Zone(zone) => rules::text(field::ZONE, zone),
        }
    }
}

/// Something somebody agreed to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionItem {
    /// The record's id.
    pub id: RecordId,
    /// What is to be done.
    pub title: String,
    /// The meeting it came from.
    pub meeting: Option<RecordId>,
    /// Who is to do it.
    pub owner: Option<RecordId>,
    /// Whether it is done.
    pub is_done: bool,
    /// When it was written down: UTC, RFC 3339.
    pub created: String,
}

impl ActionItem {
    pub(super) fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            title: record.text(field::TITLE).to_owned(),
            meeting: record.text(field::MEETING).parse().ok(),
            owner: record.text(field::OWNER).parse().ok(),
            is_done: record.is_set(field::DONE),
            created: record.text(field::CREATED).to_owned(),
        }
    }
}
