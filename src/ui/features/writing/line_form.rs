//! A field for one more line of a list, and its button. It keeps the keyboard, so that lines can be written
//! one after the other.

use leptos::prelude::*;

use super::draft::Draft;
use crate::domain::{MeetingChange, Problem};
use crate::ui::components::{Button, Form, Glyph, TextField};
use crate::ui::words::{problem_in, problem_note, use_store};

/// A field for one more line, such as a point of an agenda.
#[component]
pub fn LineForm(
    /// The words above the field.
    label: Signal<String>,
    /// The words on the button.
    add_label: Signal<String>,
    /// What is being written.
    draft: Draft,
    /// Adds a line; says whether it was added.
    #[prop(into)]
    on_add: Callback<String, bool>,
) -> impl IntoView {
    let store = use_store();
    let was_tried = RwSignal::new(false);
    let submit = move || {
        let is_added = on_add.run(untrack(|| draft.get()));
        was_tried.set(!is_added);
        if is_added {
            draft.clear();
        }
    };
    // An empty field is wrong only once the reader has tried to add it.
    let note = move || problem_note(store, line_problem(&draft.get(), was_tried.get()));
    view! {
        <Form on_submit=submit>
            <div class="line-form">
                <TextField
                    label
                    value=draft.value()
                    on_input=move |text: String| {
                        was_tried.set(false);
                        draft.set(text);
                    }
                    note=Signal::derive(note)
                />
                // A press on the button leaves the keyboard in the field.
                <div class="line-form__button" on:mousedown=|event| event.prevent_default()>
                    <Button label=add_label icon=Glyph::Plus />
                </div>
            </div>
        </Form>
    }
}

/// What is wrong with a line. That nothing is written counts only once somebody has tried to add it.
pub fn line_problem(text: &str, was_tried: bool) -> Option<Problem> {
    // Every title keeps the same rule.
    problem_in(&MeetingChange::Title(text.to_owned()).check())
        .filter(|problem| was_tried || *problem != Problem::Missing)
}
