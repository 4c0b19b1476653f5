//! Today.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Today.
#[component]
pub fn TodayPage() -> impl IntoView {
    view! { <PageHead title="Today." /> }
}
