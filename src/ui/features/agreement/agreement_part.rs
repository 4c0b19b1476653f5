//! One part of the agreement: its words to read, changed in place, moved and taken out.

use leptos::html;
use leptos::prelude::*;

use super::agreement_words::{AgreementHere, agree};
use super::part_fields::{Editing, PartFields};
use crate::domain::{AgreementDeed, Command, Kind, RecordId, RecordKey, Section, Standing};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::redrawn::{shown, words};
use crate::ui::components::{Glyph, IconButton, Menu, MenuItem};
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// One part, as an `<li>`; nothing where it is gone.
#[component]
pub fn AgreementPart(
    /// The part.
    id: RecordId,
    /// The agreement.
    here: Memo<Option<AgreementHere>>,
    /// Which part is being changed.
    editing: Editing,
    /// Called when the reader is done changing.
    on_done: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let part = Memo::new(move |_| {
        let find =
            |here: &AgreementHere| here.agreement.sections.iter().find(|one| one.id == id).cloned();
        here.with(|here| here.as_ref().and_then(find))
    });
    let key = Memo::new(move |_| {
        let plan = store.open_plan_id()?;
        part.with(Option::is_some).then_some(RecordKey { plan, kind: Kind::Section, id })
    });
    let is_editing = Memo::new(move |_| editing.part() == Some(id));
    let body = move |key: RecordKey| {
        move || match is_editing.get() {
            true => view! {
                <AsksAgain here />
                <PartFields key part editing on_done />
            }
            .into_any(),
            false => view! { <PartWords part /> }.into_any(),
        }
    };
    move || {
        key.get().map(|key| {
            view! {
                <li class="agreement-part">
                    <PartHead key here part editing />
                    {body(key)}
                    <DisputePanel key />
                </li>
            }
        })
    }
}

/// The heading, the pencil and the menu.
#[component]
fn PartHead(
    key: RecordKey,
    here: Memo<Option<AgreementHere>>,
    part: Memo<Option<Section>>,
    editing: Editing,
) -> impl IntoView {
    let store = use_store();
    let id = key.id;
    let heading = NodeRef::<html::H3>::new();
    let title = words(move || part.get().map(|part| part.title).unwrap_or_default());
    let is_editing = Memo::new(move |_| editing.part() == Some(id));
    // Once the fields are gone, reading goes on at the heading.
    Effect::watch(
        move || is_editing.get(),
        move |is_editing, _, _| {
            if !is_editing && let Some(heading) = heading.get_untracked() {
                // A heading that is there takes the keyboard.
                let _gone = heading.focus();
            }
        },
        false,
    );
    let pencil = move || {
        view! {
            <IconButton
                label=words(move || (store.messages().agreement.change)(&title.get()))
                glyph=Glyph::Edit
                on_click=move || editing.begin(id)
            />
        }
        .into_any()
    };
    view! {
        <div class="agreement-part__head">
            <h3 class="agreement-part__title" node_ref=heading tabindex="-1">
                {title}
            </h3>
            {shown(move || !is_editing.get(), pencil)}
            <PartMenu key here title />
        </div>
    }
}

/// What else can be done with a part.
#[component]
fn PartMenu(
    key: RecordKey,
    here: Memo<Option<AgreementHere>>,
    title: Signal<String>,
) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let id = key.id;
    // Refusals are said in the notice.
    let shift = move |is_up: bool| {
        if let Some(after) = here.with_untracked(|here| place_after(here.as_ref()?, id, is_up)) {
            let _said = agree(store, AgreementDeed::Move { section: id, after });
        }
    };
    let take_out = move || {
        let _said = store.apply(Command::Delete(key));
    };
    let history = move || navigation.go.run(Route::Activity(Some((Kind::Section, id))));
    view! {
        <Menu label=words(move || (store.messages().agreement.part_menu)(&title.get()))>
            <MenuItem label=say(store, |m| m.agreement.move_up) on_click=move || shift(true) />
            <MenuItem label=say(store, |m| m.agreement.move_down) on_click=move || shift(false) />
            <MenuItem
                label=say(store, |m| m.activity.history)
                icon=Glyph::Clock
                on_click=history
            />
            <MenuItem
                label=say(store, |m| m.agreement.take_out)
                icon=Glyph::Trash
                on_click=take_out
                is_danger=true
            />
        </Menu>
    }
}

/// After which part one stands that is moved one place; nothing where it cannot be.
fn place_after(here: &AgreementHere, id: RecordId, is_up: bool) -> Option<Option<RecordId>> {
    let sections = &here.agreement.sections;
    let at = sections.iter().position(|one| one.id == id)?;
    if is_up {
        let before = at.checked_sub(1)?;
        return Some(before.checked_sub(1).and_then(|at| sections.get(at)).map(|one| one.id));
    }
    sections.get(at + 1).map(|next| Some(next.id))
}

/// The words of a part.
#[component]
fn PartWords(part: Memo<Option<Section>>) -> impl IntoView {
    let store = use_store();
    let text = words(move || part.get().map(|part| part.text).unwrap_or_default());
    let nothing = move || {
        let is_empty = text.with(String::is_empty);
        is_empty.then(|| view! { <p class="muted">{no_text(store)}</p> })
    };
    view! {
        <p class="agreement-part__text">{text}</p>
        {nothing}
    }
}

fn no_text(store: Store) -> &'static str {
    store.messages().agreement.no_text
}

/// Says that a change asks both again, where somebody has said yes.
#[component]
fn AsksAgain(here: Memo<Option<AgreementHere>>) -> impl IntoView {
    let store = use_store();
    let is_open = move || {
        let standing = here.with(|here| here.as_ref().map(|here| here.agreement.standing));
        matches!(standing, Some(Standing::InForce | Standing::HalfAgreed))
    };
    let words = move || {
        view! { <p class="muted small">{say(store, |m| m.agreement.asks_again)}</p> }.into_any()
    };
    shown(is_open, words)
}
