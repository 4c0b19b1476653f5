//! What is looked for, for as long as the reader goes from page to page. It is kept nowhere.

use leptos::prelude::*;

/// The words in the field.
#[derive(Clone, Copy)]
pub struct LookedFor(pub RwSignal<String>);

impl LookedFor {
    /// Provides it to every page.
    pub fn provide() {
        provide_context(Self(RwSignal::new(String::new())));
    }
}
