//! What is due now: the number on the app's icon, and the meetings to be reminded of.

use chrono::{NaiveDateTime, TimeDelta};

use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{self, Meeting};
use super::plan::Plan;

/// How long before a meeting its reminder comes, in minutes: time to finish something and to go there.
pub const LEAD: i64 = 15;

impl Plan {
    /// How many things are due at `now`, by the clock on the wall, in the plan whose id is `id`: what
    /// waits for `me`, and a meeting that is still to come today. What could be begun does not count.
    pub fn due(&self, id: PlanId, me: Option<RecordId>, now: NaiveDateTime) -> usize {
        if self.find(Kind::Plan, id.into()).is_none() {
            return 0;
        }
        let meeting = self.next_meeting(now).and_then(|meeting| meeting.starts);
        let is_today = meeting.is_some_and(|starts| starts.date() == now.date());
        self.waiting_count(me, now.date()) + usize::from(is_today)
    }

    /// The planned meetings that have not begun at `now` and do within [`LEAD`] minutes, soonest first.
    pub fn meetings_at_hand(&self, now: NaiveDateTime) -> Vec<Meeting> {
        let until = now + TimeDelta::minutes(LEAD);
        let mut meetings: Vec<Meeting> = self
            .live(Kind::Meeting)
            .filter(|(_, record)| meeting::is_planned(record))
            .filter(|(_, record)| {
                meeting::starts(record).is_some_and(|starts| starts > now && starts <= until)
            })
            .map(|(id, record)| Meeting::read(id, record))
            .collect();
        meetings.sort_by_key(|meeting| (meeting.starts, meeting.id));
        meetings
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};

    use super::*;
    use crate::domain::{
        Command, Context, DeviceId, MeetingChange, MeetingStatus, Role, Workspace,
    };

    #[test]
    fn a_meeting_is_due_today_and_at_hand_a_quarter_of_an_hour_before() {
        let mut workspace = Workspace::default();
        let mut last = 0;
        let mut draw = || {
            last += 1;
            last
        };
        let morning = DateTime::parse_from_rfc3339("2026-11-26T04:00:00-06:00").unwrap();
        let mut ctx = Context { device: DeviceId::from_random(1), now: morning, random: &mut draw };
        let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let start = Command::StartPlan {
            title: "Plan".to_owned(),
            starts: day,
            weeks: 16,
            name: "Ana".to_owned(),
            role: Role::Student,
        };
        let plan = workspace.apply(start, &mut ctx).unwrap().subject.unwrap().plan;
        let mut meeting = |at: NaiveDateTime, status| {
            let changes = vec![
                MeetingChange::Title("Meeting".to_owned()),
                MeetingChange::Starts(at),
                MeetingChange::Status(status),
            ];
            let schedule = Command::ScheduleMeetings { plan, changes, times: 1 };
            workspace.apply(schedule, &mut ctx).unwrap().subject.unwrap().id
        };
        let at = |hour: u32, minute: u32| day.and_hms_opt(hour, minute, 0).unwrap();
        let noon = meeting(at(12, 0), MeetingStatus::Planned);
        let after = meeting(at(12, 10), MeetingStatus::Planned);
        meeting(at(12, 5), MeetingStatus::Cancelled);

        let at_hand = |now| {
            let found = workspace.plan(plan).unwrap().meetings_at_hand(now);
            found.into_iter().map(|meeting| meeting.id).collect::<Vec<_>>()
        };
        assert_eq!(at_hand(at(11, 44)), []);
        assert_eq!(at_hand(at(11, 45)), [noon]);
        assert_eq!(at_hand(at(11, 55)), [noon, after]);
        assert_eq!(at_hand(at(12, 0)), [after]);

        let due = |now: NaiveDateTime| workspace.plan(plan).unwrap().due(plan, None, now);
        // Tasks to begin and people to invite are no reason for a number; today's meeting is.
        assert_eq!(due(at(12, 5)), 1);
        assert_eq!(due(at(12, 0) - TimeDelta::days(1)), 0);
        // The day after, nobody has said whether it was held.
        assert_eq!(due(at(9, 0) + TimeDelta::days(1)), 1);
    }
}
