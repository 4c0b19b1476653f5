//! The choices of who sees a record, as items of a menu.

use leptos::prelude::*;

use super::audience_words::{audience_words, glyph_of, seen_by};
use crate::domain::{Audience, Command, RecordKey};
use crate::ui::components::MenuItem;
use crate::ui::components::redrawn::words;
use crate::ui::words::{say_by, use_store};

/// One item for each choice, with what it means; none where there is nothing to choose.
#[component]
pub fn AudienceItems(
    /// The record.
    key: RecordKey,
) -> impl IntoView {
    let store = use_store();
    let seen = seen_by(store, key);
    let choices = Memo::new(move |_| seen.get().map(|seen| seen.choices).unwrap_or_default());
    let is_to_program = Memo::new(move |_| seen.get().is_some_and(|seen| seen.is_to_program));
    let item = move |audience: Audience| {
        let choose = move || {
            // What stands in the way is said by the store's notice.
            let _outcome = store.apply(Command::SetAudience { key, audience });
        };
        view! {
            <MenuItem
                label=words(move || audience_words(store, audience, is_to_program.get()))
                line=say_by(store, move |m| (m.audience.means)(audience))
                icon=glyph_of(audience)
                is_chosen=Signal::derive(move || {
                    seen.get().is_some_and(|seen| seen.audience == audience)
                })
                on_click=choose
            />
        }
    };
    move || choices.get().iter().map(|audience| item(*audience)).collect_view()
}
