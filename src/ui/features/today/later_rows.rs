//! What matters besides what the first look shows, below it; and a good word where nothing does.

use leptos::prelude::*;

use super::later_row::LaterRow;
use crate::domain::{Kind, Matter, Surroundings, Today};
use crate::ui::components::below::a_frame_after;
use crate::ui::words::{say, use_store};

/// The rows, as `<li>`.
#[component]
pub fn LaterRows(
    /// What the first look shows.
    today: Memo<Option<Today>>,
) -> impl IntoView {
    let store = use_store();
    let find = move || {
        let (now, me) = (store.now(), store.me());
        let around = Surroundings {
            now: now.naive_local(),
            offset: *now.offset(),
            cadence: &store.pack().cadence,
            unseen: store.news().len(),
            risk: store.backup_reminder(),
        };
        let found = store.plan(&[], |id, plan| plan.later_matters(id, me, around));
        found.unwrap_or_default()
    };
    let changed = a_frame_after(move || {
        let _followed = (store.now(), store.me(), store.pack(), store.news());
        let _followed = (store.backup_reminder(), store.plan(&Kind::KNOWN, |_, _| ()));
    });
    let matters = Memo::new(move |_| {
        changed.track();
        untrack(find)
    });
    let has_first =
        Memo::new(move |_| today.with(|t| t.as_ref().is_some_and(|t| !t.first.is_empty())));
    // Drawn anew as a whole: it is short.
    move || match matters.get() {
        matters if matters.is_empty() && !has_first.get() => {
            view! { <li class="later-rows__done">{say(store, |m| m.later.all_done)}</li> }
                .into_any()
        }
        matters => {
            let row = |matter: Matter| view! { <LaterRow matter /> }.into_any();
            matters.into_iter().map(row).collect_view().into_any()
        }
    }
}
