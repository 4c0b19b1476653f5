//! What came in and was not looked at yet.

use leptos::prelude::*;

use crate::ui::components::ListHead;
use crate::ui::words::{say, use_store};

/// What came in and was not looked at yet.
#[component]
pub fn NewsPage() -> impl IntoView {
    let store = use_store();
    view! { <ListHead title=say(store, |m| m.news.title) /> }
}
