//! The page's next step, within reach of the thumb: it stays above the tabs while the page scrolls.

use leptos::prelude::*;

/// Buttons that stay at the lower edge of the page.
#[component]
pub fn ActionBar(
    /// One primary button, and a quiet one at most.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="action-bar__room"></div>
        <div class="action-bar">{children()}</div>
    }
}
