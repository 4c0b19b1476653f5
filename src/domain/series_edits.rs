//! What commands about series come to.

use chrono::NaiveDateTime;

use super::command::CommandError;
use super::context::Context;
use super::edits::{self, Deed, Edit, Edits, Outcome, Written};
use super::event::Happening;
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::meeting::{self, MeetingChange, MeetingStatus};
use super::plan::{Plan, RecordKey};
use super::record::{Fields, Record, field};
use super::rules::{self, Complaint, Problem};
use super::series::{self, Ending, Repeat, Run};
use super::value::Value;

/// What each meeting of a series takes over from it. The start is each meeting's own, and so is what
/// becomes of it.
const SHARED: [&str; 6] =
    [field::TITLE, field::MINUTES, field::MODE, field::PLACE, field::AGENDA, field::ZONE];

/// Begins a series.
pub(super) fn start(
    plan: PlanId,
    changes: &[MeetingChange],
    repeat: Repeat,
    ending: Ending,
    ctx: &mut Context<'_>,
) -> Outcome {
    let fields = edits::collect(changes.iter().map(|change| change.check()))?;
    edits::require(&fields, field::TITLE)?;
    edits::require(&fields, field::STARTS)?;
    let first = changes.iter().find_map(|change| match change {
        MeetingChange::Starts(starts) => Some(*starts),
        _ => None,
    });
    let missing = Complaint { field: field::STARTS.into(), problem: Problem::Missing };
    let first = first.ok_or(missing)?;
    let series = RecordId::from_random((ctx.random)());
    let shared = shared(&fields);
    let mut list = occurrences(plan, series, &fields, counted(repeat, first, 0, ending)?, ctx)?;
    let happening = Happening::MeetingsScheduled { count: list.len() as u32 };
    let mut fields = shared;
    fields.push(rules::moment(field::STARTS, first)?);
    fields.push((field::REPEATS.into(), Some(Value::text(repeat.name()))));
    // Last, so that the command's subject is the first meeting.
    list.push(edits::made(RecordKey { plan, kind: Kind::Series, id: series }, fields, ctx));
    Ok(Edits { happening, list })
}

/// Adds meetings to a series, after the last one that stands.
pub(super) fn extend(
    plan: PlanId,
    found: &Plan,
    id: RecordId,
    ending: Ending,
    ctx: &Context<'_>,
) -> Outcome {
    let key = RecordKey { plan, kind: Kind::Series, id };
    let record = found.find(Kind::Series, id).ok_or(CommandError::NotThere(key))?;
    let series = series::Series::read(id, record);
    let (Some(repeat), Some(first)) = (series.repeat, series.starts) else {
        return refuse(Problem::Missing);
    };
    let fields: Written = SHARED
        .iter()
        .filter_map(|name| Some(((*name).into(), Some(record.value(name)?.clone()))))
        .collect();
    let times = counted(repeat, first, found.next_number(id), ending)?;
    let count = times.len() as u32;
    let mut list = occurrences(plan, id, &fields, times, ctx)?;
    for edit in &mut list {
        // What an end took away comes back as it was.
        if found.get(Kind::Meeting, edit.key.id).is_some() {
            edit.deed = Deed::Restore;
        }
    }
    Ok(Edits { happening: Happening::MeetingsScheduled { count }, list })
}

/// Changes a series and those of its meetings that still say what it said.
pub(super) fn revise(
    plan: PlanId,
    found: &Plan,
    id: RecordId,
    from: NaiveDateTime,
    changes: &[MeetingChange],
) -> Outcome {
    let fields = edits::collect(changes.iter().map(|change| change.check()))?;
    if fields.iter().any(|(name, _)| !SHARED.contains(&name.as_str())) {
        return Err(CommandError::Fixed);
    }
    let key = RecordKey { plan, kind: Kind::Series, id };
    let series = found.find(Kind::Series, id).ok_or(CommandError::NotThere(key))?;
    let mut list = vec![Edit { key, deed: Deed::Set(fields.clone()) }];
    for (meeting, record) in planned_from(found, id, from) {
        let mut own = fields.clone();
        own.retain(|(name, _)| record.value(name.as_str()) == series.value(name.as_str()));
        if !own.is_empty() {
            let key = RecordKey { plan, kind: Kind::Meeting, id: meeting };
            list.push(Edit { key, deed: Deed::Set(own) });
        }
    }
    Ok(Edits { happening: Happening::SeriesRevised, list })
}

/// Deletes the planned meetings of a series that start at some moment or later.
pub(super) fn end(plan: PlanId, found: &Plan, id: RecordId, from: NaiveDateTime) -> Vec<Edit> {
    let delete =
        |(id, _)| Edit { key: RecordKey { plan, kind: Kind::Meeting, id }, deed: Deed::Delete };
    planned_from(found, id, from).map(delete).collect()
}

/// The planned meetings of a series that start at some moment or later.
pub(super) fn planned_from(
    plan: &Plan,
    series: RecordId,
    from: NaiveDateTime,
) -> impl Iterator<Item = (RecordId, &Record)> {
    let meetings = plan.meetings_in_series(series).into_iter();
    meetings.filter_map(move |(_, id)| {
        let record = plan.find(Kind::Meeting, id)?;
        let status = MeetingStatus::from_name(record.text(field::STATUS)).unwrap_or_default();
        let is_meant = meeting::starts(record).is_some_and(|starts| starts >= from);
        (is_meant && status == MeetingStatus::Planned).then_some((id, record))
    })
}

/// When the meetings from one number on are, if they are as many as one command may make.
fn counted(
    repeat: Repeat,
    first: NaiveDateTime,
    from: u32,
    ending: Ending,
) -> Result<Vec<(u32, NaiveDateTime)>, CommandError> {
    match Run::of(repeat, first, from, ending) {
        Ok(_) => Ok(series::times(repeat, first, from, ending)),
        Err(problem) => refuse(problem),
    }
}

fn occurrences(
    plan: PlanId,
    series: RecordId,
    fields: &Written,
    times: Vec<(u32, NaiveDateTime)>,
    ctx: &Context<'_>,
) -> Result<Vec<Edit>, CommandError> {
    let one = |(number, starts): (u32, NaiveDateTime)| {
        let mut fields = shared(fields);
        fields.push(rules::moment(field::STARTS, starts)?);
        fields.push(rules::moment(field::SLOT, starts)?);
        fields.push(edits::reference(field::SERIES, series));
        let key = RecordKey { plan, kind: Kind::Meeting, id: series.numbered(number) };
        Ok(edits::made(key, fields, ctx))
    };
    times.into_iter().map(one).collect()
}

/// Those of the fields that a series hands on.
fn shared(fields: &Written) -> Written {
    let handed_on = fields.iter().filter(|(name, _)| SHARED.contains(&name.as_str()));
    handed_on.cloned().collect()
}

fn refuse<T>(problem: Problem) -> Result<T, CommandError> {
    Err(Complaint { field: field::SERIES.into(), problem }.into())
}
