//! Every goal of the plan, in the order that people have given them, and how far they have come.

use leptos::prelude::*;

use crate::domain::{Kind, RecordId};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, Below, ButtonLink, EmptyState, Glyph, ListHead, Tone, WindowedList,
};
use crate::ui::features::goals::goal_course::{GoalsCourse, GoalsNow};
use crate::ui::features::goals::goal_order::{GoalMoves, GoalOrder};
use crate::ui::features::goals::goal_row::{GoalRow, GoalsAtGlance};
use crate::ui::features::goals::suggestions::FirstGoals;
use crate::ui::words::{say, use_store};

/// Every goal of the plan, or what a good goal is where there is none.
#[component]
pub fn GoalsPage() -> impl IntoView {
    let store = use_store();
    let goals = Memo::new(move |_| {
        store.plan(&[Kind::Goal], |_, plan| plan.goals_in_order()).unwrap_or_default()
    });
    let is_empty = Memo::new(move |_| goals.with(Vec::is_empty));
    view! {
        <ListHead title=say(store, |m| m.goals.title) />
        <Show when=move || !is_empty.get() fallback=|| view! { <NoGoals /> }>
            <GoalList goals />
            <ActionBar>
                <ButtonLink
                    label=say(store, |m| m.goals.add)
                    href=Route::NewGoal.to_string()
                    tone=Tone::Primary
                    icon=Glyph::Plus
                />
            </ActionBar>
        </Show>
    }
}

/// The rows.
#[component]
fn GoalList(goals: Memo<Vec<RecordId>>) -> impl IntoView {
    let store = use_store();
    let glance = GoalsAtGlance::new();
    let order = GoalOrder::of(goals);
    view! {
        <GoalsNow glance />
        <GoalMoves order />
        <WindowedList
            rows=goals
            key=|id| *id
            more_label=say(store, |m| m.shell.show_more)
            label=say(store, |m| m.goals.list)
            let:id
        >
            <GoalRow id glance order />
        </WindowedList>
        <Below>
            <GoalsCourse />
        </Below>
    }
}

/// What a good goal is, and the button to begin with one.
#[component]
fn NoGoals() -> impl IntoView {
    let store = use_store();
    view! {
        <EmptyState
            icon=Glyph::Goals
            title=say(store, |m| m.goals.empty)
            text=say(store, |m| m.goals.empty_why)
        >
            <ButtonLink
                label=say(store, |m| m.goals.add)
                href=Route::NewGoal.to_string()
                icon=Glyph::Plus
            />
        </EmptyState>
        <FirstGoals />
    }
}
