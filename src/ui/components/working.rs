//! How far long work has come, and giving it up.

use leptos::prelude::*;

use super::button::{Button, Tone};

/// A line of words with a bar, and a button that gives the work up. Draw it where the work was asked
/// for, and keep it: its live region must exist before the words do.
#[component]
pub fn Working(
    /// What is being done, in words; nothing hides the line.
    #[prop(into)]
    words: Signal<Option<String>>,
    /// How much is done, in percent.
    #[prop(into)]
    percent: Signal<u8>,
    /// The words of the button.
    #[prop(into)]
    cancel_label: Signal<String>,
    /// Gives the work up.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let words = Memo::new(move |_| words.get());
    let is_shown = Memo::new(move |_| words.with(Option::is_some));
    view! {
        <div class="working" data-state=move || if is_shown.get() { "shown" } else { "hidden" }>
            <p class="working__words" role="status">{move || words.get()}</p>
            <Show when=move || is_shown.get()>
                <progress
                    class="working__bar"
                    max="100"
                    value=move || percent.get().to_string()
                    aria-label=move || words.get()
                ></progress>
                <Button label=cancel_label tone=Tone::Quiet on_click=on_cancel />
            </Show>
        </div>
    }
}
