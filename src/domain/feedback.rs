//! Feedback in named steps, reflections, requests for feedback, and comments.

use super::id::RecordId;
use super::kind::Kind;
use super::record::{FieldName, Fields, Record, field};
use super::rules::{self, Checked};
use super::value::Value;

/// The template of named steps that a piece of feedback follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The author's own look back at a shift.
    Reflection,
    /// A question to the other side.
    Request,
    /// Situation, behavior, impact, and what to do next time.
    SituationBehaviorImpact,
    /// The One-Minute Preceptor's five steps.
    OneMinute,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 4] =
        [Self::Reflection, Self::Request, Self::SituationBehaviorImpact, Self::OneMinute];

    /// The form as files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reflection => "reflection",
            Self::Request => "request",
            Self::SituationBehaviorImpact => "situation_behavior_impact",
            Self::OneMinute => "one_minute",
        }
    }

    /// The form written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// The fields of its steps, in the order in which they are written.
    pub fn steps(self) -> &'static [&'static str] {
        match self {
            Self::Reflection => &[field::HAPPENED, field::WENT_WELL, field::DIFFERENTLY],
            Self::Request => &[field::QUESTION],
            Self::SituationBehaviorImpact => {
                &[field::SITUATION, field::BEHAVIOR, field::IMPACT, field::NEXT_TIME]
            }
            Self::OneMinute => {
                &[field::COMMITMENT, field::EVIDENCE, field::RULE, field::PRAISE, field::CORRECTION]
            }
        }
    }
}

/// The record that feedback or a comment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct About {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: RecordId,
}

impl About {
    fn read(record: &Record) -> Option<Self> {
        Some(Self {
            kind: Kind::from_name(record.text(field::ABOUT_KIND))?,
            id: record.text(field::ABOUT).parse().ok()?,
        })
    }

    pub(super) fn write(self) -> [(FieldName, Option<Value>); 2] {
        [
            (field::ABOUT.into(), Some(Value::text(self.id.to_string()))),
            (field::ABOUT_KIND.into(), Some(Value::text(self.kind.name()))),
        ]
    }
}

/// Feedback, a reflection, or a request for feedback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// The record's id.
    pub id: RecordId,
    /// The template it follows; `None` for one that a newer version knows.
    pub form: Option<Form>,
    /// Who wrote it.
    pub author: Option<RecordId>,
    /// To whom it is addressed, if to anyone.
    pub to: Option<RecordId>,
    /// What it is about, if about one thing.
    pub about: Option<About>,
    /// The steps that say something: field and words, in the form's order.
    pub steps: Vec<(&'static str, String)>,
    /// Whether the person it is for has taken note.
    pub is_acknowledged: bool,
    /// When it was written: UTC, RFC 3339.
    pub created: String,
}

impl Feedback {
    pub(super) fn read(id: RecordId, record: &Record) -> Self {
        let form = Form::from_name(record.text(field::FORM));
        let written = |name: &&'static str| {
            let words = record.text(name);
            (!words.is_empty()).then(|| (*name, words.to_owned()))
        };
        Self {
            id,
            form,
            author: record.text(field::AUTHOR).parse().ok(),
            to: record.text(field::TO).parse().ok(),
            about: About::read(record),
            steps: form.map_or(ALL_STEPS, Form::steps).iter().filter_map(written).collect(),
            is_acknowledged: record.is_set(field::ACKNOWLEDGED),
            created: record.text(field::CREATED).to_owned(),
        }
    }
}

/// Every step of every form, for feedback whose form this version does not know.
const ALL_STEPS: &[&str] = &[
    field::HAPPENED,
    field::WENT_WELL,
    field::DIFFERENTLY,
    field::QUESTION,
    field::SITUATION,
    field::BEHAVIOR,
    field::IMPACT,
    field::NEXT_TIME,
    field::COMMITMENT,
    field::EVIDENCE,
    field::RULE,
    field::PRAISE,
    field::CORRECTION,
];

/// One step of feedback as it is written: which step, and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The step's field, one of [`Form::steps`].
    pub field: &'static str,
    /// The words. Nothing leaves the step out.
    pub words: String,
}

impl Step {
    /// The field and value this step writes.
    ///
    /// # Errors
    /// What is wrong with it, and in which field.
    pub fn check(&self) -> Checked {
        rules::text(self.field, &self.words)
    }
}

/// A short remark on another record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The record's id.
    pub id: RecordId,
    /// What it is on.
    pub about: Option<About>,
    /// Who wrote it.
    pub author: Option<RecordId>,
    /// The words.
    pub text: String,
    /// When it was written: UTC, RFC 3339.
    pub created: String,
}

impl Comment {
    pub(super) fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            about: About::read(record),
            author: record.text(field::AUTHOR).parse().ok(),
            text: record.text(field::TEXT).to_owned(),
            created: record.text(field::CREATED).to_owned(),
        }
    }
}
