//! The people.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// The people.
#[component]
pub fn PeoplePage() -> impl IntoView {
    view! { <PageHead title="The people." /> }
}
