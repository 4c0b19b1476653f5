//! Check-ins.

use leptos::prelude::*;

use crate::domain::RecordId;
use crate::ui::components::ListHead;
use crate::ui::words::{say, use_store};

/// Check-ins.
#[component]
pub fn CheckInPage(
    /// The record.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let _ = id;
    view! { <ListHead title=say(store, |m| m.check_ins.title) /> }
}
