//! Finding something by its words.

use leptos::prelude::*;

use crate::ui::components::ListHead;
use crate::ui::words::{say, use_store};

/// Finding something by its words.
#[component]
pub fn SearchPage() -> impl IntoView {
    let store = use_store();
    view! { <ListHead title=say(store, |m| m.search.title) /> }
}
