//! The people of the plan, and which of them the reader is.

use leptos::prelude::*;

use crate::domain::{About, Command, Kind, Person, PersonChange, Role};
use crate::route::Route;
use crate::ui::components::{
    Banner, Button, Chip, Form, List, ListRow, PageHead, Section, Segmented, TextField, TextKind,
    Tone,
};
use crate::ui::features::notes::private_notes::PrivateNotes;
use crate::ui::features::plans::choices::role_choices;
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{problem_note, say, use_store};

/// The people of the plan.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let store = use_store();
    let people = Memo::new(move |_| {
        store.plan(&[Kind::Person], |_, plan| plan.people()).unwrap_or_default()
    });
    let is_outside = Memo::new(move |_| store.me().is_none() && store.open_plan_id().is_some());
    view! {
        <PageHead
            title=say(store, |m| m.people.title)
            back_href=Route::More.to_string()
            back_label=say(store, |m| m.settings.more)
        />
        <div class="stack" data-gap="wide">
            <Show when=move || is_outside.get()>
                <Banner text=say(store, |m| m.people.who_are_you) />
            </Show>
            <List>
                <For each=move || people.get() key=|person| person.clone() let:person>
                    <PersonRow person />
                </For>
            </List>
            <NotesOnPeople people />
            <Show when=move || is_outside.get()>
                <JoinAsNew />
            </Show>
            <Show when=move || !is_outside.get()>
                <AddPerson />
            </Show>
        </div>
    }
}

/// What the reader writes for themselves about the others.
#[component]
fn NotesOnPeople(people: Memo<Vec<Person>>) -> impl IntoView {
    let store = use_store();
    let others = Memo::new(move |_| {
        let me = store.me();
        people.with(|people| {
            let others = people.iter().filter(|person| me.is_some() && Some(person.id) != me);
            others.cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <div>
            <For each=move || others.get() key=|person| person.clone() let:person>
                <PrivateNotes about=About { kind: Kind::Person, id: person.id } name=person.name />
            </For>
        </div>
    }
}

/// One person: whether it is the reader, or whether the reader could be this person.
#[component]
fn PersonRow(person: Person) -> impl IntoView {
    let store = use_store();
    let id = person.id;
    let role = person.role;
    let is_me = Memo::new(move |_| store.me() == Some(id));
    let is_outside = Memo::new(move |_| store.me().is_none());
    let join = move |()| {
        if let Some(plan) = untrack(|| store.open_plan_id()) {
            // What stands in the way is said by the store's notice.
            let _outcome = store.apply(Command::JoinAs { plan, person: id });
        }
    };
    view! {
        <ListRow
            title=person.name
            line=Signal::derive(move || (store.messages().common.role)(role).to_owned())
        >
            <Show when=move || is_me.get()>
                <Chip label=say(store, |m| m.people.this_is_you) />
            </Show>
            <Show when=move || is_outside.get()>
                <Button label=say(store, |m| m.people.this_is_you) on_click=join />
            </Show>
        </ListRow>
    }
}

/// The form by which a reader who is not listed joins the plan.
#[component]
fn JoinAsNew() -> impl IntoView {
    let store = use_store();
    let me = store.preferences().get_untracked();
    let name = Draft::new(store, "join/name", me.name);
    let role = RwSignal::new(me.role.name().to_owned());
    let join = move |()| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let role = Role::from_name(&role.get_untracked()).unwrap_or_default();
        if store.apply(Command::Join { plan, name: untrack(|| name.get()), role }).is_ok() {
            name.clear();
        }
    };
    view! {
        <Section title=say(store, |m| m.people.join_new)>
            <Form on_submit=join>
                <TextField
                    label=say(store, |m| m.people.name)
                    value=name.value()
                    on_input=name.on_input()
                    note=Signal::derive(move || {
                        crate::ui::components::FieldNote::hint(store.messages().people.who_hint)
                    })
                    kind=TextKind::NAME
                />
                <Segmented
                    label=say(store, |m| m.people.role)
                    choices=role_choices(store)
                    value=role
                    on_change=move |name| role.set(name)
                />
                <Button label=say(store, |m| m.people.join) tone=Tone::Primary />
            </Form>
        </Section>
    }
}

/// The form that adds somebody else.
#[component]
fn AddPerson() -> impl IntoView {
    let store = use_store();
    let name = Draft::new(store, "person/new/name", "");
    let role = RwSignal::new(Role::Mentor.name().to_owned());
    let was_tried = RwSignal::new(false);
    let note = Signal::derive(move || {
        let problem = PersonChange::Name(name.get()).check().err().map(|c| c.problem);
        match problem_note(store, problem.filter(|_| was_tried.get())) {
            note if was_tried.get() => note,
            _ => crate::ui::components::FieldNote::hint(store.messages().people.add_hint),
        }
    });
    let add = move |()| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let role = Role::from_name(&role.get_untracked()).unwrap_or_default();
        let added = store.apply(Command::AddPerson { plan, name: untrack(|| name.get()), role });
        was_tried.set(added.is_err());
        if added.is_ok() {
            name.clear();
        }
    };
    view! {
        <Section title=say(store, |m| m.people.add_title)>
            <Form on_submit=add>
                <TextField
                    label=say(store, |m| m.people.name)
                    value=name.value()
                    on_input=name.on_input()
                    note
                    kind=TextKind::NAME
                />
                <Segmented
                    label=say(store, |m| m.people.role)
                    choices=role_choices(store)
                    value=role
                    on_change=move |name| role.set(name)
                />
                <Button label=say(store, |m| m.people.add) />
            </Form>
        </Section>
    }
}
