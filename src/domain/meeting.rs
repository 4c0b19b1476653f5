//! Meetings, and the action items that come out of them.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::feedback::About;
use super::id::{DeviceId, RecordId};
use super::record::{Fields, Record, field};
use super::rules::{self, Checked};
use super::value::{Stamped, Value};
use super::written;
use crate::crdt::Entry;

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
    /// It was left out of its series, as both had expected or agreed.
    Skipped,
    /// It was called off.
    Cancelled,
}

impl MeetingStatus {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Held, Self::Skipped, Self::Cancelled];

    /// The status as files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Held => "held",
            Self::Skipped => "skipped",
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
    /// How many minutes it really lasted, where somebody wrote that down.
    pub lasted: Option<i64>,
    /// Why it was moved, left out or called off.
    pub reason: String,
    /// The IANA name of the zone whose clock it keeps; empty for the zone where the plan is read.
    pub zone: String,
    /// The series it belongs to.
    pub series: Option<RecordId>,
    /// When the rule of its series puts it.
    pub slot: Option<NaiveDateTime>,
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
            lasted: record.value(field::LASTED).and_then(Value::as_number),
            reason: record.text(field::REASON).to_owned(),
            zone: record.text(field::ZONE).to_owned(),
            series: record.text(field::SERIES).parse().ok(),
            slot: written::moment(record.text(field::SLOT)),
        }
    }

    /// Whether somebody put it to another time than its series does.
    pub fn is_moved(&self) -> bool {
        self.slot.is_some() && self.slot != self.starts
    }

    /// When it ends, by the same clock.
    pub fn ends(&self) -> Option<NaiveDateTime> {
        self.starts?.checked_add_signed(TimeDelta::try_minutes(self.minutes)?)
    }
}

/// How many minutes the meeting in `record` lasts.
pub(super) fn minutes(record: &Record) -> i64 {
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
    let entries = record.field(field::STARTS)?.entries();
    let chosen = entries.iter().find(|entry| !is_by_rule(record, field::STARTS, entry));
    written::moment(chosen.or(entries.first())?.value.value.as_text()?)
}

/// Whether a value of the field `name` is what the rule of a series put there when it made the meeting:
/// then the same write made the field `slot`. Nobody chose it, so what somebody chose counts instead.
///
/// Two values stand where one device has made and moved a meeting, and another, which had not seen
/// that, has lengthened the series and so made the same meeting.
pub(super) fn is_by_rule(record: &Record, name: &str, entry: &Entry<DeviceId, Stamped>) -> bool {
    let slot = || record.field(field::SLOT).map(|slot| slot.entries()).unwrap_or_default();
    name == field::STARTS && slot().iter().any(|slot| slot.dot == entry.dot)
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
    /// How many minutes it really lasted.
    Lasted(Option<i64>),
    /// Why it was moved, left out or called off.
    Reason(String),
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
            Self::Lasted(None) => Ok((field::LASTED.into(), None)),
            Self::Lasted(Some(minutes)) => rules::minutes(field::LASTED, *minutes),
            Self::Reason(reason) => rules::text(field::REASON, reason),
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
    /// By when.
    pub due: Option<NaiveDate>,
    /// Whether it is done.
    pub is_done: bool,
    /// The feedback it came from, if it came from any.
    pub about: Option<About>,
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
            due: written::day(record.text(field::DUE)),
            is_done: record.is_set(field::DONE),
            about: About::read(record),
            created: record.text(field::CREATED).to_owned(),
        }
    }
}

/// One change to an action item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionItemChange {
    /// What is to be done.
    Title(String),
    /// Who is to do it.
    Owner(Option<RecordId>),
    /// By when.
    Due(Option<NaiveDate>),
}

impl ActionItemChange {
    /// The field and value this change writes.
    ///
    /// # Errors
    /// What is wrong with it, and in which field.
    pub fn check(&self) -> Checked {
        match self {
            Self::Title(title) => rules::title(field::TITLE, title),
            Self::Owner(owner) => {
                Ok((field::OWNER.into(), owner.map(|id| Value::text(id.to_string()))))
            }
            Self::Due(due) => rules::date(field::DUE, *due),
        }
    }
}
