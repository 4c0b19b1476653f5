//! The field for one more note, and its button.

use leptos::prelude::*;

use crate::domain::{About, Bond, Note, Problem};
use crate::ui::components::{Button, Form, TextArea};
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{problem_in, problem_note, say, use_store};

/// The name of the draft of a note beside something.
pub fn draft_name(about: Option<About>) -> String {
    about.map_or_else(|| "note/new".to_owned(), |about| format!("note/new/{}", about.id))
}

/// The field for one more note, and its button.
#[component]
pub fn NewNote(
    /// What it is beside.
    about: Option<About>,
) -> impl IntoView {
    let store = use_store();
    let draft = Draft::new(store, draft_name(about), "");
    let was_tried = RwSignal::new(false);
    let note = Signal::derive(move || {
        // An empty field is wrong only once the reader has tried to keep it.
        let problem = problem_in(&Note::check(&draft.get()))
            .filter(|problem| *problem != Problem::Missing || was_tried.get());
        problem_note(store, problem)
    });
    let add = move || {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let text = untrack(|| draft.get());
        let is_kept = store.apply(Bond::WriteNote { text, about }.within(plan)).is_ok();
        was_tried.set(!is_kept);
        if is_kept {
            draft.clear();
        }
    };
    view! {
        <Form on_submit=add>
            <TextArea
                label=say(store, |m| m.notes.new)
                value=draft.value()
                on_input=draft.on_input()
                note
            />
            <div class="cluster">
                <Button label=say(store, |m| m.notes.add) />
            </div>
        </Form>
    }
}
