//! Fetching the rest of the program, and knowing whether it is there.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Store;
use crate::platform::rest::load;
pub(crate) use crate::platform::rest::rest;

/// Whether the rest of the program is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// It is on its way.
    #[default]
    Coming,
    /// It is there.
    Here,
    /// It could not be fetched.
    Failed,
}

impl Store {
    /// Whether the rest of the program is there.
    pub fn rest(&self) -> Signal<Rest> {
        self.rest.into()
    }

    /// Fetches the rest of the program, if it is not there.
    pub fn fetch_rest(&self) {
        let store = *self;
        spawn_local(async move {
            store.has_rest().await;
        });
    }

    /// Waits for the rest of the program, and answers whether it came.
    pub(super) async fn has_rest(&self) -> bool {
        if self.rest.get_untracked() == Rest::Failed {
            self.rest.set(Rest::Coming);
        }
        let is_here = load().await;
        let rest = if is_here { Rest::Here } else { Rest::Failed };
        if self.rest.get_untracked() != rest {
            self.rest.set(rest);
        }
        is_here
    }
}
