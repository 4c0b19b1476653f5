//! Scheduling a meeting.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Scheduling a meeting.
#[component]
pub fn NewMeetingPage() -> impl IntoView {
    view! { <PageHead title="Scheduling a meeting." /> }
}
