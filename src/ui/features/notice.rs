//! The message about what has just happened, with the way back.

use leptos::prelude::*;

use crate::store::Notice;
use crate::ui::components::Toast;
use crate::ui::words::{say, use_store};

/// The message about what has just happened. It stays until something else happens or the reader
/// puts it away.
#[component]
pub fn NoticeToast() -> impl IntoView {
    let store = use_store();
    let message = Signal::derive(move || {
        let messages = store.messages();
        store.notice().get().map(|notice| match notice {
            Notice::Happened(happening, _) => (messages.events.say)(happening),
            Notice::Refused(error) => (messages.errors.refused)(&error),
            Notice::Imported(count, _) => (messages.events.imported)(count),
            Notice::ImportUndone => messages.events.import_undone.to_owned(),
        })
    });
    let action = Signal::derive(move || {
        let can_undo = store.notice().with(|notice| match notice {
            Some(Notice::Happened(_, undo)) => !undo.is_empty(),
            Some(Notice::Imported(..)) => true,
            Some(Notice::Refused(_) | Notice::ImportUndone) | None => false,
        });
        can_undo.then(|| store.messages().common.undo.to_owned())
    });
    view! {
        <Toast
            message
            action
            on_action=move || store.undo_notice()
            dismiss_label=say(store, |m| m.common.dismiss)
            on_dismiss=move || store.dismiss_notice()
        />
    }
}
