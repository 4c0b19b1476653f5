//! A part of a page under its own small heading.

use leptos::{context::Provider, prelude::*};

/// A heading, a few words beside it, and what belongs to it.
#[component]
pub fn Section(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// A few words at the end of the heading's line, such as "3 of 5".
    #[prop(optional, into)]
    aside: Signal<String>,
    /// What belongs to it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{title}</h2>
                <p class="section__aside">{aside}</p>
            </div>
            <Provider value=InSection>{children()}</Provider>
        </section>
    }
}

/// Tells what is inside a section that its headings are one rank lower.
#[derive(Clone, Copy)]
pub(super) struct InSection;
