//! A time of day, chosen with the clock of the device.

use leptos::{html::Input, prelude::*};

use super::field::{Field, FieldNote, FieldWiring, commit, show_value};

/// A time of day, chosen with the clock of the device.
#[component]
pub fn TimeField(
    /// The words above the field.
    #[prop(into)]
    label: Signal<String>,
    /// The time as `15:30`, or nothing.
    #[prop(into)]
    value: Signal<String>,
    /// Called on every change, with a time as `15:30` or with nothing.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called with the time when the person leaves the field.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// A hint, and what is wrong with the time.
    #[prop(optional, into)]
    note: Signal<FieldNote>,
) -> impl IntoView {
    let wiring = FieldWiring::new(note);
    let input = NodeRef::<Input>::new();
    show_value(input, value);
    view! {
        <Field label wiring>
            <input
                node_ref=input
                class="time-field"
                id=wiring.id()
                type="time"
                aria-describedby=move || wiring.described_by()
                aria-invalid=move || wiring.is_invalid()
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=move |event| {
                    if let Some(on_commit) = on_commit {
                        commit(on_commit, event_target_value(&event));
                    }
                }
            />
        </Field>
    }
}
