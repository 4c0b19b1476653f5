//! Plans without people, to begin from.

use leptos::prelude::*;

use crate::ui::components::ListHead;
use crate::ui::words::{say, use_store};

/// Plans without people, to begin from.
#[component]
pub fn TemplatePage() -> impl IntoView {
    let store = use_store();
    view! { <ListHead title=say(store, |m| m.templates.title) /> }
}
