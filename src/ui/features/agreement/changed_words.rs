//! A text in which some words were changed: what is gone is struck through, what is new is underlined, and both are
//! said in words to those who do not see that.

use leptos::prelude::*;

use crate::domain::Piece;
use crate::ui::words::use_store;

/// The pieces, one after the other.
#[component]
pub fn ChangedWords(
    /// The pieces.
    pieces: Vec<Piece>,
) -> impl IntoView {
    let words = use_store().messages().agreement;
    let said = |label: &'static str| view! { <span class="visually-hidden">" " {label} " "</span> };
    let drawn = pieces.into_iter().map(|piece| match piece {
        Piece::Same(text) => text.into_any(),
        Piece::Gone(text) => {
            view! { <del class="changed-words__gone">{said(words.gone)} {text}</del> }.into_any()
        }
        Piece::New(text) => {
            view! { <ins class="changed-words__new">{said(words.new)} {text}</ins> }.into_any()
        }
    });
    view! { <p class="changed-words">{drawn.collect_view()}</p> }
}

/// What the marks mean.
#[component]
pub fn ChangedWordsLegend() -> impl IntoView {
    let store = use_store();
    view! {
        <p class="changed-words__legend">
            <del class="changed-words__gone">{move || store.messages().agreement.legend[0]}</del>
            " "
            <ins class="changed-words__new">{move || store.messages().agreement.legend[1]}</ins>
        </p>
    }
}
