//! A step of a scale from 1 to 5, chosen with one tap: a radio group of five numbers, with words at both ends.

use leptos::prelude::*;

use super::field::next_number;

/// Five steps to choose from.
#[component]
pub fn Scale(
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// What the first step means.
    #[prop(into)]
    low: Signal<String>,
    /// What the fifth step means.
    #[prop(into)]
    high: Signal<String>,
    /// The chosen step; none where nothing is chosen yet.
    #[prop(into)]
    step: Signal<Option<i64>>,
    /// Called with the step chosen.
    #[prop(into)]
    on_choose: Callback<i64>,
    /// Whether the question is only for assistive technology.
    #[prop(optional)]
    is_label_hidden: bool,
) -> impl IntoView {
    let group = format!("scale-{}", next_number());
    let [ends, described] = [(); 2].map(|()| format!("{group}-ends"));
    let pill = |number: i64| {
        view! {
            <label class="scale__step">
                <input
                    class="visually-hidden"
                    type="radio"
                    name=group.clone()
                    value=number
                    prop:checked=move || step.get() == Some(number)
                    on:change=move |_| on_choose.run(number)
                />
                <span>{number}</span>
            </label>
        }
    };
    view! {
        <fieldset class="scale" aria-describedby=described>
            <legend class="field__label" class:visually-hidden=is_label_hidden>
                {move || label.get()}
            </legend>
            <div class="scale__steps">{(1..=5).map(pill).collect_view()}</div>
            <p class="scale__ends" id=ends>
                <span>"1 " {move || low.get()}</span>
                <span>"5 " {move || high.get()}</span>
            </p>
        </fieldset>
    }
}
