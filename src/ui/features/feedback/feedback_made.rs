//! What came of a piece of feedback, and making a goal or an action item of it in one tap.

use leptos::prelude::*;

use crate::domain::{Bond, Command, Feedback, Kind, RecordId, RecordKey};
use crate::route::Route;
use crate::ui::components::{Button, CheckRow, Glyph, List, ListRow, Section};
use crate::ui::words::{say, use_store};

/// How many characters of the feedback become a title.
const TITLE: usize = 80;

/// What came of a piece of feedback, and what can still be made of it. Taking back what was made brings its
/// button back.
#[component]
pub fn FeedbackMade(
    /// Where the feedback is.
    key: RecordKey,
    /// What it says.
    feedback: Signal<Option<Feedback>>,
) -> impl IntoView {
    let store = use_store();
    let made = Memo::new(move |_| {
        let found = store.plan(&[Kind::Goal, Kind::ActionItem], |_, plan| plan.made_of(key.id));
        found.unwrap_or_default()
    });
    let aim = Memo::new(move |_| {
        feedback.with(|found| found.as_ref().map(|found| found.aim(TITLE))).unwrap_or_default()
    });
    let rows = move || {
        let row = |(kind, id)| match kind {
            Kind::Goal => view! { <GoalMade id /> }.into_any(),
            _ => view! { <ItemMade id /> }.into_any(),
        };
        made.get().into_iter().map(row).collect_view()
    };
    let lacks = move |kind: Kind| made.with(|made| made.iter().all(|(found, _)| *found != kind));
    let make = move |deed: Bond| {
        // What stands in the way is said by the store's notice.
        let _outcome = store.apply(deed.within(key.plan));
    };
    let make_goal = move || {
        make(Bond::MakeGoal { feedback: key.id, title: aim.get_untracked() });
    };
    let make_item = move || {
        let (title, owner) = (aim.get_untracked(), untrack(|| store.me()));
        make(Bond::MakeActionItem { feedback: key.id, title, owner, due: None });
    };
    let takes_over = move || (store.messages().feedback.takes_over)(&aim.get());
    let label = say(store, |m| m.feedback.made);
    view! {
        <Section title=label>
            <List label=label>{rows}</List>
            <Show when=move || lacks(Kind::Goal) || lacks(Kind::ActionItem)>
                <p class="muted small">{takes_over}</p>
                <div class="cluster">
                    <Show when=move || lacks(Kind::Goal)>
                        <Button
                            label=say(store, |m| m.feedback.make_goal)
                            on_click=make_goal
                            icon=Glyph::Goals
                        />
                    </Show>
                    <Show when=move || lacks(Kind::ActionItem)>
                        <Button
                            label=say(store, |m| m.feedback.make_item)
                            on_click=make_item
                            icon=Glyph::Task
                        />
                    </Show>
                </div>
            </Show>
        </Section>
    }
}

/// The goal that came of it.
#[component]
fn GoalMade(id: RecordId) -> impl IntoView {
    let store = use_store();
    let title = move || {
        let goal = store.plan(&[Kind::Goal], |_, plan| plan.goal(id)).flatten();
        goal.map(|goal| goal.title).unwrap_or_default()
    };
    view! {
        <ListRow
            href=Route::Goal(id).to_string()
            title=Signal::derive(title)
            line=say(store, |m| (m.share.records.kind)(Kind::Goal))
        />
    }
}

/// The action item that came of it, to be ticked here.
#[component]
fn ItemMade(id: RecordId) -> impl IntoView {
    let store = use_store();
    let item = move || store.plan(&[Kind::ActionItem], |_, plan| plan.action_item(id)).flatten();
    let tick = move |done: bool| {
        if let Some(plan) = untrack(|| store.open_plan_id()) {
            // What stands in the way is said by the store's notice.
            let _outcome = store.apply(Command::TickActionItem { plan, item: id, done });
        }
    };
    view! {
        <li>
            <CheckRow
                label=Signal::derive(move || item().map(|item| item.title).unwrap_or_default())
                is_checked=Signal::derive(move || item().is_some_and(|item| item.is_done))
                on_change=tick
                line=say(store, |m| (m.share.records.kind)(Kind::ActionItem))
            />
        </li>
    }
}
