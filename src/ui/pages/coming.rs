//! In place of a page that is in a part of the program that has not come.

use leptos::prelude::*;

use crate::store::Arrival;
use crate::ui::components::{Button, PageHead, Tone};
use crate::ui::words::{say, use_store};

/// Says that the page is on its way, or that it did not come, and offers to try again.
#[component]
pub fn ComingPage(
    /// Whether the part of the program is there that the page is in.
    arrival: Arrival,
    /// Fetches it.
    fetch: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    if arrival != Arrival::Failed {
        return view! { <PageHead title=say(store, |m| m.shell.coming) /> }.into_any();
    }
    view! {
        <PageHead title=say(store, |m| m.shell.not_come) />
        <NotCome fetch />
    }
    .into_any()
}

/// Why something did not come, and the way to try again.
#[component]
pub fn NotCome(
    /// Fetches it.
    fetch: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    view! {
        <div class="stack">
            <p role="alert">{say(store, |m| m.shell.not_come_why)}</p>
            <Button label=say(store, |m| m.shell.fetch_again) on_click=fetch tone=Tone::Primary />
        </div>
    }
}
