//! One goal.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// One goal.
#[component]
pub fn GoalPage(
    /// What to show.
    id: crate::domain::RecordId,
) -> impl IntoView {
    let _ = id;
    view! { <PageHead title="One goal." /> }
}
