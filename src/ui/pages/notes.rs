//! What the reader writes for themselves.

use leptos::prelude::*;

use crate::ui::components::ListHead;
use crate::ui::words::{say, use_store};

/// What the reader writes for themselves.
#[component]
pub fn NotesPage() -> impl IntoView {
    let store = use_store();
    view! { <ListHead title=say(store, |m| m.notes.title) /> }
}
