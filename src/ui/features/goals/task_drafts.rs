//! The first tasks of a goal that is being written: a list of fields that grows as it is filled.

use leptos::prelude::*;

use crate::domain::{GoalChange, LIMITS, Problem};
use crate::store::Store;
use crate::ui::components::TextField;
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{problem_in, problem_note, use_store};

/// The drafts of the first tasks, as many as a goal may have.
#[derive(Clone, Copy)]
pub struct TaskDrafts([Draft; LIMITS.tasks]);

impl TaskDrafts {
    /// The drafts whose names begin with `name`, such as `goal/new/task`.
    pub fn new(store: Store, name: &str) -> Self {
        Self(std::array::from_fn(|at| Draft::new(store, format!("{name}/{at}"), "")))
    }

    /// The titles, empty ones too. Follows the typing.
    pub fn titles(&self) -> Vec<String> {
        self.0.iter().map(Draft::get).collect()
    }

    /// Writes these titles into the first fields, and empties the others.
    pub fn fill(&self, titles: &[String]) {
        for (at, draft) in self.0.iter().enumerate() {
            draft.set(titles.get(at).cloned().unwrap_or_default());
        }
    }

    /// Whether a title breaks a rule.
    pub fn has_problem(&self) -> bool {
        self.0.iter().any(|draft| task_problem(&draft.get()).is_some())
    }

    /// How many fields are shown: those with text, and the next empty one.
    fn shown(&self) -> usize {
        let filled = self.0.iter().rposition(|draft| !draft.get().trim().is_empty());
        filled.map_or(1, |last| last + 2).min(LIMITS.tasks)
    }
}

/// What is wrong with the title of a task that may be left out. Empty is not wrong.
fn task_problem(title: &str) -> Option<Problem> {
    if title.trim().is_empty() { None } else { title_problem(title) }
}

/// What is wrong with a task's title. It keeps the rule that a goal's title keeps.
fn title_problem(title: &str) -> Option<Problem> {
    problem_in(&GoalChange::Title(title.to_owned()).check())
}

/// The fields; one more appears when the last gets text.
#[component]
pub fn TaskFields(
    /// What is written in them.
    drafts: TaskDrafts,
) -> impl IntoView {
    let store = use_store();
    let shown = Memo::new(move |_| drafts.shown());
    let fields = move || drafts.0.into_iter().enumerate().take(shown.get()).collect::<Vec<_>>();
    view! {
        <div class="stack">
            <For each=fields key=|(at, _)| *at let((at, draft))>
                <TextField
                    label=Signal::derive(move || (store.messages().goals.task_number)(at + 1))
                    value=draft.value()
                    on_input=draft.on_input()
                    note=Signal::derive(move || problem_note(store, task_problem(&draft.get())))
                />
            </For>
        </div>
    }
}
