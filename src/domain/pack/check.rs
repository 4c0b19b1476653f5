//! What a pack must keep to, so that whatever a program writes can be shown and stored.

use super::super::feedback::{STEP_FIELDS, Situation};
use super::super::goal::Category;
use super::super::kind::ShortName;
use super::super::phase::Phase;
use super::super::rules::LIMITS;
use super::super::{check_in, closing};
use super::Pack;

/// How much a pack may hold.
#[derive(Clone, Copy, Debug)]
pub struct PackLimits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Things in one list.
    pub list: usize,
    /// Items of an evaluation.
    pub evaluation: usize,
    /// Points of one agenda.
    pub agenda: usize,
    /// Characters of a label or heading.
    pub label: usize,
    /// Characters of a hint, fact or longer text.
    pub text: usize,
}

/// The limits in force.
pub const PACK_LIMITS: PackLimits =
    PackLimits { bytes: 1 << 20, list: 200, evaluation: 20, agenda: 12, label: 200, text: 4_000 };

/// What is wrong with a pack, and where: `agreement[3].title`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct PackFault {
    /// The place, as a path.
    pub place: String,
    /// What is wrong.
    pub problem: PackProblem,
}

/// What is wrong with a place of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackProblem {
    /// It says nothing.
    #[error("nothing is written here")]
    Missing,
    /// It is too long.
    #[error("longer than {limit} characters")]
    TooLong {
        /// The most characters.
        limit: usize,
    },
    /// There are too many.
    #[error("more than {limit}")]
    TooMany {
        /// The most.
        limit: usize,
    },
    /// It is no key: small letters, digits and underscores, a letter first, at most 32.
    #[error("not a key")]
    BadKey,
    /// The key is there twice.
    #[error("there twice")]
    Twice,
    /// It names something that there is not.
    #[error("names nothing that is known")]
    Unknown,
    /// A number outside its range.
    #[error("not between {least} and {most}")]
    OutOfRange {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// The format is not one that this version reads.
    #[error("another version of the format")]
    OtherVersion,
}

/// Everything that is wrong, as it is found.
#[derive(Default)]
struct Faults(Vec<PackFault>);

impl Faults {
    fn add(&mut self, place: String, problem: PackProblem) {
        self.0.push(PackFault { place, problem });
    }

    fn words(&mut self, place: String, text: &str, limit: usize) {
        if text.trim().is_empty() {
            self.add(place, PackProblem::Missing);
        } else {
            self.hint(place, text, limit);
        }
    }

    fn hint(&mut self, place: String, text: &str, limit: usize) {
        if text.chars().count() > limit {
            self.add(place, PackProblem::TooLong { limit });
        }
    }

    fn known(&mut self, place: String, is_known: bool) {
        if !is_known {
            self.add(place, PackProblem::Unknown);
        }
    }

    fn number(&mut self, place: String, number: u32, least: u32, most: u32) {
        if !(least..=most).contains(&number) {
            self.add(place, PackProblem::OutOfRange { least, most });
        }
    }

    /// Looks at the keys of a list, and at how many there are.
    fn keys<'a>(&mut self, list: &str, limit: usize, keys: impl Iterator<Item = &'a str>) {
        let mut seen = std::collections::BTreeSet::new();
        for (at, key) in keys.enumerate() {
            if at == limit {
                self.add(list.to_owned(), PackProblem::TooMany { limit });
                return;
            }
            let place = || format!("{list}[{at}].key");
            if ShortName::new(key).is_none() {
                self.add(place(), PackProblem::BadKey);
            }
            if !seen.insert(key) {
                self.add(place(), PackProblem::Twice);
            }
        }
    }
}

impl Pack {
    /// The version of the format.
    pub const VERSION: u32 = 1;

    /// Everything that is wrong with the pack, in its order.
    pub fn faults(&self) -> Vec<PackFault> {
        let PackLimits { list, evaluation, label, text, .. } = PACK_LIMITS;
        let mut faults = Faults::default();
        if self.version != Self::VERSION {
            faults.add("version".to_owned(), PackProblem::OtherVersion);
        }
        faults.words("language".to_owned(), &self.language, 35);
        faults.words("title".to_owned(), &self.title, label);
        faults.number("cadence.days".to_owned(), self.cadence.days, 1, 92);
        faults.number("cadence.silent_days".to_owned(), self.cadence.silent_days, 2, 366);
        faults.known("cadence.fact".to_owned(), self.fact(&self.cadence.fact).is_some());

        let sections = self.agreement.iter().map(|section| section.key.as_str());
        faults.keys("agreement", LIMITS.sections, sections);
        for (at, section) in self.agreement.iter().enumerate() {
            faults.words(format!("agreement[{at}].title"), &section.title, label);
            faults.hint(format!("agreement[{at}].text"), &section.text, LIMITS.clause);
        }
        faults.keys("facts", list, self.facts.iter().map(|fact| fact.key.as_str()));
        for (at, fact) in self.facts.iter().enumerate() {
            faults.words(format!("facts[{at}].text"), &fact.text, text);
            faults.words(format!("facts[{at}].source"), &fact.source, label);
            let is_known = ["stated", "weak", "general"].contains(&fact.standing.as_str());
            faults.known(format!("facts[{at}].standing"), is_known);
            let checked: Result<chrono::NaiveDate, _> = fact.checked.parse();
            faults.known(format!("facts[{at}].checked"), checked.is_ok());
        }
        self.phase_faults(&mut faults);
        self.agenda_faults(&mut faults);
        self.goal_faults(&mut faults);
        self.feedback_faults(&mut faults);
        prompts(&mut faults, "check_in", &self.check_in, Some(&check_in::PROMPTS));
        prompts(&mut faults, "closing", &self.closing, Some(&closing::PROMPTS));
        let items = self.evaluation.iter().map(|item| item.key.as_str());
        faults.keys("evaluation", evaluation, items);
        for (at, item) in self.evaluation.iter().enumerate() {
            faults.words(format!("evaluation[{at}].student"), &item.student, label);
            faults.words(format!("evaluation[{at}].mentor"), &item.mentor, label);
        }
        faults.0
    }

    fn phase_faults(&self, faults: &mut Faults) {
        faults.keys("phases", Phase::ALL.len(), self.phases.iter().map(|one| one.phase.as_str()));
        for (at, phase) in self.phases.iter().enumerate() {
            let is_known = Phase::from_name(&phase.phase).is_some();
            faults.known(format!("phases[{at}].phase"), is_known);
            prompts(faults, &format!("phases[{at}].prompts"), &phase.prompts, None);
        }
    }

    fn agenda_faults(&self, faults: &mut Faults) {
        faults.keys("agendas", Phase::ALL.len(), self.agendas.iter().map(|one| one.phase.as_str()));
        for (at, agenda) in self.agendas.iter().enumerate() {
            let is_known = Phase::from_name(&agenda.phase).is_some();
            faults.known(format!("agendas[{at}].phase"), is_known);
            let limit = PACK_LIMITS.agenda;
            if agenda.items.len() > limit {
                faults.add(format!("agendas[{at}].items"), PackProblem::TooMany { limit });
            }
            for (number, item) in agenda.items.iter().enumerate() {
                faults.words(format!("agendas[{at}].items[{number}]"), item, LIMITS.title);
            }
        }
    }

    fn goal_faults(&self, faults: &mut Faults) {
        faults.keys("goals", PACK_LIMITS.list, self.goals.iter().map(|goal| goal.key.as_str()));
        for (at, goal) in self.goals.iter().enumerate() {
            let place = |name: &str| format!("goals[{at}].{name}");
            faults.words(place("title"), &goal.title, LIMITS.title);
            faults.hint(place("why"), &goal.why, PACK_LIMITS.text);
            faults.hint(place("measure"), &goal.measure, PACK_LIMITS.text);
            faults.known(place("phase"), Phase::from_name(&goal.phase).is_some());
            faults.known(place("category"), Category::from_name(&goal.category).is_some());
            faults.number(place("due_percent"), goal.due_percent, 1, 100);
            if goal.tasks.len() > LIMITS.tasks {
                faults.add(place("tasks"), PackProblem::TooMany { limit: LIMITS.tasks });
            }
            for (number, task) in goal.tasks.iter().enumerate() {
                faults.words(format!("goals[{at}].tasks[{number}]"), task, LIMITS.title);
            }
        }
    }

    fn feedback_faults(&self, faults: &mut Faults) {
        faults.keys(
            "feedback",
            PACK_LIMITS.list,
            self.feedback.iter().map(|one| one.form.as_str()),
        );
        for (at, template) in self.feedback.iter().enumerate() {
            let place = |name: &str| format!("feedback[{at}].{name}");
            faults.words(place("title"), &template.title, PACK_LIMITS.label);
            faults.words(place("when"), &template.when, PACK_LIMITS.text);
            for (number, situation) in template.situations.iter().enumerate() {
                let is_known = Situation::from_name(situation).is_some();
                faults.known(format!("feedback[{at}].situations[{number}]"), is_known);
            }
            let steps = format!("feedback[{at}].steps");
            if template.steps.is_empty() {
                faults.add(steps.clone(), PackProblem::Missing);
            }
            faults.keys(&steps, STEP_FIELDS.len(), template.steps.iter().map(|s| s.field.as_str()));
            for (number, step) in template.steps.iter().enumerate() {
                let place = |name: &str| format!("{steps}[{number}].{name}");
                faults.known(place("field"), STEP_FIELDS.contains(&step.field.as_str()));
                faults.words(place("label"), &step.label, PACK_LIMITS.label);
                faults.hint(place("hint"), &step.hint, PACK_LIMITS.text);
            }
        }
    }
}

fn prompts(faults: &mut Faults, list: &str, prompts: &[super::Prompt], known: Option<&[&str]>) {
    faults.keys(list, PACK_LIMITS.list, prompts.iter().map(|prompt| prompt.key.as_str()));
    for (at, prompt) in prompts.iter().enumerate() {
        let is_known = known.is_none_or(|known| known.contains(&prompt.key.as_str()));
        faults.known(format!("{list}[{at}].key"), is_known);
        faults.words(format!("{list}[{at}].label"), &prompt.label, PACK_LIMITS.label);
        faults.hint(format!("{list}[{at}].hint"), &prompt.hint, PACK_LIMITS.text);
    }
}
