//! How a goal stands, in the reader's words: by when, and how many of its tasks are done.

use chrono::{Datelike, NaiveDate};

use crate::domain::{Goal, Progress, Task};
use crate::store::Store;

/// How many of these tasks are done.
pub fn progress_of(tasks: &[Task]) -> Progress {
    Progress { done: tasks.iter().filter(|task| task.is_done).count(), of: tasks.len() }
}

/// Whether every task of a goal is done. A goal without tasks is not.
pub fn is_reached(progress: Progress) -> bool {
    progress.of > 0 && progress.done >= progress.of
}

/// By when a goal is due, whether that day has passed, and how many of its tasks are done:
/// `by 18 Dec · 3 of 5 tasks`. Of a goal whose tasks are all done the day no longer matters.
pub fn goal_line(store: Store, goal: &Goal, progress: Progress) -> String {
    let tasks = tasks_words(store, progress);
    if is_reached(progress) {
        return tasks;
    }
    format!("{} · {tasks}", due_words(store, goal.due, false))
}

/// By when something is due. Nothing that is done is overdue.
pub fn due_words(store: Store, due: Option<NaiveDate>, is_done: bool) -> String {
    let goals = store.messages().goals;
    let today = store.now().date_naive();
    let Some(due) = due else { return goals.no_date.to_owned() };
    let locale = store.locale();
    let day = if due.year() == today.year() { locale.date(due) } else { locale.full_date(due) };
    if due < today && !is_done { (goals.overdue)(&day) } else { (goals.by)(&day) }
}

/// How many tasks are done: `3 of 5 tasks`.
pub fn tasks_words(store: Store, progress: Progress) -> String {
    (store.messages().goals.tasks_done)(progress.done, progress.of)
}
