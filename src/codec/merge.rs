//! The `merge` text of a record: who wrote what, and when. `docs/bundle.md` has the grammar.
//!
//! It is made of parts with one space between them:
//!
//! | part | says |
//! |---|---|
//! | `a1` | the first write of writer a made every field that no other part names |
//! | `b2@1795378805:title,starts` | b's second write, at that second since 1970, made these |
//! | `+b4c1` | writes up to these have been seen too, though nothing of them is left |
//! | `-b3` | b's third write deleted the record as it stands here |
//! | `-b3(a1b2)` | b's third write deleted what the writes up to a1 and b2 had made |
//!
//! A write without a second was made at the record's own `created`. A field with several values is
//! named once for each, in their order.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::writers::{Writers, take_dot};
use crate::crdt::{Dot, VersionVector};
use crate::domain::{DeviceId, Record, Value, field};

/// One part of a `merge` text, as read.
#[derive(Debug)]
pub(super) enum Part<'t> {
    /// A write that made values.
    Write {
        dot: Dot<DeviceId>,
        /// Seconds since 1970, or the record's `created` if absent.
        at: Option<i64>,
        /// The names of the fields, still escaped; absent for all that no other part names.
        names: Option<&'t str>,
    },
    /// Writes of which nothing is left.
    Seen(VersionVector<DeviceId>),
    /// A deletion.
    Deletion {
        dot: Dot<DeviceId>,
        /// What the deletion had seen; absent for all that the record has seen.
        seen: Option<VersionVector<DeviceId>>,
    },
}

/// Reads the parts of a `merge` text. A part that breaks the grammar is `None`.
pub(super) fn parts<'t>(
    text: &'t str,
    table: &[DeviceId],
) -> impl Iterator<Item = Option<Part<'t>>> {
    let parts = (!text.is_empty()).then(|| text.split(' '));
    parts.into_iter().flatten().map(|text| part(text, table))
}

fn part<'t>(mut text: &'t str, table: &[DeviceId]) -> Option<Part<'t>> {
    if let Some(dots) = text.strip_prefix('+') {
        return Some(Part::Seen(some_dots(dots, table)?));
    }
    if let Some(mut rest) = text.strip_prefix('-') {
        let dot = take_dot(&mut rest, table)?;
        let seen = match rest {
            "" => None,
            "()" => Some(VersionVector::new()),
            _ => Some(some_dots(rest.strip_prefix('(')?.strip_suffix(')')?, table)?),
        };
        return Some(Part::Deletion { dot, seen });
    }
    let dot = take_dot(&mut text, table)?;
    let (when, names) = match text.split_once(':') {
        Some((when, names)) => (when, Some(names)),
        None => (text, None),
    };
    let at = match when.strip_prefix('@') {
        Some(seconds) if !seconds.starts_with('+') => Some(seconds.parse().ok()?),
        None if when.is_empty() => None,
        _ => return None,
    };
    Some(Part::Write { dot, at, names })
}

/// How many dots the parts of a `merge` text hold that made no value, at most.
pub(super) fn dots_seen(text: &str) -> usize {
    let parts = text.split(' ').filter(|part| part.starts_with(['+', '-']));
    let ends = |part: &str| {
        let pairs = std::iter::zip(part.bytes(), part.bytes().skip(1));
        pairs.filter(|(a, b)| a.is_ascii_lowercase() && b.is_ascii_digit()).count()
    };
    parts.map(ends).sum()
}

/// Reads one dot or more, written without anything between them. What is there twice takes no memory
/// twice.
fn some_dots(mut text: &str, table: &[DeviceId]) -> Option<VersionVector<DeviceId>> {
    if text.is_empty() {
        return None;
    }
    let dots = std::iter::from_fn(|| (!text.is_empty()).then(|| take_dot(&mut text, table)));
    dots.map(|dot| dot.map(|dot| (dot.device, dot.counter))).collect()
}

/// The field names in one part. A name that breaks the grammar is `None`.
pub(super) fn names(text: &str) -> impl Iterator<Item = Option<Cow<'_, str>>> {
    text.split(',').map(|name| {
        if !name.bytes().any(|byte| byte == b'%') {
            return Some(Cow::Borrowed(name));
        }
        let mut pieces = name.split('%');
        let mut plain = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let code = u8::from_str_radix(piece.get(..2)?, 16).ok().filter(u8::is_ascii)?;
            plain.push(char::from(code));
            plain.push_str(piece.get(2..)?);
        }
        Some(Cow::Owned(plain))
    })
}

/// When a record was made, by its own `created` field: the moment of writes that name none.
pub(super) fn created<'v>(first_value: impl FnOnce(&str) -> Option<&'v Value>) -> Option<i64> {
    second(first_value(field::CREATED)?.as_text()?)
}

/// The second since 1970 of a moment as RFC 3339 writes it, such as `2026-10-05T14:00:00Z`. The general
/// reader of chrono reads the same and much else, and is a good part of the first page's program.
fn second(text: &str) -> Option<i64> {
    let (fixed, mut rest) = text.split_at_checked(19)?;
    let bytes = fixed.as_bytes();
    let two = |at: usize| two_digits(*bytes.get(at)?, *bytes.get(at + 1)?);
    let are_there = [(4, b'-'), (7, b'-'), (13, b':'), (16, b':')]
        .iter()
        .all(|(at, mark)| bytes.get(*at) == Some(mark));
    if !are_there || !matches!(bytes.get(10), Some(b'T' | b't' | b' ')) {
        return None;
    }
    if let Some(fraction) = rest.strip_prefix('.') {
        rest = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
        if rest.len() == fraction.len() {
            return None;
        }
    }
    let year = i32::try_from(two(0)? * 100 + two(2)?).ok()?;
    let day = chrono::NaiveDate::from_ymd_opt(year, two(5)?, two(8)?)?;
    let second = match two(17)? {
        // A leap second counts as the one before it.
        60 => 59,
        second => second,
    };
    let moment = day.and_hms_opt(two(11)?, two(14)?, second)?;
    Some(moment.and_utc().timestamp() - offset(rest)?)
}

/// How many seconds a clock is ahead of UTC: `Z`, `+01:00`.
fn offset(text: &str) -> Option<i64> {
    let (sign, clock) = text.split_at_checked(text.chars().next()?.len_utf8())?;
    let ahead = match sign {
        "Z" | "z" => return clock.is_empty().then_some(0),
        "+" => 1,
        "-" | "\u{2212}" => -1,
        _ => return None,
    };
    let [h1, h2, b':', m1, m2] = *clock.as_bytes() else { return None };
    let (hours, minutes) = (two_digits(h1, h2)?, two_digits(m1, m2)?);
    (hours < 24 && minutes < 60).then_some(ahead * i64::from(hours * 60 + minutes) * 60)
}

fn two_digits(tens: u8, ones: u8) -> Option<u32> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    Some(digit(tens)? * 10 + digit(ones)?)
}

/// One write and the names of the fields it made.
struct Write<'r> {
    dot: Dot<DeviceId>,
    at: i64,
    names: Vec<&'r str>,
}

/// Writes the `merge` text of a record.
pub(super) fn push_merge(out: &mut String, record: &Record, writers: &mut Writers) {
    let created = created(|name| record.field(name)?.first().map(|stamped| &stamped.value));
    if let Some((dot, at)) = only_write(record) {
        writers.push_dot(out, dot);
        if Some(at) != created {
            // Writing to a String cannot fail.
            let _ = write!(out, "@{at}");
        }
        return;
    }
    let main = main_write(record);
    let mut separator = "";
    let mut push_write = |out: &mut String, writers: &mut Writers, dot, at| {
        out.push_str(separator);
        separator = " ";
        writers.push_dot(out, dot);
        if Some(at) != created {
            // Writing to a String cannot fail.
            let _ = write!(out, "@{at}");
        }
    };
    if let Some((dot, at)) = main {
        push_write(out, writers, dot, at);
    }
    let others = other_writes(record, main);
    for write in &others {
        push_write(out, writers, write.dot, write.at);
        for (position, name) in write.names.iter().enumerate() {
            out.push(if position == 0 { ':' } else { ',' });
            push_name(out, name);
        }
    }
    let dots = main.iter().map(|(dot, _)| *dot).chain(others.iter().map(|write| write.dot));
    push_seen(out, separator, record, dots, writers);
}

/// The one write there was, if it made all there is. So it is with most records, and then there is
/// nothing to compare.
fn only_write(record: &Record) -> Option<(Dot<DeviceId>, i64)> {
    let entries = || record.fields().flat_map(|(_, register)| register.entries());
    let first = entries().next()?;
    let is_only = record.deletions().is_empty()
        && record.seen().len() == 1
        && record.seen().count(first.dot.device) == first.dot.counter
        && entries().all(|entry| entry.dot == first.dot && entry.value.at == first.value.at)
        && record.fields().all(|(_, register)| register.entries().len() == 1);
    is_only.then_some((first.dot, first.value.at))
}

/// The write that made most of the fields with one value, the first of several such.
fn main_write(record: &Record) -> Option<(Dot<DeviceId>, i64)> {
    let mut tally: Vec<((Dot<DeviceId>, i64), usize)> = Vec::with_capacity(2);
    for (_, register) in record.fields() {
        if let [entry] = register.entries() {
            let write = (entry.dot, entry.value.at);
            match tally.iter_mut().find(|(known, _)| *known == write) {
                Some((_, count)) => *count += 1,
                None => tally.push((write, 1)),
            }
        }
    }
    let best = tally
        .into_iter()
        .max_by(|(a, a_count), (b, b_count)| a_count.cmp(b_count).then_with(|| b.cmp(a)));
    best.map(|(write, _)| write)
}

/// The writes that made the other values, such that a field's values are named in their order.
fn other_writes(record: &Record, main: Option<(Dot<DeviceId>, i64)>) -> Vec<Write<'_>> {
    let mut writes: Vec<Write<'_>> = Vec::new();
    // Where each write stands, once or more, in ascending order.
    let mut places: BTreeMap<(Dot<DeviceId>, i64), Vec<usize>> = BTreeMap::new();
    let by_one = record.fields().filter(|(_, register)| match register.entries() {
        [entry] => Some((entry.dot, entry.value.at)) != main,
        _ => false,
    });
    // Fields with several values come first: their order is bound, and the others fit in anywhere.
    let by_several = record.fields().filter(|(_, register)| register.entries().len() > 1);
    for (name, register) in by_several.chain(by_one) {
        let mut from = 0;
        for entry in register.entries() {
            let (dot, at) = (entry.dot, entry.value.at);
            let known = places.entry((dot, at)).or_default();
            let later = known.partition_point(|place| *place < from);
            from = known.get(later).copied().unwrap_or_else(|| {
                known.push(writes.len());
                writes.len()
            });
            match writes.get_mut(from) {
                Some(write) => write.names.push(name.as_str()),
                None => writes.push(Write { dot, at, names: vec![name.as_str()] }),
            }
        }
    }
    writes
}

/// Writes the deletions, and before them what was seen beyond what all other parts tell.
fn push_seen(
    out: &mut String,
    mut separator: &str,
    record: &Record,
    dots: impl Iterator<Item = Dot<DeviceId>>,
    writers: &mut Writers,
) {
    let deletions = record.deletions().entries();
    let is_whole = |seen| deletions.len() == 1 && seen == record.seen();
    let mut told: VersionVector<DeviceId> =
        dots.chain(deletions.iter().map(|deletion| deletion.dot)).collect();
    for deletion in deletions.iter().filter(|deletion| !is_whole(&deletion.value)) {
        told.join(&deletion.value);
    }
    let mut prefix = "+";
    for (device, counter) in record.seen().iter() {
        let dot = Dot { device, counter };
        if !told.contains(dot) {
            out.push_str(separator);
            out.push_str(prefix);
            writers.push_dot(out, dot);
            (separator, prefix) = ("", "");
        }
    }
    if prefix.is_empty() {
        separator = " ";
    }
    for deletion in deletions {
        out.push_str(separator);
        separator = " ";
        out.push('-');
        writers.push_dot(out, deletion.dot);
        if !is_whole(&deletion.value) {
            out.push('(');
            for (device, counter) in deletion.value.iter() {
                writers.push_dot(out, Dot { device, counter });
            }
            out.push(')');
        }
    }
}

/// Writes a field's name, with `%` and two digits for every ASCII character that is not a letter,
/// a digit, or one of `_-.`.
pub(super) fn push_name(out: &mut String, name: &str) {
    for letter in name.chars() {
        if !letter.is_ascii() || letter.is_ascii_alphanumeric() || "_-.".contains(letter) {
            out.push(letter);
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{:02X}", u32::from(letter));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn moments_are_read_as_chrono_reads_them(
            text in "[0-2][0-9]{3}-[01][0-9]-[0-3][0-9][Tt _][0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{0,12})?(Z|z|[-+\u{2212}][0-2][0-9]:[0-6][0-9]|\\+0100|)"
        ) {
            let general = chrono::DateTime::parse_from_rfc3339(&text).ok();
            prop_assert_eq!(second(&text), general.map(|moment| moment.timestamp()));
        }
    }

    #[test]
    fn the_last_second_of_a_leap_minute_is_read() {
        let text = "2016-12-31T23:59:60Z";
        let general = chrono::DateTime::parse_from_rfc3339(text).unwrap();
        assert_eq!(second(text), Some(general.timestamp()));
        assert_eq!(second("2016-12-31T23:59:61Z"), None);
    }
}
