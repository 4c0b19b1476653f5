//! What is left at the end: action items to tick, and goals that are open.

use leptos::prelude::*;

use crate::domain::{ActionItem, Command, GoalStatus, Kind, Plan, RecordId};
use crate::route::Route;
use crate::ui::components::{CheckRow, List, ListRow};
use crate::ui::words::{category_mark, name_of, say, use_store};

/// What is left, or that nothing is.
#[component]
pub fn ClosingLeft() -> impl IntoView {
    let store = use_store();
    // What is ticked here stays in sight until the page is left.
    let items = Memo::new(move |before: Option<&Vec<ActionItem>>| {
        let was_there =
            |item: &ActionItem| before.is_some_and(|all| all.iter().any(|it| it.id == item.id));
        let mut items =
            store.plan(&[Kind::ActionItem], |_, plan| plan.action_items()).unwrap_or_default();
        items.retain(|item| !item.is_done || was_there(item));
        items
    });
    let goals = Memo::new(move |_| {
        let now = store.now();
        let is_open = |plan: &Plan, id: RecordId| {
            let status = plan.goal_status(id, now.date_naive(), *now.offset());
            status.is_some_and(|(it, _)| !matches!(it, GoalStatus::Met | GoalStatus::SetAside))
        };
        let read = |plan: &Plan| {
            let mut goals = plan.goals_in_order();
            goals.retain(|id| is_open(plan, *id));
            goals
        };
        let kinds = [Kind::Goal, Kind::Task, Kind::Rating, Kind::Plan];
        store.plan(&kinds, |_, plan| read(plan)).unwrap_or_default()
    });
    let is_empty = Memo::new(move |_| items.with(Vec::is_empty) && goals.with(Vec::is_empty));
    view! {
        <Show
            when=move || !is_empty.get()
            fallback=move || {
                view! { <p class="muted">{say(store, |m| m.closing.nothing_left)}</p> }
            }
        >
            <p class="muted prose">{say(store, |m| m.closing.left_why)}</p>
            <Show when=move || items.with(|items| !items.is_empty())>
                <Items items />
            </Show>
            <Show when=move || goals.with(|goals| !goals.is_empty())>
                <h3 class="closing-left__name">{say(store, |m| m.closing.open_goals)}</h3>
                <List label=say(store, |m| m.closing.open_goals)>
                    <For each=move || goals.get() key=|id| *id let:goal>
                        <OpenGoal goal />
                    </For>
                </List>
            </Show>
        </Show>
    }
}

/// The action items.
#[component]
fn Items(items: Memo<Vec<ActionItem>>) -> impl IntoView {
    let store = use_store();
    let ids = move || items.with(|items| items.iter().map(|item| item.id).collect::<Vec<_>>());
    let row = move |id: RecordId| {
        let found = Memo::new(move |_| {
            items.with(|items| items.iter().find(|item| item.id == id).cloned())
        });
        let owner = Signal::derive(move || match found.get().and_then(|item| item.owner) {
            Some(owner) => name_of(store, Some(owner)),
            None => store.messages().meetings.nobody.to_owned(),
        });
        let tick = move |done: bool| {
            if let Some(plan) = untrack(|| store.open_plan_id()) {
                // What stands in the way is said by the store's notice.
                let _outcome = store.apply(Command::TickActionItem { plan, item: id, done });
            }
        };
        view! {
            <li>
                <CheckRow
                    label=Signal::derive(move || {
                        found.get().map(|item| item.title).unwrap_or_default()
                    })
                    is_checked=Signal::derive(move || found.get().is_some_and(|item| item.is_done))
                    on_change=tick
                    line=owner
                />
            </li>
        }
    };
    view! {
        <h3 class="closing-left__name">{say(store, |m| m.meetings.items)}</h3>
        <List label=say(store, |m| m.meetings.items)>
            <For each=ids key=|id| *id children=row />
        </List>
    }
}

/// One goal that is open: what, and how it stands.
#[component]
fn OpenGoal(goal: RecordId) -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| {
        let now = store.now();
        let kinds = [Kind::Goal, Kind::Task, Kind::Rating, Kind::Plan];
        let read = store.plan(&kinds, |_, plan| {
            let (status, _) = plan.goal_status(goal, now.date_naive(), *now.offset())?;
            Some((plan.goal(goal)?, status))
        });
        read.flatten()
    });
    let title = move || found.get().map(|(goal, _)| goal.title).unwrap_or_default();
    let line = move || {
        let status = found.get().map(|(_, status)| (store.messages().paper.status)(status));
        status.unwrap_or_default().to_owned()
    };
    let mark = move || found.get().map(|(goal, _)| category_mark(store, goal.category));
    view! {
        <ListRow
            href=Route::Goal(goal).to_string()
            title=Signal::derive(title)
            line=Signal::derive(line)
            mark=Signal::derive(mark)
        />
    }
}
