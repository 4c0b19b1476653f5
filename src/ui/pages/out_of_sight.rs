//! In place of every page where a newer version keeps the plan and nothing of it can be shown here.

use leptos::prelude::*;

use crate::ui::components::{Button, PageHead, Tone};
use crate::ui::words::{say, use_store};

/// Says that the plan is safe, and leads to the newer version. The banner above says why.
#[component]
pub fn OutOfSightPage() -> impl IntoView {
    let store = use_store();
    view! {
        <PageHead title=say(store, |m| m.banners.out_of_sight) />
        <Button
            label=say(store, |m| m.banners.reload)
            on_click=move || store.reload()
            tone=Tone::Primary
        />
    }
}
