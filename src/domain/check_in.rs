//! Check-ins: a few words for a week without a meeting, which the other side answers with comments.

use super::feedback::{Comment, shortened};
use super::id::RecordId;
use super::kind::Kind;
use super::plan::Plan;
use super::record::{FieldName, Fields, Record, field};
use super::rules::{self, Checked, Complaint, Problem};
use super::value::Value;
use crate::crdt::InOrder;

/// What a check-in asks for, in order: the names of the fields.
pub const PROMPTS: [&str; 5] =
    [field::WENT, field::WIN, field::DIFFICULTY, field::NEED, field::FEELING];

/// The least and the most of every scale.
pub const SCALE: (i64, i64) = (1, 5);

/// A check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// The record's id.
    pub id: RecordId,
    /// Who wrote it.
    pub author: Option<RecordId>,
    /// How it went.
    pub went: String,
    /// What went well.
    pub win: String,
    /// What was hard.
    pub difficulty: String,
    /// What the writer needs.
    pub need: String,
    /// The mood, from 1 to 5.
    pub mood: Option<i64>,
    /// When it was written: UTC, RFC 3339.
    pub created: String,
}

impl CheckIn {
    fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            author: record.text(field::AUTHOR).parse().ok(),
            went: record.text(field::WENT).to_owned(),
            win: record.text(field::WIN).to_owned(),
            difficulty: record.text(field::DIFFICULTY).to_owned(),
            need: record.text(field::NEED).to_owned(),
            mood: scale_of(record, field::FEELING),
            created: record.text(field::CREATED).to_owned(),
        }
    }

    /// Its words, in the order of the prompts, with the names of their fields; what is empty is left out.
    pub fn words(&self) -> Vec<(&'static str, &str)> {
        let all = [
            (field::WENT, self.went.as_str()),
            (field::WIN, &self.win),
            (field::DIFFICULTY, &self.difficulty),
            (field::NEED, &self.need),
        ];
        all.into_iter().filter(|(_, words)| !words.is_empty()).collect()
    }

    /// The first words of it; nothing where it is a mood alone.
    pub fn first_words(&self, most: usize) -> String {
        self.words().first().map(|(_, words)| shortened(words, most)).unwrap_or_default()
    }
}

/// What is written in a check-in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewCheckIn {
    /// How it went.
    pub went: String,
    /// What went well.
    pub win: String,
    /// What was hard.
    pub difficulty: String,
    /// What the writer needs.
    pub need: String,
    /// The mood, from 1 to 5.
    pub mood: Option<i64>,
}

impl NewCheckIn {
    /// The fields that this writes.
    ///
    /// # Errors
    /// What is wrong with it; nothing at all is.
    pub fn check(&self) -> Result<Vec<(FieldName, Option<Value>)>, Complaint> {
        let mut fields = vec![
            rules::text(field::WENT, &self.went)?,
            rules::text(field::WIN, &self.win)?,
            rules::text(field::DIFFICULTY, &self.difficulty)?,
            rules::text(field::NEED, &self.need)?,
        ];
        fields.extend(self.mood.map(|mood| scale(field::FEELING, mood)).transpose()?);
        fields.retain(|(_, value)| value.is_some());
        if fields.is_empty() {
            return Err(Complaint { field: field::WENT.into(), problem: Problem::Missing });
        }
        Ok(fields)
    }
}

/// A step of a scale.
pub(super) fn scale(field: &'static str, step: i64) -> Checked {
    rules::number(field, step, SCALE.0, SCALE.1)
}

/// The step that a record holds; nothing where it is none.
pub(super) fn scale_of(record: &Record, name: &str) -> Option<i64> {
    let step = record.value(name).and_then(Value::as_number)?;
    (SCALE.0..=SCALE.1).contains(&step).then_some(step)
}

impl Plan {
    /// One check-in.
    pub fn check_in(&self, id: RecordId) -> Option<CheckIn> {
        Some(CheckIn::read(id, self.find(Kind::CheckIn, id)?))
    }

    /// Every check-in, newest first.
    pub fn check_ins(&self) -> Vec<CheckIn> {
        let mut all: Vec<_> =
            self.live(Kind::CheckIn).map(|(id, record)| CheckIn::read(id, record)).collect();
        all.order_by(|a, b| (&b.created, b.id).cmp(&(&a.created, a.id)));
        all
    }

    /// What others said to a check-in, oldest first.
    pub fn answers_to(&self, check_in: &CheckIn) -> Vec<Comment> {
        let mut comments = self.comments_on(check_in.id);
        comments.retain(|comment| comment.author != check_in.author);
        comments
    }

    /// The check-ins of others that `me` has not answered, oldest first. Where somebody else has, it is
    /// answered.
    pub fn check_ins_to_answer(&self, me: RecordId) -> Vec<RecordId> {
        let author_of = |record: &Record| record.text(field::AUTHOR).parse::<RecordId>().ok();
        let mut waiting: Vec<_> = self
            .live(Kind::CheckIn)
            .filter_map(|(id, record)| Some((record.text(field::CREATED), id, author_of(record)?)))
            .filter(|(.., author)| *author != me)
            .collect();
        if !waiting.is_empty() {
            for (_, comment) in self.live(Kind::Comment) {
                if let Ok(about) = comment.text(field::ABOUT).parse::<RecordId>() {
                    let author = author_of(comment);
                    waiting.retain(|(_, id, asker)| *id != about || author == Some(*asker));
                }
            }
        }
        waiting.order();
        waiting.into_iter().map(|(_, id, _)| id).collect()
    }
}
