//! Shifts in the reader's words.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use leptos::prelude::*;

use crate::domain::{Kind, Shift, ShiftSort, Zones, sort_of};
use crate::store::Store;
use crate::ui::components::{CapColor, Mark};

/// The reader's shifts, by their start.
pub fn my_shifts(store: Store) -> Memo<Vec<Shift>> {
    Memo::new(move |_| {
        let Some((plan, me)) = store.shift_home() else { return Vec::new() };
        let read = |found: &crate::domain::Plan| found.shifts_of(me);
        let kinds = [Kind::Shift];
        store.plan_of(plan, &kinds, read).unwrap_or_default()
    })
}

/// When a shift is: `Thu 26 Nov 19:00–07:00`.
pub fn shift_time(store: Store, starts: NaiveDateTime, minutes: i64) -> String {
    let locale = store.locale();
    let ends = starts + TimeDelta::minutes(minutes);
    format!("{}–{}", locale.moment(starts), locale.time(ends.time()))
}

/// What a shift does to sleep: its color and its word.
pub fn shift_mark(store: Store, shift: &Shift) -> Option<Mark> {
    let (starts, ends) = shift.hours()?;
    let sort = sort_of(starts, ends);
    Some(Mark::new(sort_color(sort), (store.messages().shifts.sort)(sort)))
}

/// The color of a sort of shift.
pub fn sort_color(sort: ShiftSort) -> CapColor {
    match sort {
        ShiftSort::Day => CapColor::Gold,
        ShiftSort::Early => CapColor::Blue,
        ShiftSort::Night => CapColor::Lavender,
    }
}

/// A moment by this device's clock: `Thu 26 Nov 15:30`.
pub fn local_moment(store: Store, zones: &Zones, at: DateTime<Utc>) -> String {
    store.locale().moment(zones.home().local(at))
}
