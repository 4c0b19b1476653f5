//! Signals whose values only the rest of the program makes and reads.
//!
//! A signal of a type brings along what lets go of its value, and all that lies behind that: for a file that was looked
//! at, half of what a plan is made of. The first part of the program makes these signals and nothing else, so to it
//! they are all of one type.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// A signal that holds the default of its type until the rest of the program sets it.
pub(super) struct Late<T> {
    value: RwSignal<Option<Arc<dyn Any + Send + Sync>>>,
    of: PhantomData<fn() -> T>,
}

impl<T> Late<T> {
    pub(super) fn new() -> Self {
        Self { value: RwSignal::new(None), of: PhantomData }
    }
}

impl<T> Clone for Late<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Late<T> {}

impl<T: Clone + Default + Send + Sync + 'static> Late<T> {
    /// The value. Follows it.
    pub(super) fn get(&self) -> T {
        self.with(T::clone)
    }

    /// The value now.
    pub(super) fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }

    /// The value now, unless the page is gone.
    pub(super) fn try_get_untracked(&self) -> Option<T> {
        self.value.try_with_untracked(|held| read(held.as_ref(), T::clone))
    }

    /// Reads the value. Follows it.
    pub(super) fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        self.value.with(|held| read(held.as_ref(), look))
    }

    /// Reads the value as it is now.
    pub(super) fn with_untracked<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        self.value.with_untracked(|held| read(held.as_ref(), look))
    }

    /// Sets the value, unless the page is gone.
    pub(super) fn set(&self, value: T) {
        let _gone = self.value.try_set(Some(Arc::new(value)));
    }

    /// Changes the value, and answers with what the change does; with `None` where the page is gone.
    pub(super) fn update<R>(&self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let mut value = self.try_get_untracked()?;
        let outcome = change(&mut value);
        self.set(value);
        Some(outcome)
    }
}

fn read<T, R>(held: Option<&Arc<dyn Any + Send + Sync>>, look: impl FnOnce(&T) -> R) -> R
where
    T: Default + Send + Sync + 'static,
{
    match held.and_then(|held| held.downcast_ref()) {
        Some(value) => look(value),
        None => look(&T::default()),
    }
}

impl<T: Clone + Default + Send + Sync + 'static> From<Late<T>> for Signal<T> {
    fn from(late: Late<T>) -> Self {
        Signal::derive(move || late.get())
    }
}
