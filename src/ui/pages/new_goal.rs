//! Writing down a new goal.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Writing down a new goal.
#[component]
pub fn NewGoalPage() -> impl IntoView {
    view! { <PageHead title="Writing down a new goal." /> }
}
