//! Shifts, and times that suit both sides.

use leptos::prelude::*;

use crate::ui::components::ListHead;
use crate::ui::words::{say, use_store};

/// Shifts, and times that suit both sides.
#[component]
pub fn ShiftsPage() -> impl IntoView {
    let store = use_store();
    view! { <ListHead title=say(store, |m| m.shifts.title) /> }
}
