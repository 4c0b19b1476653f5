//! The field for one more note, and its button.

use leptos::prelude::*;

use crate::domain::{About, Bond, Note};
use crate::ui::features::writing::draft::Draft;
use crate::ui::features::writing::text_form::TextForm;
use crate::ui::words::{problem_in, say, use_store};

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
    let add = move |text: String| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return false };
        store.apply(Bond::WriteNote { text, about }.within(plan)).is_ok()
    };
    view! {
        <TextForm
            label=say(store, |m| m.notes.new)
            add_label=say(store, |m| m.notes.add)
            draft
            check=|text| problem_in(&Note::check(text))
            on_add=add
        />
    }
}
