//! Who sees a record of a list: one small drawing at the end of its row, which opens the choices.

use leptos::prelude::*;

use super::audience_items::AudienceItems;
use super::audience_words::{audience_words, glyph_of, seen_by};
use crate::domain::{Audience, RecordKey};
use crate::ui::components::redrawn::{redrawn, words};
use crate::ui::components::{Icon, Menu};
use crate::ui::words::use_store;

/// Who sees a record, drawn and not written, so that a row has room for its own words; a plain fact where there is
/// nothing to choose. What has to be written is said by an [`AudienceMark`](super::audience_mark::AudienceMark)
/// below.
#[component]
pub fn AudienceButton(
    /// The record.
    key: RecordKey,
) -> impl IntoView {
    let store = use_store();
    let seen = seen_by(store, key);
    let audience =
        Memo::new(move |_| seen.get().map(|seen| seen.audience).unwrap_or(Audience::Pair));
    let label = words(move || {
        let seen = seen.get();
        let who = seen.map(|seen| audience_words(store, seen.audience, seen.is_to_program));
        (store.messages().audience.title)(&who.unwrap_or_default())
    });
    let has_choice = Memo::new(move |_| seen.get().is_some_and(|seen| !seen.choices.is_empty()));
    redrawn(move || match has_choice.get() {
        true => view! {
            <Menu label glyph=Signal::derive(move || glyph_of(audience.get()))>
                <AudienceItems key />
            </Menu>
        }
        .into_any(),
        false => view! {
            <span class="audience-button" title=label>
                <span class="visually-hidden">{label}</span>
                {move || view! { <Icon glyph=glyph_of(audience.get()) /> }}
            </span>
        }
        .into_any(),
    })
}
