//! The message about what has just happened, with the way back.

use leptos::prelude::*;

use std::time::Duration;

use crate::store::{Notice, Store};
use crate::ui::components::below::a_frame_after;
use crate::ui::components::{Glyph, Toast};
use crate::ui::features::sharing::long_work_line::LongWorkLine;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// The message about what has just happened. It stays until something else happens, until the
/// reader puts it away, or until they turn to another page, but for ten seconds at least.
#[component]
pub fn NoticeToast() -> impl IntoView {
    let store = use_store();
    let told = told_notice(store);
    stay_ten_seconds();
    let message = Signal::derive(move || told.get().and_then(|notice| said(store, notice)));
    let work = Signal::derive(move || match told.get() {
        Some(Notice::TakingBack(work)) => Some(work),
        _ => None,
    });
    let action = Signal::derive(move || {
        let can_undo = told.with(|notice| match notice {
            Some(Notice::Happened(_, undo)) => !undo.is_empty(),
            Some(
                Notice::Imported(..)
                | Notice::Removed(..)
                | Notice::TakenIn(..)
                | Notice::ApartRemoved(_),
            ) => true,
            Some(Notice::Refused(_) | Notice::ImportUndone | Notice::TakingBack(_)) | None => false,
        });
        can_undo.then(|| store.messages().common.undo.to_owned())
    });
    view! {
        <div class="notice-work" data-state=move || work.with(|w| if w.is_some() { "shown" } else { "hidden" })>
            <LongWorkLine work />
        </div>
        <Toast
            message
            action
            icon=Glyph::Undo
            on_action=move || store.undo_notice()
            dismiss_label=say(store, |m| m.common.dismiss)
            on_dismiss=move || store.dismiss_notice()
        />
    }
}

/// What has just happened, one frame after it has: what the reader looks at changes first.
pub fn told_notice(store: Store) -> Signal<Option<Notice>> {
    let late = a_frame_after(move || store.notice().track());
    Signal::derive(move || {
        late.track();
        store.notice().get_untracked()
    })
}

/// What a notice says.
fn said(store: Store, notice: Notice) -> Option<String> {
    let messages = store.messages();
    Some(match notice {
        Notice::Happened(happening, _) => (messages.events.say)(happening),
        Notice::Refused(error) => (messages.errors.refused)(&error),
        Notice::Imported(count, _) => (messages.events.imported)(count),
        Notice::ImportUndone => messages.events.import_undone.to_owned(),
        Notice::Removed(..) => messages.events.removed.to_owned(),
        Notice::TakenIn(..) => messages.apart.taken_in.to_owned(),
        Notice::ApartRemoved(_) => messages.apart.removed.to_owned(),
        // That has a line of its own, where it takes long.
        Notice::TakingBack(_) => return None,
    })
}

/// How long a notice stays at least.
const LEAST: Duration = Duration::from_secs(10);

/// Puts a notice away when the reader turns to another page after [`LEAST`].
fn stay_ten_seconds() {
    let store = use_store();
    let route = use_navigation().route;
    // Counts the notices, so that a timer that was set for an earlier one is passed over.
    let count = StoredValue::new(0_u32);
    let is_old = StoredValue::new(false);
    Effect::new(move || {
        store.notice().track();
        is_old.set_value(false);
        count.update_value(|count| *count += 1);
        let own = count.get_value();
        set_timeout(
            move || {
                if count.try_get_value() == Some(own) {
                    is_old.set_value(true);
                }
            },
            LEAST,
        );
    });
    Effect::new(move || {
        route.track();
        if is_old.get_value() {
            store.dismiss_notice();
        }
    });
}
