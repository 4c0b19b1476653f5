//! What was agreed in a meeting: who does what by when, with the form for one more; and what earlier meetings
//! left to be done.

use leptos::prelude::*;

use super::action_item_row::{ActionItemRow, people_choices, read_due};
use crate::domain::{ActionItem, Command, Kind, RecordId};
use crate::ui::components::{
    Button, Form, Glyph, List, Picker, PickerField, Section, SelectField, TextField,
};
use crate::ui::features::writing::draft::Draft;
use crate::ui::features::writing::line_form::line_problem;
use crate::ui::words::{problem_note, say, use_store};

/// The action items of earlier meetings that are not done, until they are.
#[component]
pub fn CarriedItems(
    /// The meeting.
    meeting: RecordId,
) -> impl IntoView {
    let store = use_store();
    let open = Memo::new(move |_| {
        let kinds = [Kind::ActionItem, Kind::Meeting];
        let read = store.plan(&kinds, |_, plan| ids_of(&plan.carried_over_to(meeting)));
        read.unwrap_or_default()
    });
    // What is ticked here stays in sight while the page is, so that a slip can be taken back.
    let shown = Memo::new(move |before: Option<&Vec<RecordId>>| {
        let mut shown = before.cloned().unwrap_or_default();
        open.with(|open| {
            let new: Vec<_> = open.iter().filter(|id| !shown.contains(id)).copied().collect();
            shown.extend(new);
        });
        shown
    });
    let has_any = Memo::new(move |_| shown.with(|ids| !ids.is_empty()));
    let label = say(store, |m| m.agenda.carried);
    view! {
        <Show when=move || has_any.get()>
            <Section title=label>
                <List label>
                    <For each=move || shown.get() key=|id| *id let:id>
                        <ActionItemRow id is_carried=true />
                    </For>
                </List>
            </Section>
        </Show>
    }
}

fn ids_of(items: &[ActionItem]) -> Vec<RecordId> {
    items.iter().map(|item| item.id).collect()
}

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
    let label = say(store, |m| m.meetings.items);
    view! {
        <Section title=label aside>
            <Show
                when=move || items.with(|items| !items.is_empty())
                fallback=move || {
                    view! { <p class="muted prose">{move || store.messages().meetings.items_why}</p> }
                }
            >
                <List label>
                    <For each=move || items.with(|items| ids_of(items)) key=|id| *id let:id>
                        <ActionItemRow id />
                    </For>
                </List>
            </Show>
            <NewItem meeting />
        </Section>
    }
}

/// The form for one more.
#[component]
fn NewItem(meeting: RecordId) -> impl IntoView {
    let store = use_store();
    let draft = |part: &str, initial: String| {
        Draft::new(store, format!("meeting/{meeting}/{part}"), initial)
    };
    let me = untrack(|| store.me()).map(|me| me.to_string()).unwrap_or_default();
    let title = draft("item", String::new());
    let due = draft("item-due", String::new());
    let owner = RwSignal::new(me);
    let was_tried = RwSignal::new(false);
    let add = move |()| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        was_tried.set(true);
        let Ok(day) = read_due(&untrack(|| due.get())) else { return };
        let command = Command::AddActionItem {
            plan,
            title: untrack(|| title.get()),
            meeting: Some(meeting),
            owner: owner.get_untracked().parse().ok(),
            due: day,
        };
        if store.apply(command).is_ok() {
            title.clear();
            due.clear();
            was_tried.set(false);
        }
    };
    let write = move |text: String| {
        was_tried.set(false);
        title.set(text);
    };
    let title_note = move || problem_note(store, line_problem(&title.get(), was_tried.get()));
    view! {
        <Form on_submit=add>
            <TextField
                label=say(store, |m| m.meetings.new_item)
                value=title.value()
                on_input=write
                note=Signal::derive(title_note)
            />
            <div class="when-fields__times">
                <SelectField
                    label=say(store, |m| m.meetings.owner)
                    choices=people_choices(store)
                    value=owner
                    on_change=move |id| owner.set(id)
                />
                <PickerField
                    kind=Picker::Date
                    label=say(store, |m| m.agenda.due)
                    value=due.value()
                    on_input=due.on_input()
                    note=Signal::derive(move || problem_note(store, read_due(&due.get()).err()))
                />
            </div>
            <div class="cluster">
                <Button label=say(store, |m| m.meetings.add_item) icon=Glyph::Plus />
            </div>
        </Form>
    }
}
