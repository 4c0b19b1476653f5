//! Welcome.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Welcome.
#[component]
pub fn WelcomePage() -> impl IntoView {
    view! { <PageHead title="Welcome." /> }
}
