//! The frame of every page: a way past the navigation, the places, and the page itself.

use leptos::prelude::*;

/// The id of the element that holds the page.
pub const MAIN_ID: &str = "main";

/// The frame. On a phone the places are at the bottom; from 900 px they stand at the side.
#[component]
pub fn Shell(
    /// The words of the link that leads past the navigation.
    #[prop(into)]
    skip_label: Signal<String>,
    /// Called when that link is followed: move the keyboard to the page's title.
    #[prop(into)]
    on_skip: Callback<()>,
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
            <button class="shell__skip" type="button" on:click=move |_| on_skip.run(())>
                {skip_label}
            </button>
            <main class="shell__main" id=MAIN_ID>{children()}</main>
            <div class="shell__floating">{floating.run()}</div>
            {tabs.run()}
        </div>
    }
}
