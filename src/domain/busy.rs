//! When people have no time: because of shifts, sleep and meetings, or because they say so and no more.

use super::id::RecordId;
use super::kind::Kind;
use super::meeting::{Meeting, MeetingStatus};
use super::plan::Plan;
use super::record::{Fields, field};
use super::rest::{RestSort, rest_of};
use super::shift::Shift;
use super::span::{self, Span};
use super::zone::Zones;
use chrono::TimeDelta;

/// Why somebody has no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BusySort {
    /// They work.
    Shift,
    /// They sleep or rest.
    Rest(RestSort),
    /// There is a meeting of the plan.
    Meeting(RecordId),
    /// They have let it be known without saying why.
    Told,
}

/// Some time that somebody does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Busy {
    /// From when until when.
    pub span: Span,
    /// Why.
    pub sort: BusySort,
}

/// What somebody has let be known of when they have no time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeBusy {
    /// The record's id.
    pub id: RecordId,
    /// Whose it is.
    pub person: Option<RecordId>,
    /// What it tells of: before and after, nothing is known.
    pub span: Option<Span>,
    /// When there is no time.
    pub busy: Vec<Span>,
}

/// What is let known of shifts: when there is no time because of work or sleep, without saying which.
pub fn told(shifts: &[Shift], zones: &Zones, whole: Span) -> Vec<Span> {
    let of_shift = |shift: &Shift| {
        let rests = rest_of(shift, zones).into_iter().map(|(_, rest)| rest);
        rests.chain(shift.span(zones)).collect::<Vec<_>>()
    };
    span::within(&shifts.iter().flat_map(of_shift).collect::<Vec<_>>(), whole)
}

impl Meeting {
    /// The moments it takes: its length counts as it passes, whatever the clock is put to meanwhile.
    pub fn span(&self, zones: &Zones) -> Option<Span> {
        let from = zones.of(&self.zone).moment(self.starts?);
        let until = from.checked_add_signed(TimeDelta::try_minutes(self.minutes)?)?;
        (from < until).then_some(Span { from, until })
    }
}

impl Plan {
    /// What a person has let be known of when they have no time.
    pub fn free_busy_of(&self, person: RecordId) -> Option<FreeBusy> {
        let id = person.named("free_busy");
        let record = self.find(Kind::FreeBusy, id)?;
        let moment = |name| span::read_moment(record.text(name));
        Some(FreeBusy {
            id,
            person: record.text(field::PERSON).parse().ok(),
            span: moment(field::FROM)
                .and_then(|from| Some(Span { from, until: moment(field::UNTIL)? })),
            busy: span::read(record.text(field::TIMES)),
        })
    }

    /// When a person has no time within `whole`, as far as this device knows: shifts and the sleep
    /// that goes with them, planned meetings of the plan, and what they have let be known. By start.
    pub fn busy_of(&self, person: RecordId, zones: &Zones, whole: Span) -> Vec<Busy> {
        let mut busy = Vec::new();
        for shift in self.shifts_of(person) {
            busy.extend(shift.span(zones).map(|span| Busy { span, sort: BusySort::Shift }));
            let rests = rest_of(&shift, zones).into_iter();
            busy.extend(rests.map(|(sort, span)| Busy { span, sort: BusySort::Rest(sort) }));
        }
        for (id, record) in self.live(Kind::Meeting) {
            let meeting = Meeting::read(id, record);
            if meeting.status == MeetingStatus::Planned {
                let sort = BusySort::Meeting(id);
                busy.extend(meeting.span(zones).map(|span| Busy { span, sort }));
            }
        }
        let told = self.free_busy_of(person).map(|told| told.busy).unwrap_or_default();
        busy.extend(told.into_iter().map(|span| Busy { span, sort: BusySort::Told }));
        busy.retain(|busy| busy.span.meets(&whole));
        busy.sort_unstable();
        busy
    }

    /// The names of the zones that meetings, series and shifts of this plan name, each once.
    pub fn zone_names(&self) -> Vec<String> {
        let kinds = [Kind::Meeting, Kind::Series, Kind::Shift].into_iter();
        let named = kinds.flat_map(|kind| self.live(kind)).map(|(_, it)| it.text(field::ZONE));
        let names: std::collections::BTreeSet<&str> =
            named.filter(|name| !name.is_empty()).collect();
        names.into_iter().map(str::to_owned).collect()
    }
}
