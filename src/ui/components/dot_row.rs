//! A step of a scale from 1 to 5: a row of dots, with the same in words.

use leptos::prelude::*;

/// Five dots and their words. The picture is decoration; the words are what is read out.
#[component]
pub fn DotRow(
    /// The step, from 1 to 5; none where nobody has said anything.
    #[prop(into)]
    step: Signal<Option<i64>>,
    /// The same in words, such as "You 3 of 5".
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    let dot = move |number: i64| {
        let is_filled = move || step.get().is_some_and(|step| number <= step);
        let across = format!("{}%", number * 20 - 10);
        view! {
            <circle class="dot-row__dot" cx=across cy="50%" data-filled=move || is_filled().to_string() />
        }
    };
    view! {
        <div class="dot-row">
            <svg class="dot-row__picture" aria-hidden="true" focusable="false">
                {(1..=5).map(dot).collect_view()}
            </svg>
            <span class="dot-row__words">{move || words.get()}</span>
        </div>
    }
}
