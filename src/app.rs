//! The composition root: puts the interface on the page, opens the store, and ties both to the
//! address bar.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::page;
use crate::route::Route;
use crate::store::{Installation, Part, Store, part};
use crate::ui::components::Arrivals;
use crate::ui::components::below::once_drawn;
use crate::ui::components::redrawn::{follow, redrawn};
use crate::ui::features::shell::notice::told_notice;
use crate::ui::frame::{Frame, by_rest};
use crate::ui::navigation::Navigation;
use crate::ui::words::{use_installation, use_store};

/// The id of the element in `index.html` that the app is put into.
const ROOT: &str = "app";
/// The name of the product, the same in every language.
const NAME: &str = "Steadyhand";

/// Starts the app. Until its data has been read, the page keeps showing the start screen.
pub fn start() {
    // A release has no words for a panic: see `release` in `dev`.
    #[cfg(not(feature = "split"))]
    console_error_panic_hook::set_once();
    if let Some(root) = page::element(ROOT) {
        leptos::mount::mount_to(root, || view! { <App /> }).forget();
    }
}

/// The interface, as soon as the store is open.
#[component]
fn App() -> impl IntoView {
    let opened = RwSignal::new(None::<Store>);
    if let Some(owner) = Owner::current() {
        spawn_local(async move {
            let Some(store) = Store::begin(owner).await else {
                return page::give_up();
            };
            if !untrack(|| store.chosen(|p| p.is_welcomed)) {
                store.fetch(Part::Beginning);
            }
            opened.set(Some(store));
            page::remove_start_screen();
            let fetch = move || store.fetch(Part::Rest);
            match Route::parse(&page::hash()) {
                Some(Route::Today) => once_drawn(fetch),
                // Every other page is in it.
                _ => fetch(),
            }
        });
    }
    let arrivals = RwSignal::new(0);
    let navigation = navigation(arrivals);
    let frame = move |store: Store| {
        provide_context(store);
        provide_context(Installation::new());
        provide_context(navigation);
        provide_context(Arrivals { count: arrivals, set_name: Callback::new(name_page) });
        follow(move || {
            store.chosen(|preferences| {
                page::set_language(preferences.locale.tag());
                page::set_theme(preferences.theme.name());
            });
        });
        view! {
            <Frame />
            {by_rest(store, attended)}
        }
        .into_any()
    };
    redrawn(move || opened.get().map_or_else(|| ().into_any(), frame))
}

/// Names the page in the browser's tab and history.
fn name_page(name: String) {
    page::set_title(&format!("{name} · {NAME}"));
}

part! { rest:
    /// Sees to the program on this device, to what is due, and to what the style sheet has to know of the whole page.
    /// There is nothing to see of that.
    fn attended() -> AnyView {
        let (store, installation) = (use_store(), use_installation());
        installation.begin(Callback::new(|route: String| page::set_hash(&route)));
        store.follow_due(installation);
        let told = told_notice(store);
        follow(move || {
            let has_happened = told.with(Option::is_some);
            page::set_floating(has_happened || installation.is_offered());
        });
        StoredValue::new_local(page::mark_writing());
        ().into_any()
    }
}

/// Follows the address bar, and writes to it. Where a link or a button leads elsewhere, the tab of that page answers
/// at once, and the page itself comes one frame later: a tap that shows nothing until a page is drawn feels lost. What
/// takes the place of a form that was sent, and what the browser goes back to, comes in the same frame.
fn navigation(arrivals: RwSignal<usize>) -> Navigation {
    let (heading, hash) = (RwSignal::new(page::hash()), RwSignal::new(page::hash()));
    let followed = StoredValue::new(String::new());
    let follow = move |address| followed.set_value(address);
    let links = page::on_link(follow);
    let show = move || {
        if heading.get_untracked() != hash.get_untracked() {
            hash.set(heading.get_untracked());
            page::scroll_to_top();
        }
    };
    let following = page::on_hash_change(move |now| {
        let is_led = followed.with_value(|address| address.strip_prefix('#') == Some(&now));
        followed.set_value(String::new());
        heading.set(now);
        if is_led { once_drawn(show) } else { show() }
    });
    StoredValue::new_local((links, following, page::keep_field_in_sight()));
    let named =
        |hash: RwSignal<String>| Signal::derive(move || hash.with(|hash| Route::parse(hash)));
    Navigation {
        heading: named(heading),
        route: named(hash),
        go: Callback::new(move |route: Route| {
            follow(route.to_string());
            page::set_hash(&route.to_string());
        }),
        replace: Callback::new(move |route: Route| {
            page::replace_hash(route.to_string().trim_start_matches('#'));
            heading.set(page::hash());
            hash.set(page::hash());
        }),
        greet: Callback::new(page::greet),
        focus_title: Callback::new(move |()| arrivals.update(|count| *count += 1)),
    }
}
