//! A day, chosen with the calendar of the device.

use leptos::{html::Input, prelude::*};

use super::field::{Field, FieldNote, FieldWiring, commit, show_value};

/// A day, chosen with the calendar of the device.
#[component]
pub fn DateField(
    /// The words above the field.
    #[prop(into)]
    label: Signal<String>,
    /// The date as `2026-12-18`, or nothing.
    #[prop(into)]
    value: Signal<String>,
    /// Called on every change, with a date as `2026-12-18` or with nothing.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called with the date when the person leaves the field.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// A hint, and what is wrong with the date.
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
                class="date-field"
                id=wiring.id()
                type="date"
                aria-describedby=move || wiring.described_by()
                aria-invalid=move || wiring.is_invalid()
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=move |_| leave()
            />
        </Field>
    }
}
