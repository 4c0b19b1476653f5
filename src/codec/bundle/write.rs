//! Writing a bundle.

use std::fmt::Write as _;

use super::super::record::push_members;
use super::super::writers::{Writers, push_table};
use super::device::{DeviceStores, push_stores};
use super::header::{Audience, Header, push_header};
use crate::crdt::{Pace, at_once};
use crate::domain::{Kind, Plan, PlanId, Record, RecordId, RecordKey, Value};

/// Writes plans as one bundle, each record on a line of its own.
///
/// The same header and plans are always written as the same text, so two files can be compared.
pub fn write<'a>(header: &Header, plans: impl Iterator<Item = (PlanId, &'a Plan)>) -> String {
    at_once(write_in_steps(header, plans, None, &Pace::default()))
}

/// Writes everything a device keeps as one bundle for its owner alone, whatever audience the
/// header names. The plans are as [`write`] writes them, so whoever reads bundles reads them too.
pub fn write_backup<'a>(
    header: &Header,
    plans: impl Iterator<Item = (PlanId, &'a Plan)>,
    device: &DeviceStores,
) -> String {
    at_once(write_in_steps(header, plans, Some(device), &Pace::default()))
}

/// As [`write`], or as [`write_backup`] where there is what a device keeps besides, in steps. A byte
/// counts for one.
pub async fn write_in_steps<'a>(
    header: &Header,
    plans: impl Iterator<Item = (PlanId, &'a Plan)>,
    device: Option<&DeviceStores>,
    pace: &Pace,
) -> String {
    let audience = if device.is_some() { Audience::Backup } else { header.audience };
    let header = &Header { audience, ..header.clone() };
    let mut writers = Writers::default();
    let mut body = String::new();
    for (position, (id, plan)) in plans.enumerate() {
        body.push_str(if position == 0 { "\n" } else { ",\n" });
        push_plan(&mut body, id, plan, &mut writers, pace).await;
    }
    let mut out = String::with_capacity(body.len() + 512);
    out.push('{');
    push_header(&mut out, header);
    out.push_str(",\n\"writers\":");
    push_table(&mut out, &writers);
    out.push_str(",\n\"plans\":[");
    out.push_str(&body);
    out.push(']');
    if let Some(device) = device {
        out.push_str(",\n\"device\":");
        push_stores(&mut out, device, pace).await;
    }
    out.push_str("}\n");
    out
}

async fn push_plan(out: &mut String, id: PlanId, plan: &Plan, writers: &mut Writers, pace: &Pace) {
    // Writing to a String cannot fail.
    let _ = write!(out, r#"{{"id":"{id}""#);
    let own = RecordKey::of_plan(id).id;
    if let Some(record) = plan.get(Kind::Plan, own) {
        push_members(out, record, |name, value| is_taken(plan, name, value), writers);
    }
    for kind in plan.kinds() {
        let listed = plan.all(kind).filter(|(id, _)| kind != Kind::Plan || *id != own);
        push_list(out, kind, listed, writers, pace).await;
    }
    out.push('}');
}

/// Whether a field of the plan's own record would be mistaken for a list of records, or has the
/// name of one.
fn is_taken(plan: &Plan, name: &str, value: &Value) -> bool {
    let is_list = matches!(value, Value::Other(raw) if raw.starts_with("[{"));
    is_list
        || Kind::KNOWN.iter().any(|kind| kind.name() == name)
        || plan.kinds().any(|kind| kind.name() == name)
}

async fn push_list<'a>(
    out: &mut String,
    kind: Kind,
    records: impl Iterator<Item = (RecordId, &'a Record)>,
    writers: &mut Writers,
    pace: &Pace,
) {
    let mut is_open = false;
    for (id, record) in records {
        let before = out.len();
        // Writing to a String cannot fail.
        let _ = match is_open {
            true => write!(out, ",\n{{\"id\":\"{id}\""),
            false => write!(out, ",\n\"{}\":[\n{{\"id\":\"{id}\"", kind.name()),
        };
        is_open = true;
        push_members(out, record, |_, _| false, writers);
        out.push('}');
        pace.did(out.len() - before).await;
    }
    if is_open {
        out.push(']');
    }
}
