//! One goal in a list: its category, by when, how far it is, how it stands and why.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::goal_order::{GoalHandle, GoalOrder};
use super::goal_words::{Standing, goal_line, is_over, news_of, status_words, today};
use crate::crdt::SortedMap;
use crate::domain::{Because, Goal, GoalStatus, Kind, Progress, RecordId};
use crate::route::Route;
use crate::ui::components::redrawn::keyword;
use crate::ui::components::{Chip, News, RowState};
use crate::ui::features::news::new_mark::NewMark;
use crate::ui::side_by_side::chosen_or;
use crate::ui::words::{cap_color, category_mark, say, use_store};

/// What the rows of a list share, so that it is read once for all of them.
#[derive(Clone, Copy)]
pub struct GoalsAtGlance {
    progress: Memo<SortedMap<RecordId, Progress>>,
    disputed: Memo<BTreeSet<RecordId>>,
    /// How it stands with every goal, and why.
    pub standings: Memo<SortedMap<RecordId, Standing>>,
}

impl GoalsAtGlance {
    /// How far every goal of the open plan is, how it stands, and which of them want settling.
    pub fn new() -> Self {
        const KINDS: [Kind; 5] = [Kind::Goal, Kind::Task, Kind::Rating, Kind::Plan, Kind::Person];
        let store = use_store();
        let today = today(store);
        Self {
            standings: Memo::new(move |_| {
                let (day, offset) = today.get();
                let all = store.plan(&KINDS, |_, plan| plan.goal_standings(day, offset));
                all.unwrap_or_default()
            }),
            progress: Memo::new(move |_| {
                store.plan(&[Kind::Task], |_, plan| plan.progress()).unwrap_or_default()
            }),
            disputed: Memo::new(move |_| {
                let goals = store.plan(&[Kind::Goal, Kind::Task], |id, plan| {
                    let disputes = plan.disputes(id).into_iter();
                    let goals = disputes.filter_map(|dispute| match dispute.key.kind {
                        Kind::Goal => Some(dispute.key.id),
                        Kind::Task => plan.task(dispute.key.id)?.goal,
                        _ => None,
                    });
                    goals.collect()
                });
                goals.unwrap_or_default()
            }),
        }
    }

    fn standing(&self, goal: RecordId) -> Memo<Standing> {
        let all = self.standings;
        Memo::new(move |_| {
            let none = (GoalStatus::OnTrack, Because::NoDay);
            all.with(|all| all.get(&goal).cloned()).unwrap_or(none)
        })
    }
}

impl Default for GoalsAtGlance {
    fn default() -> Self {
        Self::new()
    }
}

/// One goal in a list, as an `<li>`; nothing where it is deleted.
#[component]
pub fn GoalRow(
    /// The goal.
    id: RecordId,
    /// What the rows share.
    glance: GoalsAtGlance,
    /// The list.
    order: GoalOrder,
) -> impl IntoView {
    let store = use_store();
    let goal = Memo::new(move |_| store.plan(&[Kind::Goal], |_, plan| plan.goal(id)).flatten());
    let is_disputed = Memo::new(move |_| glance.disputed.with(|goals| goals.contains(&id)));
    let is_there = Memo::new(move |_| goal.with(Option::is_some));
    let standing = glance.standing(id);
    let state = chosen_or(Route::Goal(id), move || {
        if is_disputed.get() {
            RowState::Attention
        } else if is_over(&standing.get()) {
            RowState::Done
        } else {
            RowState::Plain
        }
    });
    let cap = keyword(move || goal.with(|goal| Some(cap_color(goal.as_ref()?.category).word())));
    view! {
        <Show when=move || is_there.get()>
            <li class="list-row goal-row" data-cap=cap data-state=move || state.get().word()>
                <div class="list-row__words">
                    <GoalRowWords goal state glance standing />
                    <GoalRowStanding id standing is_disputed />
                </div>
                <div class="list-row__action">
                    <GoalHandle goal=id order />
                </div>
            </li>
        </Show>
    }
}

/// What the goal is, its category, by when, and how many tasks are done.
#[component]
fn GoalRowWords(
    goal: Memo<Option<Goal>>,
    state: Signal<RowState>,
    glance: GoalsAtGlance,
    standing: Memo<Standing>,
) -> impl IntoView {
    let store = use_store();
    let title = move || goal.get().map(|goal| goal.title);
    let href = move || goal.with(|goal| goal.as_ref().map(|goal| Route::Goal(goal.id).to_string()));
    let line = move || {
        goal.get().map(|goal| {
            let progress = glance.progress.with(|all| all.get(&goal.id).copied());
            let line = goal_line(store, &goal, progress.unwrap_or_default(), &standing.get());
            [&category_mark(store, goal.category).word, " · ", &line].concat()
        })
    };
    let is_current = keyword(move || (state.get() == RowState::Current).then_some("true"));
    view! {
        <a class="list-row__title" href=href aria-current=is_current>
            {title}
        </a>
        <span class="list-row__line">{line}</span>
    }
}

/// How it stands, and why; and a word where something wants settling.
#[component]
fn GoalRowStanding(
    id: RecordId,
    standing: Memo<Standing>,
    is_disputed: Memo<bool>,
) -> impl IntoView {
    let store = use_store();
    let status = move || (store.messages().paper.status)(standing.get().0).to_owned();
    let why = move || status_words(store, &standing.get().1);
    view! {
        <div class="goal-row__standing">
            <Chip
                label=Signal::derive(status)
                news=Signal::derive(move || news_of(standing.get().0))
            />
            <span class="list-row__line">{why}</span>
            <NewMark page=Route::Goal(id) />
            <Show when=move || is_disputed.get()>
                <Chip label=say(store, |m| m.common.to_settle) news=News::Warn />
            </Show>
        </div>
    }
}
