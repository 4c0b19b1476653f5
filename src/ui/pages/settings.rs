//! Settings.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! { <PageHead title="Settings." /> }
}
