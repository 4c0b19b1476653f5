//! What every field has in common: a label above, then the control, then a hint and an error below,
//! tied together for assistive technology.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::{html::Input, prelude::*};

/// The lines under a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldNote {
    hint: Option<String>,
    error: Option<String>,
}

impl FieldNote {
    /// A line that helps to fill the field in.
    pub fn hint(hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), error: None }
    }

    /// What is wrong with the value, if anything is.
    pub fn error(error: Option<String>) -> Self {
        Self { hint: None, error }
    }

    /// The same hint, with what is wrong below it.
    pub fn or_error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }
}

/// The ids that tie a control to its label and notes, and the notes themselves.
#[derive(Clone, Copy, Debug)]
pub struct FieldWiring {
    number: u32,
    note: Signal<FieldNote>,
}

impl FieldWiring {
    /// Wiring with ids that no other field of the page has.
    pub(super) fn new(note: Signal<FieldNote>) -> Self {
        Self { number: next_number(), note }
    }

    /// The id of the control.
    pub(super) fn id(self) -> String {
        format!("field-{}", self.number)
    }

    /// The value of `aria-describedby`: the lines that are there.
    pub(super) fn described_by(self) -> Option<String> {
        let id = self.id();
        self.note.with(|note| match (&note.hint, &note.error) {
            (None, None) => None,
            (Some(_), None) => Some(format!("{id}-hint")),
            (None, Some(_)) => Some(format!("{id}-error")),
            (Some(_), Some(_)) => Some(format!("{id}-hint {id}-error")),
        })
    }

    /// The value of `aria-invalid`.
    pub(super) fn is_invalid(self) -> Option<&'static str> {
        self.note.with(|note| note.error.is_some().then_some("true"))
    }
}

/// A label, a control and its notes. Only the fields of this folder can make the wiring it needs.
#[component]
pub fn Field(
    /// The words above the control.
    label: Signal<String>,
    /// The ids and notes of the control inside.
    wiring: FieldWiring,
    /// The control, with the wiring's id.
    children: Children,
) -> impl IntoView {
    let id = wiring.id();
    let hint = move || wiring.note.with(|note| note.hint.clone());
    let error = move || wiring.note.with(|note| note.error.clone());
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{move || label.get()}</label>
            {children()}
            {move || {
                hint().map(|hint| view! { <p class="field__hint" id=hint_id.clone()>{hint}</p> })
            }}
            <p class="field__error" id=format!("{id}-error") aria-live="polite">{error}</p>
        </div>
    }
}

/// Keeps what a field of date or time shows equal to `value`. A half-typed date reads as nothing;
/// writing that nothing back would wipe what is being typed, so equal values are left alone.
pub(super) fn show_value(input: NodeRef<Input>, value: Signal<String>) {
    Effect::new(move || {
        let value = value.get();
        if let Some(input) = input.get()
            && input.value() != value
        {
            input.set_value(&value);
        }
    });
}

/// Reports that the person leaves a field. Browsers also say so when they leave the page, and then
/// nobody is there any more to hear it: who keeps what was written has seen to it.
pub(super) fn commit(on_commit: Callback<String>, text: String) {
    let _left = on_commit.try_run(text);
}

/// A number for ids that are unique within the page.
pub(super) fn next_number() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
