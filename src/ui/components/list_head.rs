//! The top of a list that may stand beside one of its things.

use leptos::prelude::*;

use super::page_head::PageHead;

/// Whether one of a list's things is shown beside it. What shows both provides it as context.
#[derive(Clone, Copy, Debug)]
pub struct Beside(pub Signal<bool>);

/// The title of a list: the page's own, or a lesser one where the page is about one of its things. Only
/// the page's own takes the keyboard.
#[component]
pub fn ListHead(
    /// The title of the list.
    #[prop(into)]
    title: Signal<String>,
) -> impl IntoView {
    let beside = use_context::<Beside>();
    let is_lesser = Memo::new(move |_| beside.is_some_and(|Beside(is_beside)| is_beside.get()));
    move || match is_lesser.get() {
        true => view! {
            <header class="page-head">
                <h2 class="page-head__title">{move || title.get()}</h2>
            </header>
        }
        .into_any(),
        false => view! { <PageHead title /> }.into_any(),
    }
}
