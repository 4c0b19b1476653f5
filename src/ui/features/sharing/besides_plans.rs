//! What a backup brings besides plans.

use std::sync::Arc;

use leptos::prelude::*;

use crate::store::Staged;
use crate::ui::components::{Banner, News};
use crate::ui::words::use_store;

/// What a backup brings besides plans; nothing for a file that was made for others.
#[component]
pub fn BesidesPlans(
    /// The file.
    staged: Arc<Staged>,
) -> impl IntoView {
    let store = use_store();
    let (unreadable, added) =
        staged.restore.as_ref().map(|restore| (restore.unreadable, restore.added())).unzip();
    let unreadable = unreadable.filter(|count| *count > 0).map(|count| {
        let text = move || (store.messages().backup.unreadable)(count);
        view! { <Banner news=News::Warn text /> }
    });
    let along = added.filter(|count| *count > 0).map(|_| {
        view! { <p class="prose">{move || store.messages().backup.along}</p> }
    });
    view! {
        {unreadable}
        {along}
    }
}
