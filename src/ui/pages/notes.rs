//! What the reader writes for themselves: every note, and the field for one beside nothing.

use leptos::prelude::*;

use crate::domain::Kind;
use crate::route::Route;
use crate::ui::components::redrawn::words;
use crate::ui::components::{EmptyState, Glyph, PageHead, WindowedList};
use crate::ui::features::notes::note_card::NoteCard;
use crate::ui::features::notes::note_new::NewNote;
use crate::ui::features::plans::begin::Begin;
use crate::ui::words::{say, use_store};

/// What the reader writes for themselves.
#[component]
pub fn NotesPage() -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <AllNotes />
        </Show>
    }
}

#[component]
fn AllNotes() -> impl IntoView {
    let store = use_store();
    let rows = Memo::new(move |_| {
        let found = store.plan(&[Kind::Note], |_, plan| plan.notes(None)).unwrap_or_default();
        found.iter().map(|note| note.id).collect::<Vec<_>>()
    });
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    view! {
        <PageHead
            title=words(move || (store.messages().notes.title)(0))
            line=say(store, |m| m.notes.kept)
            back_href=Route::More.to_string()
            back_label=say(store, |m| m.settings.more)
        />
        <div class="stack" data-gap="wide">
            <Show when=move || is_empty.get()>
                <EmptyState
                    icon=Glyph::Lock
                    title=say(store, |m| m.notes.empty)
                    text=say(store, |m| m.notes.empty_why)
                >
                    ""
                </EmptyState>
            </Show>
            <NewNote about=None />
            <WindowedList
                rows
                key=|id| *id
                more_label=say(store, |m| m.shell.show_more)
                label=say(store, |m| m.notes.list)
                let:id
            >
                <NoteCard id tells_subject=true />
            </WindowedList>
        </div>
    }
}
