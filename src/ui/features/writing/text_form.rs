//! A field for one more text below those that are there, and its button.

use leptos::prelude::*;

use super::draft::Draft;
use crate::domain::Problem;
use crate::ui::components::{Button, FieldNote, Form, TextArea};
use crate::ui::words::use_store;

/// A field for one more text, such as a note.
#[component]
pub fn TextForm(
    /// The words above the field.
    #[prop(into)]
    label: Signal<String>,
    /// The words on the button.
    #[prop(into)]
    add_label: Signal<String>,
    /// What helps to write it.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is being written.
    draft: Draft,
    /// What is wrong with a text.
    check: fn(&str) -> Option<Problem>,
    /// Adds a text; says whether it was added.
    #[prop(into)]
    on_add: Callback<String, bool>,
) -> impl IntoView {
    let store = use_store();
    let was_tried = RwSignal::new(false);
    let note = Signal::derive(move || {
        // An empty field is wrong only once the reader has tried to add it.
        let problem =
            check(&draft.get()).filter(|problem| *problem != Problem::Missing || was_tried.get());
        let error = problem.map(|problem| (store.messages().errors.problem)(problem));
        hint.map_or_else(FieldNote::default, |hint| FieldNote::hint(hint.get())).or_error(error)
    });
    let add = move || {
        let is_added = on_add.run(untrack(|| draft.get()));
        was_tried.set(!is_added);
        if is_added {
            draft.clear();
        }
    };
    view! {
        <Form on_submit=add>
            <TextArea label value=draft.value() on_input=draft.on_input() note />
            <div class="cluster">
                <Button label=add_label />
            </div>
        </Form>
    }
}
