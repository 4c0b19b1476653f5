//! How a goal stands, in the reader's words: by when, how many of its tasks are done, its status and why.

use chrono::{Datelike, FixedOffset, NaiveDate};
use leptos::prelude::*;

use crate::domain::{Because, Goal, GoalStatus, Kind, Progress, RecordId, Task};
use crate::store::Store;
use crate::ui::components::News;

/// How it stands with a goal, and why.
pub type Standing = (GoalStatus, Because);

/// How many of these tasks are done.
pub fn progress_of(tasks: &[Task]) -> Progress {
    Progress { done: tasks.iter().filter(|task| task.is_done).count(), of: tasks.len() }
}

/// Today by the reader's clock, and how far that is from UTC. It tells only when one of them changes.
pub fn today(store: Store) -> Memo<(NaiveDate, FixedOffset)> {
    Memo::new(move |_| {
        let now = store.now();
        (now.date_naive(), *now.offset())
    })
}

/// How it stands with one goal; `None` where it is not there.
pub fn standing_of(store: Store, goal: RecordId) -> Memo<Option<Standing>> {
    const KINDS: [Kind; 5] = [Kind::Goal, Kind::Task, Kind::Rating, Kind::Plan, Kind::Person];
    let today = today(store);
    Memo::new(move |_| {
        let (day, offset) = today.get();
        store.plan(&KINDS, |_, plan| plan.goal_status(goal, day, offset)).flatten()
    })
}

/// Whether nothing more is to be done for it.
pub fn is_over(standing: &Standing) -> bool {
    matches!(standing.0, GoalStatus::Met | GoalStatus::SetAside)
}

/// What kind of news a status is.
pub fn news_of(status: GoalStatus) -> News {
    match status {
        GoalStatus::OnTrack | GoalStatus::SetAside => News::Plain,
        GoalStatus::Met => News::Good,
        GoalStatus::AtRisk => News::Warn,
        GoalStatus::Overdue => News::Danger,
    }
}

/// Why it stands so, in one sentence.
pub fn status_words(store: Store, because: &Because) -> String {
    (store.messages().goals.because)(because)
}

/// By when a goal is due, whether that day has passed, and how many of its tasks are done:
/// `by 18 Dec · 3 of 5 tasks`. Of a goal that is over the day no longer matters.
pub fn goal_line(store: Store, goal: &Goal, progress: Progress, standing: &Standing) -> String {
    let tasks = tasks_words(store, progress);
    if is_over(standing) {
        return tasks;
    }
    format!("{} · {tasks}", due_words(store, goal.due, false))
}

/// By when something is due. Nothing that is over is overdue.
pub fn due_words(store: Store, due: Option<NaiveDate>, is_over: bool) -> String {
    let goals = store.messages().goals;
    let today = store.now().date_naive();
    let Some(due) = due else { return goals.no_date.to_owned() };
    let locale = store.locale();
    let day = if due.year() == today.year() { locale.date(due) } else { locale.full_date(due) };
    if due < today && !is_over { (goals.overdue)(&day) } else { (goals.by)(&day) }
}

/// How many tasks are done: `3 of 5 tasks`.
pub fn tasks_words(store: Store, progress: Progress) -> String {
    (store.messages().goals.tasks_done)(progress.done, progress.of)
}
