//! Telling that the browser has thrown away what was stored: what came back, or that nothing did.
//!
//! Which plans are here is kept as a small text, outside of what a browser throws away with its
//! database. A plan that was taken off this device on purpose is not in it any more.

use std::collections::BTreeSet;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::domain::{Plan, PlanId, Workspace};
use crate::store::Store;
use crate::store::jotter::Jotter;

/// Where the ids of the plans that are here are kept.
const PLANS: &str = "plans";
/// Where what was lost is kept until the reader has seen it.
const LOST: &str = "lost";

/// Small texts that speak of this device, and so do not travel.
pub(in crate::store) const OWN_TEXTS: [&str; 2] = [PLANS, LOST];

/// What the browser has thrown away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    /// How many records came back from the second copy.
    pub brought: usize,
    /// How many plans did not come back.
    pub gone: usize,
}

impl Lost {
    /// Compares what is here now with what was. `None` if the database had nothing to lose.
    pub(super) fn look(workspace: &Workspace, jotter: &Jotter, brought: usize) -> Option<Self> {
        let here: BTreeSet<PlanId> = held(workspace).collect();
        let known = jotter.get(PLANS).unwrap_or_default();
        let gone = known.split(' ').filter_map(|plan| plan.parse().ok());
        let gone = gone.filter(|plan: &PlanId| !here.contains(plan)).count();
        (brought > 0 || gone > 0).then_some(Self { brought, gone })
    }

    /// What the reader has not seen yet.
    pub(in crate::store) fn load(jotter: &Jotter) -> Option<Self> {
        serde_json::from_str(jotter.get(LOST)?).ok()
    }
}

impl Store {
    /// What the browser has thrown away, until the reader has put it away.
    pub fn lost(&self) -> Signal<Option<Lost>> {
        self.lost.into()
    }

    /// Puts away what was said of it.
    pub fn dismiss_lost(&self) {
        self.jot(LOST, "");
        self.lost.set(None);
    }

    /// Says what the browser has thrown away.
    pub(super) fn tell_lost(&self, lost: Lost) {
        self.jot(LOST, &serde_json::to_string(&lost).unwrap_or_default());
        self.lost.set(Some(lost));
    }

    /// Keeps the list of the plans that are here, if it has changed.
    pub(in crate::store) fn note_plans(&self) {
        let changed = self.core.try_with_value(|core| {
            let plans: Vec<String> = held(&core.workspace).map(|plan| plan.to_string()).collect();
            let plans = plans.join(" ");
            (core.jotter.get(PLANS).unwrap_or_default() != plans).then_some(plans)
        });
        if let Some(Some(plans)) = changed {
            self.jot(PLANS, &plans);
        }
    }
}

/// The plans of which something is here.
fn held(workspace: &Workspace) -> impl Iterator<Item = PlanId> {
    let is_held = |(_, plan): &(PlanId, &Plan)| plan.records().next().is_some();
    workspace.plans().filter(is_held).map(|(id, _)| id)
}
