//! A card: one thing worth its own ground, with its category's cap on the leading edge.

use leptos::prelude::*;

use super::cap::Mark;

/// A card. Use few: white space before lines, lines before boxes.
#[component]
pub fn Card(
    /// The category: a colour for the leading edge and its word for the top line.
    #[prop(optional, into)]
    mark: Signal<Option<Mark>>,
    /// A heading of the third rank.
    #[prop(optional, into)]
    title: Signal<String>,
    /// Where the title leads; empty for a title that is not a link.
    #[prop(optional, into)]
    href: Signal<String>,
    /// What the card holds.
    children: Children,
) -> impl IntoView {
    let cap = move || mark.with(|mark| mark.as_ref().map(|mark| mark.color.word()));
    let word = move || mark.get().map(|mark| view! { <p class="card__word">{mark.word}</p> });
    let heading = move || {
        let words = title.get();
        let href = href.get();
        (!words.is_empty()).then(|| {
            if href.is_empty() {
                view! { <h3 class="card__title">{words}</h3> }.into_any()
            } else {
                view! { <h3 class="card__title"><a href=href>{words}</a></h3> }.into_any()
            }
        })
    };
    view! {
        <article class="card" data-cap=cap>
            {word} {heading} {children()}
        </article>
    }
}
