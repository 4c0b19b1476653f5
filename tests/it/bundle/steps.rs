//! Long work in steps comes to the same as in one go, however long its steps are; dropped at any rest it
//! has changed nothing.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use proptest::prelude::*;
use steadyhand::codec::{Gathered, bundle, raw};
use steadyhand::crdt::{Pace, at_once};
use steadyhand::domain::{DeviceId, Plan, PlanId, Workspace};

use super::{backup, random};

const HERE: DeviceId = DeviceId::from_random(17);
const FRESH: DeviceId = DeviceId::from_random(18);

/// What the work comes to, and how often it rested.
fn counted<T>(work: impl Future<Output = T>) -> (T, usize) {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    let mut rests = 0;
    loop {
        match work.as_mut().poll(&mut context) {
            Poll::Ready(made) => return (made, rests),
            Poll::Pending => rests += 1,
        }
    }
}

fn held(plans: &[(PlanId, Plan)]) -> Workspace {
    let mut workspace = Workspace::new();
    let arrival = workspace.look_at(plans.to_vec(), HERE, FRESH);
    workspace.import(arrival);
    workspace
}

proptest! {
    #[test]
    fn files_are_read_and_written_in_steps_as_in_one_go(
        header in random::header(),
        plans in random::plans(),
        step in 1..400usize,
        cut in 0.0..1.3f64,
        is_backup: bool,
    ) {
        let listed = || plans.iter().map(|(id, plan)| (*id, plan));
        let device = backup::device();
        let device = is_backup.then_some(&device);
        let pace = Pace::of(step);
        let (text, rests) = counted(bundle::write_in_steps(&header, listed(), device, &pace));
        let whole = match device {
            Some(device) => bundle::write_backup(&header, listed(), device),
            None => bundle::write(&header, listed()),
        };
        prop_assert_eq!(&text, &whole);
        prop_assert!(rests <= pace.done() / step + 1);

        // Cut off somewhere, in most runs.
        let end = ((text.len() as f64 * cut) as usize).min(text.len());
        let bytes = &text.as_bytes()[..end];
        let mut file = Gathered::default();
        bytes.chunks(step).for_each(|piece| file.add(piece));
        let pace = Pace::of(step);
        let (read, rests) = counted(raw::open_in_steps(&file, &pace));
        prop_assert_eq!(read, raw::open(bytes));
        prop_assert!(rests <= pace.done() / step + 1);
        // Each byte counts once where members come in the order of files written here, and what
        // a device keeps is passed over before it is read.
        prop_assert!(pace.done() <= 2 * bytes.len(), "{} of {}", pace.done(), bytes.len());
    }

    #[test]
    fn imports_are_taken_in_and_back_in_steps_as_in_one_go(
        mine in random::plans(),
        theirs in random::plans(),
        step in 1..2_000usize,
    ) {
        let before = held(&mine);
        let pace = Pace::of(step);
        let (arrival, _) =
            counted(before.look_at_in_steps(theirs.clone(), HERE, FRESH, &pace));
        let whole = before.look_at(theirs.clone(), HERE, FRESH);
        prop_assert_eq!(&arrival.plans, &whole.plans);
        prop_assert_eq!(&arrival.quarantined, &whole.quarantined);
        prop_assert_eq!(&arrival.past, &whole.past);
        let (preview, _) = counted(before.preview_in_steps(&arrival, &pace));

        let mut now = before.clone();
        let (prepared, rests) = counted(now.prepare_import(&arrival, &pace));
        prop_assert!(rests >= arrival.keys().count().saturating_sub(1).min(1) || step > 512);
        prop_assert_eq!(&now, &before, "working it out changes nothing");
        prop_assert!(now.carry_out(&prepared));
        for (plan, content) in preview.plans() {
            prop_assert_eq!(now.plan(plan), Some(content));
        }
        // Merging each record by itself comes to the same.
        if arrival.new_device.is_none() && arrival.quarantined.is_empty() {
            let mut merged = before.clone();
            for (plan, content) in &theirs {
                for (kind, id, record) in content.records() {
                    let key = steadyhand::domain::RecordKey { plan: *plan, kind, id };
                    merged.merge_record(key, record.clone());
                }
            }
            prop_assert_eq!(&now, &merged);
        }
        let mut at_once_there = before.clone();
        let undo = at_once_there.import(whole);
        prop_assert_eq!(&at_once_there, &now);
        prop_assert_eq!(&undo, &prepared.undo);

        let (back, _) = counted(now.prepare_undo(&prepared.undo, &pace));
        prop_assert!(now.carry_out(&back));
        at_once_there.undo_import(&undo);
        prop_assert_eq!(&at_once_there, &now);
        if arrival.new_device.is_none() {
            prop_assert_eq!(&now, &before);
        }
    }

    #[test]
    fn what_was_worked_out_is_not_done_over_something_newer(
        mine in random::plans(),
        theirs in random::plans(),
        newer in random::plans(),
    ) {
        let mut workspace = held(&mine);
        let arrival = workspace.look_at(theirs, HERE, FRESH);
        let prepared = at_once(workspace.prepare_import(&arrival, &Pace::default()));
        let touched: Vec<PlanId> = arrival.keys().map(|key| key.plan).collect();
        let later = workspace.look_at(newer, HERE, FRESH);
        let is_in_the_way = later.keys().any(|key| touched.contains(&key.plan));
        workspace.import(later);
        let before = workspace.clone();
        let is_done = workspace.carry_out(&prepared);
        prop_assert_eq!(is_done, !is_in_the_way);
        if !is_done {
            prop_assert_eq!(workspace, before);
        }
    }
}
