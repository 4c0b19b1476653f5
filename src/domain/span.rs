//! Spans of time: from one moment until another.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::written;
use crate::crdt::InOrder;

/// From one moment until another, which is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Its first moment.
    pub from: DateTime<Utc>,
    /// When it is over.
    pub until: DateTime<Utc>,
}

impl Span {
    /// Whether the two have a moment in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.from < other.until && other.from < self.until
    }

    /// How many minutes it lasts.
    pub fn minutes(&self) -> i64 {
        (self.until - self.from).num_minutes()
    }
}

/// The spans as few as can be: in order, and put together where they meet or touch.
pub fn united(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| span.from < span.until);
    spans.order();
    let mut united: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match united.last_mut() {
            Some(last) if span.from <= last.until => last.until = last.until.max(span.until),
            _ => united.push(span),
        }
    }
    united
}

/// What of the spans lies within `whole`, put together.
pub fn within(spans: &[Span], whole: Span) -> Vec<Span> {
    let cut =
        |span: &Span| Span { from: span.from.max(whole.from), until: span.until.min(whole.until) };
    united(spans.iter().map(cut).collect())
}

/// A moment as records hold it: `2026-11-27T01:00Z`.
pub(super) fn moment(moment: DateTime<Utc>) -> String {
    moment.format("%Y-%m-%dT%H:%MZ").to_string()
}

/// Reads what [`moment`] writes.
pub(super) fn read_moment(text: &str) -> Option<DateTime<Utc>> {
    written::moment(text.strip_suffix('Z')?).as_ref().map(NaiveDateTime::and_utc)
}

/// Spans as records hold them: `start/end start/end`.
pub(super) fn write(spans: &[Span]) -> String {
    let one = |span: &Span| format!("{}/{}", moment(span.from), moment(span.until));
    spans.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Reads what [`write`] writes. A part that cannot be read is passed over.
pub(super) fn read(text: &str) -> Vec<Span> {
    let one = |part: &str| {
        let (from, until) = part.split_once('/')?;
        Some(Span { from: read_moment(from)?, until: read_moment(until)? })
    };
    united(text.split_ascii_whitespace().filter_map(one).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: u32, until: u32) -> Span {
        let at = |hour: u32| DateTime::from_timestamp(i64::from(hour) * 3600, 0).unwrap();
        Span { from: at(from), until: at(until) }
    }

    #[test]
    fn spans_that_meet_or_touch_are_one() {
        let spans = vec![span(8, 9), span(1, 3), span(3, 4), span(2, 3), span(7, 7), span(6, 5)];
        assert_eq!(united(spans.clone()), [span(1, 4), span(8, 9)]);
        assert_eq!(within(&spans, span(2, 8)), [span(2, 4)]);
        assert!(span(1, 3).meets(&span(2, 4)) && !span(1, 3).meets(&span(3, 4)));
    }

    #[test]
    fn what_is_written_is_read() {
        let spans = [span(1, 4), span(8, 9)];
        assert_eq!(
            write(&spans),
            "1970-01-01T01:00Z/1970-01-01T04:00Z 1970-01-01T08:00Z/1970-01-01T09:00Z"
        );
        assert_eq!(read(&write(&spans)), spans);
        assert_eq!(
            read("1970-01-01T01:00Z/PT3H x 1970-01-01T08:00Z/1970-01-01T09:00Z"),
            [span(8, 9)]
        );
        assert_eq!(read(""), []);
    }
}
