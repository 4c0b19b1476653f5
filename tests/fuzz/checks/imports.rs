//! Importing: two files, in either order, whatever is in them, over whatever is here. What is then here
//! is the same; every page can be asked for; and undo puts everything back. Where a file contradicts what
//! is here, or knows this device better, what came first makes a difference, and is to be kept.

use arbitrary::{Result, Unstructured};
use chrono::{DateTime, FixedOffset, TimeDelta};
use steadyhand::codec::bundle::{self, Audience, Header};
use steadyhand::domain::{
    Command, Context, DeviceId, Plan, PlanId, RecordKey, Value, Workspace, field,
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
    let (mut first, mut second) = (here.clone(), here.clone());
    let mut are_peaceful = true;
    for plans in [one, other] {
        are_peaceful &= import_and_undo(&mut first, plans, device);
    }
    for plans in [other, one] {
        are_peaceful &= import_and_undo(&mut second, plans, device);
    }
    if are_peaceful {
        assert_eq!(first, second, "the order of files does not matter");
    }
    assert_eq!(through_a_file(&all(&first)), all(&first), "what came in can be handed on");
    look_around(&first, device);
    // What a file brought can be worked with, and that taken back, without a panic.
    let _ended = work(u, &mut first, device);
    look_around(&first, device);
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
    let arrival = workspace.look_at(plans, device, invented::fresh_device());
    workspace.import(arrival);
}

/// Imports, and says whether the plans contradict nothing that is here.
fn import_and_undo(workspace: &mut Workspace, plans: &Plans, device: DeviceId) -> bool {
    let before = workspace.clone();
    let fresh = invented::fresh_device();
    let arrival = workspace.look_at(plans.clone(), device, fresh);
    let is_renamed = arrival.new_device.is_some();
    let is_peaceful = arrival.quarantined.is_empty() && !is_renamed;
    // As the store does: it goes on under the new name.
    let device = arrival.new_device.unwrap_or(device);
    let preview = workspace.preview(&arrival);
    look_around(&preview, device);
    let undo = workspace.import(arrival);
    for (id, plan) in preview.plans() {
        assert_eq!(workspace.plan(id), Some(plan), "a preview is what importing leaves");
    }
    let after = workspace.clone();
    let again = workspace.look_at(plans.clone(), device, fresh);
    assert_eq!(again.keys().count(), 0, "a file taken in is known");
    workspace.undo_import(&undo);
    if !is_renamed {
        assert_eq!(*workspace, before, "undo puts everything back");
    }
    *workspace = after;
    is_peaceful
}

/// Asks for all that pages show.
fn look_around(workspace: &Workspace, device: DeviceId) {
    let now = now().naive_local();
    workspace.plan_cards();
    for (id, plan) in workspace.plans() {
        let me = plan.writer(device).map(|person| person.id);
        plan.today(id, me, now);
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
