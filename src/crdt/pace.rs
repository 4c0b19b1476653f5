//! Long work in steps, so that whoever waits for it can do other things in between.
//!
//! Work that may be long is an `async` function that says after each bounded piece what it has done, and
//! rests there now and then. Nothing runs beside it: who carries it out decides when to go on, and
//! dropping it leaves everything as it was. The result is that of doing it in one go.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// How much is done between two rests. Reading a byte of a file is about one; a phone does this much
/// in a millisecond or two.
const STEP: usize = 8 * 1024;

/// What looking at or merging one record counts for.
pub const RECORD: usize = 512;

/// How far a piece of work has come, and where it rests.
#[derive(Debug)]
pub struct Pace {
    step: usize,
    done: Cell<usize>,
    since: Cell<usize>,
}

impl Default for Pace {
    fn default() -> Self {
        Self::of(STEP)
    }
}

impl Pace {
    /// A pace that rests whenever so much has been done.
    pub fn of(step: usize) -> Self {
        Self { step, done: Cell::new(0), since: Cell::new(0) }
    }

    /// How much has been done so far.
    pub fn done(&self) -> usize {
        self.done.get()
    }

    /// Has done so much more, and rests if that is a step.
    pub async fn did(&self, work: usize) {
        self.done.set(self.done.get().saturating_add(work));
        self.since.set(self.since.get().saturating_add(work));
        if self.since.get() < self.step {
            return;
        }
        self.since.set(0);
        let mut has_rested = false;
        poll_fn(|context| {
            if std::mem::replace(&mut has_rested, true) {
                return Poll::Ready(());
            }
            context.waker().wake_by_ref();
            Poll::Pending
        })
        .await;
    }
}

/// Does work in one go that waits for nothing but its own rests.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(made) = work.as_mut().poll(&mut context) {
            return made;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_rests_after_each_step_and_counts_what_it_did() {
        let pace = Pace::of(10);
        let mut work = pin!(async {
            for _ in 0..6 {
                pace.did(5).await;
            }
            "done"
        });
        let mut context = Context::from_waker(Waker::noop());
        for done in [10, 20, 30] {
            assert_eq!(work.as_mut().poll(&mut context), Poll::Pending);
            assert_eq!(pace.done(), done);
        }
        assert_eq!(work.as_mut().poll(&mut context), Poll::Ready("done"));
    }

    #[test]
    fn work_in_one_go_is_done() {
        let pace = Pace::of(1);
        assert_eq!(at_once(async { pace.did(1).await }), ());
        assert_eq!(pace.done(), 1);
    }
}
