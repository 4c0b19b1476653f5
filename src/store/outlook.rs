//! The outlook: what Today shows of the open plan, kept ready for the next start.
//!
//! Today is drawn by it alone, also while the app is open. It is stored along with every change of records, in the same transaction,
//! so it never tells of less than what is stored. Where another tab was the one to write, or another plan is opened, or days have
//! passed, it is stored anew a while later. Should that fail, or the page end before, the next start shows an older state of Today
//! until it is whole, which is a moment later.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::part;
use super::schema::{RECORDS, TEXTS};
use super::{Store, now};
use crate::codec::outlook;
use crate::domain::{Command, Kind, Outlook, RecordId};
use crate::platform::clock;
use crate::platform::database::Write;

/// Under which key of the small texts it stands. It is no jotting, and is not copied.
pub(super) const KEY: &str = "outlook";
/// How long what is going on is left alone before it is stored by itself, in milliseconds.
const REST: u32 = 1_000;

impl Store {
    /// What Today shows. Follows it.
    pub fn outlook(&self) -> Option<Arc<Outlook>> {
        self.outlook.get()
    }

    /// Works out anew what Today shows. What is there and could not be read now stays as it was.
    pub fn look_out(&self) {
        let found = self.looked_out().map(Arc::new);
        if found.is_none() && self.is_unread.try_get_untracked() == Some(true) {
            return;
        }
        if self.outlook.try_get_untracked().is_some_and(|known| known != found) {
            self.outlook.set(found);
        }
    }

    /// Ticks a task or an action item of the open plan as soon as the rest of the program is there, or takes that back, and notes
    /// whether it is ticked then. What stands in its way is said by the notice.
    pub fn tick_soon(&self, kind: Kind, id: RecordId, done: bool, is_ticked: RwSignal<bool>) {
        self.in_rest(tick(*self, kind, id, done, is_ticked));
    }

    /// What is to be stored along with these writes.
    pub(super) fn outlook_with(&self, writes: &[Write]) -> Option<Write> {
        let is_due = writes.iter().any(|write| write.store == RECORDS);
        is_due.then(|| Write { store: TEXTS, key: KEY.to_owned(), text: self.printed_outlook() })
    }

    /// Stores it anew a while later, unless it is as `known` by then.
    pub(super) fn renew_outlook(&self, known: Option<String>) {
        let store = *self;
        let is_renewing =
            self.core.try_update_value(|core| std::mem::replace(&mut core.is_renewing, true));
        if is_renewing != Some(false) {
            return;
        }
        spawn_local(async move {
            clock::after(REST).await;
            let database = store.core.try_update_value(|core| {
                core.is_renewing = false;
                core.database.clone()
            });
            let Some(Some(database)) = database else { return };
            // Without one now, that which stands there is of another plan or of days that are over.
            let text = store.printed_outlook().filter(|text| Some(text) != known.as_ref());
            if text.is_some() && !store.is_read_only() {
                // See above for what becomes of it where it cannot be written.
                let write = Write { store: TEXTS, key: KEY.to_owned(), text };
                let _later = database.put_all(&[write]).await;
            }
        });
    }

    fn printed_outlook(&self) -> Option<String> {
        self.looked_out().map(|found| outlook::write(&found))
    }

    fn looked_out(&self) -> Option<Outlook> {
        let (plan, me) = untrack(|| Some((self.open_plan_id()?, self.me())))?;
        let today = now().date_naive();
        self.core.try_with_value(|core| core.workspace.plan(plan)?.outlook(plan, me, today))?
    }
}

part! { rest:
    async fn tick(store: Store, kind: Kind, id: RecordId, done: bool, is_ticked: RwSignal<bool>) {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let command = match kind {
            Kind::Task => Command::TickTask { plan, task: id, done },
            _ => Command::TickActionItem { plan, item: id, done },
        };
        if store.apply(command).is_ok() {
            // The row may have gone meanwhile.
            let _gone = is_ticked.try_set(done);
        }
    }
}
