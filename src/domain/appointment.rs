//! Meetings as other calendars keep them.

use super::audience::ForWhom;
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{Meeting, MeetingStatus};
use super::plan::Plan;
use super::record::Record;

/// A meeting, with what a calendar needs to know to bring its own copy up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// The meeting.
    pub meeting: Meeting,
    /// Which edition of it this is: see [`edition`].
    pub edition: u64,
    /// Whether it takes place, or has.
    pub stands: bool,
    /// Whether it was deleted: then only its time and that it is off are for others.
    pub is_deleted: bool,
}

/// What a calendar file would hold, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CalendarCount {
    /// Meetings that take place, or have.
    pub stand: usize,
    /// Meetings that do not, and are taken off the calendar.
    pub off: usize,
    /// Meetings that take place and are in no such file, because only the reader sees them.
    pub stay: usize,
}

/// How many writes a copy of a record has seen.
///
/// Every change that reaches a copy makes it more, on any device: a device counts up its own writes, and merging
/// takes the most of each device. Two copies that have seen the same say the same number; two that
/// have each seen something the other has not may do so too, and whichever merges them goes on
/// to a higher one.
fn edition(record: &Record) -> u64 {
    record.seen().iter().map(|(_, count)| count).fold(0, u64::saturating_add)
}

impl Plan {
    /// Those of the meetings, deleted ones too, which `is_meant` names, by their start. The caller says which
    /// may be seen by whoever gets the calendar.
    pub fn appointments(&self, is_meant: impl Fn(RecordId) -> bool) -> Vec<Appointment> {
        let mut found: Vec<Appointment> = self
            .all(Kind::Meeting)
            .filter(|(id, _)| is_meant(*id))
            .map(|(id, record)| {
                let (meeting, is_deleted) = (Meeting::read(id, record), record.is_deleted());
                let stands = matches!(meeting.status, MeetingStatus::Planned | MeetingStatus::Held);
                Appointment {
                    stands: stands && !is_deleted,
                    edition: edition(record),
                    meeting,
                    is_deleted,
                }
            })
            .collect();
        found.sort_by_key(|one| (one.meeting.starts, one.meeting.id));
        found
    }

    /// How many of the meetings that `is_meant` names a calendar file of the plan, whose id is `id`, would hold.
    pub fn calendar_count(&self, id: PlanId, is_meant: impl Fn(RecordId) -> bool) -> CalendarCount {
        let has_time = |one: &Appointment| one.meeting.starts.is_some();
        let standing = |plan: &Self| {
            let timed = plan.appointments(&is_meant).into_iter().filter(has_time);
            let (stand, off): (Vec<_>, Vec<_>) = timed.partition(|one| one.stands);
            (stand.len(), off.len())
        };
        let (stand, off) = standing(&self.outgoing(id, ForWhom::Pair).plan);
        CalendarCount { stand, off, stay: standing(self).0 - stand }
    }
}
