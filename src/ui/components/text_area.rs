//! Text of several lines, in a field that grows with it.

use leptos::prelude::*;

use super::field::{Field, FieldNote, FieldWiring, commit};

/// Text of several lines, reported on every keystroke and once more when it is done.
#[component]
pub fn TextArea(
    /// The words above the field.
    #[prop(into)]
    label: Signal<String>,
    /// The text in the field.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the text on every keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called with the text when the person leaves the field having changed it.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// A hint, and what is wrong with the text.
    #[prop(optional, into)]
    note: Signal<FieldNote>,
    /// Whether it takes the keyboard as soon as it appears.
    #[prop(optional)]
    is_focused: bool,
) -> impl IntoView {
    let wiring = FieldWiring::new(note);
    // Browsers that cannot size a field to its content get the rows that its lines need.
    let rows = move || value.with(|text| text.lines().count().clamp(3, 12).to_string());
    view! {
        <Field label wiring>
            <textarea
                class="text-area"
                id=wiring.id()
                rows=rows
                autofocus=is_focused
                aria-describedby=move || wiring.described_by()
                aria-invalid=move || wiring.is_invalid()
                prop:value=move || value.get()
                on:input=move |event| on_input.run(event_target_value(&event))
                on:change=move |event| {
                    if let Some(on_commit) = on_commit {
                        commit(on_commit, event_target_value(&event));
                    }
                }
            />
        </Field>
    }
}
