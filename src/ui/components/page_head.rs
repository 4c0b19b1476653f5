//! The top of every page: the way back, the title, and the few actions that belong to the page.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// The id of the title. After a change of page, the app moves the keyboard there.
pub const PAGE_TITLE_ID: &str = "page-title";

/// The way back, the title and the page's actions.
#[component]
pub fn PageHead(
    /// The title of the page.
    #[prop(into)]
    title: Signal<String>,
    /// A muted line below the title.
    #[prop(optional, into)]
    line: Signal<String>,
    /// Where the way back leads; empty for none.
    #[prop(optional, into)]
    back_href: Signal<String>,
    /// The words of the way back: the name of the page it leads to.
    #[prop(optional, into)]
    back_label: Signal<String>,
    /// Actions.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let back = move || {
        let href = back_href.get();
        (!href.is_empty()).then(|| {
            view! {
                <a class="page-head__back" href=href>
                    <Icon glyph=Glyph::Back />
                    <span>{move || back_label.get()}</span>
                </a>
            }
        })
    };
    view! {
        <header class="page-head">
            {back}
            <div class="page-head__row">
                <h1 class="page-head__title" id=PAGE_TITLE_ID tabindex="-1">
                    {move || title.get()}
                </h1>
                {children
                    .map(|children| view! { <div class="page-head__actions">{children()}</div> })}
            </div>
            <p class="page-head__line">{move || line.get()}</p>
        </header>
    }
}
