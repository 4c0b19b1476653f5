//! The composition root: opens the store, puts the interface on the page, and ties both to the
//! address bar.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::page;
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::PAGE_TITLE_ID;
use crate::ui::frame::Frame;
use crate::ui::navigation::Navigation;

/// The id of the element in `index.html` that the app is put into.
const ROOT: &str = "app";

/// Starts the app.
pub fn start() {
    console_error_panic_hook::set_once();
    spawn_local(async {
        let owner = Owner::new();
        let store = Store::open(owner.clone()).await;
        owner.with(|| mount(store));
        // The page lives as long as the tab.
        std::mem::forget(owner);
    });
}

fn mount(store: Store) {
    let navigation = navigation();
    Effect::new(move || {
        store.preferences().with(|preferences| {
            page::set_language(preferences.locale.tag());
            page::set_theme(preferences.theme.name());
        });
    });
    let Some(root) = page::element(ROOT) else { return };
    let handle = leptos::mount::mount_to(root, move || {
        provide_context(store);
        provide_context(navigation);
        view! { <Frame /> }
    });
    handle.forget();
    page::remove_start_screen();
}

/// Follows the address bar, and writes to it.
fn navigation() -> Navigation {
    let hash = RwSignal::new(page::hash());
    let guard = page::on_hash_change(move |now| {
        hash.set(now);
        page::scroll_to_top();
    });
    std::mem::forget(guard);
    Navigation {
        route: Memo::new(move |_| hash.with(|hash| Route::parse(hash))).into(),
        go: Callback::new(|route: Route| page::set_hash(&route.to_string())),
        replace: Callback::new(move |route: Route| {
            page::replace_hash(route.to_string().trim_start_matches('#'));
            hash.set(page::hash());
        }),
        focus_title: Callback::new(|()| {
            page::focus(PAGE_TITLE_ID);
        }),
        set_title: Callback::new(|title: String| page::set_title(&title)),
    }
}
