//! Matching what a `merge` text says with the fields that stand beside it.

use super::super::merge::{self, Part};
use crate::crdt::InOrder;
use crate::crdt::{Dot, Entry, Register, VersionVector};
use crate::domain::{DeviceId, FieldName, Record, Stamped, Value};

/// What a `merge` text says about a record's fields.
pub(super) struct History {
    /// The write that made every field no other write is known to have made.
    main: Option<(Dot<DeviceId>, i64)>,
    /// Who made the values of which field, in the order of the fields and of their values.
    makers: Vec<(usize, Dot<DeviceId>, i64)>,
    seen: VersionVector<DeviceId>,
    pub(super) deletions: Vec<Entry<DeviceId, VersionVector<DeviceId>>>,
}

impl History {
    /// Reads a `merge` text, or answers `None` if it breaks the grammar or names other fields than
    /// are there. It reads no further than to one deletion more than may be.
    pub(super) fn read<'v>(
        text: &str,
        first: impl FnOnce(&str) -> Option<&'v Value>,
        fields: &[(FieldName, Value)],
        values_in_all: usize,
        writers: &[DeviceId],
        most_deletions: usize,
    ) -> Option<Self> {
        let mut created = None;
        let mut first = Some(first);
        let mut moment = |at: Option<i64>| {
            at.or_else(|| {
                if let Some(first) = first.take() {
                    created = merge::created(first);
                }
                created
            })
        };
        let mut history = Self {
            main: None,
            makers: Vec::new(),
            seen: VersionVector::new(),
            deletions: Vec::new(),
        };
        let mut whole_deletion = None;
        let mut dots = Vec::new();
        for part in merge::parts(text, writers) {
            if history.deletions.len() > most_deletions {
                break;
            }
            match part? {
                Part::Write { dot, at, names: None } => {
                    history.seen.observe(dot);
                    if history.main.replace((dot, moment(at)?)).is_some() {
                        return None;
                    }
                }
                Part::Write { dot, at, names: Some(names) } => {
                    dots.push(dot);
                    let at = moment(at)?;
                    for name in merge::names(names) {
                        let name = name?;
                        let field = fields.iter().position(|(f, _)| f.as_str() == name)?;
                        if history.makers.len() >= values_in_all {
                            return None;
                        }
                        history.makers.push((field, dot, at));
                    }
                }
                Part::Seen(seen) => {
                    dots.extend(seen.iter().map(|(device, counter)| Dot { device, counter }));
                }
                Part::Deletion { dot, seen } => {
                    dots.push(dot);
                    match seen {
                        Some(value) => history.deletions.push(Entry { dot, value }),
                        None if whole_deletion.replace(dot).is_none() => (),
                        None => return None,
                    }
                }
            }
        }
        if !dots.is_empty() {
            history.seen.join(&dots.into_iter().collect());
        }
        if let Some(dot) = whole_deletion {
            // More than one deletion must each say what it had seen, or a short text could ask
            // for a lot of memory.
            if !history.deletions.is_empty() {
                return None;
            }
            let value = history.seen.clone();
            history.deletions.push(Entry { dot, value });
        }
        history.makers.order_by_key(|(field, _, _)| *field);
        Some(history)
    }

    /// The record of these fields, or `None` if some field does not have as many values as makers.
    /// `further` holds the second and later values by field, in the order of the fields.
    pub(super) fn into_record(
        self,
        fields: Vec<(FieldName, Value)>,
        further: Vec<(usize, Vec<Value>)>,
    ) -> Option<Record> {
        let Self { main, makers, seen, deletions } = self;
        let mut registers = Vec::with_capacity(fields.len());
        let mut makers = makers.into_iter().peekable();
        let mut further = further.into_iter().peekable();
        for (index, (name, value)) in fields.into_iter().enumerate() {
            let maker = makers.next_if(|(field, _, _)| *field == index);
            let (dot, at) = maker.map(|(_, dot, at)| (dot, at)).or(main)?;
            let first = Entry { dot, value: Stamped { value, at } };
            let register = match further.next_if(|(field, _)| *field == index) {
                None => Register::new(dot, first.value),
                Some((_, more)) => {
                    let mut entries = vec![first];
                    for value in more {
                        let (_, dot, at) = makers.next_if(|(field, _, _)| *field == index)?;
                        entries.push(Entry { dot, value: Stamped { value, at } });
                    }
                    Register::from_entries(entries)
                }
            };
            if makers.peek().is_some_and(|(field, _, _)| *field == index) {
                return None;
            }
            registers.push((name, register));
        }
        Some(Record::from_registers(seen, registers, Register::from_entries(deletions)))
    }
}
