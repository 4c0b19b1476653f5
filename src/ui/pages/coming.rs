//! In place of a page that is in a part of the program that has not come.

use leptos::prelude::*;

use crate::store::{Arrival, Part};
use crate::ui::components::{Button, PageHead, Tone};
use crate::ui::words::{say, use_store};

/// Says that the page is on its way, or that it did not come, and offers to try again.
#[component]
pub fn ComingPage(
    /// The part of the program that the page is in.
    part: Part,
    /// Whether it is there.
    arrival: Arrival,
) -> impl IntoView {
    let store = use_store();
    if arrival != Arrival::Failed {
        return view! { <PageHead title=say(store, |m| m.shell.coming) /> }.into_any();
    }
    view! {
        <PageHead title=say(store, |m| m.shell.not_come) />
        <div class="stack">
            <p role="alert">{say(store, |m| m.shell.not_come_why)}</p>
            <Button
                label=say(store, |m| m.shell.fetch_again)
                on_click=move || store.fetch(part)
                tone=Tone::Primary
            />
        </div>
    }
    .into_any()
}
