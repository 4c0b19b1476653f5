//! A goal that is being written: its drafts, what is wrong with them, and the command that adds it.

use chrono::NaiveDate;

use super::goal_fields::read_due;
use super::suggestions::due_of;
use super::task_drafts::TaskDrafts;
use crate::domain::{Category, Command, Complaint, GoalChange, GoalTemplate, PlanId, Problem};
use crate::store::Store;
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::problem_in;

/// Under which name everything typed here is kept.
const DRAFTS: &str = "goal/new/";

/// The drafts of a new goal.
#[derive(Clone, Copy)]
pub struct GoalDraft {
    store: Store,
    /// What.
    pub title: Draft,
    /// Why.
    pub why: Draft,
    /// How its author will know.
    pub measure: Draft,
    /// By when.
    pub due: Draft,
    /// The first tasks.
    pub tasks: TaskDrafts,
    category: Draft,
    template: Draft,
}

impl GoalDraft {
    /// What was typed so far.
    pub fn new(store: Store) -> Self {
        let draft = |field| Draft::new(store, format!("{DRAFTS}{field}"), "");
        Self {
            store,
            title: draft("title"),
            why: draft("why"),
            measure: draft("measure"),
            due: draft("due"),
            tasks: TaskDrafts::new(store, &format!("{DRAFTS}task")),
            category: draft("category"),
            template: draft("template"),
        }
    }

    /// What it is about.
    pub fn category(&self) -> Category {
        Category::from_name(&self.category.get()).unwrap_or_default()
    }

    /// Chooses what it is about.
    pub fn choose(&self, category: Category) {
        self.category.set(category.name().to_owned());
    }

    /// Fills the form with an idea. Only an empty form is filled, so nothing typed is lost.
    pub fn take(&self, idea: &GoalTemplate) {
        let due = due_of(self.store, idea);
        self.title.set(idea.title.clone());
        self.why.set(idea.why.clone());
        self.measure.set(idea.measure.clone());
        self.due.set(due.map(|due| due.to_string()).unwrap_or_default());
        self.choose(idea.category());
        self.template.set(idea.key.clone());
        self.tasks.fill(&idea.tasks);
    }

    /// Empties the form again.
    pub fn clear(&self) {
        for draft in [self.title, self.why, self.measure, self.due, self.category, self.template] {
            draft.clear();
        }
        self.tasks.fill(&[]);
    }

    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        let texts = [self.title, self.why, self.measure, self.due];
        let is_blank = |text: String| text.trim().is_empty();
        texts.iter().all(|draft| is_blank(draft.get()))
            && self.tasks.titles().into_iter().all(is_blank)
    }

    /// The idea that it was filled with, as long as something of that stands in it.
    pub fn idea(&self) -> Option<&'static GoalTemplate> {
        let key = self.template.get();
        let idea = self.store.pack().goals.iter().find(|idea| idea.key == key)?;
        let stands = self.title.get() == idea.title
            || self.why.get() == idea.why
            || self.measure.get() == idea.measure;
        stands.then_some(idea)
    }

    /// Whether it still says just what that idea says.
    pub fn is_untouched(&self, idea: &GoalTemplate) -> bool {
        let is_written = |text: &String| !text.is_empty();
        let tasks: Vec<String> = self.tasks.titles().into_iter().filter(is_written).collect();
        let due = due_of(self.store, idea).map(|due| due.to_string()).unwrap_or_default();
        let texts = [self.title.get(), self.why.get(), self.measure.get(), self.due.get()];
        let idea_texts = [&idea.title, &idea.why, &idea.measure, &due];
        texts.iter().eq(idea_texts) && tasks == idea.tasks && self.category() == idea.category()
    }

    fn due(&self) -> Result<Option<NaiveDate>, Complaint> {
        read_due(&self.due.get())
    }

    /// What is wrong with what it is.
    pub fn title_problem(&self) -> Option<Problem> {
        problem_in(&GoalChange::Title(self.title.get()).check())
    }

    /// What is wrong with why.
    pub fn why_problem(&self) -> Option<Problem> {
        problem_in(&GoalChange::Why(self.why.get()).check())
    }

    /// What is wrong with how its author will know.
    pub fn measure_problem(&self) -> Option<Problem> {
        problem_in(&GoalChange::Measure(self.measure.get()).check())
    }

    /// What is wrong with the day.
    pub fn due_problem(&self) -> Option<Problem> {
        problem_in(&self.due())
    }

    /// Whether anything is wrong.
    pub fn has_problem(&self) -> bool {
        self.title_problem().is_some()
            || self.why_problem().is_some()
            || self.measure_problem().is_some()
            || self.due_problem().is_some()
            || self.tasks.has_problem()
    }

    /// The command that adds the goal; `None` while a field is wrong.
    pub fn command(&self, plan: PlanId) -> Option<Command> {
        if self.has_problem() {
            return None;
        }
        let mut changes = vec![
            GoalChange::Title(self.title.get()),
            GoalChange::Why(self.why.get()),
            GoalChange::Measure(self.measure.get()),
            GoalChange::Due(self.due().ok()?),
            GoalChange::Category(self.category()),
        ];
        changes.extend(self.idea().map(|idea| GoalChange::Template(idea.key.clone())));
        Some(Command::AddGoal { plan, changes, tasks: self.tasks.titles() })
    }

    /// Forgets what was typed, once it has become a goal.
    pub fn forget(&self) {
        self.store.clear_drafts(DRAFTS);
    }
}
