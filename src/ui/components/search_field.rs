//! The field of a page for finding something. It takes the keyboard when the page appears.

use leptos::{context::Provider, html, prelude::*};

use super::field::{Field, FieldNote, FieldWiring};
use super::page_head::Arrivals;

/// One line of words to look for, reported on every keystroke.
#[component]
pub fn SearchField(
    /// The words above the field.
    #[prop(into)]
    label: Signal<String>,
    /// The text in the field.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the text on every keystroke.
    #[prop(into)]
    on_input: Callback<String>,
    /// A line below the field; may be empty.
    #[prop(into)]
    hint: Signal<String>,
) -> impl IntoView {
    let note = Signal::derive(move || match hint.get() {
        hint if hint.is_empty() => FieldNote::default(),
        hint => FieldNote::hint(hint),
    });
    let wiring = FieldWiring::new(note);
    let input = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(input) = input.get() {
            // A browser may keep the keyboard where it is.
            let _refused = input.focus();
            input.select();
        }
    });
    view! {
        <Field label wiring>
            <input
                class="text-field"
                id=wiring.id()
                type="search"
                inputmode="search"
                enterkeyhint="search"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                node_ref=input
                aria-describedby=move || wiring.described_by()
                prop:value=move || value.get()
                on:input=move |event| on_input.run(event_target_value(&event))
            />
        </Field>
    }
}

/// Stands around the title of a page whose field takes the keyboard in its place.
#[component]
pub fn KeyboardToField(
    /// The title.
    children: Children,
) -> impl IntoView {
    let Some(Arrivals { set_name, .. }) = use_context::<Arrivals>() else {
        return children().into_any();
    };
    // No arrival is told to the title.
    let value = Arrivals { count: RwSignal::new(0), set_name };
    view! { <Provider value>{children()}</Provider> }.into_any()
}
