//! The pages on which something new stands. Whoever opens one has looked at what is new there.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::components::redrawn::follow;
use crate::ui::features::settling::record_words::record_page;
use crate::ui::navigation::use_navigation;
use crate::ui::words::use_store;

/// The pages with something new, looked up once for all lists.
#[derive(Clone, Copy)]
pub struct NewPages(Memo<Vec<Route>>);

impl NewPages {
    /// Whether something new stands on a page. Follows it.
    pub fn has(self, page: &Route) -> bool {
        self.0.with(|pages| pages.contains(page))
    }
}

/// Provides [`NewPages`] to every page, and notes as looked at what stands on the page that is open.
pub fn provide_new_pages() {
    let store = use_store();
    let route = use_navigation().route;
    provide_context(NewPages(Memo::new(move |_| {
        let news = store.news();
        let pages = store.plan(&[], |_, plan| {
            let mut pages = Vec::new();
            for page in news.iter().filter_map(|key| record_page(plan, key.kind, key.id)) {
                if !pages.contains(&page) {
                    pages.push(page);
                }
            }
            pages
        });
        pages.unwrap_or_default()
    })));
    follow(move || {
        // A meeting is the same page, whatever of it comes first.
        let route = match route.get() {
            Some(Route::Agenda(id)) => Some(Route::Meeting(id)),
            route => route,
        };
        let news = store.news();
        let seen = store.plan(&[], |_, plan| {
            let page = |kind, id| record_page(plan, kind, id);
            news.into_iter()
                .filter(|key| route.is_some() && page(key.kind, key.id) == route)
                .collect()
        });
        let seen: Vec<_> = seen.unwrap_or_default();
        if !seen.is_empty() {
            store.see(&seen);
        }
    });
}
