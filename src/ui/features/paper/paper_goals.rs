//! Goals on paper, each with its tasks and how it stands.

use leptos::prelude::*;

use crate::domain::{GoalStatus, Paper, PaperGoal};
use crate::store::Store;
use crate::ui::features::paper::paper_sheet::PaperPart;
use crate::ui::features::paper::paper_words::{day, day_at};

/// How goals can stand, in the order of the report.
const REPORTED: [GoalStatus; 5] = [
    GoalStatus::Met,
    GoalStatus::OnTrack,
    GoalStatus::AtRisk,
    GoalStatus::Overdue,
    GoalStatus::SetAside,
];

/// Every goal, in the order that people have given them.
pub fn goals_on_paper(store: Store, paper: &Paper) -> AnyView {
    let words = store.messages().paper;
    let rows: Vec<AnyView> = paper.goals.iter().map(|goal| row(store, goal)).collect();
    view! {
        <PaperPart title=words.goals.to_owned()>
            {rows.is_empty().then(|| view! { <p>{words.no_goals}</p> })} {rows}
        </PaperPart>
    }
    .into_any()
}

/// The goals by how they stand: those that are met first.
pub fn standings_on_paper(store: Store, paper: &Paper) -> AnyView {
    let words = store.messages().paper;
    let part = |status: GoalStatus| {
        let rows: Vec<AnyView> = paper.standing(status).map(|goal| row(store, goal)).collect();
        let title = format!("{}: {} ({})", words.goals, (words.status)(status), rows.len());
        (!rows.is_empty()).then(|| view! { <PaperPart title>{rows}</PaperPart> })
    };
    let parts = REPORTED.map(part);
    let is_empty = parts.iter().all(Option::is_none);
    view! {
        {parts.into_iter().collect_view()}
        {is_empty
            .then(|| {
                view! {
                    <PaperPart title=words.goals.to_owned()>
                        <p>{words.no_goals}</p>
                    </PaperPart>
                }
            })}
    }
    .into_any()
}

fn row(store: Store, of: &PaperGoal) -> AnyView {
    let words = store.messages().paper;
    let category = (store.messages().common.category)(of.goal.category);
    let due = match of.goal.due {
        Some(due) => (store.messages().goals.by)(&day(store, due)),
        None => store.messages().goals.no_date.to_owned(),
    };
    let line = format!("{} · {due} · {category}", (words.status)(of.status.0));
    let measure = (!of.goal.measure.is_empty()).then(|| {
        view! { <p class="paper__text">{of.goal.measure.clone()}</p> }
    });
    let tasks = of.tasks.iter().map(|(task, done_at)| {
        let done = done_at.and_then(|at| day_at(store, at)).map(|day| (words.done_on)(&day));
        let is_done = task.is_done;
        view! {
            <li class="paper__task">
                <span class="paper__box" data-done=is_done.to_string()>
                    <span class="visually-hidden">{(words.task)(is_done)} ": "</span>
                </span>
                <span>
                    {task.title.clone()}
                    {done.map(|done| view! { <span class="paper__muted">", " {done}</span> })}
                </span>
            </li>
        }
    });
    view! {
        <div class="paper__row">
            <h4 class="paper__name">{of.goal.title.clone()}</h4>
            <p class="paper__muted">{line}</p>
            {measure}
            <ul class="paper__tasks" role="list">{tasks.collect_view()}</ul>
        </div>
    }
    .into_any()
}
