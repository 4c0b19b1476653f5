//! A card: one thing worth its own ground, with its category's cap on the leading edge.

use leptos::prelude::*;

use super::{
    cap::Mark,
    redrawn::{keyword, redrawn},
    section::InSection,
};

/// A card. Use few: white space before lines, lines before boxes.
#[component]
pub fn Card(
    /// The category: a colour for the leading edge and its word for the top line.
    #[prop(optional, into)]
    mark: Signal<Option<Mark>>,
    /// A heading, one rank below that of the section around the card.
    #[prop(optional, into)]
    title: Signal<String>,
    /// Where the title leads; empty for a title that is not a link.
    #[prop(optional, into)]
    href: Signal<String>,
    /// What the card holds.
    children: Children,
) -> impl IntoView {
    let cap = keyword(move || mark.with(|mark| mark.as_ref().map(|mark| mark.color.word())));
    let word = redrawn(move || match mark.get() {
        Some(mark) => view! { <p class="card__word">{mark.word}</p> }.into_any(),
        None => ().into_any(),
    });
    view! { <BareCard cap word title href children /> }
}

/// What [`Card`] is made of: a card as the style sheet knows it.
#[component]
pub fn BareCard(
    /// The color of the leading edge.
    #[prop(optional)]
    cap: Signal<Option<&'static str>>,
    /// The top line.
    #[prop(optional)]
    word: Option<AnyView>,
    /// A heading, one rank below that of the section around the card.
    #[prop(into)]
    title: Signal<String>,
    /// Where the title leads; empty for a title that is not a link.
    #[prop(into)]
    href: Signal<String>,
    /// What the card holds.
    children: Children,
) -> impl IntoView {
    let is_in_section = use_context::<InSection>().is_some();
    let heading = move || {
        let words = title.get();
        let href = href.get();
        if words.is_empty() {
            return ().into_any();
        }
        let words = if href.is_empty() {
            words.into_any()
        } else {
            view! { <a href=href>{words}</a> }.into_any()
        };
        if is_in_section {
            view! { <h3 class="card__title">{words}</h3> }.into_any()
        } else {
            view! { <h2 class="card__title">{words}</h2> }.into_any()
        }
    };
    view! {
        <article class="card" data-cap=cap>
            {word.unwrap_or_else(|| ().into_any())} {redrawn(heading)} {children()}
        </article>
    }
}
