//! The plans.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// The plans.
#[component]
pub fn PlansPage() -> impl IntoView {
    view! { <PageHead title="The plans." /> }
}
