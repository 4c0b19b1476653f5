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
    // Pills stay the same when only their words change, and so keep the keyboard. Other values are another choice.
    let values = Memo::new(move |_| {
        choices.with(|all| all.iter().map(|choice| choice.value.clone()).collect::<Vec<_>>())
    });
    let pill = move |own: String| {
        let [shown, reported, worded] = [(); 3].map(|()| own.clone());
        let label = move || {
            choices.with(|all| {
                let own = all.iter().find(|choice| choice.value == worded);
                own.map(|choice| choice.label.clone())
            })
        };
        view! {
            <label class="segmented__pill">
                <input
                    class="visually-hidden"
                    type="radio"
                    name=group.clone()
                    value=own
                    prop:checked=move || value.with(|value| *value == shown)
                    on:change=move |_| on_change.run(reported.clone())
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented">
            <legend class="field__label" class:visually-hidden=is_label_hidden>
                {move || label.get()}
            </legend>
            <div class="segmented__pills">
                {move || values.get().into_iter().map(&pill).collect_view()}
            </div>
        </fieldset>
    }
}
