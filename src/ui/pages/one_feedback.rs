//! One piece of feedback.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// One piece of feedback.
#[component]
pub fn OneFeedbackPage(
    /// What to show.
    id: crate::domain::RecordId,
) -> impl IntoView {
    let _ = id;
    view! { <PageHead title="One piece of feedback." /> }
}
