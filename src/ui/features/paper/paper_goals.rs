//! Goals on paper, each with its tasks and how it stands.

use leptos::prelude::*;

use crate::domain::{Confidence, GoalStatus, Moment, Paper, PaperGoal, Role};
use crate::store::Store;
use crate::ui::features::paper::paper_sheet::PaperPart;
use crate::ui::features::paper::paper_words::{day, day_at, name_on};

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
    let rows: Vec<AnyView> = paper.goals.iter().map(|goal| row(store, paper, goal)).collect();
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
        let rows: Vec<AnyView> =
            paper.standing(status).map(|goal| row(store, paper, goal)).collect();
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

fn row(store: Store, paper: &Paper, of: &PaperGoal) -> AnyView {
    let words = store.messages().paper;
    let category = (store.messages().common.category)(of.goal.category);
    let due = match of.goal.due {
        Some(due) => (store.messages().goals.by)(&day(store, due)),
        None => store.messages().goals.no_date.to_owned(),
    };
    let line = format!("{} · {due} · {category}", (words.status)(of.status.0));
    let texts = texts(store, paper, of).into_iter().map(|text| {
        view! { <p class="paper__text">{text}</p> }
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
            {texts.collect_view()}
            <ul class="paper__tasks" role="list">{tasks.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// What is said of a goal besides its title: how one will know, why it stands as it does, how sure both sides are, and
/// what shows that it comes closer.
fn texts(store: Store, paper: &Paper, of: &PaperGoal) -> Vec<String> {
    let (goals, common) = (store.messages().goals, store.messages().common);
    let mut texts = Vec::new();
    if !of.goal.measure.is_empty() {
        texts.push(of.goal.measure.clone());
    }
    let (status, because) = &of.status;
    if matches!(status, GoalStatus::AtRisk | GoalStatus::Overdue | GoalStatus::SetAside) {
        texts.push((goals.because)(because));
    }
    let moment = |(moment, said): &(Moment, Confidence)| {
        let sides = [(Role::Student, said.student), (Role::Mentor, said.mentor)];
        let side = |(role, rating): (Role, Option<i64>)| {
            Some((goals.rated)(&(common.role)(role).to_lowercase(), rating?))
        };
        let sides: Vec<String> = sides.into_iter().filter_map(side).collect();
        format!("{}: {}", (store.messages().closing.at)(*moment), sides.join(", "))
    };
    if !of.confidence.is_empty() {
        let moments: Vec<String> = of.confidence.iter().map(moment).collect();
        texts.push(format!("{}. {}", goals.confidence, moments.join(". ")));
    }
    for one in &of.evidence {
        let who = name_on(paper, one.author).map(|name| format!(" ({name})"));
        texts.push(format!("{}: {}{}", goals.evidence, one.text, who.unwrap_or_default()));
    }
    texts
}
