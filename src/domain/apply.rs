//! Carrying out commands: checking them, then writing.
//!
//! A command is checked whole before anything is written, so a refused command changes nothing.

use super::activity::may_come_back;
use super::command::{Command, CommandError};
use super::context::Context;
use super::edits::{self, Deed, Edit, Edits, Outcome};
use super::event::{Event, Happening};
use super::feedback::{Comment, Form};
use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::person::PlanChange;
use super::plan::{Plan, RecordKey, Workspace};
use super::record::{Fields, field};
use super::rules::{self, Checked, Complaint, LIMITS, Problem};
use super::undo::Undo;
use super::value::{Stamped, Value};

impl Workspace {
    /// Carries out one command.
    ///
    /// # Errors
    /// Says why the command was refused; then nothing was changed.
    pub fn apply(
        &mut self,
        command: Command,
        ctx: &mut Context<'_>,
    ) -> Result<Event, CommandError> {
        if let Command::Undo(undo) = command {
            let redo = self.take_back(undo, ctx);
            return Ok(self.event(Happening::Undone, redo));
        }
        let edits = self.plan_edits(command, ctx)?;
        Ok(self.write(edits, ctx))
    }

    fn write(&mut self, edits: Edits, ctx: &Context<'_>) -> Event {
        let at = ctx.stamp();
        let mut undo = Undo::default();
        for Edit { key, deed } in edits.list {
            let before = self.get(key).cloned();
            if before.as_ref().is_some_and(|record| edits::stands(record, &deed)) {
                continue;
            }
            let mut write = self.slot(key).write(ctx.device);
            match deed {
                Deed::Set(fields) => {
                    for (name, value) in fields {
                        write.set_all(name, value.map(|value| Stamped { value, at }));
                    }
                }
                Deed::Delete => {
                    write.set(field::REMOVED.into(), removed(true, at)).delete();
                }
                Deed::Restore => {
                    write.restore().set(field::REMOVED.into(), removed(false, at));
                }
            }
            let dot = write.dot();
            undo.remember(key, before, dot);
        }
        self.event(edits.happening, undo)
    }

    /// What came of writes that `undo` takes back.
    fn event(&self, happening: Happening, undo: Undo) -> Event {
        let touched = undo.keys();
        let subject = touched.first().copied();
        let replaced = self.replaced_since(&undo);
        Event { happening, subject, touched, undo, replaced }
    }

    fn plan_edits(&self, command: Command, ctx: &mut Context<'_>) -> Outcome {
        match command {
            Command::StartPlan { title, starts, weeks, name, role } => {
                let id = PlanId::from_random((ctx.random)());
                let me = RecordId::from_random((ctx.random)());
                let plan = [
                    rules::title(field::TITLE, &title)?,
                    rules::date(field::STARTS, Some(starts))?,
                    rules::number(field::WEEKS, weeks, 1, LIMITS.weeks)?,
                ];
                let mut list = vec![edits::made(RecordKey::of_plan(id), plan.into(), ctx)];
                list.extend(edits::join(id, me, &name, role.name(), ctx)?);
                Ok(Edits { happening: Happening::PlanStarted, list })
            }
            Command::RevisePlan { plan, changes } => {
                let key = RecordKey::of_plan(plan);
                let happening = PlanChange::happening(&changes);
                self.revise(key, changes.iter().map(|c| c.check()), happening)
            }
            Command::JoinAs { plan, person } => {
                self.need(RecordKey { plan, kind: Kind::Person, id: person })?;
                Ok(Edits {
                    happening: Happening::Joined,
                    list: vec![edits::device(plan, person, ctx)],
                })
            }
            Command::Join { plan, name, role } => {
                self.need(RecordKey::of_plan(plan))?;
                let me = RecordId::from_random((ctx.random)());
                let list = edits::join(plan, me, &name, role.name(), ctx)?;
                Ok(Edits { happening: Happening::Joined, list: list.into() })
            }
            Command::AddPerson { plan, name, role } => {
                self.me(plan, ctx)?;
                let fields = vec![
                    rules::title(field::NAME, &name)?,
                    (field::ROLE.into(), Some(Value::text(role.name()))),
                ];
                Ok(edits::add(plan, Kind::Person, fields, Happening::PersonAdded, ctx))
            }
            Command::RevisePerson { plan, person, changes } => {
                let key = RecordKey { plan, kind: Kind::Person, id: person };
                self.revise(key, changes.iter().map(|c| c.check()), Happening::PersonRevised)
            }
            Command::AddGoal { plan, changes, tasks } => {
                self.me(plan, ctx)?;
                let fields = edits::collect(changes.iter().map(|change| change.check()))?;
                edits::require(&fields, field::TITLE)?;
                let tasks: Vec<_> = tasks.iter().filter(|title| !title.trim().is_empty()).collect();
                if tasks.len() > LIMITS.tasks {
                    return Err(edits::too_many_tasks());
                }
                let mut edits = edits::add(plan, Kind::Goal, fields, Happening::GoalAdded, ctx);
                let goal = edits.list.first().map(|edit| edit.key.id);
                let mut list = tasks
                    .iter()
                    .filter_map(|title| goal.map(|goal| edits::task(plan, goal, title, ctx)))
                    .collect::<Result<Vec<_>, _>>()?;
                edits::keep_order(&mut list);
                edits.list.extend(list);
                Ok(edits)
            }
            Command::ReviseGoal { plan, goal, changes } => {
                let key = RecordKey { plan, kind: Kind::Goal, id: goal };
                self.revise(key, changes.iter().map(|c| c.check()), Happening::GoalRevised)
            }
            Command::AddTask { plan, goal, title } => {
                self.me(plan, ctx)?;
                let found = self.need(RecordKey { plan, kind: Kind::Goal, id: goal })?;
                if found.tasks_in(goal).count() >= LIMITS.tasks {
                    return Err(edits::too_many_tasks());
                }
                let list = vec![edits::task(plan, goal, &title, ctx)?];
                Ok(Edits { happening: Happening::TaskAdded, list })
            }
            Command::RenameTask { plan, task, title } => {
                let key = RecordKey { plan, kind: Kind::Task, id: task };
                let title = rules::title(field::TITLE, &title);
                self.revise(key, [title].into_iter(), Happening::TaskRenamed)
            }
            Command::TickTask { plan, task, done } => {
                let key = RecordKey { plan, kind: Kind::Task, id: task };
                let happening = if done { Happening::TaskDone } else { Happening::TaskReopened };
                self.tick(key, done, happening)
            }
            Command::ScheduleMeetings { plan, changes, times } => {
                self.me(plan, ctx)?;
                edits::schedule(plan, &changes, times, ctx)
            }
            Command::ReviseMeeting { plan, meeting, changes } => {
                let key = RecordKey { plan, kind: Kind::Meeting, id: meeting };
                self.revise(key, changes.iter().map(|c| c.check()), Happening::MeetingRevised)
            }
            Command::AddActionItem { plan, title, meeting, owner, due } => {
                self.me(plan, ctx)?;
                let mut fields =
                    vec![rules::title(field::TITLE, &title)?, rules::date(field::DUE, due)?];
                fields.retain(|(_, value)| value.is_some());
                fields.extend(meeting.map(|id| edits::reference(field::MEETING, id)));
                fields.extend(owner.map(|id| edits::reference(field::OWNER, id)));
                Ok(edits::add(plan, Kind::ActionItem, fields, Happening::ActionItemAdded, ctx))
            }
            Command::TickActionItem { plan, item, done } => {
                let key = RecordKey { plan, kind: Kind::ActionItem, id: item };
                let happening =
                    if done { Happening::ActionItemDone } else { Happening::ActionItemReopened };
                self.tick(key, done, happening)
            }
            Command::GiveFeedback { plan, form, steps, to, about } => {
                let me = self.me(plan, ctx)?;
                let mut fields = edits::collect(steps.iter().map(|step| step.check()))?;
                if fields.iter().all(|(_, words)| words.is_none()) {
                    let first = form.steps().first().copied().unwrap_or(field::TEXT);
                    return Err(Complaint { field: first.into(), problem: Problem::Missing }.into());
                }
                fields.retain(|(_, words)| words.is_some());
                fields.push((field::FORM.into(), Some(Value::text(form.name()))));
                fields.push(edits::reference(field::AUTHOR, me));
                fields.extend(to.map(|to| edits::reference(field::TO, to)));
                fields.extend(about.into_iter().flat_map(|about| about.write()));
                let happening = Form::happening(Some(form));
                Ok(edits::add(plan, Kind::Feedback, fields, happening, ctx))
            }
            Command::Acknowledge { plan, feedback } => {
                let key = RecordKey { plan, kind: Kind::Feedback, id: feedback };
                let set = Ok((field::ACKNOWLEDGED.into(), Some(Value::Bool(true))));
                self.revise(key, [set].into_iter(), Happening::FeedbackAcknowledged)
            }
            Command::AddComment { plan, about, text } => {
                let me = self.me(plan, ctx)?;
                let found = self.need(RecordKey { plan, kind: about.kind, id: about.id })?;
                let happening = Happening::CommentAdded { remark: found.remark_on(about) };
                let mut fields = vec![Comment::check(&text)?, edits::reference(field::AUTHOR, me)];
                fields.extend(about.write());
                Ok(edits::add(plan, Kind::Comment, fields, happening, ctx))
            }
            Command::Timetable { plan, deed } => self.timetable_edits(plan, deed, ctx),
            Command::Agreement { plan, deed } => self.agreement_edits(plan, deed, ctx),
            Command::Bond { plan, deed } => self.bond_edits(plan, deed, ctx),
            Command::SetAudience { key, audience } => self.audience_edits(key, audience, ctx),
            Command::StartFrom { template, title, starts, name, role } => {
                self.start_from(&template, &title, starts, (&name, role), ctx)
            }
            Command::Delete(key) => {
                self.need(key)?;
                self.may_change(key, ctx)?;
                let list = vec![Edit { key, deed: Deed::Delete }];
                Ok(Edits { happening: Happening::Deleted, list })
            }
            Command::Restore(key) => {
                self.get(key).ok_or(CommandError::NotThere(key))?;
                let list = vec![Edit { key, deed: Deed::Restore }];
                Ok(Edits { happening: Happening::Restored, list })
            }
            Command::Settle { key, field, value } => {
                self.need(key)?;
                // Of two audiences the narrower counts; a wider one is chosen as such.
                if field.as_str() == field::AUDIENCE {
                    return Err(CommandError::Fixed);
                }
                let list = vec![Edit { key, deed: Deed::Set(vec![(field, Some(value))]) }];
                Ok(Edits { happening: Happening::Settled, list })
            }
            Command::PutBack { key, field, value } => {
                self.need(key)?;
                self.may_change(key, ctx)?;
                if !may_come_back(&field) {
                    return Err(CommandError::Fixed);
                }
                let list = vec![Edit { key, deed: Deed::Set(vec![(field, Some(value))]) }];
                Ok(Edits { happening: Happening::PutBack, list })
            }
            // Taken care of before anything is planned.
            Command::Undo(_) => Ok(Edits { happening: Happening::Undone, list: Vec::new() }),
        }
    }

    /// The plan of a record that must be there and not deleted.
    pub(super) fn need(&self, key: RecordKey) -> Result<&Plan, CommandError> {
        let plan = self.plan(key.plan).filter(|plan| plan.find(key.kind, key.id).is_some());
        plan.ok_or(CommandError::NotThere(key))
    }

    /// Who uses this device in the plan.
    pub(super) fn me(&self, plan: PlanId, ctx: &Context<'_>) -> Result<RecordId, CommandError> {
        let found = self.need(RecordKey::of_plan(plan))?;
        found.person_of(ctx.device).ok_or(CommandError::NotInPlan)
    }

    /// What somebody said stays theirs: only its author deletes feedback or a comment.
    pub(super) fn may_change(&self, key: RecordKey, ctx: &Context<'_>) -> Result<(), CommandError> {
        if !is_authored(key.kind) {
            return Ok(());
        }
        let me = self.me(key.plan, ctx)?;
        let lets = self.need(key)?.lets_change(key.kind, key.id, Some(me));
        if lets { Ok(()) } else { Err(CommandError::NotYours) }
    }

    pub(super) fn revise(
        &self,
        key: RecordKey,
        changes: impl Iterator<Item = Checked>,
        happening: Happening,
    ) -> Outcome {
        self.need(key)?;
        let list = vec![Edit { key, deed: Deed::Set(edits::collect(changes)?) }];
        Ok(Edits { happening, list })
    }

    pub(super) fn tick(&self, key: RecordKey, done: bool, happening: Happening) -> Outcome {
        let set = Ok((field::DONE.into(), Some(Value::Bool(done))));
        self.revise(key, [set].into_iter(), happening)
    }
}

/// The note that a record was deleted or brought back, which says when. Whether the record is
/// deleted is decided by its deletions alone.
pub(super) fn removed(is_removed: bool, at: i64) -> Stamped {
    Stamped { value: Value::Bool(is_removed), at }
}

/// Whether records of a kind are the words of the person who wrote them.
fn is_authored(kind: Kind) -> bool {
    use Kind::*;
    matches!(
        kind,
        Feedback | Comment | Consent | Rating | Evidence | CheckIn | Note | Evaluation | Closing
    )
}

impl Plan {
    /// Whether `me` may change or delete a record. What somebody said is for its author alone.
    pub fn lets_change(&self, kind: Kind, id: RecordId, me: Option<RecordId>) -> bool {
        let author = self.get(kind, id).map(|record| record.text(field::AUTHOR));
        !is_authored(kind) || me.is_some_and(|me| author == Some(me.to_string().as_str()))
    }

    /// The person who uses `device`, if anybody said so.
    pub fn person_of(&self, device: super::id::DeviceId) -> Option<RecordId> {
        let person = self.find(Kind::Device, device.into())?.text(field::PERSON).parse().ok()?;
        self.find(Kind::Person, person).map(|_| person)
    }
}
