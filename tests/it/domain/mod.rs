//! The domain as its users meet it: commands in, queries out, and two sides that come together.

mod commands;
mod example;
mod hostile;
mod imports;
mod lost_texts;
mod today;

use chrono::{DateTime, FixedOffset, NaiveDate};
use steadyhand::domain::{
    Command, CommandError, Context, DeviceId, Event, Form, GoalChange, Kind, MeetingChange, Plan,
    PlanId, RecordId, Role, Step, Workspace, field,
};

/// What a device would be called next, should a file know it better.
const FRESH: DeviceId = DeviceId::from_random(0xF4E5);

/// One side of a mentorship: a workspace, its device, and a clock that can be set.
struct Side {
    workspace: Workspace,
    device: DeviceId,
    now: DateTime<FixedOffset>,
    draws: u128,
}

impl Side {
    fn new(device: u128) -> Self {
        Self {
            workspace: Workspace::new(),
            device: DeviceId::from_random(device),
            now: "2026-11-24T06:10:00-06:00".parse().unwrap(),
            draws: device << 64,
        }
    }

    fn try_do(&mut self, command: Command) -> Result<Event, CommandError> {
        let draws = &mut self.draws;
        let mut random = move || {
            *draws += 1;
            *draws
        };
        let mut ctx = Context { device: self.device, now: self.now, random: &mut random };
        self.workspace.apply(command, &mut ctx)
    }

    /// Carries out a command as somebody who has been shown no more of a record than `known`.
    fn carry_out_knowing(&mut self, known: steadyhand::domain::Knowledge, command: Command) {
        let draws = &mut self.draws;
        let mut random = move || {
            *draws += 1;
            *draws
        };
        let mut ctx = Context { device: self.device, now: self.now, random: &mut random };
        self.workspace.apply_knowing(known, command, &mut ctx).unwrap();
    }

    fn carry_out(&mut self, command: Command) -> Event {
        self.try_do(command).unwrap()
    }

    fn plan(&self, id: PlanId) -> &Plan {
        self.workspace.plan(id).unwrap()
    }

    fn start(&mut self, name: &str, role: Role) -> PlanId {
        let started = self.carry_out(Command::StartPlan {
            title: "Course".to_owned(),
            starts: day(2026, 10, 5),
            weeks: 16,
            name: name.to_owned(),
            role,
        });
        started.subject.unwrap().plan
    }

    fn add_goal(&mut self, plan: PlanId, title: &str, tasks: &[&str]) -> RecordId {
        let add = Command::AddGoal {
            plan,
            changes: vec![GoalChange::Title(title.to_owned())],
            tasks: tasks.iter().map(|&task| task.to_owned()).collect(),
        };
        self.carry_out(add).subject.unwrap().id
    }

    fn schedule(&mut self, plan: PlanId, title: &str, starts: &str, times: u32) -> Vec<RecordId> {
        let schedule = Command::ScheduleMeetings {
            plan,
            changes: vec![
                MeetingChange::Title(title.to_owned()),
                MeetingChange::Starts(starts.parse().unwrap()),
                MeetingChange::Minutes(30),
            ],
            times,
        };
        let touched = self.carry_out(schedule).touched;
        touched.iter().filter(|key| key.kind == Kind::Meeting).map(|key| key.id).collect()
    }

    fn move_meeting(&mut self, plan: PlanId, meeting: RecordId, starts: &str) {
        let changes = vec![MeetingChange::Starts(starts.parse().unwrap())];
        self.carry_out(Command::ReviseMeeting { plan, meeting, changes });
    }

    fn feedback(&mut self, plan: PlanId, form: Form, words: &str) -> RecordId {
        let steps = vec![Step { field: form.steps()[0], words: words.to_owned() }];
        let give = Command::GiveFeedback { plan, form, steps, to: None, about: None };
        self.carry_out(give).subject.unwrap().id
    }

    /// Takes in everything another side has.
    fn import_from(&mut self, other: &Self) -> steadyhand::domain::UndoImport {
        let arrived = other.workspace.plans().map(|(id, plan)| (id, plan.clone())).collect();
        let arrival = self.workspace.look_at(arrived, self.device, FRESH);
        self.workspace.import(arrival)
    }
}

/// A student with a plan and a mentor who has joined it, both with the same records.
fn pair() -> (Side, Side, PlanId) {
    let (mut student, mut mentor) = (Side::new(1), Side::new(2));
    let plan = student.start("Ana", Role::Student);
    mentor.import_from(&student);
    mentor.carry_out(Command::Join { plan, name: "Dana".to_owned(), role: Role::Mentor });
    student.import_from(&mentor);
    (student, mentor, plan)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn titles(plan: &Plan, kind: Kind) -> Vec<String> {
    let mut titles: Vec<String> = plan
        .live(kind)
        .filter_map(|(_, record)| {
            let title = record.field(field::TITLE)?.first()?.value.as_text()?;
            Some(title.to_owned())
        })
        .collect();
    titles.sort();
    titles
}
