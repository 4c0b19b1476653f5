//! What a page that is left was in the middle of is dropped.
//!
//! A browser may keep a page that is left, to show it again at once (*back/forward cache*). WebKit keeps it with its
//! transactions, as they are: neither done nor undone, and nobody else gets at those stores, for as long as the page is
//! kept. So nothing is left under way. Nothing is lost by it either: a browser that throws the page away does the same,
//! and what was to be written is still to be written, when the page comes back or by the journal at the next start.

use gloo_events::EventListener;
use web_sys::{IdbOpenDbRequest, IdbTransaction, window};

/// Drops a transaction when the page is left, for as long as this is held.
#[must_use]
pub(super) struct Leaving(#[expect(dead_code, reason = "held for its drop")] Option<EventListener>);

impl Leaving {
    /// Drops this transaction.
    pub(super) fn drops(transaction: &IdbTransaction) -> Self {
        let transaction = transaction.clone();
        Self::calls(move || Some(transaction.clone()))
    }

    /// Drops what an open is changing in the form of a database.
    pub(super) fn drops_upgrade(request: &IdbOpenDbRequest) -> Self {
        let request = request.clone();
        Self::calls(move || request.transaction())
    }

    fn calls(under_way: impl Fn() -> Option<IdbTransaction> + 'static) -> Self {
        Self(window().map(|window| {
            EventListener::new(&window, "pagehide", move |_| {
                if let Some(transaction) = under_way() {
                    // It fails only when the transaction has ended, and then there is nothing to drop.
                    let _ = transaction.abort();
                }
            })
        }))
    }
}
