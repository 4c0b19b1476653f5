//! One device of the laws: a workspace, a clock that is wrong, and files in and out.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use fastrand::Rng;
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::crdt::{Pace, at_once};
use steadyhand::domain::{
    Command, CommandError, Context, DeviceId, Event, GoalChange, MeetingChange, Past, Plan, PlanId,
    Quarantined, Role, UndoImport, Workspace,
};

/// Ten years, in seconds.
const TEN_YEARS: i64 = 10 * 365 * 86_400;

#[derive(Clone, Debug)]
pub struct Phone {
    pub workspace: Workspace,
    device: DeviceId,
    /// By its own clock.
    pub now: DateTime<FixedOffset>,
    draws: u128,
    /// What its storage would remember of what stands no more.
    pub past: BTreeSet<Past>,
}

impl Phone {
    pub fn new(number: u128, rng: &mut Rng) -> Self {
        let right: DateTime<FixedOffset> = "2026-11-24T06:10:00-06:00".parse().unwrap();
        Self {
            workspace: Workspace::new(),
            device: DeviceId::from_random(number + 1),
            now: right + TimeDelta::seconds(rng.i64(-TEN_YEARS..=TEN_YEARS)),
            draws: (number + 1) << 64,
            past: BTreeSet::new(),
        }
    }

    /// Three to five phones that share one plan with a few things in it, in which each has somebody
    /// of its own.
    pub fn several(rng: &mut Rng) -> (Vec<Self>, PlanId) {
        let count = rng.u128(3..=5);
        let mut phones: Vec<Self> = (0..count).map(|number| Self::new(number, rng)).collect();
        let start = Command::StartPlan {
            title: "Course".to_owned(),
            starts: NaiveDate::from_ymd_opt(2026, 10, 5).unwrap(),
            weeks: 16,
            name: "Ana".to_owned(),
            role: Role::Student,
        };
        let plan = phones[0].carry_out(start).unwrap().subject.unwrap().plan;
        for title in ["Hand veins", "Calm words"] {
            let changes = vec![GoalChange::Title(title.to_owned())];
            let tasks = vec!["Watch three".to_owned(), "Two without help".to_owned()];
            phones[0].carry_out(Command::AddGoal { plan, changes, tasks }).unwrap();
        }
        let changes = vec![
            MeetingChange::Title("Weekly".to_owned()),
            MeetingChange::Starts("2026-11-26T15:00:00".parse().unwrap()),
        ];
        phones[0].carry_out(Command::ScheduleMeetings { plan, changes, times: 1 }).unwrap();
        let mut workspace = std::mem::take(&mut phones[0].workspace);
        for (number, phone) in phones.iter_mut().enumerate().skip(1) {
            phone.workspace = workspace;
            let name = format!("Mentor {number}");
            phone.carry_out(Command::Join { plan, name, role: Role::Mentor }).unwrap();
            workspace = std::mem::take(&mut phone.workspace);
        }
        phones.iter_mut().for_each(|phone| phone.workspace = workspace.clone());
        (phones, plan)
    }

    pub fn carry_out(&mut self, command: Command) -> Result<Event, CommandError> {
        self.now += TimeDelta::minutes(7);
        let draws = &mut self.draws;
        let mut random = move || {
            *draws += 1;
            *draws
        };
        let mut ctx = Context { device: self.device, now: self.now, random: &mut random };
        let outcome = self.workspace.apply(command, &mut ctx);
        self.past.extend(outcome.iter().flat_map(|event| event.replaced.iter().cloned()));
        outcome
    }

    pub fn plan(&self, plan: PlanId) -> &Plan {
        self.workspace.plan(plan).unwrap()
    }

    /// Everything, as a file. All phones write the same header, so that the files can be compared.
    pub fn file(&self) -> String {
        file_of(&self.workspace)
    }

    /// Takes in a file, and says whether it brought anything new. An honest file is never taken
    /// for a forged one.
    pub fn take_in(&mut self, text: &str) -> Option<UndoImport> {
        let plans = bundle::read(text.as_bytes()).unwrap().plans;
        let fresh = DeviceId::from_random(u128::MAX);
        let arrival = self.workspace.look_at(plans, self.device, fresh);
        assert_eq!(arrival.quarantined, []);
        assert_eq!(arrival.new_device, None);
        let is_new = !arrival.is_nothing_new();
        let before = (!is_new).then(|| self.workspace.clone());
        self.past.extend(arrival.past.iter().cloned());
        let prepared = at_once(self.workspace.prepare_import(&arrival, &Pace::default()));
        assert!(self.workspace.carry_out(&prepared));
        self.past.extend(prepared.past);
        assert!(
            before.is_none_or(|before| before == self.workspace),
            "known news changed something"
        );
        is_new.then_some(prepared.undo)
    }

    /// Takes in a file that may be forged, goes on under a new name if it has to, and says what is
    /// to be kept apart.
    pub fn take_in_anything(&mut self, text: &str) -> Vec<Quarantined> {
        let plans = bundle::read(text.as_bytes()).unwrap().plans;
        self.draws += 1;
        let fresh = DeviceId::from_random(self.draws);
        let arrival = self.workspace.look_at(plans, self.device, fresh);
        let apart = arrival.quarantined.clone();
        self.device = arrival.new_device.unwrap_or(self.device);
        self.workspace.import(arrival);
        apart
    }

    pub fn device(&self) -> DeviceId {
        self.device
    }

    pub fn take_back(&mut self, undo: UndoImport) {
        self.workspace.undo_import(&undo);
    }
}

/// A workspace as a file with a header that is always the same.
pub fn file_of(workspace: &Workspace) -> String {
    bundle::write(&header(), workspace.plans())
}

/// One plan as such a file.
pub fn file_of_plan(id: PlanId, plan: &Plan) -> String {
    bundle::write(&header(), std::iter::once((id, plan)))
}

fn header() -> Header {
    let made = "2026-11-24T06:10:00-06:00".parse().unwrap();
    Header { audience: Audience::Pair, made, from: None }
}

/// Everybody sends everything to everybody, in any order, some of it more than once.
pub fn exchange_everything(phones: &mut [Phone], rng: &mut Rng) -> u64 {
    let mut merges = 0;
    for _ in 0..2 {
        let mut order: Vec<(usize, usize)> = (0..phones.len())
            .flat_map(|to| (0..phones.len()).map(move |from| (to, from)))
            .collect();
        rng.shuffle(&mut order);
        for (to, from) in order {
            let text = phones[from].file();
            phones[to].take_in(&text);
            merges += 1;
        }
    }
    merges
}
