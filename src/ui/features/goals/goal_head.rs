//! The top of a goal's page: what it is, its category, by when, and what can be done with it.

use leptos::prelude::*;

use super::confidence::LatestConfidence;
use super::goal_fields::goal_memo;
use super::goal_words::{due_words, is_over, standing_of};
use crate::domain::{Command, Kind, RecordKey};
use crate::route::Route;
use crate::ui::components::{Cap, Glyph, Menu, MenuItem, PageHead};
use crate::ui::navigation::use_navigation;
use crate::ui::words::{category_mark, say, use_store};

/// The goal's title with its menu, and below them its category and by when it is due.
#[component]
pub fn GoalHead(
    /// The goal.
    key: RecordKey,
) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let goal = goal_memo(store, key.id);
    let standing = standing_of(store, key.id);
    let is_done = Memo::new(move |_| standing.with(|found| found.as_ref().is_some_and(is_over)));
    let delete = move || {
        if store.apply(Command::Delete(key)).is_ok() {
            navigation.replace.run(Route::Goals);
        }
    };
    let mark = move || {
        let category = goal.with(|goal| goal.as_ref().map(|goal| goal.category));
        category_mark(store, category.unwrap_or_default())
    };
    let due = move || due_words(store, goal.with(|goal| goal.as_ref()?.due), is_done.get());
    view! {
        <PageHead
            title=Signal::derive(move || goal.get().map(|goal| goal.title).unwrap_or_default())
            name=say(store, |m| (m.share.records.kind)(Kind::Goal))
            back_href=Route::Goals.to_string()
            back_label=say(store, |m| m.goals.title)
        >
            <Menu label=say(store, |m| m.goals.menu)>
                <MenuItem
                    label=say(store, |m| m.goals.delete)
                    icon=Glyph::Trash
                    on_click=delete
                    is_danger=true
                />
            </Menu>
        </PageHead>
        <p class="goal-head">
            <Cap mark=Signal::derive(mark) />
            <span class="goal-head__due">{due}</span>
        </p>
        <LatestConfidence goal=key.id />
    }
}
