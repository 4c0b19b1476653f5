//! The mentorship: who sees what, the agreement, goals, check-ins, evaluations, phases, closing, templates, search.

mod agreement;
mod audience;
mod check_ins;
mod closing;
mod course;
mod evaluations;
pub mod frozen;
mod goals;
mod leaks;
mod leaving;
mod matters;
mod search;
mod templates;

use chrono::{DateTime, FixedOffset, NaiveDate};
use steadyhand::codec::pack;
use steadyhand::domain::{
    AgreementDeed, Bond, Command, CommandError, Context, DeviceId, Event, GoalChange, Kind, Pack,
    Plan, PlanId, RecordId, RecordKey, Role, Workspace,
};

/// One side of a mentorship, with a clock that can be set.
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
            now: "2026-10-05T06:10:00-06:00".parse().unwrap(),
            draws: device << 64,
        }
    }

    fn try_do(&mut self, command: Command) -> Result<Event, CommandError> {
        let draws = &mut self.draws;
        let mut random = move || {
            *draws += 1;
            *draws << 7 | 5
        };
        let mut ctx = Context { device: self.device, now: self.now, random: &mut random };
        self.workspace.apply(command, &mut ctx)
    }

    fn carry_out(&mut self, command: Command) -> RecordKey {
        self.try_do(command).unwrap().subject.unwrap()
    }

    fn bond(&mut self, plan: PlanId, deed: Bond) -> RecordKey {
        self.carry_out(deed.within(plan))
    }

    fn agree(&mut self, plan: PlanId, deed: AgreementDeed) -> RecordKey {
        self.carry_out(deed.within(plan))
    }

    /// Says yes to the agreement as it stands here.
    fn say_yes(&mut self, plan: PlanId) {
        let text = self.plan(plan).agreement().text();
        self.agree(plan, AgreementDeed::Agree { text });
    }

    fn add_goal(&mut self, plan: PlanId, title: &str) -> RecordId {
        let changes = vec![GoalChange::Title(title.to_owned())];
        self.carry_out(Command::AddGoal { plan, changes, tasks: Vec::new() }).id
    }

    fn on(&mut self, day: &str) {
        self.now = format!("{day}T06:10:00-06:00").parse().unwrap();
    }

    fn plan(&self, id: PlanId) -> &Plan {
        self.workspace.plan(id).unwrap()
    }

    fn me(&self, plan: PlanId) -> RecordId {
        self.plan(plan).person_of(self.device).unwrap()
    }

    fn import_from(&mut self, other: &Self) {
        let arrived = other.workspace.plans().map(|(id, plan)| (id, plan.clone())).collect();
        self.import(arrived);
    }

    fn import(&mut self, arrived: Vec<(PlanId, Plan)>) {
        let arrival = self.workspace.look_at(arrived, self.device, DeviceId::from_random(0xF4E5));
        assert!(arrival.quarantined.is_empty());
        self.workspace.import(arrival);
    }
}

fn start(title: &str) -> Command {
    Command::StartPlan {
        title: title.to_owned(),
        starts: day("2026-10-05"),
        weeks: 16,
        name: "Ana Morales".to_owned(),
        role: Role::Student,
    }
}

/// A student with a plan and a mentor who has joined it.
fn pair() -> (Side, Side, PlanId) {
    let (mut ana, mut dana) = (Side::new(1), Side::new(2));
    let plan = ana.carry_out(start("Course")).plan;
    dana.import_from(&ana);
    dana.carry_out(Command::Join { plan, name: "Dana Ruiz".to_owned(), role: Role::Mentor });
    ana.import_from(&dana);
    (ana, dana, plan)
}

/// Each takes in what the other has.
fn meet(ana: &mut Side, dana: &mut Side) {
    dana.import_from(ana);
    ana.import_from(dana);
    assert_eq!(ana.workspace, dana.workspace);
}

fn key(plan: PlanId, kind: Kind, id: RecordId) -> RecordKey {
    RecordKey { plan, kind, id }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn offset() -> FixedOffset {
    FixedOffset::west_opt(6 * 3600).unwrap()
}

fn built_in() -> Pack {
    pack::built_in("en").clone()
}
