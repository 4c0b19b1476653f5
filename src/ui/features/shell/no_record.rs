//! What stands in the place of a record that was deleted, or never was in this plan.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::components::{ButtonLink, EmptyState, Glyph, PageHead, Tone};
use crate::ui::words::{say, use_store};

/// The page of a record that is not there.
#[component]
pub fn NoRecord(
    /// The title of the page.
    #[prop(into)]
    title: Signal<String>,
    /// The list in which it would stand.
    list: Route,
    /// What that page is called.
    #[prop(into)]
    list_title: Signal<String>,
    /// The words of the way there.
    #[prop(into)]
    to_list: Signal<String>,
    /// What is drawn above the words.
    glyph: Glyph,
) -> impl IntoView {
    let store = use_store();
    view! {
        <PageHead title back_href=list.to_string() back_label=list_title />
        <EmptyState icon=glyph title=say(store, |m| m.errors.no_record) text="">
            <ButtonLink label=to_list href=list.to_string() tone=Tone::Primary />
        </EmptyState>
    }
}
