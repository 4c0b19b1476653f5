//! A first tick, for the sake of having done one.

use super::{Command, Context, GoalChange, Kind, Record, RecordKey, Role, Workspace};

/// Begins a plan with one goal and one task in a workspace of its own and ticks the task: its record then, which is nobody's.
/// Nothing only if a rule has come that this does not know.
pub fn rehearse_a_tick(ctx: &mut Context<'_>) -> Option<(RecordKey, Record)> {
    let mut workspace = Workspace::new();
    let word = || "Steadyhand".to_owned();
    let started = workspace.apply(
        Command::StartPlan {
            title: word(),
            starts: ctx.today(),
            weeks: 1,
            name: word(),
            role: Role::Student,
        },
        ctx,
    );
    let plan = started.ok()?.subject?.plan;
    let (changes, tasks) = (vec![GoalChange::Title(word())], vec![word()]);
    let added = workspace.apply(Command::AddGoal { plan, changes, tasks }, ctx).ok()?;
    let key = *added.touched.iter().find(|key| key.kind == Kind::Task)?;
    workspace.apply(Command::TickTask { plan, task: key.id, done: true }, ctx).ok()?;
    Some((key, workspace.get(key)?.clone()))
}
