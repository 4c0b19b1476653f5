//! Everything else.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Everything else.
#[component]
pub fn MorePage() -> impl IntoView {
    view! { <PageHead title="Everything else." /> }
}
