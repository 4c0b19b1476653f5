//! One meeting.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// One meeting.
#[component]
pub fn MeetingPage(
    /// What to show.
    id: crate::domain::RecordId,
) -> impl IntoView {
    let _ = id;
    view! { <PageHead title="One meeting." /> }
}
