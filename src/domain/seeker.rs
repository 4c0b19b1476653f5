//! Those who look for a time to meet, as far as this device knows when they have none.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::busy::{Busy, BusySort, FreeBusy, told};
use super::id::{DeviceId, PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{Meeting, MeetingStatus};
use super::person::Role;
use super::plan::{Plan, Workspace};
use super::propose::Attendee;
use super::record::field;
use super::shift::Shift;
use super::span::{self, Span};
use super::timetable::Timetable;
use super::zone::{Zone, Zones};

/// How much is known of when somebody has no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Their shifts are here.
    Shifts,
    /// They have let it be known, until some moment.
    Told(DateTime<Utc>),
    /// Nothing but the meetings of the plan.
    Nothing,
}

/// One of those who look for a time to meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seeker {
    /// Who.
    pub person: RecordId,
    /// What is known of them.
    pub known: Known,
    /// When they have no time.
    pub busy: Vec<Busy>,
}

impl Seeker {
    /// The same, as times are judged by: with a clock, and the hours in which people meet who say nothing.
    pub fn attendee<'a>(&'a self, zone: &'a Zone) -> Attendee<'a> {
        let Self { person, busy, .. } = self;
        Attendee { person: *person, zone, busy, hours: Attendee::USUAL_HOURS }
    }
}

impl Plan {
    /// The student and the mentors, and when they have no time within `whole`: the reader `me` first. Whoever has shifts here
    /// has none that are told; whoever coordinates does not come along.
    pub fn seekers(
        &self,
        me: RecordId,
        zones: &Zones,
        whole: Span,
        now: DateTime<Utc>,
    ) -> Vec<Seeker> {
        let mut people: Vec<RecordId> = self
            .people()
            .into_iter()
            .filter(|person| person.role != Role::Coordinator || person.id == me)
            .map(|person| person.id)
            .collect();
        people.sort_by_key(|person| *person != me);
        let seeker = |person: RecordId| {
            let mut busy = self.busy_of(person, zones, whole);
            let told = self.free_busy_of(person).and_then(|told| told.span);
            let known = match told {
                _ if !self.shifts_of(person).is_empty() => Known::Shifts,
                Some(span) if span.until > now => Known::Told(span.until),
                _ => Known::Nothing,
            };
            if known == Known::Shifts {
                busy.retain(|busy| busy.sort != BusySort::Told);
            }
            Seeker { person, known, busy }
        };
        people.into_iter().map(seeker).collect()
    }

    /// When the last meeting was, as its clock shows it: its weekday and hour are the usual ones.
    pub fn usual_time(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        let meetings = self.live(Kind::Meeting).map(|(id, record)| Meeting::read(id, record));
        meetings
            .filter(|meeting| {
                matches!(meeting.status, MeetingStatus::Held | MeetingStatus::Planned)
            })
            .filter_map(|meeting| meeting.starts)
            .filter(|starts| *starts <= now)
            .max()
    }

    /// The deed that lets the others know again when somebody has no time, where they let it be known and something else
    /// is true now. What another device of theirs told is its own to tell: it may have other shifts.
    pub fn retold(
        &self,
        person: RecordId,
        device: DeviceId,
        shifts: &[Shift],
        zones: &Zones,
        now: DateTime<Utc>,
    ) -> Option<Timetable> {
        let before = self.free_busy_of(person)?;
        let record = self.get(Kind::FreeBusy, before.id)?;
        let writers = record.field(field::UNTIL)?.entries();
        if !writers.iter().all(|entry| entry.dot.device == device) {
            return None;
        }
        let (span, busy) = to_tell(shifts, zones, now);
        (!is_told(&before, span, &busy)).then_some(Timetable::ShareFreeBusy {
            person,
            span,
            busy,
            now,
        })
    }
}

/// What there is to let known of shifts: from now until the last of them and the sleep after it is over, and when within
/// that there is no time.
pub fn to_tell(shifts: &[Shift], zones: &Zones, now: DateTime<Utc>) -> (Span, Vec<Span>) {
    let ever = Span { from: now, until: DateTime::<Utc>::MAX_UTC };
    let busy = told(shifts, zones, ever);
    let until = busy.last().map_or(now, |last| last.until);
    (Span { from: now, until }, busy)
}

/// Whether what is told says the same of what is still to come.
fn is_told(before: &FreeBusy, span: Span, busy: &[Span]) -> bool {
    let until = before.span.map_or(span.from, |told| told.until.max(span.from));
    until == span.until && span::within(&before.busy, span) == busy
}

impl Workspace {
    /// The shifts of somebody who is in several plans, from all of them.
    pub fn shifts_in(&self, people: &[(PlanId, RecordId)]) -> Vec<Shift> {
        let of = |(plan, person): &(PlanId, RecordId)| Some(self.plan(*plan)?.shifts_of(*person));
        people.iter().filter_map(of).flatten().collect()
    }

    /// When somebody has no time because of what is in other plans than `here`.
    pub fn busy_elsewhere(
        &self,
        here: PlanId,
        people: &[(PlanId, RecordId)],
        zones: &Zones,
        whole: Span,
    ) -> Vec<Busy> {
        let others = people.iter().filter(|(plan, _)| *plan != here);
        let of = |(plan, person): &(PlanId, RecordId)| {
            Some(self.plan(*plan)?.busy_of(*person, zones, whole))
        };
        let mut busy: Vec<Busy> = others.filter_map(of).flatten().collect();
        busy.retain(|busy| busy.sort != BusySort::Told);
        busy
    }
}
