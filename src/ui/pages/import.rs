//! Looking at a file.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Looking at a file.
#[component]
pub fn ImportPage() -> impl IntoView {
    view! { <PageHead title="Looking at a file." /> }
}
