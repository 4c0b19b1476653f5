//! Who sees a record: always in sight, and changed where it stands.

use leptos::prelude::*;

use super::audience_items::AudienceItems;
use super::audience_words::{audience_words, glyph_of, honest_words, seen_by};
use crate::domain::{Audience, RecordKey};
use crate::ui::components::redrawn::{shown, words};
use crate::ui::components::{Chip, Menu};
use crate::ui::words::use_store;

/// Who sees a record, as a button that opens the choices, or as a plain fact where there are none; below it what is to
/// be said honestly.
#[component]
pub fn AudienceChip(
    /// The record.
    key: RecordKey,
) -> impl IntoView {
    let store = use_store();
    let seen = seen_by(store, key);
    let audience =
        Memo::new(move |_| seen.get().map(|seen| seen.audience).unwrap_or(Audience::Pair));
    let who = words(move || {
        let seen = seen.get();
        seen.map(|seen| audience_words(store, seen.audience, seen.is_to_program))
            .unwrap_or_default()
    });
    let label = words(move || (store.messages().audience.title)(&who.get()));
    let has_choice = Memo::new(move |_| seen.get().is_some_and(|seen| !seen.choices.is_empty()));
    let is_there = Memo::new(move |_| seen.with(Option::is_some));
    let honest = Memo::new(move |_| honest_words(store, key, seen.get()?.audience));
    let chip = move || match has_choice.get() {
        true => view! {
            <Menu label glyph=Signal::derive(move || glyph_of(audience.get())) words=who>
                <AudienceItems key />
            </Menu>
        }
        .into_any(),
        false => {
            let icon = glyph_of(audience.get());
            view! {
                <span class="visually-hidden">{label}</span>
                <span aria-hidden="true" title=label>
                    <Chip label=who icon />
                </span>
            }
            .into_any()
        }
    };
    shown(
        move || is_there.get(),
        move || {
            view! {
                <div class="audience-chip">
                    {chip}
                    <p class="audience-chip__honest" role="status">{move || honest.get()}</p>
                </div>
            }
            .into_any()
        },
    )
}
