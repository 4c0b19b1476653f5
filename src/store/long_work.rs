//! Long work, done a slice at a time so that the page answers meanwhile: how far it has come, and giving
//! it up. What is given up has changed nothing.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::crdt::Pace;
use crate::platform::clock;

/// How long a slice takes, in milliseconds. Browsers call 50 long.
const SLICE: f64 = 8.0;
/// For how long nothing is shown, in milliseconds: what takes no longer needs no telling.
const UNSEEN: f64 = 300.0;

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// A file is being read.
    Reading,
    /// What is in it is being compared with what is here.
    Comparing,
    /// It is being taken in.
    TakingIn,
    /// It is being taken back.
    TakingBack,
    /// A file is being written.
    Writing,
}

/// How far long work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub doing: Doing,
    /// How much of that is done, in percent.
    pub percent: u8,
}

/// The work was given up, and nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

/// A handle on long work: whoever holds it sees how far it is and can give it up.
#[derive(Clone, Debug)]
pub struct LongWork {
    progress: ArcRwSignal<Option<Progress>>,
    is_cancelled: Arc<AtomicBool>,
    /// When it began, by [`clock::ticks`].
    began: f64,
}

impl PartialEq for LongWork {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.is_cancelled, &other.is_cancelled)
    }
}

impl LongWork {
    /// Work that begins now.
    pub fn begin() -> Self {
        Self {
            progress: ArcRwSignal::new(None),
            is_cancelled: Arc::default(),
            began: clock::ticks(),
        }
    }

    /// How far it is; nothing for as long as that need not be told.
    pub fn progress(&self) -> Option<Progress> {
        self.progress.get()
    }

    /// Gives it up, as far as it is not done.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Tells how much is done, of how much.
    ///
    /// # Errors
    /// When the work has been given up.
    pub(super) fn tell(&self, doing: Doing, done: usize, of: usize) -> Result<(), Cancelled> {
        if self.is_cancelled.load(Ordering::Relaxed) {
            return Err(Cancelled);
        }
        if clock::ticks() - self.began >= UNSEEN {
            let percent = (done.min(of) as u64 * 100 / (of.max(1) as u64)) as u8;
            let progress = Some(Progress { doing, percent });
            if self.progress.get_untracked() != progress {
                self.progress.set(progress);
            }
        }
        Ok(())
    }

    /// Carries out work that waits for nothing but its own rests, a slice at a time. It comes to `of`
    /// by its pace.
    ///
    /// # Errors
    /// When it was given up.
    pub(super) async fn carry<T>(
        &self,
        (doing, of): (Doing, usize),
        pace: &Pace,
        work: impl Future<Output = T>,
    ) -> Result<T, Cancelled> {
        in_slices(work, || self.tell(doing, pace.done(), of)).await
    }
}

/// Carries out work that waits for nothing but its own rests, a slice at a time. What fits into one
/// slice is done at once. Before each further slice, `go_on` is asked.
async fn in_slices<T>(
    work: impl Future<Output = T>,
    mut go_on: impl FnMut() -> Result<(), Cancelled>,
) -> Result<T, Cancelled> {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        let began = clock::ticks();
        while clock::ticks() - began < SLICE {
            if let Poll::Ready(made) = work.as_mut().poll(&mut context) {
                return Ok(made);
            }
        }
        clock::breathe().await;
        go_on()?;
    }
}

/// Carries out work that nobody gives up and that needs no telling, a slice at a time.
pub(super) async fn quietly<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Ok(made) = in_slices(work.as_mut(), || Ok(())).await {
            return made;
        }
    }
}

/// Begins something now, so that what is done at once is done when this returns, and sees to the rest
/// of it.
pub(super) fn begin(work: impl Future<Output = ()> + 'static) {
    let mut work = Box::pin(work);
    if work.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
        spawn_local(work);
    }
}
