//! A mentor who needs no browser: she takes a plan in, writes many records, and sends it back.

use chrono::{DateTime, FixedOffset};
use steadyhand::codec::bundle::{self, Audience, Header, Sender};
use steadyhand::domain::{
    Command, Context, DeviceId, GoalChange, Kind, Plan, PlanId, Role, Workspace,
};

/// How many goals she writes.
pub const GOALS: usize = 2_000;

/// The mentor's device.
pub struct Dana {
    workspace: Workspace,
    device: DeviceId,
    draws: fastrand::Rng,
    plan: PlanId,
}

impl Dana {
    /// Takes in a student's plan, as the file has it.
    pub fn with_plan(text: &str, seed: u64) -> Self {
        let mut draws = fastrand::Rng::with_seed(seed);
        let device = DeviceId::from_random(draws.u128(..));
        let bundle = bundle::read(text.as_bytes()).expect("the app's own files can be read");
        let plan = bundle.plans.first().expect("there is a plan").0;
        let mut workspace = Workspace::new();
        let arrival = workspace.look_at(bundle.plans, device, DeviceId::from_random(99));
        workspace.import(arrival);
        let mut dana = Self { workspace, device, draws, plan };
        dana.apply(Command::Join { plan, name: "Dana Ruiz".into(), role: Role::Mentor });
        for number in 0..GOALS {
            let changes = vec![GoalChange::Title(title(number, 0))];
            dana.apply(Command::AddGoal { plan, changes, tasks: Vec::new() });
        }
        dana
    }

    /// Gives every goal of hers a new title, and answers the file that says so.
    pub fn revise(&mut self, version: u32) -> String {
        let plan = self.plan;
        let content = self.workspace.plan(plan).expect("the plan is there");
        let goals: Vec<_> = content.live(Kind::Goal).map(|(id, _)| id).collect();
        for (number, goal) in goals.into_iter().enumerate() {
            let changes = vec![GoalChange::Title(title(number, version))];
            self.apply(Command::ReviseGoal { plan, goal, changes });
        }
        let from = Sender { name: "Dana Ruiz".into(), role: Role::Mentor.name().into() };
        let header = Header { audience: Audience::Pair, made: now(), from: Some(from) };
        let content = self.workspace.plan(plan).expect("the plan is there");
        bundle::write(&header, std::iter::once((plan, content)))
    }

    fn apply(&mut self, command: Command) {
        let mut draw = || self.draws.u128(..);
        let mut ctx = Context { device: self.device, now: now(), random: &mut draw };
        self.workspace.apply(command, &mut ctx).expect("the command keeps the rules");
    }
}

/// The version in which all of Dana's goals stand in a plan; `None` where there are none of them. That
/// some stand otherwise than others ends the journey.
#[track_caller]
pub fn version_of(plan: &Plan) -> Option<u32> {
    let goals: Vec<_> = plan.live(Kind::Goal).filter_map(|(id, _)| plan.goal(id)).collect();
    let version = goals.first()?.title.rsplit(' ').next()?.parse().expect("a version");
    let stand = goals.iter().filter(|goal| goal.title.ends_with(&format!("version {version}")));
    assert_eq!((stand.count(), goals.len()), (GOALS, GOALS), "an import came in half");
    Some(version)
}

fn title(number: usize, version: u32) -> String {
    format!("Goal {number}, version {version}")
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T10:00:00-06:00").expect("a moment")
}
