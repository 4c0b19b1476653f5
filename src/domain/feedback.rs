//! Feedback in named steps, reflections, requests for feedback, and comments.

use super::event::Happening;
use super::goal::Category;
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
    /// Pendleton's rules in a light form: first the learner, then the observer; first what went well.
    Pendleton,
    /// Ask, tell, ask again.
    AskTellAsk,
    /// Free words.
    Free,
    /// What somebody tells the program, and nobody else.
    ToProgram,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 8] = [
        Self::Reflection,
        Self::Request,
        Self::SituationBehaviorImpact,
        Self::OneMinute,
        Self::Pendleton,
        Self::AskTellAsk,
        Self::Free,
        Self::ToProgram,
    ];

    /// The form as files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reflection => "reflection",
            Self::Request => "request",
            Self::SituationBehaviorImpact => "situation_behavior_impact",
            Self::OneMinute => "one_minute",
            Self::Pendleton => "pendleton",
            Self::AskTellAsk => "ask_tell_ask",
            Self::Free => "free",
            Self::ToProgram => "to_program",
        }
    }

    /// The form written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// What has happened once something of this form is written; of a program's own form it is feedback.
    pub(super) fn happening(form: Option<Self>) -> Happening {
        match form {
            Some(Self::Reflection) => Happening::ReflectionWritten,
            Some(Self::Request) => Happening::FeedbackRequested,
            Some(Self::ToProgram) => Happening::ProgramTold,
            _ => Happening::FeedbackGiven,
        }
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
            Self::Pendleton => &[
                field::WENT_WELL,
                field::PRAISE,
                field::DIFFERENTLY,
                field::CORRECTION,
                field::NEXT_TIME,
            ],
            Self::AskTellAsk => &[field::ASK, field::TELL, field::ASK_AGAIN],
            Self::Free => &[field::TEXT],
            Self::ToProgram => &[field::WENT_WELL, field::CORRECTION, field::TEXT],
        }
    }
}

/// When feedback is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Situation {
    /// Somebody watched a draw.
    WatchedDraw,
    /// The two look back at a week.
    WeeklyReview,
    /// The mentor writes to the student.
    MentorToStudent,
    /// The student writes to the mentor.
    StudentToMentor,
    /// Somebody writes to the program.
    ToProgram,
}

impl Situation {
    /// Every situation.
    pub const ALL: [Self; 5] = [
        Self::WatchedDraw,
        Self::WeeklyReview,
        Self::MentorToStudent,
        Self::StudentToMentor,
        Self::ToProgram,
    ];

    /// The situation as packs write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::WatchedDraw => "watched_draw",
            Self::WeeklyReview => "weekly_review",
            Self::MentorToStudent => "mentor_to_student",
            Self::StudentToMentor => "student_to_mentor",
            Self::ToProgram => "to_program",
        }
    }

    /// The situation written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|situation| situation.name() == name)
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
    pub(super) fn read(record: &Record) -> Option<Self> {
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
    /// The name of the template, as files write it: of one of a program's own, too.
    pub form_name: String,
    /// Who wrote it.
    pub author: Option<RecordId>,
    /// To whom it is addressed, if to anyone.
    pub to: Option<RecordId>,
    /// What it is about, if about one thing.
    pub about: Option<About>,
    /// Which skill it is about, if about one. Skills are the categories of goals: no pack names any other
    /// yet, and what becomes a goal keeps its color.
    pub skill: Option<Category>,
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
            form_name: record.text(field::FORM).to_owned(),
            author: record.text(field::AUTHOR).parse().ok(),
            to: record.text(field::TO).parse().ok(),
            about: About::read(record),
            skill: Category::from_name(record.text(field::CATEGORY)),
            steps: form.map_or(&STEP_FIELDS[..], Form::steps).iter().filter_map(written).collect(),
            is_acknowledged: record.is_set(field::ACKNOWLEDGED),
            created: record.text(field::CREATED).to_owned(),
        }
    }

    /// Whether it says something of somebody to somebody, rather than being a question, a look back at one's
    /// own shift, or words to the program.
    pub fn is_feedback(&self) -> bool {
        !matches!(self.form, Some(Form::Reflection | Form::Request | Form::ToProgram))
    }

    /// Whether it is meant for `person`: addressed to them, or to everyone, and not their own.
    pub fn is_for(&self, person: RecordId) -> bool {
        self.author != Some(person) && self.to.is_none_or(|to| to == person)
    }

    /// The first line of what it says, cut between two words where it is longer than `most`
    /// characters.
    pub fn first_words(&self, most: usize) -> String {
        let words = self.steps.first().map(|(_, words)| words.as_str()).unwrap_or_default();
        shortened(words, most)
    }

    /// What it wants done, for the title of a goal: the first line of the step that looks ahead, or else of
    /// what it says, cut as [`Feedback::first_words`].
    pub fn aim(&self, most: usize) -> String {
        let said = |name: &&str| self.steps.iter().find(|(field, _)| field == name);
        match AHEAD.iter().find_map(said) {
            Some((_, words)) => shortened(words, most),
            None => self.first_words(most),
        }
    }
}

/// The steps that look ahead, the one that says most plainly what to do first.
const AHEAD: [&str; 5] =
    [field::NEXT_TIME, field::CORRECTION, field::DIFFERENTLY, field::ASK_AGAIN, field::RULE];

/// The first line of some words, at most so many characters of it and no half word.
pub(super) fn shortened(words: &str, most: usize) -> String {
    let line = words.trim().lines().next().unwrap_or_default().trim_end();
    let Some((end, _)) = line.char_indices().nth(most) else { return line.to_owned() };
    let cut = line.get(..end).unwrap_or_default();
    let whole = cut.rsplit_once(char::is_whitespace).map_or(cut, |(whole, _)| whole);
    [whole.trim_end_matches(is_mark), "…"].concat()
}

/// Whether a letter is a mark of punctuation, or white space, after which nothing is cut off.
fn is_mark(letter: char) -> bool {
    // The tables of all letters there are would be a kilobyte of the first page, and so would be looking a letter up
    // in a text.
    letter.is_ascii_punctuation()
        || letter.is_whitespace()
        || matches!(letter, '¿' | '¡' | '«' | '»' | '“' | '”' | '‘' | '’' | '–' | '—' | '…')
}

/// Every step of every form: for feedback whose form this version does not know, and for the forms of a program.
pub const STEP_FIELDS: [&str; 17] = [
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
    field::ASK,
    field::TELL,
    field::ASK_AGAIN,
    field::TEXT,
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
    /// The field and value that the words of a comment come to.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn check(text: &str) -> Checked {
        rules::words(field::TEXT, text)
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    fn saying(words: &str) -> Feedback {
        Feedback {
            id: RecordId::from_random(1),
            form: Some(Form::Request),
            form_name: Form::Request.name().to_owned(),
            author: Some(RecordId::from_random(2)),
            to: None,
            about: None,
            skill: None,
            steps: vec![(field::QUESTION, words.to_owned())],
            is_acknowledged: false,
            created: String::new(),
        }
    }

    #[test]
    fn feedback_is_known_by_its_first_words() {
        assert_eq!(saying("Watch my hands").first_words(14), "Watch my hands");
        assert_eq!(saying("Watch my hands, please").first_words(16), "Watch my hands…");
        assert_eq!(saying("One line.\nAnother.").first_words(40), "One line.");
        assert_eq!(saying("ñandúñandú").first_words(4), "ñand…");
        assert_eq!(Feedback { steps: Vec::new(), ..saying("") }.first_words(4), "");
    }

    #[test]
    fn what_becomes_a_goal_is_the_step_that_looks_ahead() {
        let steps = |steps: &[(&'static str, &str)]| Feedback {
            steps: steps.iter().map(|(field, words)| (*field, (*words).to_owned())).collect(),
            ..saying("")
        };
        let taught = steps(&[
            (field::COMMITMENT, "She chose the hand."),
            (field::RULE, "Look at both arms first."),
            (field::CORRECTION, " Let go of the band sooner.\nAt one minute."),
        ]);
        assert_eq!(taught.aim(80), "Let go of the band sooner.");
        assert_eq!(taught.aim(12), "Let go of…");
        assert_eq!(steps(&[(field::TEXT, "Slower.")]).aim(80), "Slower.");
        assert_eq!(steps(&[]).aim(80), "");
    }

    #[test]
    fn feedback_to_nobody_is_for_everyone_but_its_author() {
        let [author, other, third] = [2, 3, 4].map(RecordId::from_random);
        let to_all = saying("");
        assert!(!to_all.is_for(author));
        assert!(to_all.is_for(other));
        let to_other = Feedback { to: Some(other), ..saying("") };
        assert!(to_other.is_for(other));
        assert!(!to_other.is_for(third));
    }
}
