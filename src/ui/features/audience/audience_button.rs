//! Who sees a record of a list: one small drawing at the end of its row, which opens the choices.

use leptos::prelude::*;

use super::audience_items::AudienceItems;
use super::audience_words::SeenControl;
use crate::domain::RecordKey;
use crate::ui::components::redrawn::redrawn;
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
    let control = SeenControl::new(store, key);
    let label = control.label;
    redrawn(move || match control.has_choice.get() {
        true => view! {
            <Menu label glyph=Signal::derive(move || control.glyph())>
                <AudienceItems key />
            </Menu>
        }
        .into_any(),
        false => view! {
            <span class="audience-button" title=label>
                <span class="visually-hidden">{label}</span>
                {move || view! { <Icon glyph=control.glyph() /> }}
            </span>
        }
        .into_any(),
    })
}
