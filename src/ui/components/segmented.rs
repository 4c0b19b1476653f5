//! One of a few values, all of them in sight: a radio group drawn as pills.

use leptos::prelude::*;

use super::{field::next_number, select_field::Choice};

/// One of a few values, all of them in sight.
#[component]
pub fn Segmented(
    /// The words above the pills.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose from.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// Whether the words above are only for assistive technology.
    #[prop(optional)]
    is_label_hidden: bool,
) -> impl IntoView {
    let group = format!("segmented-{}", next_number());
    let pills = move || {
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let own = choice.value.clone();
                let reported = choice.value.clone();
                view! {
                    <label class="segmented__pill">
                        <input
                            class="visually-hidden"
                            type="radio"
                            name=group.clone()
                            value=choice.value
                            prop:checked=move || value.with(|value| *value == own)
                            on:change=move |_| on_change.run(reported.clone())
                        />
                        <span>{choice.label}</span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <fieldset class="segmented">
            <legend class="field__label" class:visually-hidden=is_label_hidden>
                {move || label.get()}
            </legend>
            <div class="segmented__pills">{pills}</div>
        </fieldset>
    }
}
