//! Fetching the part of the program with the second page of a first visit.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Arrival;
use crate::platform::part::{Task, load_beginning};

/// The second page of a first visit, for the first.
#[derive(Clone, Copy, Debug)]
pub struct Beginning(RwSignal<Arrival>);

impl Beginning {
    /// Has it fetched.
    pub fn fetched() -> Self {
        let beginning = Self(RwSignal::new(Arrival::Coming));
        beginning.fetch();
        beginning
    }

    /// Fetches it, if it is not there.
    pub fn fetch(&self) {
        let beginning = *self;
        spawn_local(async move {
            beginning.has_come().await;
        });
    }

    /// Whether it is there, now. Follows it.
    pub fn arrival(&self) -> Arrival {
        self.0.get()
    }

    /// Does something that is in it, as soon as it is there.
    pub fn once_there(&self, act: impl Future<Output = Task> + 'static) {
        let beginning = *self;
        spawn_local(async move {
            if beginning.has_come().await {
                act.await.await;
            }
        });
    }

    async fn has_come(self) -> bool {
        let is_here = load_beginning().await;
        // The reader may have gone elsewhere.
        let _gone = self.0.try_set(if is_here { Arrival::Here } else { Arrival::Failed });
        is_here
    }
}
