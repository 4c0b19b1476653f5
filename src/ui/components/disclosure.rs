//! Something that is there when wanted and out of the way otherwise.

use leptos::prelude::*;

use super::below::Below;
use super::icon::{Glyph, Icon};

/// A line that opens what is below it.
#[component]
pub fn Disclosure(
    /// The line.
    #[prop(into)]
    summary: Signal<String>,
    /// Whether it is open at first.
    #[prop(optional)]
    is_open: bool,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<Glyph>,
    /// What is below.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=is_open>
            <summary class="disclosure__summary">
                <Icon glyph=Glyph::ChevronRight />
                {icon.map(|glyph| view! { <Icon glyph /> })}
                <span>{move || summary.get()}</span>
            </summary>
            <div class="disclosure__content">
                <Below is_in_sight=is_open children />
            </div>
        </details>
    }
}
