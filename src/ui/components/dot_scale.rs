//! A rating as a row of dots, with the same in words.

use leptos::prelude::*;

/// `value` of `steps` dots, then the words.
#[component]
pub fn DotScale(
    /// The rating, from 1; 0 for none yet.
    #[prop(into)]
    value: Signal<u32>,
    /// How many dots there are.
    #[prop(default = 5)]
    steps: u32,
    /// The same in words, such as "You: 3 of 5".
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    let dots = (1..=steps)
        .map(|step| {
            let state = move || if step <= value.get() { "on" } else { "off" };
            view! { <i class="dot-scale__dot" data-state=state></i> }
        })
        .collect_view();
    view! {
        <span class="dot-scale">
            <span class="dot-scale__dots" aria-hidden="true">{dots}</span>
            <span class="dot-scale__words">{move || words.get()}</span>
        </span>
    }
}
