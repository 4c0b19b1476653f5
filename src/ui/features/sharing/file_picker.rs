//! Picking a file to look into. What came of it is shown on the page for importing.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::navigation::use_navigation;
use crate::ui::words::use_store;

/// Picks a file, has it read and leads to the page that shows what is in it.
#[component]
pub fn FilePicker(
    /// Whether picking a file is the page's one next step.
    #[prop(optional)]
    is_primary: bool,
) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
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
            <span>{move || store.messages().share.open_file}</span>
        </label>
    }
}
