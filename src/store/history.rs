//! The past: values that stand no more, kept in the database beside the records.
//!
//! It is written in the transaction that stores what replaced it, and read only when somebody looks
//! at it. It never leaves the device but in a backup. Where there is no database there is no past.

use std::collections::BTreeSet;

use leptos::prelude::WithValue;

use super::Store;
use super::saving::Job;
use super::schema::PAST;
use crate::codec::past;
use crate::domain::{Past, PlanId};
use crate::platform::database::{DatabaseError, Write};

/// What this device remembers of values that stand no more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remembered {
    /// The values.
    pub past: Vec<Past>,
    /// How many more there are that cannot be read. They stay as they are.
    pub unreadable: usize,
}

/// The write that keeps one value.
pub(super) fn write(past: &Past) -> Write {
    Write { store: PAST, key: past::key(past), text: Some(past::write(past)) }
}

/// The write that takes one value away.
pub(super) fn removal(past: &Past) -> Write {
    Write { store: PAST, key: past::key(past), text: None }
}

impl Store {
    /// Keeps values that stand no more, without any record being stored.
    pub(super) fn keep_past(&self, past: BTreeSet<Past>) {
        if !past.is_empty() && !self.is_read_only() {
            self.enqueue(Job::Merge { records: BTreeSet::new(), entries: Vec::new(), past });
        }
    }

    /// What this device remembers of a plan. Without a database it remembers nothing.
    ///
    /// # Errors
    /// Why the database did not answer.
    pub async fn remembered(&self, plan: PlanId) -> Result<Remembered, DatabaseError> {
        let reach = self.core.try_with_value(|core| (core.database.clone(), core.is_waiting));
        let database = match reach {
            Some((Some(database), _)) => database,
            Some((None, true)) => return Err(DatabaseError::Closed),
            Some((None, false)) | None => return Ok(Remembered::default()),
        };
        let loaded = database.load_under(PAST, &plan.to_string()).await?;
        let mut remembered = Remembered { past: Vec::new(), unreadable: loaded.foreign.len() };
        for (_, text) in loaded.good {
            match past::read(&text) {
                Ok(found) => remembered.past.extend(found),
                Err(_) => remembered.unreadable += 1,
            }
        }
        Ok(remembered)
    }
}
