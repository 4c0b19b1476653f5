//! What a comment is, by what it is on: people speak of a reply, a note or an answer where it is one.

use super::feedback::{About, Form};
use super::kind::Kind;
use super::plan::Plan;

/// What a comment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A comment, on anything.
    Comment,
    /// A reply to feedback.
    Reply,
    /// A note of a meeting.
    Note,
    /// An answer to a check-in.
    Answer,
}

impl Plan {
    /// What a comment on a record is. A request has answers that are feedback themselves, so what stands on it is
    /// a comment.
    pub fn remark_on(&self, about: About) -> Remark {
        let form = || self.feedback(about.id).and_then(|feedback| feedback.form);
        match about.kind {
            Kind::Meeting => Remark::Note,
            Kind::CheckIn => Remark::Answer,
            Kind::Feedback if form() != Some(Form::Request) => Remark::Reply,
            _ => Remark::Comment,
        }
    }
}
