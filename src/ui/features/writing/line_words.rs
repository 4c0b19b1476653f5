//! The words of one line of a list, such as a task, an agenda item or a decision, in a field in its place.

use leptos::prelude::*;

use super::line_form::line_problem;
use super::live_field::live_field;
use crate::domain::{CommandError, Kind, RecordKey};
use crate::store::Store;
use crate::ui::components::{Button, FieldNote, Form, TextField, TextKind};
use crate::ui::words::{say, use_store};

/// Whether new words for a line were begun and not brought to an end: then its field is there again when the page is.
pub fn is_half_written(store: Store, key: RecordKey) -> bool {
    store.draft(&draft_name(key)).is_some()
}

fn draft_name(key: RecordKey) -> String {
    // A task's has always been called so, and a device may hold one.
    let kind = if key.kind == Kind::Task { "task" } else { key.kind.name() };
    format!("{kind}/{}/title", key.id)
}

/// The field, saved when the reader leaves it, and the button that ends the writing.
#[component]
pub fn LineWords(
    /// The line.
    key: RecordKey,
    /// What it says.
    title: Signal<String>,
    /// The words above the field.
    label: Signal<String>,
    /// Writes the new words down.
    #[prop(into)]
    save: Callback<String, Result<(), CommandError>>,
    /// Whether it is being written.
    is_changing: RwSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let field = live_field(
        store,
        Some(key),
        draft_name(key),
        move || title.get(),
        |text| line_problem(text, true),
        move |title| save.run(title),
    );
    // Words that break a rule stay open, with what is wrong below them.
    let finish = move || {
        if untrack(|| field.note.get()) == FieldNote::default() {
            is_changing.set(false);
        }
    };
    view! {
        <Form on_submit=finish>
            <div class="line-words">
                <TextField
                    label
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
