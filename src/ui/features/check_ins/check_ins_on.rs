//! The check-ins of one day, for a calendar.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::check_in_row::{CheckInRow, waiting_check_ins};
use crate::domain::{Kind, RecordId};
use crate::store::Store;
use crate::ui::components::{List, Section};
use crate::ui::words::{local_day, say, use_store};

/// The check-ins by the day on which they were written, by the reader's clock; of a day the oldest first.
pub fn check_ins_by_day(store: Store) -> Memo<BTreeMap<NaiveDate, Vec<RecordId>>> {
    Memo::new(move |_| {
        let found = store.plan(&[Kind::CheckIn], |_, plan| plan.check_ins()).unwrap_or_default();
        let mut days: BTreeMap<NaiveDate, Vec<RecordId>> = BTreeMap::new();
        for one in found.into_iter().rev() {
            if let Some(day) = local_day(store, &one.created) {
                days.entry(day).or_default().push(one.id);
            }
        }
        days
    })
}

/// The check-ins that were written on a day; nothing where none was.
#[component]
pub fn CheckInsOn(
    /// The day.
    #[prop(into)]
    day: Signal<NaiveDate>,
    /// Those of every day.
    days: Memo<BTreeMap<NaiveDate, Vec<RecordId>>>,
) -> impl IntoView {
    let store = use_store();
    let waiting = waiting_check_ins(store);
    let ids =
        Memo::new(move |_| days.with(|days| days.get(&day.get()).cloned().unwrap_or_default()));
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <Section title=say(store, |m| m.check_ins.list)>
                <List label=say(store, |m| m.check_ins.list)>
                    <For each=move || ids.get() key=|id| *id let:id>
                        <CheckInRow id waiting />
                    </For>
                </List>
            </Section>
        </Show>
    }
}
