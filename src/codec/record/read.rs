//! Reading the members of one record.

use crate::crdt::InOrder;
use std::borrow::Cow;
use std::str::FromStr;

use super::super::error::Counted;
use super::super::fault::{Fault, What};
use super::super::json::{Reader, Shape};
use super::super::limits::Limits;
use super::super::merge;
use super::super::text::compact;
use super::history::History;
use crate::domain::{DeviceId, FieldName, IdError, Record, RecordId, Value};

/// What reading needs to know and to count.
#[derive(Debug)]
pub(in crate::codec) struct Context {
    pub(in crate::codec) limits: &'static Limits,
    /// The table of writers.
    pub(in crate::codec) writers: Vec<DeviceId>,
    /// How many values have been read.
    pub(in crate::codec) values: usize,
    /// How many writes the records say they have seen.
    pub(in crate::codec) seen: usize,
}

impl Context {
    pub(in crate::codec) fn new(limits: &'static Limits) -> Self {
        Self { limits, writers: Vec::new(), values: 0, seen: 0 }
    }
}

/// A record of which some members have been read.
#[derive(Debug, Default)]
pub(in crate::codec) struct Draft<'a> {
    fields: Vec<(FieldName, Value)>,
    /// The second and further values of fields.
    also: Vec<(Cow<'a, str>, Vec<Value>)>,
    merge: Option<Cow<'a, str>>,
}

impl<'a> Draft<'a> {
    /// Whether nothing has been read that belongs to a record.
    pub(in crate::codec) fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.also.is_empty() && self.merge.is_none()
    }

    /// Reads one member other than the `id`.
    pub(in crate::codec) fn member(
        &mut self,
        reader: &mut Reader<'a>,
        name: &str,
        context: &mut Context,
    ) -> Result<(), Fault> {
        match name {
            "merge" => {
                self.merge = Some(reader.text(usize::MAX)?);
                Ok(())
            }
            // Whether a record is deleted follows from its merge text.
            "deleted" => reader.skip(context.limits.value_depth),
            "also" => reader.object(|reader, name| {
                let mut values = Vec::new();
                reader.list(|reader, _| {
                    let limit = context.limits.values_of_field;
                    // The first value stands elsewhere.
                    if values.len() + 1 >= limit {
                        return Err(reader.fault(What::TooMany(Counted::ValuesOfField, limit)));
                    }
                    values.push(value(reader, context)?);
                    Ok(())
                })?;
                self.also.push((name.clone(), values));
                Ok(())
            }),
            "fields" => reader.object(|reader, name| {
                let field = FieldName::new(name);
                if self.fields.iter().any(|(known, _)| *known == field) {
                    return Err(reader.fault(What::Duplicate));
                }
                self.field(reader, field, context)
            }),
            _ => self.field(reader, FieldName::new(name), context),
        }
    }

    fn field(
        &mut self,
        reader: &mut Reader<'a>,
        name: FieldName,
        context: &mut Context,
    ) -> Result<(), Fault> {
        let limits = context.limits;
        if name.as_str().len() > limits.name && name.as_str().chars().count() > limits.name {
            return Err(reader.fault(What::TooLong(limits.name)));
        }
        if self.fields.len() >= limits.fields {
            return Err(reader.fault(What::TooMany(Counted::Fields, limits.fields)));
        }
        if self.fields.is_empty() {
            self.fields.reserve(8);
        }
        self.fields.push((name, value(reader, context)?));
        Ok(())
    }

    /// The record, when all members have been read.
    pub(in crate::codec) fn finish(
        self,
        at: usize,
        context: &mut Context,
    ) -> Result<Record, Fault> {
        let Self { fields, also, merge: text } = self;
        let text = text.ok_or_else(|| Fault::new(What::Missing, at).under("merge"))?;
        context.seen = context.seen.saturating_add(merge::dots_seen(&text));
        let limit = context.limits.seen;
        if context.seen > limit {
            return Err(Fault::new(What::TooMany(Counted::Seen, limit), at).under("merge"));
        }
        let values_in_all =
            fields.len() + also.iter().map(|(_, values)| values.len()).sum::<usize>();
        let first = |name: &str| {
            fields.iter().find(|(field, _)| field.as_str() == name).map(|(_, value)| value)
        };
        let limit = context.limits.deletions;
        let history = History::read(&text, first, &fields, values_in_all, &context.writers, limit)
            .ok_or_else(|| Fault::new(What::BadMerge, at).under("merge"))?;
        if history.deletions.len() > limit {
            return Err(Fault::new(What::TooMany(Counted::Deletions, limit), at).under("merge"));
        }
        let mut further = Vec::new();
        for (name, values) in also {
            let field = fields.iter().position(|(field, _)| field.as_str() == name);
            let field = field.ok_or_else(|| Fault::new(What::Missing, at).under(&name))?;
            further.push((field, values));
        }
        further.order_by_key(|(field, _)| *field);
        history
            .into_record(fields, further)
            .ok_or_else(|| Fault::new(What::BadMerge, at).under("merge"))
    }
}

/// Reads one value, whatever it is.
fn value(reader: &mut Reader<'_>, context: &mut Context) -> Result<Value, Fault> {
    let limits = context.limits;
    if context.values >= limits.values {
        return Err(reader.fault(What::TooMany(Counted::Values, limits.values)));
    }
    context.values += 1;
    let shape = reader.shape()?;
    if shape == Shape::Text {
        return Ok(Value::Text(match reader.text_here(limits.text)? {
            Cow::Borrowed(text) => text.into(),
            Cow::Owned(text) => text.into(),
        }));
    }
    let raw = reader.raw(limits.value_depth)?;
    if raw.len() > limits.text && raw.chars().count() > limits.text {
        return Err(reader.fault(What::TooLong(limits.text)));
    }
    Ok(match (shape, raw) {
        (Shape::Number, digits) => Value::Number(digits.into()),
        (Shape::Word, "true") => Value::Bool(true),
        (Shape::Word, "false") => Value::Bool(false),
        (_, raw) => Value::Other(compact(raw)),
    })
}

/// Reads a whole record with its `id`.
pub(in crate::codec) fn read_record<'a>(
    reader: &mut Reader<'a>,
    context: &mut Context,
) -> Result<(RecordId, Record), Fault> {
    let mut id = None;
    let mut draft = Draft::default();
    reader.object(|reader, name| {
        if name == "id" {
            id = Some(read_id(reader)?);
            return Ok(());
        }
        draft.member(reader, name, context)
    })?;
    let id = id.ok_or_else(|| reader.fault(What::Missing).under("id"))?;
    Ok((id, draft.finish(reader.at(), context)?))
}

/// Reads an id of any type.
pub(in crate::codec) fn read_id<T: FromStr<Err = IdError>>(
    reader: &mut Reader<'_>,
) -> Result<T, Fault> {
    reader.text(usize::MAX)?.parse().map_err(|IdError| reader.fault(What::BadId))
}
