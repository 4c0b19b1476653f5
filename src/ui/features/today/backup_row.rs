//! A word about the backup, where what is written here stands nowhere else.

use leptos::prelude::*;

use crate::domain::Risk;
use crate::route::Route;
use crate::ui::components::{Glyph, IconButton, List, ListRow, RowState};
use crate::ui::features::sharing::backup_words::last_backup;
use crate::ui::words::{say, say_by, use_store};

/// One quiet row that leads to the backup and can be put off; nothing unless just this is the risk.
/// What is urgent stands higher on the page.
#[component]
pub fn BackupRow(
    /// The risk that this row speaks of.
    risk: Risk,
) -> impl IntoView {
    let store = use_store();
    let is_so = Memo::new(move |_| risk != Risk::Calm && store.backup_reminder() == risk);
    let title = say_by(store, move |m| match risk {
        Risk::Urge => m.backup.urge,
        Risk::Remind | Risk::Calm => m.backup.remind,
    });
    let state = match risk {
        Risk::Urge => RowState::Attention,
        Risk::Remind | Risk::Calm => RowState::Plain,
    };
    view! {
        <Show when=move || is_so.get()>
            <List>
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
            </List>
        </Show>
    }
}
