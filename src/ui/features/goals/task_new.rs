//! The field for one more task of a goal. It keeps the keyboard, so that tasks can be written one
//! after the other.

use leptos::prelude::*;

use super::task_drafts::title_problem;
use crate::domain::{Command, LIMITS, Problem, RecordId};
use crate::ui::components::{Button, Form, Glyph, TextField};
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{problem_note, say, use_store};

/// The field and its button, or why there is none.
#[component]
pub fn NewTask(
    /// The goal.
    goal: RecordId,
    /// Whether the goal has as many tasks as it may have.
    #[prop(into)]
    is_full: Signal<bool>,
) -> impl IntoView {
    let store = use_store();
    let draft = Draft::new(store, format!("goal/{goal}/new-task"), "");
    let full = move || {
        is_full.get().then(|| {
            let words = (store.messages().goals.tasks_full)(LIMITS.tasks);
            view! { <p class="muted small">{words}</p> }
        })
    };
    view! {
        <div role="status">{full}</div>
        <Show when=move || !is_full.get()>
            <NewTaskField goal draft />
        </Show>
    }
}

#[component]
fn NewTaskField(goal: RecordId, draft: Draft) -> impl IntoView {
    let store = use_store();
    let was_tried = RwSignal::new(false);
    let submit = move || {
        let title = untrack(|| draft.get());
        let plan = untrack(|| store.open_plan_id());
        let added = plan.map(|plan| store.apply(Command::AddTask { plan, goal, title }));
        let is_added = matches!(added, Some(Ok(_)));
        was_tried.set(!is_added);
        if is_added {
            draft.clear();
        }
    };
    // An empty field is wrong only once the reader has tried to add it.
    let note = move || {
        let problem = title_problem(&draft.get())
            .filter(|problem| *problem != Problem::Missing || was_tried.get());
        problem_note(store, problem)
    };
    view! {
        <Form on_submit=submit>
            <div class="task-new">
                <TextField
                    label=say(store, |m| m.goals.new_task)
                    value=draft.value()
                    on_input=move |text: String| {
                        was_tried.set(false);
                        draft.set(text);
                    }
                    note=Signal::derive(note)
                />
                // A press on the button leaves the keyboard in the field.
                <div class="task-new__button" on:mousedown=|event| event.prevent_default()>
                    <Button label=say(store, |m| m.goals.add_task) icon=Glyph::Plus />
                </div>
            </div>
        </Form>
    }
}
