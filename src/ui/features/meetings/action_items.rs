//! What was agreed in a meeting: who does what, to be ticked, and the form for one more.

use leptos::prelude::*;

use crate::domain::{ActionItem, Command, Kind, RecordId, RecordKey};
use crate::ui::components::{
    Button, CheckRow, Choice, Form, Glyph, IconButton, Section, SelectField, TextField,
};
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{name_of, problem_in, problem_note, say, use_store};

/// The action items of a meeting, oldest first, and the form for one more.
#[component]
pub fn ActionItems(
    /// The meeting.
    meeting: RecordId,
) -> impl IntoView {
    let store = use_store();
    let items = Memo::new(move |_| {
        store.plan(&[Kind::ActionItem], |_, plan| plan.action_items_of(meeting)).unwrap_or_default()
    });
    let aside = Signal::derive(move || {
        let (done, of) =
            items.with(|items| (items.iter().filter(|item| item.is_done).count(), items.len()));
        if of == 0 { String::new() } else { (store.messages().common.of)(done, of) }
    });
    let ids = move || items.with(|items| items.iter().map(|item| item.id).collect::<Vec<_>>());
    let label = say(store, |m| m.meetings.items);
    view! {
        <Section title=label aside>
            <Show
                when=move || items.with(|items| !items.is_empty())
                fallback=move || {
                    view! { <p class="muted prose">{move || store.messages().meetings.items_why}</p> }
                }
            >
                <ul class="list" role="list" aria-label=move || label.get()>
                    <For each=ids key=|id| *id let:id>
                        <ItemRow id items />
                    </For>
                </ul>
            </Show>
            <NewItem meeting />
        </Section>
    }
}

/// One action item.
#[component]
fn ItemRow(id: RecordId, items: Memo<Vec<ActionItem>>) -> impl IntoView {
    let store = use_store();
    let found =
        Memo::new(move |_| items.with(|items| items.iter().find(|item| item.id == id).cloned()));
    let title = move || found.get().map(|item| item.title).unwrap_or_default();
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
    let delete = move |()| {
        if let Some(plan) = untrack(|| store.open_plan_id()) {
            let key = RecordKey { plan, kind: Kind::ActionItem, id };
            // What stands in the way is said by the store's notice.
            let _outcome = store.apply(Command::Delete(key));
        }
    };
    view! {
        <li>
            <CheckRow
                label=Signal::derive(title)
                is_checked=Signal::derive(move || found.get().is_some_and(|item| item.is_done))
                on_change=tick
                line=owner
            >
                <IconButton
                    label=Signal::derive(move || (store.messages().meetings.delete_item)(&title()))
                    glyph=Glyph::Trash
                    on_click=delete
                />
            </CheckRow>
        </li>
    }
}

/// The form for one more.
#[component]
fn NewItem(meeting: RecordId) -> impl IntoView {
    let store = use_store();
    let title = Draft::new(store, format!("meeting/{meeting}/item"), "");
    let me = untrack(|| store.me());
    let owner = RwSignal::new(me.map(|me| me.to_string()).unwrap_or_default());
    let refused = RwSignal::new(None);
    let people = Signal::derive(move || {
        let people = store.plan(&[Kind::Person], |_, plan| plan.people()).unwrap_or_default();
        let me = store.me();
        let you = store.messages().shell.you;
        let named = people.into_iter().map(|person| match me {
            Some(me) if me == person.id => {
                Choice::new(person.id.to_string(), format!("{} ({you})", person.name))
            }
            _ => Choice::new(person.id.to_string(), person.name),
        });
        let nobody = Choice::new("", store.messages().meetings.nobody);
        std::iter::once(nobody).chain(named).collect::<Vec<_>>()
    });
    let add = move |()| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let command = Command::AddActionItem {
            plan,
            title: untrack(|| title.get()),
            meeting: Some(meeting),
            owner: owner.get_untracked().parse().ok(),
            due: None,
        };
        let outcome = store.apply(command);
        if outcome.is_ok() {
            title.clear();
        }
        refused.set(match outcome {
            Err(crate::domain::CommandError::Invalid(complaint)) => {
                problem_in::<()>(&Err(complaint))
            }
            _ => None,
        });
    };
    let write = move |text: String| {
        refused.set(None);
        title.set(text);
    };
    view! {
        <Form on_submit=add>
            <TextField
                label=say(store, |m| m.meetings.new_item)
                value=title.value()
                on_input=write
                note=Signal::derive(move || problem_note(store, refused.get()))
            />
            <SelectField
                label=say(store, |m| m.meetings.owner)
                choices=people
                value=owner
                on_change=move |id| owner.set(id)
            />
            <Button label=say(store, |m| m.meetings.add_item) icon=Glyph::Plus />
        </Form>
    }
}
