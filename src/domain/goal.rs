//! Goals and the tasks under them.

use chrono::NaiveDate;

use super::feedback::About;
use super::id::RecordId;
use super::record::{Fields, Record, field};
use super::rules::{self, Checked};
use super::value::Value;
use super::written;

/// What a goal is about. Each category has the color of a tube cap, and its own word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Hands: venipuncture, capillary puncture, equipment. Light blue.
    #[default]
    Technique,
    /// Infection control, identification, incidents. Red.
    Safety,
    /// Patients, colleagues, hard conversations. Gold.
    Communication,
    /// Order of draw, anatomy, handling of specimens. Green.
    Knowledge,
    /// Certification, networking, the next job. Lavender.
    Career,
    /// Rest, stress, shifts. Grey.
    Wellbeing,
}

impl Category {
    /// Every category, in the order of draw of their caps.
    pub const ALL: [Self; 6] = [
        Self::Technique,
        Self::Safety,
        Self::Communication,
        Self::Knowledge,
        Self::Career,
        Self::Wellbeing,
    ];

    /// The category as files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Technique => "technique",
            Self::Safety => "safety",
            Self::Communication => "communication",
            Self::Knowledge => "knowledge",
            Self::Career => "career",
            Self::Wellbeing => "wellbeing",
        }
    }

    /// The category written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }
}

/// What somebody said of how it stands with a goal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GoalState {
    /// Nothing.
    #[default]
    Unsaid,
    /// It is not reached, whatever its tasks say.
    Open,
    /// It is reached.
    Met,
    /// It is not pursued for now.
    SetAside,
}

impl GoalState {
    /// Every state that can be said.
    pub const ALL: [Self; 3] = [Self::Open, Self::Met, Self::SetAside];

    /// The state as files write it; nothing for [`GoalState::Unsaid`].
    pub fn name(self) -> &'static str {
        match self {
            Self::Unsaid => "",
            Self::Open => "open",
            Self::Met => "met",
            Self::SetAside => "set_aside",
        }
    }

    /// The state written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// Something the student wants to be able to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The record's id.
    pub id: RecordId,
    /// What.
    pub title: String,
    /// How the student will know.
    pub measure: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// What it is about.
    pub category: Category,
    /// Why it matters to the student.
    pub why: String,
    /// What somebody said of how it stands.
    pub state: GoalState,
    /// Why it was set aside.
    pub reason: String,
    /// The template it came from, or nothing.
    pub template: String,
    /// The feedback it came from, if it came from any.
    pub about: Option<About>,
    /// When it was written down: UTC, RFC 3339. Sorts goals by age.
    pub created: String,
}

impl Goal {
    pub(super) fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            title: record.text(field::TITLE).to_owned(),
            measure: record.text(field::MEASURE).to_owned(),
            due: written::day(record.text(field::DUE)),
            category: Category::from_name(record.text(field::CATEGORY)).unwrap_or_default(),
            why: record.text(field::WHY).to_owned(),
            state: GoalState::from_name(record.text(field::STATUS)).unwrap_or_default(),
            reason: record.text(field::REASON).to_owned(),
            template: record.text(field::TEMPLATE).to_owned(),
            about: About::read(record),
            created: record.text(field::CREATED).to_owned(),
        }
    }
}

/// One change to a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalChange {
    /// What.
    Title(String),
    /// How the student will know.
    Measure(String),
    /// By when.
    Due(Option<NaiveDate>),
    /// What it is about.
    Category(Category),
    /// Why it matters to the student.
    Why(String),
    /// What somebody says of how it stands.
    State(GoalState),
    /// Why it is set aside.
    Reason(String),
    /// The template it comes from.
    Template(String),
}

impl GoalChange {
    /// The field and value this change writes.
    ///
    /// # Errors
    /// What is wrong with it, and in which field.
    pub fn check(&self) -> Checked {
        match self {
            Self::Title(title) => rules::title(field::TITLE, title),
            Self::Measure(measure) => rules::text(field::MEASURE, measure),
            Self::Due(due) => rules::date(field::DUE, *due),
            Self::Category(category) => {
                Ok((field::CATEGORY.into(), Some(Value::text(category.name()))))
            }
            Self::Why(why) => rules::text(field::WHY, why),
            Self::State(GoalState::Unsaid) => Ok((field::STATUS.into(), None)),
            Self::State(state) => Ok((field::STATUS.into(), Some(Value::text(state.name())))),
            Self::Reason(reason) => rules::text(field::REASON, reason),
            Self::Template(key) => rules::text(field::TEMPLATE, key),
        }
    }
}

/// A step towards a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The record's id.
    pub id: RecordId,
    /// The goal it belongs to, if that still reads as an id.
    pub goal: Option<RecordId>,
    /// What is to be done.
    pub title: String,
    /// Whether it is done.
    pub is_done: bool,
    /// When it was written down: UTC, RFC 3339. Sorts tasks by age.
    pub created: String,
}

impl Task {
    pub(super) fn read(id: RecordId, record: &Record) -> Self {
        Self {
            id,
            goal: record.text(field::GOAL).parse().ok(),
            title: record.text(field::TITLE).to_owned(),
            is_done: record.is_set(field::DONE),
            created: record.text(field::CREATED).to_owned(),
        }
    }
}
