//! Beginning a plan, from a name and today's date.

use chrono::Datelike;
use leptos::prelude::{GetUntracked, untrack};

use crate::domain::{Command, CommandError, Event};
use crate::store::Store;

/// How many weeks a new plan lasts until its owner says otherwise: a usual course.
const USUAL_WEEKS: i64 = 16;

/// Begins a plan with the reader in it, from this week's Monday on, and opens it.
///
/// # Errors
/// As [`Store::apply`]: a name is needed.
pub fn start_plan(store: Store, title: String) -> Result<Event, CommandError> {
    let me = store.preferences().get_untracked();
    let today = untrack(|| store.now()).date_naive();
    let back = u64::from(today.weekday().num_days_from_monday());
    let starts = today.checked_sub_days(chrono::Days::new(back)).unwrap_or(today);
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
