//! What a program brings: templates of sections, goals, feedback, check-ins, evaluations and phases, each
//! with its wording, and the facts they rest on with their sources. Nothing here is code that a program could not
//! replace by a file of the same form; `codec::pack` reads it, and has the one that is built in.
//!
//! What is stored of a template is its key, and the words that people then wrote. So plans stay readable with
//! another pack, or none.

mod check;

pub use check::{PACK_LIMITS, PackFault, PackLimits, PackProblem};

use serde::{Deserialize, Serialize};

use super::goal::Category;
use super::kind::Kind;
use super::plan::Plan;
use super::record::{Fields, field};

/// The templates of a program, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// The format of the pack: 1.
    pub version: u32,
    /// The language it is written in, as a BCP 47 tag.
    pub language: String,
    /// What the pack is called.
    pub title: String,
    /// How often people meet where no series says so, and when a plan has gone quiet.
    pub cadence: Cadence,
    /// The sections of the agreement.
    pub agreement: Vec<SectionTemplate>,
    /// What each phase asks for.
    pub phases: Vec<PhaseTemplate>,
    /// What to speak of at a meeting, by phase.
    #[serde(default)]
    pub agendas: Vec<AgendaTemplate>,
    /// Goals to begin from.
    pub goals: Vec<GoalTemplate>,
    /// Feedback in named steps.
    pub feedback: Vec<FeedbackTemplate>,
    /// The prompts of a check-in.
    pub check_in: Vec<Prompt>,
    /// What the evaluation of the mentorship asks.
    pub evaluation: Vec<EvaluationItem>,
    /// What is written at the end.
    pub closing: Vec<Prompt>,
    /// The facts that the wording rests on.
    pub facts: Vec<Fact>,
}

/// How often people meet, and when a plan has gone quiet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cadence {
    /// Days from one meeting to the next where no series says so.
    pub days: u32,
    /// The most days a plan may be silent that meets at least every three weeks or so.
    pub silent_days: u32,
    /// The key of the fact that says so.
    pub fact: String,
}

/// One section of the agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionTemplate {
    /// What names it in every language.
    pub key: String,
    /// Its heading.
    pub title: String,
    /// What both may agree to as it is.
    pub text: String,
}

/// What a phase asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseTemplate {
    /// Which phase: see [`super::phase::Phase::name`].
    pub phase: String,
    /// Its few prompts.
    pub prompts: Vec<Prompt>,
}

/// What to speak of at a meeting in a phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaTemplate {
    /// Which phase: see [`super::phase::Phase::name`].
    pub phase: String,
    /// The few points, in order.
    pub items: Vec<String>,
}

/// A prompt: a label, and what to write or to do there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prompt {
    /// What names it in every language. Of a check-in and of closing words it is the name of the field.
    pub key: String,
    /// What it asks, in a few words.
    pub label: String,
    /// What helps to answer.
    #[serde(default)]
    pub hint: String,
}

/// A goal to begin from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalTemplate {
    /// What names it in every language.
    pub key: String,
    /// The phase in which it is offered.
    pub phase: String,
    /// What.
    pub title: String,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// How the student will know.
    #[serde(default)]
    pub measure: String,
    /// What it is about, as files write it.
    pub category: String,
    /// When it is due, in percent of the course.
    pub due_percent: u32,
    /// Its tasks.
    #[serde(default)]
    pub tasks: Vec<String>,
}

impl GoalTemplate {
    /// What the goal is about.
    pub fn category(&self) -> Category {
        Category::from_name(&self.category).unwrap_or_default()
    }
}

/// Feedback in named steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackTemplate {
    /// The name of the form, as files write it.
    pub form: String,
    /// What it is called.
    pub title: String,
    /// When it serves.
    pub when: String,
    /// The situations for which it is offered, the one for which it serves best first: see
    /// [`super::feedback::Situation::name`].
    #[serde(default)]
    pub situations: Vec<String>,
    /// Its steps, in order.
    pub steps: Vec<StepTemplate>,
}

/// One step of feedback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTemplate {
    /// The field that holds it: one of [`super::feedback::STEP_FIELDS`].
    pub field: String,
    /// What it is called.
    pub label: String,
    /// What to write there.
    #[serde(default)]
    pub hint: String,
}

/// One thing that an evaluation of the mentorship asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvaluationItem {
    /// What names it in every language and in records.
    pub key: String,
    /// What it asks of a student.
    pub student: String,
    /// What it asks of a mentor.
    pub mentor: String,
    /// Whether it is answered on the scale from 1 to 5; otherwise in words alone.
    pub is_scale: bool,
}

/// A fact, and where it is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What names it in every language.
    pub key: String,
    /// What is so.
    pub text: String,
    /// Who says so.
    pub source: String,
    /// How sure it is: `stated` in the source, `weak`, or `general` knowledge.
    pub standing: String,
    /// The day on which somebody looked: `2026-11-01`.
    pub checked: String,
}

impl Plan {
    /// The goals of a pack that the plan has not taken yet, in the order of the pack: those of one phase, or all.
    pub fn suggested_goals<'a>(
        &self,
        pack: &'a Pack,
        phase: Option<super::Phase>,
    ) -> Vec<&'a GoalTemplate> {
        let taken: Vec<&str> =
            self.live(Kind::Goal).map(|(_, goal)| goal.text(field::TEMPLATE)).collect();
        let is_meant = |goal: &&GoalTemplate| {
            phase.is_none_or(|phase| phase.name() == goal.phase)
                && !taken.contains(&goal.key.as_str())
        };
        pack.goals.iter().filter(is_meant).collect()
    }
}

impl Pack {
    /// What to speak of at a meeting in a phase, in order; nothing where the pack does not say.
    pub fn agenda_for(&self, phase: super::Phase) -> &[String] {
        let template = self.agendas.iter().find(|one| one.phase == phase.name());
        template.map(|one| one.items.as_slice()).unwrap_or_default()
    }

    /// The section called so.
    pub fn section(&self, key: &str) -> Option<&SectionTemplate> {
        self.agreement.iter().find(|section| section.key == key)
    }

    /// The feedback template for a form.
    pub fn feedback_form(&self, form: &str) -> Option<&FeedbackTemplate> {
        self.feedback.iter().find(|template| template.form == form)
    }

    /// The feedback templates for a situation, in the order of the pack, but the one to suggest first: the first that
    /// names this situation before all others.
    pub fn feedback_for(&self, situation: super::Situation) -> Vec<&FeedbackTemplate> {
        let name = situation.name();
        let serves = |template: &&FeedbackTemplate| template.situations.iter().any(|s| s == name);
        let mut found: Vec<_> = self.feedback.iter().filter(serves).collect();
        let best = found
            .iter()
            .position(|template| template.situations.first().is_some_and(|s| s == name));
        if let Some(best) = best {
            let best = found.remove(best);
            found.insert(0, best);
        }
        found
    }

    /// The fact called so.
    pub fn fact(&self, key: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.key == key)
    }
}
