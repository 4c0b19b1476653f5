//! A day or a time, chosen with the calendar or the clock of the device.

use leptos::{html::Input, prelude::*};

use super::field::{Field, FieldNote, FieldWiring, commit, show_value};

/// What is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picker {
    /// A day, as `2026-12-18`.
    Date,
    /// A time of day, as `15:30`.
    Time,
}

impl Picker {
    const fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
        }
    }
}

/// A day or a time, chosen with the calendar or the clock of the device.
#[component]
pub fn PickerField(
    /// Which of the two.
    kind: Picker,
    /// The words above the field.
    #[prop(into)]
    label: Signal<String>,
    /// The day or time in the form that [`Picker`] says, or nothing.
    #[prop(into)]
    value: Signal<String>,
    /// Called on every change, with a day or time in that form or with nothing.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called with the day or time when the person leaves the field.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// A hint, and what is wrong with what was picked.
    #[prop(optional, into)]
    note: Signal<FieldNote>,
) -> impl IntoView {
    let wiring = FieldWiring::new(note);
    let input = NodeRef::<Input>::new();
    show_value(input, value);
    let leave = move || {
        // Half a date is no answer: it stays in the field, and what was there before stays kept.
        if let (Some(on_commit), Some(input)) = (on_commit, input.try_get_untracked().flatten())
            && input.check_validity()
        {
            commit(on_commit, input.value());
        }
    };
    view! {
        <Field label wiring>
            <input
                node_ref=input
                class="picker-field"
                id=wiring.id()
                type=kind.name()
                aria-describedby=move || wiring.described_by()
                aria-invalid=move || wiring.is_invalid()
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=move |_| leave()
            />
        </Field>
    }
}
