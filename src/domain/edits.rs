//! What commands come to: edits of records, checked and not yet written.

use super::command::CommandError;
use super::context::Context;
use super::event::Happening;
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::MeetingChange;
use super::plan::RecordKey;
use super::record::{FieldName, Record, field};
use super::rules::{self, Checked, Complaint, LIMITS, Problem};
use super::series::{Ending, Repeat};
use super::series_edits;
use super::value::Value;
use crate::crdt::InOrder;

/// What is to be written to one record.
pub(super) struct Edit {
    pub(super) key: RecordKey,
    pub(super) deed: Deed,
}

/// What is to be done to it.
pub(super) enum Deed {
    Set(Vec<(FieldName, Option<Value>)>),
    Delete,
    Restore,
}

/// The edits that a command comes to, once it has been checked.
pub(super) struct Edits {
    pub(super) happening: Happening,
    pub(super) list: Vec<Edit>,
}

pub(super) type Outcome = Result<Edits, CommandError>;

/// What is to stand in the fields of a record.
pub(super) type Written = Vec<(FieldName, Option<Value>)>;

/// Whether the record already stands as the deed would leave it.
pub(super) fn stands(record: &Record, deed: &Deed) -> bool {
    match deed {
        Deed::Delete => record.is_deleted(),
        Deed::Restore => record.deletions().is_empty(),
        Deed::Set(fields) => fields.iter().all(|(name, value)| {
            let entries = record.field(name.as_str()).map(|register| register.entries());
            match (entries, value) {
                (None | Some([]), None) => true,
                (Some([entry]), Some(value)) => entry.value.value == *value,
                _ => false,
            }
        }),
    }
}

pub(super) fn collect(
    changes: impl Iterator<Item = Checked>,
) -> Result<Vec<(FieldName, Option<Value>)>, Complaint> {
    changes.collect()
}

pub(super) fn require(
    fields: &[(FieldName, Option<Value>)],
    name: &'static str,
) -> Result<(), Complaint> {
    if fields.iter().any(|(field, value)| field.as_str() == name && value.is_some()) {
        return Ok(());
    }
    Err(Complaint { field: name.into(), problem: Problem::Missing })
}

pub(super) fn reference(field: &'static str, id: RecordId) -> (FieldName, Option<Value>) {
    (field.into(), Some(Value::text(id.to_string())))
}

/// The edit that makes a record, with the time it was made.
pub(super) fn made(
    key: RecordKey,
    mut fields: Vec<(FieldName, Option<Value>)>,
    ctx: &Context<'_>,
) -> Edit {
    fields.push((field::CREATED.into(), Some(Value::text(ctx.created()))));
    Edit { key, deed: Deed::Set(fields) }
}

pub(super) fn add(
    plan: PlanId,
    kind: Kind,
    fields: Vec<(FieldName, Option<Value>)>,
    happening: Happening,
    ctx: &mut Context<'_>,
) -> Edits {
    let key = RecordKey { plan, kind, id: RecordId::from_random((ctx.random)()) };
    Edits { happening, list: vec![made(key, fields, ctx)] }
}

pub(super) fn task(
    plan: PlanId,
    goal: RecordId,
    title: &str,
    ctx: &mut Context<'_>,
) -> Result<Edit, CommandError> {
    let fields = vec![rules::title(field::TITLE, title)?, reference(field::GOAL, goal)];
    let key = RecordKey { plan, kind: Kind::Task, id: RecordId::from_random((ctx.random)()) };
    Ok(made(key, fields, ctx))
}

/// The edit that gives something its place in a list.
pub(super) fn ranked(key: RecordKey, place: String) -> Edit {
    Edit { key, deed: Deed::Set(vec![(field::RANK.into(), Some(Value::text(place)))]) }
}

/// Gives out the ids of records that are made at one moment so that they rise in the order of the
/// list, because things of the same age are shown in the order of their ids.
pub(super) fn keep_order(list: &mut [Edit]) {
    let mut ids: Vec<_> = list.iter().map(|edit| edit.key.id).collect();
    ids.order();
    for (edit, id) in list.iter_mut().zip(ids) {
        edit.key.id = id;
    }
}

pub(super) fn too_many_tasks() -> CommandError {
    let problem = Problem::TooMany { limit: LIMITS.tasks };
    Complaint { field: field::TITLE.into(), problem }.into()
}

/// The edits by which a person joins a plan with this device.
pub(super) fn join(
    plan: PlanId,
    me: RecordId,
    name: &str,
    role: &str,
    ctx: &Context<'_>,
) -> Result<[Edit; 2], CommandError> {
    let fields =
        vec![rules::title(field::NAME, name)?, (field::ROLE.into(), Some(Value::text(role)))];
    let person = made(RecordKey { plan, kind: Kind::Person, id: me }, fields, ctx);
    Ok([person, device(plan, me, ctx)])
}

/// The edit that says who uses this device.
pub(super) fn device(plan: PlanId, person: RecordId, ctx: &Context<'_>) -> Edit {
    let key = RecordKey { plan, kind: Kind::Device, id: ctx.device.into() };
    Edit { key, deed: Deed::Set(vec![reference(field::PERSON, person)]) }
}

/// Schedules one meeting, or a weekly series of them.
pub(super) fn schedule(
    plan: PlanId,
    changes: &[MeetingChange],
    times: u32,
    ctx: &mut Context<'_>,
) -> Outcome {
    if times != 1 {
        return series_edits::start(plan, changes, Repeat::Weekly, Ending::Times(times), ctx);
    }
    let fields = collect(changes.iter().map(|change| change.check()))?;
    require(&fields, field::TITLE)?;
    require(&fields, field::STARTS)?;
    Ok(add(plan, Kind::Meeting, fields, Happening::MeetingsScheduled { count: 1 }, ctx))
}
