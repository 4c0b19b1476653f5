//! Every goal.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Every goal.
#[component]
pub fn GoalsPage() -> impl IntoView {
    view! { <PageHead title="Every goal." /> }
}
