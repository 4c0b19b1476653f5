//! One task in a list: ticked at one tap, renamed in place, deleted with a way back.

use leptos::prelude::*;

use super::task_drafts::title_problem;
use crate::domain::{Command, CommandError, Kind, PlanId, RecordId, RecordKey, Task};
use crate::store::Store;
use crate::ui::components::{
    Button, CheckRow, FieldNote, Form, Glyph, Menu, MenuItem, TextField, TextKind,
};
use crate::ui::features::audience::audience_items::AudienceItems;
use crate::ui::features::audience::audience_mark::AudienceMark;
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::writing::live_field::live_field;
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
    // A half-written name is there again when the page is.
    let is_renaming = RwSignal::new(store.draft(&draft_name(id)).is_some());
    let words = move |key: RecordKey| {
        move || match is_renaming.get() {
            true => view! { <TaskName key task is_renaming /> }.into_any(),
            false => view! { <TaskTick key task is_renaming /> }.into_any(),
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

fn draft_name(task: RecordId) -> String {
    format!("task/{task}/title")
}

/// The box to tick, and the menu.
#[component]
fn TaskTick(
    key: RecordKey,
    task: Memo<Option<Task>>,
    is_renaming: RwSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let RecordKey { plan, id, .. } = key;
    let title = Signal::derive(move || task.get().map(|task| task.title).unwrap_or_default());
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

/// The field for the task's title. It is saved when the reader leaves it.
#[component]
fn TaskName(
    key: RecordKey,
    task: Memo<Option<Task>>,
    is_renaming: RwSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let field = live_field(
        store,
        Some(key),
        draft_name(key.id),
        move || task.get().map(|task| task.title).unwrap_or_default(),
        title_problem,
        move |title| rename(store, key.plan, key.id, title),
    );
    // A name that breaks a rule stays open, with what is wrong below it.
    let finish = move || {
        if untrack(|| field.note.get()) == FieldNote::default() {
            is_renaming.set(false);
        }
    };
    view! {
        <Form on_submit=finish>
            <div class="task-row__name">
                <TextField
                    label=say(store, |m| m.goals.task_title)
                    value=field.value
                    on_input=field.on_input
                    on_commit=field.on_commit
                    note=field.note
                    kind=TextKind::PLAIN.focused()
                />
                <Button label=say(store, |m| m.common.done) />
            </div>
        </Form>
    }
}

fn rename(store: Store, plan: PlanId, task: RecordId, title: String) -> Result<(), CommandError> {
    store.apply(Command::RenameTask { plan, task, title }).map(|_| ())
}
