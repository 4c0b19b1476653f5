//! The mark on a row of a list behind which something new stands.

use leptos::prelude::*;

use super::new_pages::NewPages;
use crate::route::Route;
use crate::ui::components::{Chip, News};
use crate::ui::words::{say, use_store};

/// A small chip, until the page that the row leads to is opened; nothing otherwise.
#[component]
pub fn NewMark(
    /// The page that the row leads to.
    page: Route,
) -> impl IntoView {
    let store = use_store();
    let pages = use_context::<NewPages>();
    let is_new = Memo::new(move |_| pages.is_some_and(|pages| pages.has(&page)));
    view! {
        <Show when=move || is_new.get()>
            <Chip label=say(store, |m| m.news.mark) news=News::Good />
        </Show>
    }
}
