//! Feedback that is being written: its steps, for whom it is, and what it is about. Every keystroke
//! and choice is kept, for each form by itself.

use chrono::Days;
use leptos::prelude::*;

use super::feedback_template::{step_fields, template};
use crate::domain::{
    About, Bond, Category, Command, Form, Kind, PlanId, Problem, RecordId, ShortName, Step,
};
use crate::store::Store;
use crate::ui::components::Choice;
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::problem_in;

/// The choice of nobody, or nothing, in particular. No id and no field is called so.
const NONE: &str = "none";
/// What stands before a skill among what feedback can be about. No kind of record is called so.
const SKILL: &str = "skill";
/// How many days back a meeting is offered as what feedback is about.
const DAYS_BACK: u64 = 60;
/// How many days ahead.
const DAYS_AHEAD: u64 = 14;
/// How many goals are offered, those due first.
const GOALS: usize = 100;

/// Feedback that is being written.
#[derive(Clone, Copy)]
pub struct FeedbackDraft {
    store: Store,
    /// The template it follows.
    pub form: ShortName,
    /// Whom it answers, if it is an answer: what it is about and for whom are settled then.
    pub answers: Option<About>,
    target: Option<About>,
    steps: StoredValue<Vec<(&'static str, Draft)>>,
    to: Draft,
    about: Draft,
}

impl FeedbackDraft {
    /// The draft in this form about this record, as it was left.
    pub fn new(store: Store, form: ShortName, about: Option<About>) -> Self {
        let prefix = prefix(form, about);
        let draft = |field: &str| Draft::new(store, format!("{prefix}{field}"), "");
        let fields = untrack(|| template(store, form)).map(step_fields).unwrap_or_default();
        let steps = fields.into_iter().map(|step| (step, draft(step))).collect();
        Self {
            store,
            form,
            answers: about.filter(|about| about.kind == Kind::Feedback),
            target: about,
            steps: StoredValue::new(steps),
            to: draft("to"),
            about: draft("about"),
        }
    }

    /// The fields of the steps, in order.
    pub fn steps(&self) -> Vec<(&'static str, Draft)> {
        self.steps.get_value()
    }

    /// The form, if it is one that this version knows.
    pub fn known_form(&self) -> Option<Form> {
        Form::from_name(self.form.as_str())
    }

    /// The steps as they stand.
    fn written(&self) -> Vec<Step> {
        let steps = self.steps();
        steps.into_iter().map(|(field, draft)| Step { field, words: draft.get() }).collect()
    }

    /// Whether nothing is written in any step.
    pub fn is_empty(&self) -> bool {
        self.written().iter().all(|step| step.words.trim().is_empty())
    }

    /// What is wrong with the words of one step.
    pub fn problem(&self, field: &'static str, draft: Draft) -> Option<Problem> {
        problem_in(&Step { field, words: draft.get() }.check())
    }

    /// Whether it cannot be written down as it stands.
    pub fn has_problem(&self) -> bool {
        self.is_empty() || self.written().iter().any(|step| step.check().is_err())
    }

    /// The people it can be for, and everyone.
    pub fn people(&self) -> Vec<Choice> {
        let me = self.store.me();
        let people = self.store.plan(&[Kind::Person], |_, plan| plan.people()).unwrap_or_default();
        let others = people.into_iter().filter(|person| Some(person.id) != me);
        let everyone = Choice::new(NONE, self.store.messages().feedback.everyone);
        others
            .map(|person| Choice::new(person.id.to_string(), person.name))
            .chain([everyone])
            .collect()
    }

    /// Whom it is for, as one of [`FeedbackDraft::people`]: the only other person, unless the
    /// reader chose otherwise.
    pub fn person(&self) -> String {
        let people = self.people();
        let usual = match people.as_slice() {
            [only, _everyone] => only.value.clone(),
            _ => NONE.to_owned(),
        };
        chosen(&people, self.to.get(), usual)
    }

    /// Chooses whom it is for.
    pub fn choose_person(&self, value: String) {
        self.to.set(value);
    }

    /// What it can be about: nothing, a goal, a meeting of these weeks, what it was begun for, or a skill.
    pub fn subjects(&self) -> Vec<Choice> {
        let messages = self.store.messages();
        let words = messages.feedback;
        let locale = self.store.locale();
        let today = self.store.now().date_naive();
        let (from, until) = (today - Days::new(DAYS_BACK), today + Days::new(DAYS_AHEAD));
        let nothing = Choice::new(NONE, words.nothing);
        let found = self.store.plan(&[Kind::Goal, Kind::Meeting], |_, plan| {
            let goal = |id| {
                let goal = plan.goal(id)?;
                Some((About { kind: Kind::Goal, id }, (words.goal)(&goal.title)))
            };
            let meeting = |id| {
                let meeting = plan.meeting(id)?;
                let day = meeting.starts.map(|starts| locale.day(starts.date()));
                let title = (words.meeting)(&meeting.title, &day.unwrap_or_default());
                Some((About { kind: Kind::Meeting, id }, title))
            };
            let goals = plan.goals_by_due().into_iter().take(GOALS).filter_map(goal);
            let meetings = plan.meetings_between(from, until);
            let meetings = meetings.into_iter().rev().filter_map(|(_, id)| meeting(id));
            let mut found: Vec<_> = goals.chain(meetings).collect();
            if let Some(target) = self.target
                && found.iter().all(|(about, _)| *about != target)
            {
                let own =
                    if target.kind == Kind::Goal { goal(target.id) } else { meeting(target.id) };
                found.extend(own);
            }
            found
        });
        let found = found.unwrap_or_default().into_iter();
        let choices = found.map(|(about, title)| Choice::new(name_of_about(about), title));
        let skill = |skill: Category| {
            let label = (words.skill)((messages.common.category)(skill));
            Choice::new(format!("{SKILL}.{}", skill.name()), label)
        };
        [nothing].into_iter().chain(choices).chain(Category::ALL.map(skill)).collect()
    }

    /// What it is about, as one of [`FeedbackDraft::subjects`]: what it was begun for, unless the
    /// reader chose otherwise.
    pub fn subject(&self) -> String {
        let usual = self.target.map_or_else(|| NONE.to_owned(), name_of_about);
        chosen(&self.subjects(), self.about.get(), usual)
    }

    /// Chooses what it is about.
    pub fn choose_subject(&self, value: String) {
        self.about.set(value);
    }

    /// Whether the reader chooses whom it is for. A reflection is for whoever has the plan.
    pub fn has_person(&self) -> bool {
        self.has_subject() && self.known_form() != Some(Form::Reflection)
    }

    /// Whether the reader chooses what it is about. What is said to the program is about nothing of the pair's: it
    /// could not be sent without it.
    pub fn has_subject(&self) -> bool {
        self.answers.is_none() && self.known_form() != Some(Form::ToProgram)
    }

    /// The command that makes feedback of it.
    pub fn command(&self, plan: PlanId) -> Command {
        let answered = self.answers.and_then(|about| {
            self.store.plan(&[Kind::Feedback], |_, plan| plan.feedback(about.id)).flatten()
        });
        let to = match answered {
            Some(answered) => answered.author,
            None if self.has_person() => self.person().parse().ok(),
            None => None,
        };
        let subject = if self.has_subject() { self.subject() } else { NONE.to_owned() };
        let about = self.answers.or_else(|| read_about(&subject));
        let skill = subject.strip_prefix(SKILL).and_then(|name| name.strip_prefix('.'));
        let skill = skill.and_then(Category::from_name);
        let steps = self.written();
        Bond::FollowTemplate { form: self.form, steps, to, about, skill }.within(plan)
    }

    /// Forgets it, once it has become feedback.
    pub fn clear(&self) {
        self.store.clear_drafts(&prefix(self.form, self.target));
    }
}

/// Whether something in this form about this record is begun and not written down yet.
pub fn is_begun(store: Store, form: ShortName, about: Option<About>) -> bool {
    let prefix = prefix(form, about);
    let fields = template(store, form).map(step_fields).unwrap_or_default();
    let words = fields.iter().filter_map(|field| store.draft(&format!("{prefix}{field}")));
    words.into_iter().any(|words| !words.trim().is_empty())
}

/// What the names of the drafts begin with.
fn prefix(form: ShortName, about: Option<About>) -> String {
    let about = about.map_or_else(|| NONE.to_owned(), |about| about.id.to_string());
    format!("feedback/{}/{about}/", form.as_str())
}

/// The value chosen, or the usual one where none was or it is no longer there.
fn chosen(choices: &[Choice], value: String, usual: String) -> String {
    let is_there = |value: &String| choices.iter().any(|choice| choice.value == *value);
    [value, usual].into_iter().find(is_there).unwrap_or_else(|| NONE.to_owned())
}

fn name_of_about(about: About) -> String {
    format!("{}.{}", about.kind.name(), about.id)
}

fn read_about(name: &str) -> Option<About> {
    let (kind, id) = name.split_once('.')?;
    Some(About { kind: Kind::from_name(kind)?, id: id.parse::<RecordId>().ok()? })
}
