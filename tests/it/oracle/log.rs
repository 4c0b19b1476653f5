//! The operation log: what everybody did, and what they had seen when they did it.
//!
//! It knows nothing of version vectors, registers or merging. What a write had seen is the plain
//! set of all operations before it, and what must stand follows from those sets alone.

use std::collections::{BTreeMap, BTreeSet};

pub type Device = u8;
pub type RecordId = u8;
pub type Field = u8;
pub type Value = u32;

/// An operation's place in the log.
pub type OpId = usize;

/// A set of operations, one bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpSet(u128);

impl OpSet {
    /// How many operations one history may have.
    pub const CAPACITY: usize = 128;

    pub fn insert(&mut self, op: OpId) {
        self.0 |= 1 << op;
    }

    pub fn contains(self, op: OpId) -> bool {
        self.0 & (1 << op) != 0
    }

    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One write to one record.
#[derive(Clone, Debug)]
pub struct Op {
    pub device: Device,
    pub counter: u64,
    pub record: RecordId,
    /// What every field that the write touched was set to; nothing where it was emptied.
    pub fields: BTreeMap<Field, BTreeSet<Value>>,
    /// Whether the write brought the record back, even if it had no values to write again.
    pub restores: bool,
    pub deletes: bool,
    /// Everything its writer knew of this record.
    pub seen: OpSet,
}

impl Op {
    /// Whether the write undoes the deletions it had seen.
    fn revives(&self) -> bool {
        self.restores || !self.fields.is_empty()
    }
}

/// What must be true of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Truth {
    /// Every standing value of each field, with the device and counter that wrote it.
    pub standing: BTreeMap<Field, BTreeSet<(Device, u64, Value)>>,
    pub deleted: bool,
    /// Somebody deleted it, and an edit that the deletion had not seen keeps it.
    pub outlived: bool,
}

/// All operations, in the order in which they happened.
#[derive(Debug, Default)]
pub struct Log(Vec<Op>);

impl Log {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn has_used(&self, record: RecordId, device: Device, counter: u64) -> bool {
        self.0.iter().any(|op| op.record == record && op.device == device && op.counter == counter)
    }

    pub fn push(&mut self, op: Op) -> OpId {
        self.0.push(op);
        self.0.len() - 1
    }

    /// What must be true of `record` for somebody who knows exactly the operations in `known`.
    pub fn truth(&self, record: RecordId, known: OpSet) -> Truth {
        let ops: Vec<(OpId, &Op)> = self
            .0
            .iter()
            .enumerate()
            .filter(|(id, op)| op.record == record && known.contains(*id))
            .collect();
        let mut truth = Truth::default();
        let mut standing_writes = Vec::new();
        for &(id, op) in &ops {
            for (field, values) in op.fields.iter().filter(|(_, values)| !values.is_empty()) {
                let replaces =
                    |later: &Op| later.seen.contains(id) && later.fields.contains_key(field);
                let replaced = ops.iter().any(|(_, later)| replaces(later));
                if !replaced {
                    standing_writes.push(id);
                    let stands = truth.standing.entry(*field).or_default();
                    stands.extend(values.iter().map(|value| (op.device, op.counter, *value)));
                }
            }
        }
        let undoes = |later: &Op, deletion: OpId| later.seen.contains(deletion) && later.revives();
        let mut deletions = ops.clone();
        deletions.retain(|(id, op)| op.deletes && !ops.iter().any(|(_, later)| undoes(later, *id)));
        let was_seen = |write: OpId| {
            deletions.iter().any(|(id, deletion)| *id == write || deletion.seen.contains(write))
        };
        let all_seen = standing_writes.into_iter().all(was_seen);
        truth.deleted = !deletions.is_empty() && all_seen;
        truth.outlived = !deletions.is_empty() && !all_seen;
        truth
    }
}
