//! All feedback.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// All feedback.
#[component]
pub fn FeedbackPage() -> impl IntoView {
    view! { <PageHead title="All feedback." /> }
}
