//! What an empty page says: what this is, why it helps, and how to begin.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// An empty page that teaches.
#[component]
pub fn EmptyState(
    /// A drawing above the words.
    #[prop(optional)]
    icon: Option<Glyph>,
    /// What belongs here.
    #[prop(into)]
    title: Signal<String>,
    /// Why it helps.
    #[prop(into)]
    text: Signal<String>,
    /// One button to begin, one for an example.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            {icon.map(|glyph| view! { <Icon glyph /> })}
            <h2 class="empty-state__title">{move || title.get()}</h2>
            <p class="empty-state__text">{move || text.get()}</p>
            <div class="empty-state__actions">{children()}</div>
        </div>
    }
}
