//! Who may see a record, and what of a plan goes to whom.
//!
//! A record says so in its field `audience`; without one it is as its kind says. Where two people have
//! changed it without having seen each other, the narrower counts, and so does what this version does not
//! know: it is easier to show something later than to take it back.

mod outgoing;
mod sent;

pub use outgoing::{Outgoing, Staying, Why};
pub use sent::{Sent, SentLog};

use super::feedback::Form;
use super::id::RecordId;
use super::kind::Kind;
use super::plan::Plan;
use super::record::{Fields, Record, field};
use super::value::Value;

/// Who may see a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Whoever wrote it, on their own devices.
    OnlyMe,
    /// The student and the mentors.
    Pair,
    /// They, and the program.
    Program,
}

impl Audience {
    /// Every audience, the narrowest first.
    pub const ALL: [Self; 3] = [Self::OnlyMe, Self::Pair, Self::Program];

    /// The audience as files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::OnlyMe => "only_me",
            Self::Pair => "pair",
            Self::Program => "program",
        }
    }

    /// The audience written as `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.name() == name)
    }

    /// What a value of the field says. What this version does not know might be narrower than
    /// anything it does.
    fn of_value(value: &Value) -> Self {
        value.as_text().and_then(Self::from_name).unwrap_or(Self::OnlyMe)
    }
}

/// For whom something is made: a file, a calendar, a table, a page to print. There is no third: what only its writer
/// sees stands in a backup and nowhere else, and a backup is made of the plans themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ForWhom {
    /// The student and the mentors.
    Pair,
    /// The program.
    Program,
}

/// Whether records of a kind are what every file needs to be read: whose plan it is and who wrote. They go to
/// everybody, and nobody gives them an audience.
fn is_frame(kind: Kind) -> bool {
    matches!(kind, Kind::Plan | Kind::Person | Kind::Device)
}

/// Whether feedback is to the program alone. The pair does not see it, though the program does.
fn is_to_program_alone(kind: Kind, record: &Record) -> bool {
    kind == Kind::Feedback
        && record.field(field::FORM).is_some_and(|register| {
            let name = Form::ToProgram.name();
            register.entries().iter().any(|entry| entry.value.value.as_text() == Some(name))
        })
}

/// What a record says of its audience, the narrowest where several stand; `None` where it says nothing.
fn said(record: &Record) -> Option<Audience> {
    let register = record.field(field::AUDIENCE)?;
    register.entries().iter().map(|entry| Audience::of_value(&entry.value.value)).min()
}

/// The audience of a record of some kind that says nothing of it.
fn usual(kind: Kind, record: &Record) -> Audience {
    match kind {
        _ if is_frame(kind) || is_to_program_alone(kind, record) => Audience::Program,
        _ if kind.stays_with_its_owner() => Audience::OnlyMe,
        _ => Audience::Pair,
    }
}

/// Whether `for_whom` may see a record, judged by itself. A task that says nothing is as its goal, and what
/// belongs to a hidden record is hidden with it: see [`Plan::outgoing`].
pub fn visible(kind: Kind, record: &Record, for_whom: ForWhom) -> bool {
    let audience = match is_frame(kind) {
        true => Audience::Program,
        false => said(record).unwrap_or_else(|| usual(kind, record)),
    };
    admits(audience, is_to_program_alone(kind, record), for_whom)
}

fn admits(audience: Audience, is_to_program_alone: bool, for_whom: ForWhom) -> bool {
    match (for_whom, audience) {
        (_, Audience::OnlyMe) => false,
        (ForWhom::Pair, _) => !is_to_program_alone,
        (ForWhom::Program, audience) => audience == Audience::Program,
    }
}

impl Plan {
    /// Who may see a record, deleted or not: what it says, or else what the goal of a task says, or
    /// else what is usual. `None` where there is no such record.
    pub fn audience(&self, kind: Kind, id: RecordId) -> Option<Audience> {
        let record = self.get(kind, id)?;
        if is_frame(kind) {
            return Some(Audience::Program);
        }
        Some(said(record).unwrap_or_else(|| self.unsaid(kind, record)))
    }

    /// Whether the audience of a record is what it would be if nobody had chosen one: as is usual, or for a
    /// task as its goal has it.
    pub fn has_usual_audience(&self, kind: Kind, id: RecordId) -> bool {
        let Some(record) = self.get(kind, id) else { return true };
        is_frame(kind) || said(record).is_none_or(|said| said == self.unsaid(kind, record))
    }

    /// The audience of a record that says nothing of it.
    fn unsaid(&self, kind: Kind, record: &Record) -> Audience {
        let of_goal = || {
            let goal = (kind == Kind::Task).then(|| record.text(field::GOAL).parse().ok())??;
            self.audience(Kind::Goal, goal)
        };
        of_goal().unwrap_or_else(|| usual(kind, record))
    }

    /// The audiences that a person may choose for a record. Whose plan it is goes to everybody; the agreement is
    /// the pair's, for each yes to it holds its words; feedback to the program is for nobody else;
    /// and a meeting of a series goes where the series does, for a week that is missing would tell of it.
    pub fn audience_choices(&self, kind: Kind, id: RecordId) -> &'static [Audience] {
        let Some(record) = self.get(kind, id) else { return &[] };
        let is_one_of_many = kind == Kind::Meeting && !record.text(field::SERIES).is_empty();
        let is_agreement = matches!(kind, Kind::Section | Kind::Consent);
        match kind {
            _ if is_frame(kind) || is_agreement || is_one_of_many => &[],
            _ if is_to_program_alone(kind, record) => &[Audience::OnlyMe, Audience::Program],
            _ => &Audience::ALL,
        }
    }

    /// Whether the audience of a record lets somebody see it. What it belongs to may keep it back all the same: see
    /// [`Plan::kept_back_by`].
    pub fn admits_by_itself(&self, kind: Kind, id: RecordId, for_whom: ForWhom) -> bool {
        let record = self.get(kind, id);
        is_frame(kind) || record.is_some_and(|record| self.admits(kind, id, record, for_whom))
    }

    fn admits(&self, kind: Kind, id: RecordId, record: &Record, for_whom: ForWhom) -> bool {
        let audience = self.audience(kind, id).unwrap_or(Audience::OnlyMe);
        admits(audience, is_to_program_alone(kind, record), for_whom)
    }
}
