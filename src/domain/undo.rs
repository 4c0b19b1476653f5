//! Taking a command back.
//!
//! Undoing is a new write, not a step back in time: what was exported in between stays true. It
//! puts back only what still stands as the command left it, so later changes are kept.

use super::apply::removed;
use super::context::Context;
use super::history::{Past, replaced};
use super::id::DeviceId;
use super::plan::{RecordKey, Workspace};
use super::record::{FieldName, Record, field};
use super::value::Stamped;
use crate::crdt::Dot;

/// How to take one command back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo(Vec<Step>);

/// One record as it was before the command, and the write that changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    key: RecordKey,
    before: Option<Record>,
    dot: Dot<DeviceId>,
}

impl Undo {
    /// Whether there is nothing to take back.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Remembers a record as it was before the write `dot`.
    pub(super) fn remember(&mut self, key: RecordKey, before: Option<Record>, dot: Dot<DeviceId>) {
        self.0.push(Step { key, before, dot });
    }
}

/// What undoing one record comes to.
enum Repair {
    Delete,
    Restore,
    Fields(Vec<(FieldName, Vec<Stamped>)>),
}

impl Step {
    fn repair(&self, now: &Record) -> Option<Repair> {
        let Some(before) = &self.before else {
            return (!now.is_deleted()).then_some(Repair::Delete);
        };
        if before.is_deleted() && !now.is_deleted() {
            return Some(Repair::Delete);
        }
        if now.is_deleted() && !before.is_deleted() {
            return now.deletions().holds(self.dot).then_some(Repair::Restore);
        }
        let written = |name: &FieldName, record: &Record| -> Vec<Stamped> {
            let entries = record.field(name.as_str()).map(|register| register.entries());
            entries.into_iter().flatten().map(|entry| entry.value.clone()).collect()
        };
        let set_by_us = now
            .fields()
            .filter(|(_, register)| register.entries().iter().all(|entry| entry.dot == self.dot));
        let emptied = before.fields().filter(|(name, register)| {
            now.field(name.as_str()).is_none()
                && register.entries().iter().all(|entry| now.seen().contains(entry.dot))
        });
        let fields: Vec<_> = set_by_us
            .chain(emptied)
            .map(|(name, _)| (name.clone(), written(name, before)))
            .filter(|(name, values)| *values != written(name, now))
            .filter(|(name, _)| name.as_str() != field::REMOVED)
            .collect();
        (!fields.is_empty()).then_some(Repair::Fields(fields))
    }
}

impl Workspace {
    /// Takes back what `undo` remembers, and says which records that wrote, and how to redo it.
    pub(super) fn take_back(&mut self, undo: Undo, ctx: &Context<'_>) -> Undo {
        let mut redo = Undo::default();
        for step in undo.0.into_iter().rev() {
            let Some(now) = self.get(step.key) else { continue };
            let Some(repair) = step.repair(now) else { continue };
            let before = now.clone();
            let note = removed(matches!(repair, Repair::Delete), ctx.stamp());
            let mut write = self.slot(step.key).write(ctx.device);
            match repair {
                Repair::Delete => {
                    write.set(field::REMOVED.into(), note).delete();
                }
                Repair::Restore => {
                    write.restore().set(field::REMOVED.into(), note);
                }
                Repair::Fields(fields) => {
                    for (name, values) in fields {
                        write.set_all(name, values);
                    }
                }
            }
            let dot = write.dot();
            redo.remember(step.key, Some(before), dot);
        }
        redo
    }
}

impl Workspace {
    /// What the writes that `undo` takes back have replaced.
    pub(super) fn replaced_since(&self, undo: &Undo) -> Vec<Past> {
        let changes = undo
            .0
            .iter()
            .filter_map(|step| Some((step.key, step.before.as_ref()?, self.get(step.key)?)));
        changes.flat_map(|(key, before, after)| replaced(key, before, after)).collect()
    }
}

impl Undo {
    /// The records this would write, in the order in which they were changed.
    pub(super) fn keys(&self) -> Vec<RecordKey> {
        self.0.iter().map(|step| step.key).collect()
    }
}
