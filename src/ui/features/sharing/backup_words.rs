//! When the last backup was, and what it lacks.

use chrono::DateTime;
use leptos::prelude::*;

use crate::store::Store;
use crate::ui::words::days_ago;

/// When the last backup was, and how many changes it lacks. Follows both.
pub fn last_backup(store: Store) -> String {
    let (at, changes) = store.copies().with(|copies| (copies.backed_up, copies.changes()));
    let ago = at.and_then(|at| DateTime::from_timestamp(at, 0)).map(|at| {
        let day = at.with_timezone(store.now().offset()).date_naive();
        days_ago(store, day)
    });
    (store.messages().backup.last)(ago.as_deref(), changes)
}

/// So many bytes, as people say it.
pub fn amount(bytes: u64) -> String {
    const KILO: u64 = 1_000;
    const MEGA: u64 = KILO * KILO;
    match bytes {
        ..KILO => "1 kB".to_owned(),
        KILO..MEGA => format!("{} kB", bytes / KILO),
        _ => format!("{} MB", bytes.div_ceil(MEGA)),
    }
}
