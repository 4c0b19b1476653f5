//! The meetings as a calendar's agenda: what is to come, and what is over.

use chrono::NaiveDateTime;

use super::id::RecordId;
use super::kind::Kind;
use super::meeting::{self, MeetingStatus};
use super::plan::Plan;
use super::record::{Fields, field};

/// The meetings of a plan, by whether they are over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// Not over yet, soonest first; those without a readable start last.
    pub coming: Vec<RecordId>,
    /// Over, newest first.
    pub past: Vec<RecordId>,
}

impl Plan {
    /// The meetings as they stand at `now`, by the clock on the wall. A meeting is over when its
    /// end has passed, or as soon as somebody says that it was held.
    pub fn agenda(&self, now: NaiveDateTime) -> Agenda {
        let mut agenda = Agenda::default();
        for id in self.meetings_by_start() {
            let Some(record) = self.find(Kind::Meeting, id) else { continue };
            let is_held = record.text(field::STATUS) == MeetingStatus::Held.name();
            let has_ended = meeting::ends(record).is_some_and(|ends| ends <= now);
            if is_held || has_ended {
                agenda.past.push(id);
            } else {
                agenda.coming.push(id);
            }
        }
        agenda.past.reverse();
        agenda
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};

    use super::*;
    use crate::domain::{Command, Context, DeviceId, MeetingChange, PlanId, Role, Workspace};

    #[test]
    fn what_has_ended_or_was_held_is_past_and_the_rest_is_to_come() {
        let mut workspace = Workspace::default();
        let mut last = 0;
        let mut draw = || {
            last += 1;
            last
        };
        let noon = DateTime::parse_from_rfc3339("2026-11-26T12:00:00-06:00").unwrap();
        let mut ctx = Context { device: DeviceId::from_random(1), now: noon, random: &mut draw };
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let start = Command::StartPlan {
            title: "Plan".to_owned(),
            starts: day,
            weeks: 16,
            name: "Ana".to_owned(),
            role: Role::Student,
        };
        let plan: PlanId = workspace.apply(start, &mut ctx).unwrap().subject.unwrap().plan;
        let mut meeting = |hour: u32, status: MeetingStatus| {
            let changes = vec![
                MeetingChange::Title("Meeting".to_owned()),
                MeetingChange::Starts(day.and_hms_opt(hour, 30, 0).unwrap()),
                MeetingChange::Status(status),
            ];
            let schedule = Command::ScheduleMeetings { plan, changes, times: 1 };
            workspace.apply(schedule, &mut ctx).unwrap().subject.unwrap().id
        };
        let evening = meeting(18, MeetingStatus::Planned);
        let running = meeting(11, MeetingStatus::Planned);
        let early = meeting(4, MeetingStatus::Planned);
        let ended = meeting(10, MeetingStatus::Cancelled);
        let held = meeting(17, MeetingStatus::Held);

        // The half hour that began at 11:30 ends at noon, and not before.
        let eve = day.and_hms_opt(11, 59, 0).unwrap();
        let agenda = workspace.plan(plan).unwrap().agenda(eve);
        assert_eq!(agenda.coming, [running, evening]);
        assert_eq!(agenda.past, [held, ended, early]);
        let agenda = workspace.plan(plan).unwrap().agenda(noon.naive_local());
        assert_eq!(agenda.coming, [evening]);
        assert_eq!(agenda.past, [held, running, ended, early]);
    }
}
