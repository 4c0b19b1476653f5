//! What came in from the other side and was not looked at yet: one small text for each plan, which never travels.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{Staged, Store};
use crate::domain::{PlanId, RecordKey, UndoImport};

/// Before the keys of these texts.
pub(super) const PREFIX: &str = "news/";
/// For how many days back the example plan has something new in it.
const EXAMPLE_DAYS: i64 = 3;

impl Store {
    /// What of the open plan is new to the reader and still there. Follows what is looked at, not what is deleted.
    pub fn news(&self) -> Vec<RecordKey> {
        self.news_changed.track();
        let Some(plan) = self.open_plan_id() else { return Vec::new() };
        self.core.with_value(|core| core.news.of(plan, &core.workspace))
    }

    /// Notes that the reader has looked at these records of the open plan.
    pub fn see(&self, keys: &[RecordKey]) {
        let plans: BTreeSet<PlanId> = keys.iter().map(|key| key.plan).collect();
        for plan in plans {
            self.revise_news(plan, |store| {
                store.core.update_value(|core| {
                    for key in keys {
                        core.news.see(*key);
                    }
                });
            });
        }
    }

    /// Notes that the reader has looked at everything that was new in the open plan.
    pub fn see_all(&self) {
        if let Some(plan) = untrack(|| self.open_plan_id()) {
            self.revise_news(plan, |store| {
                store.core.update_value(|core| core.news.see_all(plan));
            });
        }
    }

    /// Notes what an import has brought that is not the reader's own. What a backup brings back is not new.
    pub(super) fn note_news(&self, staged: &Staged) {
        if staged.restore.is_some() {
            return;
        }
        for changes in &staged.arrival.plans {
            let me = untrack(|| self.me_in(changes.plan));
            self.revise_news(changes.plan, |store| {
                store.core.update_value(|core| {
                    let one = std::slice::from_ref(changes);
                    core.news.note(one, &core.workspace, |_| me);
                });
            });
        }
    }

    /// Notes that an import was taken back.
    pub(super) fn forget_news(&self, undo: &UndoImport) {
        self.see(&undo.keys().collect::<Vec<_>>());
    }

    /// Makes what the other side said last in the example plan new, as if it had just come in.
    pub(super) fn note_example(&self, plan: PlanId) {
        let since = super::now().timestamp() - EXAMPLE_DAYS * 86_400;
        let me = untrack(|| self.me_in(plan));
        self.revise_news(plan, |store| {
            store.core.update_value(|core| {
                let said = core.workspace.plan(plan).map(|found| found.said_since(plan, me, since));
                core.news.add(said.into_iter().flatten());
            });
        });
    }

    /// Takes over what is stored about every plan.
    pub(super) fn read_news(&self) {
        for key in self.jotted_under(PREFIX) {
            let plan = key.strip_prefix(PREFIX).and_then(|plan| plan.parse().ok());
            if let Some(plan) = plan {
                self.reread_news(plan);
            }
        }
        self.news_changed.notify();
    }

    /// Takes over what is stored about a plan: another tab may have written it.
    fn reread_news(&self, plan: PlanId) {
        let text = self.jotted(&key(plan)).unwrap_or_default();
        self.core.update_value(|core| {
            core.news.see_all(plan);
            core.news.read(plan, &text);
        });
    }

    /// Changes what is new in a plan, and keeps it where that changes anything.
    fn revise_news(&self, plan: PlanId, revise: impl FnOnce(&Self)) {
        self.reread_news(plan);
        let print = || self.core.with_value(|core| core.news.print(plan));
        let before = print();
        revise(self);
        let after = print();
        if before != after {
            self.jot(&key(plan), &after);
            self.tell_text(&key(plan));
            self.news_changed.notify();
        }
    }

    /// Takes over what another tab says of the text under `key`, if that is about what is new.
    pub(super) fn heed_news(&self, key: &str) {
        if let Some(plan) = key.strip_prefix(PREFIX).and_then(|plan| plan.parse().ok()) {
            self.reread_news(plan);
            self.news_changed.notify();
        }
    }
}

/// Under which key the text about a plan stands.
fn key(plan: PlanId) -> String {
    format!("{PREFIX}{plan}")
}
