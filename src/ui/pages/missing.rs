//! An address that names no page.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::components::{ActionBar, ButtonLink, PageHead, Tone};
use crate::ui::words::{say, use_store};

/// An address that names no page.
#[component]
pub fn MissingPage() -> impl IntoView {
    let store = use_store();
    view! {
        <PageHead title=say(store, |m| m.errors.no_page) />
        <ActionBar>
            <ButtonLink
                label=say(store, |m| m.shell.today)
                href=Route::Today.to_string()
                tone=Tone::Primary
            />
        </ActionBar>
    }
}
