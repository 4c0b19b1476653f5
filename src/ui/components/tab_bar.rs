//! The five places of the app: a bar at the bottom of a phone, a rail at the side of a wide screen.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use super::redrawn::keyword;

/// One place.
#[derive(Clone, Copy)]
pub struct Tab {
    /// Where it leads.
    pub href: &'static str,
    /// What it shows.
    pub glyph: Glyph,
    /// Its name.
    pub label: Signal<String>,
    /// Whether the page shown belongs to it.
    pub is_current: Signal<bool>,
}

/// The places, as links.
#[component]
pub fn TabBar(
    /// What the links are, for assistive technology.
    #[prop(into)]
    label: Signal<String>,
    /// The places, five at most.
    tabs: Vec<Tab>,
    /// What stands above the places on a wide screen, such as the product's name.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let links = tabs
        .into_iter()
        .map(|tab| {
            view! {
                <li>
                    <a
                        class="tab-bar__tab"
                        href=tab.href
                        aria-current=keyword(move || tab.is_current.get().then_some("page"))
                    >
                        <Icon glyph=tab.glyph />
                        <span>{tab.label}</span>
                    </a>
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <nav class="tab-bar" aria-label=label>
            {children.map(|children| view! { <div class="tab-bar__brand">{children()}</div> }.into_any()).unwrap_or_else(|| ().into_any())}
            <ul class="tab-bar__tabs" role="list">{links}</ul>
        </nav>
    }
}
