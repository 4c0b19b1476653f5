//! Who sees a record: always in sight, and changed where it stands.

use leptos::prelude::*;

use super::audience_items::AudienceItems;
use super::audience_words::{SeenControl, honest_words};
use crate::domain::RecordKey;
use crate::ui::components::redrawn::shown;
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
    let control = SeenControl::new(store, key);
    let SeenControl { label, who, .. } = control;
    let honest = Memo::new(move |_| {
        control.is_there.get().then(|| honest_words(store, key, control.audience.get())).flatten()
    });
    let chip = move || match control.has_choice.get() {
        true => view! {
            <Menu label glyph=Signal::derive(move || control.glyph()) words=who>
                <AudienceItems key />
            </Menu>
        }
        .into_any(),
        false => {
            let icon = control.glyph();
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
        move || control.is_there.get(),
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
