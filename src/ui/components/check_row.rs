//! A thing to tick: a box and its words, wide enough for a thumb.

use leptos::prelude::*;

/// A box to tick. The whole row is the target.
#[component]
pub fn CheckRow(
    /// What is ticked.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    is_checked: Signal<bool>,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<bool>,
    /// A muted line below.
    #[prop(optional, into)]
    line: Signal<String>,
    /// Whether ticking it chooses something, rather than saying that it is done.
    #[prop(optional)]
    is_choice: bool,
    /// One action at the end of the row.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="check-row" data-choice=is_choice.to_string()>
            <label class="check-row__target">
                <input
                    class="check-row__box"
                    type="checkbox"
                    prop:checked=is_checked
                    on:change=move |event| on_change.run(event_target_checked(&event))
                />
                <span class="check-row__words">
                    <span class="check-row__label">{label}</span>
                    <span class="check-row__line">{line}</span>
                </span>
            </label>
            {children.map(|children| children())}
        </div>
    }
}
