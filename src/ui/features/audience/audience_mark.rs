//! Who sees a record of a list, where that is not what one would think.

use leptos::prelude::*;

use super::audience_words::{SeenBy, audience_words, glyph_of, honest_words, seen_by};
use crate::domain::{Kind, RecordKey};
use crate::ui::components::Icon;
use crate::ui::words::use_store;

/// Who sees a record, in words where that is not as usual; below it what is to be said honestly. Nothing where
/// there is no news in either.
#[component]
pub fn AudienceMark(
    /// The record.
    key: RecordKey,
) -> impl IntoView {
    let store = use_store();
    let seen = seen_by(store, key);
    let mark = move || {
        seen.get().filter(|seen| !seen.is_usual).map(|seen| {
            let who = audience_words(store, seen.audience, seen.is_to_program);
            view! {
                <p class="audience-mark">
                    <Icon glyph=glyph_of(seen.audience) />
                    {who}
                </p>
            }
        })
    };
    // Of a task that is as its goal the goal has said it.
    let is_said_above = move |seen: &SeenBy| key.kind == Kind::Task && seen.is_usual;
    let honest = Memo::new(move |_| {
        let seen = seen.get().filter(|seen| !is_said_above(seen))?;
        honest_words(store, key, seen.audience)
    });
    view! {
        {mark}
        <p class="audience-mark__honest">{move || honest.get()}</p>
    }
}
