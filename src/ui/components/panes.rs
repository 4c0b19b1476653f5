//! A list, and one of its things beside it. The list scrolls by itself, so that it stays where it is
//! while one thing after the other is looked at.

use leptos::{context::Provider, html, prelude::*};

use super::list_head::Beside;
use super::windowed_list::ScrolledOn;

/// A list and one of its things.
#[component]
pub fn Panes(
    /// Whether there is one, and not only the list.
    #[prop(into)]
    has_one: Signal<bool>,
    /// Whether the list's own action would say once more what the thing beside it says.
    #[prop(into)]
    is_new: Signal<bool>,
    /// Draws the list.
    #[prop(into)]
    list: ViewFnOnce,
    /// The thing, or what stands for it.
    children: Children,
) -> impl IntoView {
    let scrolled = RwSignal::new(0);
    let pane = NodeRef::<html::Div>::new();
    let follow = move |_| {
        // Less than one more screen of the list is left below what is in sight.
        let is_near_end = pane.get_untracked().is_some_and(|pane| {
            pane.scroll_height() - pane.scroll_top() < pane.client_height() * 2
        });
        if is_near_end {
            scrolled.update(|count| *count += 1);
        }
    };
    let state = move || match (has_one.get(), is_new.get()) {
        (false, _) => "list",
        (true, false) => "one",
        (true, true) => "new",
    };
    view! {
        <div class="panes" data-state=state>
            <div class="panes__list" node_ref=pane on:scroll=follow>
                <Provider value=Beside(has_one)>
                    <Provider value=ScrolledOn(scrolled)>{list.run()}</Provider>
                </Provider>
            </div>
            <div class="panes__one">{children()}</div>
        </div>
    }
}
