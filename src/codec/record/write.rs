//! Writing the members of one record.

use super::super::merge::push_merge;
use super::super::text::push_text;
use super::super::writers::Writers;
use super::TAKEN;
use crate::domain::{Record, Value};

/// Writes every member of a record but its `id`, which has been written before.
///
/// `taken` says which fields cannot stand beside the `id`, on top of those that never can.
pub(in crate::codec) fn push_members(
    out: &mut String,
    record: &Record,
    taken: impl Fn(&str, &Value) -> bool,
    writers: &mut Writers,
) {
    let is_taken = |name: &str, value: &Value| TAKEN.contains(&name) || taken(name, value);
    let firsts = || {
        record
            .fields()
            .filter_map(|(name, register)| Some((name.as_str(), &register.first()?.value)))
    };
    let mut are_taken = false;
    for (name, value) in firsts() {
        if is_taken(name, value) {
            are_taken = true;
        } else {
            push_member(out, ",", name, value);
        }
    }
    if are_taken {
        let mut opening = ",\"fields\":{";
        for (name, value) in firsts().filter(|(name, value)| is_taken(name, value)) {
            push_member(out, opening, name, value);
            opening = ",";
        }
        out.push('}');
    }
    push_also(out, record);
    if record.is_deleted() {
        out.push_str(",\"deleted\":true");
    }
    out.push_str(",\"merge\":\"");
    push_merge(out, record, writers);
    out.push('"');
}

fn push_member(out: &mut String, before: &str, name: &str, value: &Value) {
    out.push_str(before);
    push_text(out, name);
    out.push(':');
    push_value(out, value);
}

/// Writes the second and further values of fields that have some.
fn push_also(out: &mut String, record: &Record) {
    let mut opening = ",\"also\":{";
    for (name, register) in record.fields() {
        if let [_, further @ ..] = register.entries()
            && !further.is_empty()
        {
            out.push_str(opening);
            opening = ",";
            push_text(out, name.as_str());
            let mut before = ":[";
            for entry in further {
                out.push_str(before);
                before = ",";
                push_value(out, &entry.value.value);
            }
            out.push(']');
        }
    }
    if opening == "," {
        out.push('}');
    }
}

fn push_value(out: &mut String, value: &Value) {
    match value {
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(raw) | Value::Other(raw) => out.push_str(raw),
        Value::Text(text) => push_text(out, text),
    }
}
