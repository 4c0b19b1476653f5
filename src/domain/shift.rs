//! Shifts: when somebody works. They stay with their owner unless that person shares when they have no time.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::id::RecordId;
use super::kind::Kind;
use super::meeting;
use super::plan::Plan;
use super::record::{Fields, Record, field};
use super::rules::{self, Checked, LIMITS};
use super::shift_pattern::shift_length;
use super::span::Span;
use super::value::Value;
use super::zone::Zones;
use crate::crdt::InOrder;

/// When somebody works, by the clock on the wall.
///
/// Its length is what the clock says, too: from 19:00 to 07:00 is 12 hours in any night, though the
/// night in which the clock is put forward has only 11 of them, and the one in which it is put back 13.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The record's id.
    pub id: RecordId,
    /// Whose it is.
    pub person: Option<RecordId>,
    /// When it starts. `None` where a file holds no readable time.
    pub starts: Option<NaiveDateTime>,
    /// How many minutes later, by that clock, it ends.
    pub minutes: i64,
    /// Where or what, in a few words.
    pub title: String,
    /// The IANA name of the zone whose clock it keeps; empty for the zone where the plan is read.
    pub zone: String,
    /// The shifts that were written down together have the same.
    pub series: Option<RecordId>,
    /// Whether it was taken over from a calendar.
    pub is_from_calendar: bool,
}

impl Shift {
    pub(super) fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            person: record.text(field::PERSON).parse().ok(),
            starts: meeting::starts(record),
            minutes: record.value(field::MINUTES).and_then(Value::as_number).unwrap_or_default(),
            title: record.text(field::TITLE).to_owned(),
            zone: record.text(field::ZONE).to_owned(),
            series: record.text(field::SERIES).parse().ok(),
            is_from_calendar: !record.text(field::SOURCE).is_empty(),
        }
    }

    /// Whether the two came here together: by one pattern, or out of a calendar.
    fn is_alike(&self, other: &Self) -> bool {
        let is_from_calendar = self.is_from_calendar && other.is_from_calendar;
        is_from_calendar || (self.series.is_some() && self.series == other.series)
    }

    /// When it is, by the clock: its start and its end. `None` where it has no readable time, or
    /// lasts longer than a shift may.
    pub fn hours(&self) -> Option<(NaiveDateTime, NaiveDateTime)> {
        if !(1..=LIMITS.shift_minutes).contains(&self.minutes) {
            return None;
        }
        let starts = self.starts?;
        Some((starts, starts.checked_add_signed(TimeDelta::try_minutes(self.minutes)?)?))
    }

    /// What another day comes to: its hours stay. One without readable hours begins at midnight.
    pub fn on_day(&self, day: NaiveDate) -> Vec<ShiftChange> {
        let time = self.starts.map(|starts| starts.time()).unwrap_or_default();
        vec![ShiftChange::Starts(day.and_time(time))]
    }

    /// What another start comes to: by the clock, it ends when it did. `None` where it has no day.
    pub fn starting_at(&self, time: NaiveTime) -> Option<Vec<ShiftChange>> {
        let starts = ShiftChange::Starts(self.starts?.date().and_time(time));
        let length = |(_, ends): (_, NaiveDateTime)| shift_length(time, ends.time());
        let minutes = self.hours().map(length).map(ShiftChange::Minutes);
        Some([starts].into_iter().chain(minutes).collect())
    }

    /// What another end comes to: on the next day, where it is not after the start. `None` where it has no start.
    pub fn ending_at(&self, time: NaiveTime) -> Option<Vec<ShiftChange>> {
        let minutes = shift_length(self.starts?.time(), time);
        Some(vec![ShiftChange::Minutes(minutes)])
    }

    /// The moments it takes.
    pub fn span(&self, zones: &Zones) -> Option<Span> {
        let (starts, ends) = self.hours()?;
        let zone = zones.of(&self.zone);
        let span = Span { from: zone.moment(starts), until: zone.moment(ends) };
        (span.from < span.until).then_some(span)
    }
}

/// One change to a shift.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShiftChange {
    /// When it starts, by the clock of its place.
    Starts(NaiveDateTime),
    /// How many minutes later, by that clock, it ends.
    Minutes(i64),
    /// Where or what.
    Title(String),
    /// The IANA name of the zone whose clock it keeps.
    Zone(String),
}

impl ShiftChange {
    /// The field and value this change writes.
    ///
    /// # Errors
    /// What is wrong with it, and in which field.
    pub fn check(&self) -> Checked {
        match self {
            Self::Starts(starts) => rules::moment(field::STARTS, *starts),
            Self::Minutes(minutes) => {
                rules::number(field::MINUTES, *minutes, 1, LIMITS.shift_minutes)
            }
            Self::Title(title) => rules::text(field::TITLE, title),
            Self::Zone(zone) => rules::text(field::ZONE, zone),
        }
    }
}

/// A shift from a calendar, about to be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewShift {
    /// What names it in its calendar: the same shift has the same name when it is read again.
    pub source: String,
    /// When it starts, by the clock of its zone.
    pub starts: NaiveDateTime,
    /// How many minutes later, by that clock, it ends.
    pub minutes: i64,
    /// Where or what.
    pub title: String,
    /// The IANA name of the zone whose clock it keeps, or nothing.
    pub zone: String,
}

/// What taking over shifts from a calendar would come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShiftsFound {
    /// So many are not here.
    pub new: usize,
    /// So many are here, and say something else.
    pub changed: usize,
    /// So many are here already.
    pub same: usize,
}

impl Plan {
    /// One shift.
    pub fn shift(&self, id: RecordId) -> Option<Shift> {
        Some(Shift::read(id, self.find(Kind::Shift, id)?))
    }

    /// Somebody's shifts, by their start; those without a readable one last.
    pub fn shifts_of(&self, person: RecordId) -> Vec<Shift> {
        let wanted = person.to_string();
        let mut shifts: Vec<Shift> = self
            .live(Kind::Shift)
            .filter(|(_, record)| record.text(field::PERSON) == wanted)
            .map(|(id, record)| Shift::read(id, record))
            .collect();
        shifts.order_by(|a, b| {
            (a.starts.is_none(), a.starts, a.id).cmp(&(b.starts.is_none(), b.starts, b.id))
        });
        shifts
    }

    /// The shifts that came here together with one: those of its pattern, or all that came out of a calendar.
    /// By their start; itself among them.
    pub fn shifts_alike(&self, id: RecordId) -> Vec<Shift> {
        let Some(one) = self.shift(id) else { return Vec::new() };
        let all = one.person.map(|person| self.shifts_of(person)).unwrap_or_default();
        all.into_iter().filter(|other| other.id == id || other.is_alike(&one)).collect()
    }

    /// What taking over shifts from a calendar would come to, if they are somebody's.
    pub fn compare_shifts(&self, person: RecordId, shifts: &[NewShift]) -> ShiftsFound {
        let mut found = ShiftsFound::default();
        for shift in shifts {
            let is_same = |here: &Shift| {
                here.starts == Some(shift.starts)
                    && here.minutes == shift.minutes
                    && here.title == shift.title.trim_end()
                    && here.zone == shift.zone
            };
            match self.shift(person.named(&shift.source)) {
                None => found.new += 1,
                Some(here) if is_same(&here) => found.same += 1,
                Some(_) => found.changed += 1,
            }
        }
        found
    }
}
