//! How many of how many are done: a small bar, with the same in words.

use leptos::prelude::*;

/// A bar and its words. The picture is decoration; the words are what is read out.
#[component]
pub fn ProgressBar(
    /// How many are done.
    #[prop(into)]
    done: Signal<u32>,
    /// How many there are.
    #[prop(into)]
    total: Signal<u32>,
    /// The same in words, such as "3 of 5".
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    let width = move || {
        let total = total.get().max(1);
        format!("{}%", u64::from(done.get().min(total)) * 100 / u64::from(total))
    };
    view! {
        <div class="progress-bar">
            <svg class="progress-bar__picture" aria-hidden="true" focusable="false">
                <rect class="progress-bar__ground" width="100%" height="100%" />
                <rect class="progress-bar__done" width=width height="100%" />
            </svg>
            <span class="progress-bar__words">{move || words.get()}</span>
        </div>
    }
}
