//! Picking a file to look into. What came of it is shown on the page for importing.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// Picks a file, has it read and leads to the page that shows what is in it.
#[component]
pub fn FilePicker(
    /// Whether picking a file is the page's one next step.
    #[prop(optional)]
    is_primary: bool,
    /// The words on it, where it is for a certain sort of file.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let label = label.unwrap_or_else(|| say(store, |m| m.share.open_file));
    view! {
        <label
            class="button file-picker"
            data-tone=if is_primary { "primary" } else { "secondary" }
        >
            <input
                class="visually-hidden"
                type="file"
                accept=".json,.txt,application/json"
                on:change=move |event| {
                    if store.read_picked(&event) {
                        navigation.go.run(Route::Import);
                    }
                }
            />
            <span>{move || label.get()}</span>
        </label>
    }
}
