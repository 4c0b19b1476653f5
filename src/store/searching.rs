//! Searching the open plan: its folded texts are made once, a slice at a time, and follow every change.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Store;
use super::long_work::quietly;
use crate::crdt::Pace;
use crate::domain::{Hit, Kind, PlanId, RecordId, RecordKey, SearchIndex};

/// More changes than these are not followed one by one: everything is folded anew.
const FEW: usize = 100;

/// What is searched.
#[derive(Default)]
pub(super) struct Searching {
    of: Option<Folding>,
}

/// The folded texts of a plan, as a person may see them.
struct Folding {
    plan: PlanId,
    me: Option<RecordId>,
    /// Nothing while it is being made.
    index: Option<SearchIndex>,
    /// What has changed since.
    changed: Vec<RecordKey>,
}

impl Searching {
    /// Notes what has changed.
    pub(super) fn note(&mut self, keys: &[RecordKey]) {
        if let Some(folding) = &mut self.of {
            folding.changed.extend(keys.iter().filter(|key| key.plan == folding.plan));
        }
    }

    /// Notes that anything may have changed.
    pub(super) fn forget(&mut self) {
        self.of = None;
    }

    /// Whether what is there, or being made, will do.
    fn is_of(&self, plan: PlanId, me: Option<RecordId>) -> bool {
        // One's own evaluation shows those of others.
        let will_do = |folding: &Folding| {
            folding.plan == plan
                && folding.me == me
                && folding.changed.len() <= FEW
                && folding.changed.iter().all(|key| key.kind != Kind::Evaluation)
        };
        self.of.as_ref().is_some_and(will_do)
    }
}

impl Store {
    /// Sees to it that the open plan can be searched as it is now. Follows every change of it.
    pub fn prepare_search(&self) {
        let me = self.me();
        let Some((id, plan)) = self.plan(&Kind::KNOWN, |id, plan| (id, plan.clone())) else {
            return;
        };
        if self.core.with_value(|core| core.searching.is_of(id, me)) {
            self.follow_changes();
            return;
        }
        let folding = Folding { plan: id, me, index: None, changed: Vec::new() };
        self.core.update_value(|core| core.searching.of = Some(folding));
        let store = *self;
        spawn_local(async move {
            let pace = Pace::default();
            let index = quietly(SearchIndex::in_steps(&plan, id, me, &pace)).await;
            store.core.try_update_value(|core| {
                // Something else may be searched by now.
                let same = |found: &&mut Folding| (found.plan, found.me) == (id, me);
                if let Some(folding) = core.searching.of.as_mut().filter(same) {
                    folding.index = Some(index);
                }
            });
            store.follow_changes();
        });
    }

    /// Folds anew what has changed.
    fn follow_changes(&self) {
        let is_there = self.core.try_update_value(|core| {
            let Some(folding) = &mut core.searching.of else { return false };
            let (Some(index), Some(plan)) = (&mut folding.index, core.workspace.plan(folding.plan))
            else {
                return false;
            };
            for key in folding.changed.drain(..) {
                index.put(plan, key, folding.me);
            }
            true
        });
        if is_there == Some(true) {
            self.search_changed.notify();
        }
    }

    /// What in the open plan says all words of a query, the best first, at most `most`. Nothing until that can be told:
    /// see [`Store::prepare_search`].
    pub fn search(&self, query: &str, most: usize) -> Option<Vec<Hit>> {
        self.search_changed.track();
        self.core.with_value(|core| {
            let folding = core.searching.of.as_ref()?;
            let plan = core.workspace.plan(folding.plan)?;
            let keys = folding.index.as_ref()?.find(query, most);
            Some(keys.into_iter().filter_map(|key| plan.hit(key, query)).collect())
        })
    }
}
