//! Text that is being written and has not become anything yet. Every keystroke is kept.

use leptos::prelude::*;

use crate::store::Store;

/// A field of a form for something new, such as `goal/new/title`. What was typed is there again
/// after the page, the tab or the browser was closed.
#[derive(Clone, Copy)]
pub struct Draft {
    store: Store,
    name: StoredValue<String>,
    text: RwSignal<String>,
}

impl Draft {
    /// The draft of that name, or `initial` where nothing was typed yet.
    pub fn new(store: Store, name: impl Into<String>, initial: impl Into<String>) -> Self {
        let name = name.into();
        let text = store.draft(&name).unwrap_or_else(|| initial.into());
        Self { store, name: StoredValue::new(name), text: RwSignal::new(text) }
    }

    /// The text. Follows the typing.
    pub fn get(&self) -> String {
        self.text.get()
    }

    /// The text, for a field to show.
    pub fn value(&self) -> Signal<String> {
        self.text.into()
    }

    /// Replaces the text, and keeps it.
    pub fn set(&self, text: String) {
        self.name.with_value(|name| self.store.set_draft(name, &text));
        self.text.set(text);
    }

    /// What a field calls with each keystroke.
    pub fn on_input(&self) -> Callback<String> {
        let draft = *self;
        Callback::new(move |text| draft.set(text))
    }

    /// Empties the field, once its text has become something.
    pub fn clear(&self) {
        self.set(String::new());
    }
}
