//! One line of text.

use leptos::prelude::*;

use super::field::{Field, FieldNote, FieldWiring, commit};

/// One line of text, reported on every keystroke and once more when it is done.
#[component]
pub fn TextField(
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
    /// Which text it is, for the keyboard and the browser's help.
    #[prop(optional)]
    kind: TextKind,
) -> impl IntoView {
    let wiring = FieldWiring::new(note);
    view! {
        <Field label wiring>
            <input
                class="text-field"
                id=wiring.id()
                type=kind.input_type
                inputmode=kind.input_mode
                autocomplete=kind.autocomplete
                autofocus=kind.is_focused
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

/// Which text a field takes: it chooses the keyboard of a phone and the help of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextKind {
    input_type: &'static str,
    input_mode: &'static str,
    autocomplete: &'static str,
    is_focused: bool,
}

impl TextKind {
    /// Any text.
    pub const PLAIN: Self = Self::new("text", "text", "off");
    /// The name of a person.
    pub const NAME: Self = Self::new("text", "text", "name");
    /// Words to look for.
    pub const SEARCH: Self = Self::new("search", "search", "off");
    /// An e-mail address.
    pub const EMAIL: Self = Self::new("email", "email", "off");
    /// A telephone number.
    pub const PHONE: Self = Self::new("tel", "tel", "off");
    /// A web address.
    pub const URL: Self = Self::new("url", "url", "off");
    /// A whole number.
    pub const NUMBER: Self = Self::new("text", "numeric", "off");

    const fn new(
        input_type: &'static str,
        input_mode: &'static str,
        autocomplete: &'static str,
    ) -> Self {
        Self { input_type, input_mode, autocomplete, is_focused: false }
    }

    /// The same kind, in a field that takes the keyboard as soon as it appears.
    pub const fn focused(self) -> Self {
        Self { is_focused: true, ..self }
    }
}

impl Default for TextKind {
    fn default() -> Self {
        Self::PLAIN
    }
}
