//! Picking a file: a plan, of which the page for importing shows what came of it, or a calendar.

use leptos::ev::Event;
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
    let pick = move |event: Event| {
        if store.read_picked(&event) {
            navigation.go.run(Route::Import);
        }
    };
    view! { <Picker label accept=".json,.txt,application/json" is_primary on_pick=pick /> }
}

/// Picks a calendar file.
#[component]
pub fn CalendarPicker(
    /// What is done with it.
    #[prop(into)]
    on_pick: Callback<Event>,
    /// Whether picking a file is the page's one next step.
    #[prop(optional)]
    is_primary: bool,
) -> impl IntoView {
    let store = use_store();
    let label = say(store, |m| m.rosters.pick);
    view! { <Picker label accept=".ics,.ical,text/calendar" is_primary on_pick /> }
}

/// A button that picks a file of some sort.
#[component]
fn Picker(
    label: Signal<String>,
    accept: &'static str,
    is_primary: bool,
    #[prop(into)] on_pick: Callback<Event>,
) -> impl IntoView {
    view! {
        <label
            class="button file-picker"
            data-tone=if is_primary { "primary" } else { "secondary" }
        >
            <input
                class="visually-hidden"
                type="file"
                accept=accept
                on:change=move |event| on_pick.run(event)
            />
            <span>{move || label.get()}</span>
        </label>
    }
}
