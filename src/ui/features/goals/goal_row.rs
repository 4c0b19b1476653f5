//! One goal in a list: its category, by when, and how far it is.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::crdt::SortedMap;
use crate::domain::{Kind, Progress, RecordId};
use crate::route::Route;
use crate::ui::components::{Chip, ListRow, News, ProgressBar, RowState};
use crate::ui::features::goals::goal_words::{goal_line, is_reached};
use crate::ui::features::news::new_mark::NewMark;
use crate::ui::side_by_side::chosen_or;
use crate::ui::words::{category_mark, say, use_store};

/// What the rows of a list share, so that it is read once for all of them.
#[derive(Clone, Copy)]
pub struct GoalsAtGlance {
    progress: Memo<SortedMap<RecordId, Progress>>,
    disputed: Memo<BTreeSet<RecordId>>,
}

impl GoalsAtGlance {
    /// How far every goal of the open plan is, and which of them want settling.
    pub fn new() -> Self {
        let store = use_store();
        Self {
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
) -> impl IntoView {
    let store = use_store();
    let goal = Memo::new(move |_| store.plan(&[Kind::Goal], |_, plan| plan.goal(id)).flatten());
    let progress =
        Memo::new(move |_| glance.progress.with(|all| all.get(&id).copied().unwrap_or_default()));
    let is_disputed = Memo::new(move |_| glance.disputed.with(|goals| goals.contains(&id)));
    let is_there = Memo::new(move |_| goal.with(Option::is_some));
    let title = move || goal.get().map(|goal| goal.title).unwrap_or_default();
    let line =
        move || goal.get().map(|goal| goal_line(store, &goal, progress.get())).unwrap_or_default();
    let mark = move || goal.get().map(|goal| category_mark(store, goal.category));
    let state = chosen_or(Route::Goal(id), move || {
        if is_disputed.get() {
            RowState::Attention
        } else if is_reached(progress.get()) {
            RowState::Done
        } else {
            RowState::Plain
        }
    });
    view! {
        <Show when=move || is_there.get()>
            <ListRow
                href=Route::Goal(id).to_string()
                title=Signal::derive(title)
                line=Signal::derive(line)
                mark=Signal::derive(mark)
                state
            >
                <GoalRowEnd id progress is_disputed />
            </ListRow>
        </Show>
    }
}

/// What stands at the end of the row: a small picture of what the line says, and a word where
/// something wants settling.
#[component]
fn GoalRowEnd(id: RecordId, progress: Memo<Progress>, is_disputed: Memo<bool>) -> impl IntoView {
    let store = use_store();
    let done = Signal::derive(move || u32::try_from(progress.get().done).unwrap_or(u32::MAX));
    let total = Signal::derive(move || u32::try_from(progress.get().of).unwrap_or(u32::MAX));
    view! {
        <div class="goal-row">
            <NewMark page=Route::Goal(id) />
            <Show when=move || is_disputed.get()>
                <Chip label=say(store, |m| m.common.to_settle) news=News::Warn />
            </Show>
            <Show when=move || { total.get() > 0 }>
                <div class="goal-row__bar">
                    <ProgressBar done total words="" />
                </div>
            </Show>
        </div>
    }
}
