//! The top of every page: the way back, the title, and the few actions that belong to the page.

use leptos::{html, prelude::*};

use super::icon::{Glyph, Icon};
use super::redrawn::{follow, redrawn};

/// Coming to another page. The app provides it as context: the title of the page then takes the
/// keyboard, so that reading goes on at the top of what is new, and the browser's tab takes its name.
#[derive(Clone, Copy, Debug)]
pub struct Arrivals {
    /// How often the person has come to another page.
    pub count: RwSignal<usize>,
    /// Names the page in the browser's tab and history.
    pub set_name: Callback<String>,
}

/// The way back, the title and the page's actions.
#[component]
pub fn PageHead(
    /// The title of the page.
    #[prop(into)]
    title: Signal<String>,
    /// What the page is called in the browser's tab and history, which travel farther than the page:
    /// needed where the title says what a person wrote.
    #[prop(optional, into)]
    name: Option<Signal<String>>,
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
    let heading = NodeRef::<html::H1>::new();
    if let Some(Arrivals { count, set_name }) = use_context::<Arrivals>() {
        let name = name.unwrap_or(title);
        follow(move || set_name.run(name.get()));
        follow(move || {
            // Opening the app is not an arrival: the keyboard stays where the browser put it.
            if count.get() > 0
                && let Some(heading) = heading.get()
            {
                // A title that is not shown, such as that of a hidden list, refuses the keyboard.
                let _hidden = heading.focus();
            }
        });
    }
    let back = move || {
        let href = back_href.get();
        if href.is_empty() {
            return ().into_any();
        }
        view! {
            <a class="page-head__back" href=href>
                <Icon glyph=Glyph::Back />
                <span>{back_label}</span>
            </a>
        }
        .into_any()
    };
    view! {
        <header class="page-head">
            {redrawn(back)}
            <div class="page-head__row">
                <h1 class="page-head__title" node_ref=heading tabindex="-1">
                    {title}
                </h1>
                {children
                    .map(|children| view! { <div class="page-head__actions">{children()}</div> })}
            </div>
            <p class="page-head__line">{line}</p>
        </header>
    }
}
