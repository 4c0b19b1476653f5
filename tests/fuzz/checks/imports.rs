//! Importing: two files, in either order, whatever is in them, over whatever is here. What is then here
//! is the same; every page can be asked for; and undo puts everything back.

use arbitrary::{Result, Unstructured};
use chrono::{DateTime, FixedOffset, TimeDelta};
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::domain::{
    Arrival, Command, Context, DeviceId, FieldName, Kind, Plan, PlanId, RecordKey, Stamped, Value,
    Workspace, field,
};

use super::invented;

type Plans = Vec<(PlanId, Plan)>;

pub fn check(bytes: &[u8]) {
    let u = &mut Unstructured::new(bytes);
    if let Ok((device, here, one, other)) = story(u) {
        told(u, device, &here, &one, &other);
    }
}

fn story(u: &mut Unstructured<'_>) -> Result<(DeviceId, Workspace, Plans, Plans)> {
    let device = invented::device(u.arbitrary()?);
    let mut here = Workspace::new();
    if u.arbitrary()? {
        take_in(&mut here, invented::plans(u)?, device);
    }
    Ok((device, here, through_a_file(&invented::plans(u)?), through_a_file(&invented::plans(u)?)))
}

fn told(u: &mut Unstructured<'_>, device: DeviceId, here: &Workspace, one: &Plans, other: &Plans) {
    let (mut first, mut second) = (Side::new(here, device), Side::new(here, device));
    for plans in [one, other] {
        first.import_and_undo(plans);
    }
    for plans in [other, one] {
        second.import_and_undo(plans);
    }
    if first.is_plain && second.is_plain {
        assert_eq!(first.workspace, second.workspace, "the order of files does not matter");
    }
    let Side { mut workspace, device, .. } = first;
    assert_eq!(through_a_file(&all(&workspace)), all(&workspace), "what came in can be handed on");
    look_around(&workspace, device);
    // What a file brought can be worked with, and that taken back, without a panic.
    let _ended = work(u, &mut workspace, device);
    look_around(&workspace, device);
}

/// The plans as a file would carry them.
fn through_a_file(plans: &Plans) -> Plans {
    let header = Header { audience: Audience::Pair, made: now(), from: None };
    let text = bundle::write(&header, plans.iter().map(|(id, plan)| (*id, plan)));
    let read = bundle::read(text.as_bytes()).expect("what is written can be read");
    assert_eq!(&read.plans, plans, "a file carries plans whole");
    read.plans
}

fn all(workspace: &Workspace) -> Plans {
    workspace.plans().map(|(id, plan)| (id, plan.clone())).collect()
}

fn take_in(workspace: &mut Workspace, plans: Plans, device: DeviceId) {
    let arrival = workspace.look_at(plans, device, invented::fresh_device(0));
    workspace.import(arrival);
}

/// One device, and whether all that came to it was merged as it came.
struct Side {
    workspace: Workspace,
    device: DeviceId,
    is_plain: bool,
    /// How many ids have been made for it.
    ids: u8,
}

impl Side {
    fn new(here: &Workspace, device: DeviceId) -> Self {
        Self { workspace: here.clone(), device, is_plain: true, ids: 0 }
    }

    fn look_at(&mut self, plans: &Plans) -> Arrival {
        self.ids += 1;
        self.workspace.look_at(plans.clone(), self.device, invented::fresh_device(self.ids))
    }

    fn import_and_undo(&mut self, plans: &Plans) {
        let before = self.workspace.clone();
        let arrival = self.look_at(plans);
        let apart: Vec<RecordKey> = arrival.quarantined.iter().map(|found| found.key).collect();
        let renamed = arrival.new_device;
        self.is_plain &= apart.is_empty() && renamed.is_none();
        let preview = self.workspace.preview(&arrival);
        look_around(&preview, self.device);
        for found in &arrival.quarantined {
            self.workspace.look_at_apart(found, self.device, invented::fresh_device(0));
        }
        let undo = self.workspace.import(arrival);
        self.device = renamed.unwrap_or(self.device);
        for (id, plan) in preview.plans() {
            assert_eq!(self.workspace.plan(id), Some(plan), "a preview is what importing leaves");
        }
        for key in apart {
            assert_eq!(self.workspace.get(key), before.get(key), "what is kept apart is not here");
        }
        let again = self.look_at(plans);
        assert_eq!(again.keys().next(), None, "a file taken in is known");
        let after = self.workspace.clone();
        self.workspace.undo_import(&undo);
        match renamed {
            None => assert_eq!(self.workspace, before, "undo puts everything back"),
            // The writes that were at stake keep their new name.
            Some(_) => {
                assert_eq!(values(&self.workspace), values(&before), "undo keeps every value")
            }
        }
        self.workspace = after;
    }
}

/// What stands in every field of every record that is not about a device, whoever wrote it.
fn values(workspace: &Workspace) -> Vec<(RecordKey, bool, FieldName, Vec<Stamped>)> {
    let mut values = Vec::new();
    for (plan, held) in workspace.plans() {
        for (kind, id, record) in held.records().filter(|(kind, ..)| *kind != Kind::Device) {
            let key = RecordKey { plan, kind, id };
            for (name, register) in record.fields() {
                let stand = register.entries().iter().map(|entry| entry.value.clone());
                let mut stand: Vec<Stamped> = stand.collect();
                stand.sort();
                // Two writes of the same words at once are one when they get one name.
                stand.dedup();
                values.push((key, record.is_deleted(), name.clone(), stand));
            }
        }
    }
    values
}

/// Asks for all that pages show.
fn look_around(workspace: &Workspace, device: DeviceId) {
    let now = now().naive_local();
    workspace.plan_cards();
    for (id, plan) in workspace.plans() {
        let me = plan.writer(device).map(|person| person.id);
        plan.outlook(id, me, now.date()).map(|outlook| outlook.at(now));
        plan.agenda(now);
        plan.waiting_feedback(me);
        plan.progress();
        plan.people();
        plan.goals_by_due();
        plan.meetings_by_start();
        plan.feedback_by_age();
        plan.action_items();
        plan.card(id).map(|card| card.week(now.date()));
        for (kind, record, _) in plan.records() {
            plan.label(kind, record);
            plan.goal(record);
            plan.tasks_of(record);
            plan.meeting(record).map(|meeting| meeting.ends());
            plan.feedback(record).map(|feedback| feedback.first_words(10));
            plan.comments_on(record);
            plan.feedback_about(record);
            plan.action_items_of(record);
            plan.outlived_deletion_by(kind, record);
        }
        plan.disputes(id);
        plan.records_to_settle(id);
    }
}

/// Carries out a few commands on records that are there, and takes each second one back.
fn work(u: &mut Unstructured<'_>, workspace: &mut Workspace, device: DeviceId) -> Result<()> {
    let keys: Vec<RecordKey> = workspace
        .plans()
        .flat_map(|(plan, held)| {
            held.records().map(move |(kind, id, _)| RecordKey { plan, kind, id })
        })
        .collect();
    let mut draws = 1000;
    let mut random = move || {
        draws += 1;
        draws
    };
    for _ in 0..8 {
        if u.is_empty() || keys.is_empty() {
            break;
        }
        let key = *u.choose(&keys)?;
        let RecordKey { plan, id, .. } = key;
        let command = match u.int_in_range(0..=6u8)? {
            0 => Command::Delete(key),
            1 => Command::Restore(key),
            2 => Command::JoinAs { plan, person: id },
            3 => Command::TickTask { plan, task: id, done: u.arbitrary()? },
            4 => Command::Acknowledge { plan, feedback: id },
            5 => Command::AddTask { plan, goal: id, title: "x".to_owned() },
            _ => {
                let field = (*u.choose(field::ALL)?).into();
                Command::Settle { key, field, value: Value::text("2026-10-05") }
            }
        };
        let mut ctx = Context { device, now: now(), random: &mut random };
        if let Ok(event) = workspace.apply(command, &mut ctx)
            && u.arbitrary()?
        {
            let mut ctx = Context { device, now: now() + TimeDelta::hours(1), random: &mut random };
            let _refused = workspace.apply(Command::Undo(event.undo), &mut ctx);
        }
    }
    Ok(())
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T14:20:05-06:00").expect("a moment")
}
