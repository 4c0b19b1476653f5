//! The tasks of one goal: how many are done, each to tick, and the field for one more.

use leptos::prelude::*;

use super::goal_words::{progress_of, tasks_words};
use super::task_new::NewTask;
use super::task_row::TaskRow;
use crate::domain::{Kind, LIMITS, RecordId};
use crate::ui::components::{ProgressBar, Section, WindowedList};
use crate::ui::words::{say, use_store};

/// The tasks of a goal.
#[component]
pub fn TaskList(
    /// The goal.
    goal: RecordId,
) -> impl IntoView {
    let store = use_store();
    let tasks = Memo::new(move |_| {
        store.plan(&[Kind::Task], |_, plan| plan.tasks_of(goal)).unwrap_or_default()
    });
    let ids = Memo::new(move |_| {
        tasks.with(|tasks| tasks.iter().map(|task| task.id).collect::<Vec<_>>())
    });
    let progress = Memo::new(move |_| tasks.with(|tasks| progress_of(tasks)));
    let is_full = Memo::new(move |_| progress.get().of >= LIMITS.tasks);
    let has_tasks = Memo::new(move |_| progress.get().of > 0);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    view! {
        <Section title=say(store, |m| m.goals.tasks)>
            <Show
                when=move || has_tasks.get()
                fallback=move || view! { <p class="muted">{tasks_hint()}</p> }
            >
                <ProgressBar
                    done=Signal::derive(move || count(progress.get().done))
                    total=Signal::derive(move || count(progress.get().of))
                    words=Signal::derive(move || tasks_words(store, progress.get()))
                />
                <WindowedList
                    rows=ids
                    key=|id| *id
                    more_label=say(store, |m| m.shell.show_more)
                    label=say(store, |m| m.goals.tasks)
                    let:id
                >
                    <TaskRow id />
                </WindowedList>
            </Show>
            <NewTask goal is_full />
        </Section>
    }
}

/// What tasks are for.
fn tasks_hint() -> impl Fn() -> String + Send + Sync + 'static {
    let store = use_store();
    move || (store.messages().goals.tasks_hint)(LIMITS.tasks)
}
