//! What stands at the end of one line of a meeting: who sees it, the menu that changes or deletes it, and
//! how its words are changed.

use leptos::prelude::*;

use crate::domain::{Command, CommandError, RecordKey, Timetable};
use crate::store::Store;
use crate::ui::components::{Glyph, Menu, MenuItem};
use crate::ui::features::audience::audience_button::AudienceButton;
use crate::ui::words::{say, use_store};

/// Writes new words for an agenda item or a decision.
///
/// # Errors
/// When the words break a rule, or the line is gone.
pub fn reword(store: Store, key: RecordKey, title: String) -> Result<(), CommandError> {
    let reword = Timetable::Reword { kind: key.kind, id: key.id, title };
    store.apply(reword.within(key.plan)).map(drop)
}

/// Who sees an agenda item, an action item or a decision, and its menu.
#[component]
pub fn LineEnds(
    /// The line.
    key: RecordKey,
    /// What it says.
    title: Signal<String>,
    /// Whether it is being changed in its place.
    is_changing: RwSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let delete = move || {
        // What stands in the way is said by the store's notice.
        let _outcome = store.apply(Command::Delete(key));
    };
    view! {
        <div class="row-ends">
            <AudienceButton key />
            <Menu label=Signal::derive(move || (store.messages().agenda.item_menu)(&title.get()))>
                <MenuItem
                    label=say(store, |m| m.agenda.change_item)
                    icon=Glyph::Edit
                    on_click=move || is_changing.set(true)
                />
                <MenuItem
                    label=Signal::derive(move || {
                        (store.messages().meetings.delete_item)(&title.get())
                    })
                    icon=Glyph::Trash
                    on_click=delete
                    is_danger=true
                />
            </Menu>
        </div>
    }
}
