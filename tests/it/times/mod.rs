//! Time: zones and their changes, series, shifts, proposals, calendars.

mod agendas;
mod calendars;
pub mod frozen;
mod proposals;
mod samples;
mod seekers;
mod series;
mod shifts;
mod zones;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use steadyhand::domain::{
    Command, Context, DeviceId, Event, Plan, PlanId, RecordId, Role, Timetable, Workspace, Zone,
    Zones,
};

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    local(text).and_utc()
}

/// How many seconds a zone's clock is ahead of UTC, as an independent table of zones has it.
fn offset(zone: Tz, at: i64) -> i32 {
    let moment = DateTime::from_timestamp(at, 0).unwrap().naive_utc();
    zone.offset_from_utc_datetime(&moment).fix().local_minus_utc()
}

/// A zone in the years around 2026, as a browser would tell of it.
fn zone(name: &str) -> Zone {
    let tz: Tz = name.parse().unwrap();
    let (from, until) = (utc("2025-01-01 00:00"), utc("2029-01-01 00:00"));
    Zone::sampled(name, from, until, &mut |at| offset(tz, at))
}

fn chicago() -> Zones {
    Zones::new(zone("America/Chicago"), vec![zone("America/New_York"), zone("America/Phoenix")])
}

/// One side of a mentorship.
struct Side {
    workspace: Workspace,
    device: DeviceId,
    draws: u128,
}

impl Side {
    fn new(device: u128) -> Self {
        let (workspace, draws) = (Workspace::new(), device << 64);
        Self { workspace, device: DeviceId::from_random(device), draws }
    }

    fn carry_out(&mut self, command: Command) -> Result<Event, steadyhand::domain::CommandError> {
        let draws = &mut self.draws;
        let mut random = move || {
            *draws += 1;
            *draws << 7 | 5
        };
        let now = "2026-11-24T06:10:00-06:00".parse().unwrap();
        let mut ctx = Context { device: self.device, now, random: &mut random };
        self.workspace.apply(command, &mut ctx)
    }

    fn does(&mut self, plan: PlanId, deed: Timetable) -> Event {
        self.carry_out(deed.within(plan)).unwrap()
    }

    fn plan(&self, id: PlanId) -> &Plan {
        self.workspace.plan(id).unwrap()
    }

    fn import_from(&mut self, other: &Self) {
        let fresh = DeviceId::from_random(0xF4E5);
        let arrived = other.workspace.plans().map(|(id, plan)| (id, plan.clone())).collect();
        let arrival = self.workspace.look_at(arrived, self.device, fresh);
        assert!(arrival.quarantined.is_empty());
        self.workspace.import(arrival);
    }
}

/// A student with a plan, and the person they are in it.
fn student() -> (Side, PlanId, RecordId) {
    let mut side = Side::new(1);
    let start = Command::StartPlan {
        title: "Course".to_owned(),
        starts: day("2026-10-05"),
        weeks: 16,
        name: "Ana".to_owned(),
        role: Role::Student,
    };
    let plan = side.carry_out(start).unwrap().subject.unwrap().plan;
    let me = side.plan(plan).person_of(side.device).unwrap();
    (side, plan, me)
}

/// A student and a mentor who have the same records.
fn pair() -> (Side, Side, PlanId) {
    let (mut student, plan, _) = student();
    let mut mentor = Side::new(2);
    mentor.import_from(&student);
    let join = Command::Join { plan, name: "Dana".to_owned(), role: Role::Mentor };
    mentor.carry_out(join).unwrap();
    student.import_from(&mentor);
    (student, mentor, plan)
}
