//! A list and the thing chosen from it: one at a time on a phone, side by side on a wide screen.

use leptos::prelude::*;

/// The list, and beside it (or, on a phone, in its place) the thing chosen.
#[component]
pub fn Panes(
    /// Whether something is chosen.
    #[prop(into)]
    is_detail_open: Signal<bool>,
    /// Draws the list.
    #[prop(into)]
    list: ViewFnOnce,
    /// The thing chosen, or on a wide screen the words that stand in for it.
    children: Children,
) -> impl IntoView {
    let showing = move || if is_detail_open.get() { "detail" } else { "list" };
    view! {
        <div class="panes" data-showing=showing>
            <div class="panes__list">{list.run()}</div>
            <div class="panes__detail">{children()}</div>
        </div>
    }
}
