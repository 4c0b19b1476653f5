//! Fields to settle.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Fields to settle.
#[component]
pub fn DisputesPage() -> impl IntoView {
    view! { <PageHead title="Fields to settle." /> }
}
