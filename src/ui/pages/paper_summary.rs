//! Bringing a plan to a good end.

use leptos::prelude::*;

use crate::ui::components::ListHead;
use crate::ui::words::{say, use_store};

/// Bringing a plan to a good end.
#[component]
pub fn PaperSummaryPage() -> impl IntoView {
    let store = use_store();
    view! { <ListHead title=say(store, |m| m.closing.title) /> }
}
