//! The notes beside something, out of the way until they are wanted.

use leptos::prelude::*;

use super::note_card::NoteCard;
use super::note_new::{NewNote, draft_name};
use crate::domain::{About, Kind};
use crate::ui::components::redrawn::words;
use crate::ui::components::{Disclosure, Glyph, WindowedList};
use crate::ui::words::{say, use_store};

/// The notes beside a record, and the field for one more.
#[component]
pub fn PrivateNotes(
    /// The record.
    about: About,
    /// Who it is, where it is a person.
    #[prop(optional, into)]
    name: String,
) -> impl IntoView {
    let store = use_store();
    let rows = Memo::new(move |_| {
        let found = store.plan(&[Kind::Note], |_, plan| plan.notes(Some(about.id)));
        found.unwrap_or_default().iter().map(|note| note.id).collect::<Vec<_>>()
    });
    let summary = words(move || {
        let (notes, count) = (&store.messages().notes, rows.with(Vec::len));
        if name.is_empty() { (notes.title)(count) } else { (notes.title_on)(&name, count) }
    });
    // What was half written is in sight again.
    let is_open = store.draft(&draft_name(Some(about))).is_some();
    view! {
        <Disclosure summary icon=Glyph::Lock is_open>
            <div class="private-notes">
                <p class="muted small">{move || store.messages().notes.kept}</p>
                <WindowedList
                    rows
                    key=|id| *id
                    more_label=say(store, |m| m.shell.show_more)
                    label=say(store, |m| m.notes.list)
                    let:id
                >
                    <NoteCard id />
                </WindowedList>
                <NewNote about=Some(about) />
            </div>
        </Disclosure>
    }
}
