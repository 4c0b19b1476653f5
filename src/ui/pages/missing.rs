//! No page.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// No page.
#[component]
pub fn MissingPage() -> impl IntoView {
    view! { <PageHead title="No page." /> }
}
