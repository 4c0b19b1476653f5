//! The check-ins of one day, for a calendar.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::check_in_row::{CheckInRow, waiting_check_ins};
use crate::domain::{Kind, RecordId};
use crate::ui::components::{List, Section};
use crate::ui::words::{local_day, say, use_store};

/// The check-ins that were written on a day; nothing where none was.
#[component]
pub fn CheckInsOn(
    /// The day.
    #[prop(into)]
    day: Signal<NaiveDate>,
) -> impl IntoView {
    let store = use_store();
    let waiting = waiting_check_ins(store);
    let ids = Memo::new(move |_| {
        let day = day.get();
        let mut found =
            store.plan(&[Kind::CheckIn], |_, plan| plan.check_ins()).unwrap_or_default();
        found.retain(|one| local_day(store, &one.created) == Some(day));
        found.into_iter().rev().map(|one| one.id).collect::<Vec<RecordId>>()
    });
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
