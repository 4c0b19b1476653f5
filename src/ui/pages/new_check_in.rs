//! Check-ins.

use leptos::prelude::*;

use crate::ui::components::ListHead;
use crate::ui::words::{say, use_store};

/// Check-ins.
#[component]
pub fn NewCheckInPage() -> impl IntoView {
    let store = use_store();
    view! { <ListHead title=say(store, |m| m.check_ins.title) /> }
}
