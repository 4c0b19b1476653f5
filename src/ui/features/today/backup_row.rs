//! A word about the backup, where what is written here stands nowhere else.

use leptos::prelude::*;

use crate::domain::Risk;
use crate::route::Route;
use crate::ui::components::{Glyph, IconButton, ListRow, RowState};
use crate::ui::features::sharing::backup_words::last_backup;
use crate::ui::words::{say, say_by, use_store};

/// One row that leads to the backup and can be put off.
#[component]
pub fn BackupRow(
    /// How urgent it is.
    risk: Risk,
) -> impl IntoView {
    let store = use_store();
    let title = say_by(store, move |m| match risk {
        Risk::Urge => m.backup.urge,
        Risk::Remind | Risk::Calm => m.backup.remind,
    });
    let state = match risk {
        Risk::Urge => RowState::Attention,
        Risk::Remind | Risk::Calm => RowState::Plain,
    };
    view! {
        <ListRow
            href=Route::Backup.to_string()
            title
            line=Signal::derive(move || last_backup(store))
            state
        >
            <IconButton
                label=say(store, |m| m.backup.later)
                glyph=Glyph::Close
                on_click=move || store.put_backup_off()
            />
        </ListRow>
    }
}
