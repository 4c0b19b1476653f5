//! Putting goals in order: what the handle of a row does, and what is said of it.

use leptos::prelude::*;

use crate::domain::{Bond, Kind, RecordId};
use crate::store::Store;
use crate::ui::components::{DragHandle, HandleWords, MoveTo};
use crate::ui::words::use_store;

/// The list whose goals are put in order.
#[derive(Clone, Copy)]
pub struct GoalOrder {
    /// The goals as they stand.
    pub goals: Memo<Vec<RecordId>>,
    /// What is said of the last move.
    said: RwSignal<String>,
}

impl GoalOrder {
    /// The order of these goals.
    pub fn of(goals: Memo<Vec<RecordId>>) -> Self {
        Self { goals, said: RwSignal::new(String::new()) }
    }

    /// Whether there is anything to put in order.
    fn is_worth_it(&self) -> bool {
        self.goals.with(|goals| goals.len() > 1)
    }

    fn move_goal(&self, store: Store, goal: RecordId, to: MoveTo) {
        let goals = self.goals.get_untracked();
        let Some(from) = goals.iter().position(|one| *one == goal) else { return };
        let last = goals.len().saturating_sub(1);
        let place = match to {
            MoveTo::Up => from.saturating_sub(1),
            MoveTo::Down => (from + 1).min(last),
            MoveTo::First => 0,
            MoveTo::Place(place) => place.min(last),
        };
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let others = goals.iter().filter(|one| **one != goal);
        let after = place.checked_sub(1).and_then(|before| others.copied().nth(before));
        // A refusal is said in the notice. At the end of the list nothing moves, and its place is said again.
        if place == from || store.apply(Bond::MoveGoal { goal, after }.within(plan)).is_ok() {
            let title = untrack(|| title_of(store, goal));
            let words = untrack(|| store.messages()).goals;
            self.said.set((words.moved)(&title, place + 1, goals.len()));
        }
    }
}

fn title_of(store: Store, goal: RecordId) -> String {
    let title = store.plan(&[Kind::Goal], |_, plan| plan.goal(goal).map(|goal| goal.title));
    title.flatten().unwrap_or_default()
}

/// The handle of one goal's row; nothing where there is nothing to put in order.
#[component]
pub fn GoalHandle(
    /// The goal.
    goal: RecordId,
    /// The list.
    order: GoalOrder,
) -> impl IntoView {
    let store = use_store();
    let words = Signal::derive(move || {
        let words = store.messages().goals;
        HandleWords {
            label: (words.move_goal)(&title_of(store, goal)),
            up: words.move_up.to_owned(),
            down: words.move_down.to_owned(),
            first: words.move_first.to_owned(),
        }
    });
    view! {
        <Show when=move || order.is_worth_it()>
            <DragHandle words on_move=move |to: MoveTo| order.move_goal(store, goal, to) />
        </Show>
    }
}

/// Says where a goal that was moved stands now, to those who do not see it.
#[component]
pub fn GoalMoves(
    /// The list.
    order: GoalOrder,
) -> impl IntoView {
    view! {
        <p class="visually-hidden" role="status">
            {order.said}
        </p>
    }
}
