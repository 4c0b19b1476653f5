//! Beginning a plan, from a name and today's date.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::{GetUntracked, untrack};

use crate::domain::{Command, CommandError, Event};
use crate::store::Store;

/// How many weeks a new plan lasts until its owner says otherwise: a usual course.
const USUAL_WEEKS: i64 = 16;

/// The Monday of this week, on which a new plan begins until its owner says otherwise.
pub fn this_monday(store: Store) -> NaiveDate {
    let today = untrack(|| store.now()).date_naive();
    let back = u64::from(today.weekday().num_days_from_monday());
    today.checked_sub_days(chrono::Days::new(back)).unwrap_or(today)
}

/// Begins a plan with the reader in it, from this week's Monday on, and opens it.
///
/// # Errors
/// As [`Store::apply`]: a name is needed.
pub fn start_plan(store: Store, title: String) -> Result<Event, CommandError> {
    let me = store.preferences().get_untracked();
    let starts = this_monday(store);
    let event = store.apply(Command::StartPlan {
        title,
        starts,
        weeks: USUAL_WEEKS,
        name: me.name,
        role: me.role,
    })?;
    if let Some(key) = event.subject {
        store.open_plan(key.plan);
    }
    Ok(event)
}
