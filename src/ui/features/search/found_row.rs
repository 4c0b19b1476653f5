//! One thing that was found: its title and the words around, with what was looked for marked.

use leptos::prelude::*;

use crate::domain::{Hit, found_in};

/// The row, as an `<li>`. It leads to the page that the thing stands on.
#[component]
pub fn FoundRow(
    /// What was found.
    hit: Hit,
    /// What was looked for.
    query: String,
    /// The page it stands on; empty where there is none.
    href: String,
    /// What that page is about, where the thing has no page of its own.
    place: String,
) -> impl IntoView {
    let title = marked(&hit.title, &query);
    let title = match href.is_empty() {
        true => view! { <span class="found-row__title">{title}</span> }.into_any(),
        false => view! { <a class="found-row__title" href=href>{title}</a> }.into_any(),
    };
    let around = (!hit.around.is_empty())
        .then(|| view! { <span class="found-row__line">{marked(&hit.around, &query)}</span> });
    let place = (!place.is_empty()).then(|| view! { <span class="found-row__line">{place}</span> });
    view! { <li class="found-row">{title} {around} {place}</li> }
}

/// A text with what was looked for marked in it.
fn marked(text: &str, query: &str) -> AnyView {
    let pieces = found_in(text, query).into_iter().map(|piece| match piece.is_found {
        true => view! { <mark class="found-row__mark">{piece.words}</mark> }.into_any(),
        false => piece.words.into_any(),
    });
    pieces.collect_view().into_any()
}
