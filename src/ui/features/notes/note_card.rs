//! One note: its words to be written on, who sees it, and what it is beside.

use leptos::prelude::*;

use crate::domain::{About, Bond, Command, Kind, Note, RecordId, RecordKey};
use crate::ui::components::redrawn::words;
use crate::ui::components::{Glyph, IconButton, TextArea};
use crate::ui::features::audience::audience_chip::AudienceChip;
use crate::ui::features::feedback::feedback_words::written;
use crate::ui::features::settling::record_words::{record_page, record_title};
use crate::ui::features::writing::live_field::{LiveField, live_field};
use crate::ui::words::{name_of, problem_in, say, use_store};

/// One note, as an `<li>`; nothing where it is deleted.
#[component]
pub fn NoteCard(
    /// The note.
    id: RecordId,
    /// Whether to tell what it is beside.
    #[prop(optional)]
    tells_subject: bool,
) -> impl IntoView {
    let store = use_store();
    let note = Memo::new(move |_| store.plan(&[Kind::Note], |_, plan| plan.note(id)).flatten());
    let key = Memo::new(move |_| {
        let plan = store.open_plan_id()?;
        note.with(Option::is_some).then_some(RecordKey { plan, kind: Kind::Note, id })
    });
    let is_mine = Memo::new(move |_| {
        let author = note.with(|note| note.as_ref().and_then(|note| note.author));
        author.is_some() && author == store.me()
    });
    let subject = move || {
        let about = note.with(|note| note.as_ref().and_then(|note| note.about));
        about.filter(|_| tells_subject).map(|about| view! { <Subject about /> })
    };
    move || {
        key.get().map(|key| {
            let body = match is_mine.get() {
                true => view! { <Mine key note /> }.into_any(),
                false => view! { <Theirs note /> }.into_any(),
            };
            view! {
                <li class="note-card">
                    {subject}
                    {body}
                    <div class="spread">
                        <AudienceChip key />
                        <Show when=move || is_mine.get()>
                            <Deletion key />
                        </Show>
                    </div>
                </li>
            }
        })
    }
}

/// The words of the reader's own note, in a field.
#[component]
fn Mine(key: RecordKey, note: Memo<Option<Note>>) -> impl IntoView {
    let store = use_store();
    let label = words(move || {
        let created = note.with(|note| note.as_ref().map(|note| note.created.clone()));
        (store.messages().notes.written)(&written(store, &created.unwrap_or_default()))
    });
    let LiveField { value, on_input, on_commit, note } = live_field(
        store,
        Some(key),
        format!("note/{}/text", key.id),
        move || note.with(|note| note.as_ref().map(|note| note.text.clone()).unwrap_or_default()),
        |text| problem_in(&Note::check(text)),
        move |text| {
            store.apply(Bond::RewriteNote { note: key.id, text }.within(key.plan)).map(drop)
        },
    );
    view! { <TextArea label value on_input on_commit note /> }
}

/// The words of a note that somebody else has let the reader see.
#[component]
fn Theirs(note: Memo<Option<Note>>) -> impl IntoView {
    let store = use_store();
    move || {
        note.get().map(|note| {
            let name = name_of(store, note.author);
            let from = (store.messages().notes.from)(&name, &written(store, &note.created));
            view! {
                <p class="muted small">{from}</p>
                <p class="prose">{note.text}</p>
            }
        })
    }
}

#[component]
fn Deletion(key: RecordKey) -> impl IntoView {
    let store = use_store();
    let delete = move || {
        // What stands in the way is said by the store's notice.
        let _outcome = store.apply(Command::Delete(key));
    };
    view! { <IconButton label=say(store, |m| m.notes.delete) glyph=Glyph::Trash on_click=delete /> }
}

/// What the note is beside, which leads there.
#[component]
fn Subject(about: About) -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| {
        let share = &store.messages().share;
        store.plan(&[about.kind], |plan, content| {
            let key = RecordKey { plan, kind: about.kind, id: about.id };
            let page = record_page(content, key.kind, key.id).map(|page| page.to_string());
            (record_title(share, content, key), page)
        })
    });
    move || {
        found.get().map(|(title, page)| {
            let words = (store.messages().notes.beside)(&title);
            match page {
                Some(page) => {
                    view! { <a class="note-card__subject" href=page>{words}</a> }.into_any()
                }
                None => view! { <p class="muted small">{words}</p> }.into_any(),
            }
        })
    }
}
