//! The field for one more task of a goal.

use leptos::prelude::*;

use crate::domain::{Command, LIMITS, RecordId};
use crate::ui::features::writing::draft::Draft;
use crate::ui::features::writing::line_form::LineForm;
use crate::ui::words::{say, use_store};

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
    let add = move |title: String| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return false };
        store.apply(Command::AddTask { plan, goal, title }).is_ok()
    };
    view! {
        <LineForm
            label=say(store, |m| m.goals.new_task)
            add_label=say(store, |m| m.goals.add_task)
            draft
            on_add=add
        />
    }
}
