//! In place of a page that is in the rest of the program, until that has come.

use leptos::prelude::*;

use crate::store::Rest;
use crate::ui::components::{Button, PageHead, Tone};
use crate::ui::words::{say, use_store};

/// Says that the page is on its way, or that it did not come, and offers to try again.
#[component]
pub fn ComingPage(
    /// Whether the rest of the program is there.
    rest: Rest,
) -> impl IntoView {
    let store = use_store();
    if rest != Rest::Failed {
        return view! { <PageHead title=say(store, |m| m.shell.coming) /> }.into_any();
    }
    view! {
        <PageHead title=say(store, |m| m.shell.not_come) />
        <p role="alert">{move || store.messages().shell.not_come_why}</p>
        <Button
            label=say(store, |m| m.shell.fetch_again)
            on_click=move || store.fetch_rest()
            tone=Tone::Primary
        />
    }
    .into_any()
}
