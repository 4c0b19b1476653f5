//! The frame of every page: the page itself, the places, and a short way to them.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

/// The id of the element that holds the page.
pub const MAIN_ID: &str = "main";

/// The frame. On a phone the places are at the bottom; from 900 px they stand at the side.
#[component]
pub fn Shell(
    /// The words of the button that leads past the page to the places: they stand near the thumb,
    /// and so at the end of what the keyboard walks through.
    #[prop(into)]
    skip_label: Signal<String>,
    /// Draws the [`TabBar`](super::tab_bar::TabBar).
    #[prop(into)]
    tabs: ViewFnOnce,
    /// Draws what floats: what is offered, and the toast.
    #[prop(optional, into)]
    floating: ViewFnOnce,
    /// The page.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="shell">
            <button class="shell__skip" type="button" on:click=move |_| go_to_places()>
                {skip_label}
            </button>
            <main class="shell__main" id=MAIN_ID>{children()}</main>
            <div class="shell__floating">{floating.run()}</div>
            {tabs.run()}
        </div>
    }
}

/// Moves the keyboard to the place that the page belongs to, or to the first.
fn go_to_places() {
    let find = |selector| document().query_selector(selector).ok().flatten();
    let place = find(".tab-bar__tab[aria-current]").or_else(|| find(".tab-bar__tab"));
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        // A link that is there takes the keyboard.
        let _gone = place.focus();
    }
}
