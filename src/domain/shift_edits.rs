//! What commands about shifts come to.

use super::context::Context;
use super::edits::{self, Deed, Edit, Edits, Outcome, Written};
use super::event::Happening;
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::plan::{Plan, RecordKey};
use super::record::field;
use super::rules::{self, Complaint, LIMITS, Problem};
use super::shift::{NewShift, ShiftChange};
use super::shift_pattern::ShiftPattern;
use super::value::Value;

/// Writes down the shifts of a pattern.
pub(super) fn add(
    plan: PlanId,
    person: RecordId,
    pattern: &ShiftPattern,
    title: &str,
    zone: &str,
    ctx: &mut Context<'_>,
) -> Outcome {
    let series = RecordId::from_random((ctx.random)());
    let mut list = Vec::new();
    for (starts, minutes) in pattern.shifts()? {
        let changes = [
            ShiftChange::Starts(starts),
            ShiftChange::Minutes(minutes),
            ShiftChange::Title(title.to_owned()),
            ShiftChange::Zone(zone.to_owned()),
        ];
        let mut fields = written(person, &changes)?;
        fields.push(edits::reference(field::SERIES, series));
        let id = RecordId::from_random((ctx.random)());
        list.push(edits::made(RecordKey { plan, kind: Kind::Shift, id }, fields, ctx));
    }
    Ok(Edits { happening: Happening::ShiftsAdded { count: list.len() }, list })
}

/// Takes over shifts from a calendar. Each has an id that follows from its name there, so reading the same
/// calendar again, on whatever device, changes what it knows and doubles nothing. A shift that
/// was deleted here comes back: the calendar still has it.
pub(super) fn import(
    plan: PlanId,
    found: &Plan,
    person: RecordId,
    shifts: &[NewShift],
    ctx: &Context<'_>,
) -> Outcome {
    if shifts.len() > LIMITS.shifts_at_once {
        let problem = Problem::TooMany { limit: LIMITS.shifts_at_once };
        return Err(Complaint { field: field::SOURCE.into(), problem }.into());
    }
    let mut list = Vec::new();
    for shift in shifts {
        let changes = [
            ShiftChange::Starts(shift.starts),
            ShiftChange::Minutes(shift.minutes),
            ShiftChange::Title(shift.title.clone()),
            ShiftChange::Zone(shift.zone.clone()),
        ];
        let mut fields = written(person, &changes)?;
        // It is kept for people to read; the id is made of all of it.
        let source: String = shift.source.chars().take(LIMITS.title).collect();
        fields.push(rules::text(field::SOURCE, &source)?);
        let id = person.named(&shift.source);
        let key = RecordKey { plan, kind: Kind::Shift, id };
        match found.get(Kind::Shift, id) {
            None => list.push(edits::made(key, fields, ctx)),
            Some(record) => {
                if record.is_deleted() {
                    list.push(Edit { key, deed: Deed::Restore });
                }
                list.push(Edit { key, deed: Deed::Set(fields) });
            }
        }
    }
    Ok(Edits { happening: Happening::ShiftsAdded { count: shifts.len() }, list })
}

fn written(person: RecordId, changes: &[ShiftChange]) -> Result<Written, Complaint> {
    let mut fields = edits::collect(changes.iter().map(|change| change.check()))?;
    fields.push((field::PERSON.into(), Some(Value::text(person.to_string()))));
    Ok(fields)
}
