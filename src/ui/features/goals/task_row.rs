//! One task in a list: ticked at one tap, renamed in place, deleted with a way back.

use leptos::prelude::*;

use crate::domain::{Command, Kind, RecordId, RecordKey, Task};
use crate::ui::components::{CheckRow, Glyph, Menu, MenuItem};
use crate::ui::features::audience::audience_items::AudienceItems;
use crate::ui::features::audience::audience_mark::AudienceMark;
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::writing::line_words::{LineWords, is_half_written};
use crate::ui::words::{say, use_store};

/// One task, as an `<li>`; nothing where it is deleted.
#[component]
pub fn TaskRow(
    /// The task.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let task = Memo::new(move |_| store.plan(&[Kind::Task], |_, plan| plan.task(id)).flatten());
    let key = Memo::new(move |_| {
        let plan = store.open_plan_id()?;
        task.with(Option::is_some).then_some(RecordKey { plan, kind: Kind::Task, id })
    });
    let title = Signal::derive(move || task.get().map(|task| task.title).unwrap_or_default());
    let words = move |key: RecordKey| {
        let is_renaming = RwSignal::new(is_half_written(store, key));
        let rename = move |title| {
            let RecordKey { plan, id: task, .. } = key;
            store.apply(Command::RenameTask { plan, task, title }).map(drop)
        };
        move || match is_renaming.get() {
            true => {
                let label = say(store, |m| m.goals.task_title);
                view! { <LineWords key title label save=rename is_changing=is_renaming /> }
                    .into_any()
            }
            false => view! { <TaskTick key task title is_renaming /> }.into_any(),
        }
    };
    move || {
        key.get().map(|key| {
            view! {
                <li class="task-row">
                    {words(key)} <AudienceMark key /> <DisputePanel key />
                </li>
            }
        })
    }
}

/// The box to tick, and the menu.
#[component]
fn TaskTick(
    key: RecordKey,
    task: Memo<Option<Task>>,
    title: Signal<String>,
    is_renaming: RwSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let RecordKey { plan, id, .. } = key;
    let is_done = move || task.with(|task| task.as_ref().is_some_and(|task| task.is_done));
    // Refusals of a tick or a deletion are said in the notice.
    let tick = move |done: bool| {
        let _outcome = store.apply(Command::TickTask { plan, task: id, done });
    };
    let delete = move || {
        let _outcome = store.apply(Command::Delete(key));
    };
    view! {
        <CheckRow label=title is_checked=Signal::derive(is_done) on_change=tick>
            <Menu label=Signal::derive(move || (store.messages().goals.task_menu)(&title.get()))>
                <MenuItem
                    label=say(store, |m| m.goals.rename_task)
                    icon=Glyph::Edit
                    on_click=move || is_renaming.set(true)
                />
                <AudienceItems key />
                <MenuItem
                    label=say(store, |m| m.goals.delete_task)
                    icon=Glyph::Trash
                    on_click=delete
                    is_danger=true
                />
            </Menu>
        </CheckRow>
    }
}
