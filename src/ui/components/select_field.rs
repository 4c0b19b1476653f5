//! One of many values, from the list of the device. For up to five, a
//! [`Segmented`](super::segmented::Segmented) shows them all at once.

use leptos::prelude::*;

use super::field::{Field, FieldNote, FieldWiring};

/// One of many values.
#[component]
pub fn SelectField(
    /// The words above the field.
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
    /// A hint, and what is wrong with the choice.
    #[prop(optional, into)]
    note: Signal<FieldNote>,
) -> impl IntoView {
    let wiring = FieldWiring::new(note);
    let options = move || {
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let own = choice.value.clone();
                view! {
                    <option value=choice.value prop:selected=move || value.with(|value| *value == own)>
                        {choice.label}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <Field label wiring>
            <select
                class="select-field"
                id=wiring.id()
                aria-describedby=move || wiring.described_by()
                aria-invalid=move || wiring.is_invalid()
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {options}
            </select>
        </Field>
    }
}

/// A value to choose, and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the choice is reported as.
    pub value: String,
    /// What the person reads.
    pub label: String,
}

impl Choice {
    /// A value and its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}
