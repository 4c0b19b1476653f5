//! How somebody feels, from 1 to 5: five faces, each with its number and its word, chosen with one tap.

use leptos::prelude::*;

use super::field::next_number;

/// Where the ends and the middle of each face's mouth are, from the first step to the fifth.
const MOUTHS: [(&str, &str); 5] =
    [("17", "12.5"), ("16.5", "14.5"), ("15.5", "15.5"), ("15", "17.5"), ("14.5", "19.5")];

/// Five faces to choose from.
#[component]
pub fn FaceScale(
    /// The question.
    #[prop(into)]
    label: Signal<String>,
    /// What each step means, the first first.
    #[prop(into)]
    words: Signal<Vec<String>>,
    /// The chosen step; none where nothing is chosen yet.
    #[prop(into)]
    step: Signal<Option<i64>>,
    /// Called with the step chosen.
    #[prop(into)]
    on_choose: Callback<i64>,
) -> impl IntoView {
    let group = format!("faces-{}", next_number());
    let choice = |number: i64, place: usize| {
        let word = move || words.with(|words| words.get(place).cloned());
        view! {
            <label class="face-scale__step">
                <input
                    class="visually-hidden"
                    type="radio"
                    name=group.clone()
                    value=number
                    prop:checked=move || step.get() == Some(number)
                    on:change=move |_| on_choose.run(number)
                />
                <span class="face-scale__choice">
                    <Face step=number />
                    <span class="face-scale__word">{number} " " {word}</span>
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="face-scale">
            <legend class="field__label">{move || label.get()}</legend>
            <div class="face-scale__steps">
                {(1..=5).zip(0..).map(|(number, place)| choice(number, place)).collect_view()}
            </div>
        </fieldset>
    }
}

/// One face. It is decoration; the same is always said in words.
#[component]
pub fn Face(
    /// The step, from 1 to 5.
    step: i64,
) -> impl IntoView {
    let place = usize::try_from(step.clamp(1, 5) - 1).unwrap_or_default();
    let (ends, middle) = MOUTHS.get(place).copied().unwrap_or_default();
    let mouth = format!("M8 {ends}Q12 {middle} 16 {ends}");
    view! {
        <svg class="face-scale__face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <circle class="face-scale__line" cx="12" cy="12" r="10" />
            <circle class="face-scale__eye" cx="8.5" cy="10" r="1.25" />
            <circle class="face-scale__eye" cx="15.5" cy="10" r="1.25" />
            <path class="face-scale__line" d=mouth />
        </svg>
    }
}
