//! The meetings, as a list.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// The meetings, as a list.
#[component]
pub fn MeetingsPage() -> impl IntoView {
    view! { <PageHead title="The meetings, as a list." /> }
}
