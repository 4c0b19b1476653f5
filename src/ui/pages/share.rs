//! Exporting and importing.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Exporting and importing.
#[component]
pub fn SharePage() -> impl IntoView {
    view! { <PageHead title="Exporting and importing." /> }
}
