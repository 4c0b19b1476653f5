//! The way from a record to what was changed in it.

use leptos::prelude::*;

use crate::domain::{Kind, RecordId};
use crate::route::Route;
use crate::ui::components::{ButtonLink, Glyph, Tone};
use crate::ui::words::{say, use_store};

/// A link to the history of a record and of what belongs to it.
#[component]
pub fn HistoryLink(
    /// Its kind.
    kind: Kind,
    /// Its id.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    view! {
        <div class="cluster">
            <ButtonLink
                label=say(store, |m| m.activity.history)
                href=Route::Activity(Some((kind, id))).to_string()
                tone=Tone::Quiet
                icon=Glyph::Clock
            />
        </div>
    }
}
