//! What somebody writes for themselves, beside anything. Only they see it, unless they say otherwise.

use super::feedback::About;
use super::id::RecordId;
use super::kind::Kind;
use super::plan::Plan;
use super::record::{Fields, Record, field};
use super::rules::{self, Checked};
use crate::crdt::InOrder;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The record's id.
    pub id: RecordId,
    /// Who wrote it.
    pub author: Option<RecordId>,
    /// What it is beside.
    pub about: Option<About>,
    /// The words.
    pub text: String,
    /// When it was written: UTC, RFC 3339.
    pub created: String,
}

impl Note {
    /// The field and value that the words of a note come to.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn check(text: &str) -> Checked {
        rules::words(field::TEXT, text)
    }

    fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            author: record.text(field::AUTHOR).parse().ok(),
            about: About::read(record),
            text: record.text(field::TEXT).to_owned(),
            created: record.text(field::CREATED).to_owned(),
        }
    }
}

impl Plan {
    /// One note.
    pub fn note(&self, id: RecordId) -> Option<Note> {
        Some(Note::read(id, self.find(Kind::Note, id)?))
    }

    /// The notes beside a record, or all with `None`, newest first.
    pub fn notes(&self, beside: Option<RecordId>) -> Vec<Note> {
        let mut notes: Vec<_> =
            self.live(Kind::Note).map(|(id, record)| Note::read(id, record)).collect();
        notes.retain(|note| beside.is_none() || note.about.map(|about| about.id) == beside);
        notes.order_by(|a, b| (&b.created, b.id).cmp(&(&a.created, a.id)));
        notes
    }
}
