//! How it stands with the agreement and whose turn it is, at the top of its page.

use leptos::prelude::*;

use super::agreement_words::AgreementHere;
use crate::domain::{Standing, Turn};
use crate::ui::components::redrawn::words;
use crate::ui::components::{Chip, Glyph, News};
use crate::ui::words::use_store;

/// A word for how it stands, one sentence for whose turn it is, and what counts meanwhile.
#[component]
pub fn AgreementStanding(
    /// The agreement.
    here: Memo<Option<AgreementHere>>,
) -> impl IntoView {
    let store = use_store();
    let chip = move || {
        let (standing, was_agreed, turn) = here
            .with(|here| here.as_ref().map(|h| (h.agreement.standing, h.was_agreed(), h.turn())))?;
        let (news, icon) = match (standing, turn) {
            (Standing::InForce, _) => (News::Good, Glyph::Check),
            (Standing::Disputed, _) | (_, Turn::Answer) => (News::Warn, Glyph::Bell),
            _ => (News::Plain, Glyph::Clock),
        };
        let label = (store.messages().agreement.standing)(standing, was_agreed).to_owned();
        Some(view! { <Chip label icon news=Signal::stored(news) /> })
    };
    let sentence = words(move || {
        here.with(|here| here.as_ref().map(|here| here.sentence(store))).unwrap_or_default()
    });
    let meanwhile = words(move || {
        let counts = |here: &AgreementHere| {
            here.was_agreed()
                .then(|| (store.messages().agreement.still_counts)(&here.agreed_on(store)))
        };
        here.with(|here| here.as_ref().and_then(counts)).unwrap_or_default()
    });
    view! {
        <div class="agreement-standing">
            {chip}
            <p class="agreement-standing__sentence" role="status">
                {sentence}
            </p>
            <p class="agreement-standing__meanwhile">{meanwhile}</p>
        </div>
    }
}
