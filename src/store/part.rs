//! Fetching the parts of the program, knowing whether they are there, and doing what is in the rest.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Store;
use super::queue::FIRST_WAIT;
use super::saving::{SaveState, Trouble};
pub use crate::platform::part::Part;
pub(crate) use crate::platform::part::part;
use crate::platform::part::{Task, load};

/// Whether a part of the program is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrival {
    /// It is on its way, or nobody has asked for it.
    #[default]
    Coming,
    /// It is there.
    Here,
    /// It could not be fetched.
    Failed,
}

impl Store {
    /// Whether a part of the program is there, now. Follows it.
    pub fn has_come(&self, part: Part) -> Arrival {
        self.arrival(part).get()
    }

    /// Whether a part of the program is there.
    pub fn part(&self, part: Part) -> Signal<Arrival> {
        self.arrival(part).into()
    }

    /// Fetches a part of the program, if it is not there.
    pub fn fetch(&self, part: Part) {
        let store = *self;
        spawn_local(async move {
            store.has(part).await;
        });
    }

    /// Waits for a part of the program, and answers whether it came. The rest counts as come when it has
    /// also done what the start has left to it.
    pub async fn has(&self, part: Part) -> bool {
        let is_here = load(part).await;
        if is_here && part == Part::Rest {
            self.complete().await;
        }
        let arrival = if is_here { Arrival::Here } else { Arrival::Failed };
        let shown = self.arrival(part);
        if shown.try_get_untracked().is_some_and(|shown| shown != arrival) {
            shown.set(arrival);
        }
        is_here
    }

    /// Does something that is in the rest of the program, as soon as that is there.
    pub fn in_rest(&self, act: impl Future<Output = Task> + 'static) {
        self.once_there(Box::pin(act));
    }

    fn once_there(self, act: Pin<Box<dyn Future<Output = Task>>>) {
        let store = self;
        spawn_local(async move {
            let mut wait = FIRST_WAIT;
            while !store.has(Part::Rest).await {
                // What is to be done stands nowhere yet, and the reader has to know.
                store.saving.try_set(SaveState::Trouble(Trouble::Failed));
                store.pause(&mut wait).await;
            }
            if store.saving.try_get_untracked() == Some(SaveState::Trouble(Trouble::Failed)) {
                store.show();
            }
            act.await.await;
        });
    }

    fn arrival(&self, part: Part) -> RwSignal<Arrival> {
        match part {
            Part::Beginning => self.beginning,
            Part::Rest => self.rest,
        }
    }
}
