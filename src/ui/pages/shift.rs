//! One shift: when it is and where, changed in place; who sees it, and what was changed in it.

use leptos::prelude::*;

use crate::domain::{Kind, RecordId, RecordKey, Shift};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{Glyph, PageHead};
use crate::ui::features::audience::audience_chip::AudienceChip;
use crate::ui::features::history::history_link::HistoryLink;
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::shell::no_record::NoRecord;
use crate::ui::features::shifts::shift_fields::ShiftFields;
use crate::ui::features::shifts::shift_words::{shift_mark, shift_time};
use crate::ui::words::{say, use_store};

/// One shift, or that it is not there.
#[component]
pub fn ShiftPage(
    /// The shift.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let key = Memo::new(move |_| key_of(store, id));
    move || match key.get() {
        Some(key) => view! { <Parts key /> }.into_any(),
        None => view! { <NoShift /> }.into_any(),
    }
}

/// Where a shift is: in the plan that has the reader's shifts, or else in the open one.
fn key_of(store: Store, id: RecordId) -> Option<RecordKey> {
    let plans = [store.shift_home().map(|(plan, _)| plan), store.open_plan_id()];
    plans.into_iter().flatten().find_map(|plan| {
        let found = store.plan_of(plan, &[Kind::Shift], |found| found.shift(id));
        found.flatten().map(|_| RecordKey { plan, kind: Kind::Shift, id })
    })
}

/// The parts of the page. Somebody else's shift is only shown.
#[component]
fn Parts(key: RecordKey) -> impl IntoView {
    let store = use_store();
    let shift = Memo::new(move |_| {
        store.plan_of(key.plan, &[Kind::Shift], |plan| plan.shift(key.id)).flatten()
    });
    let title = Signal::derive(move || {
        let hours = shift.with(|shift| shift.as_ref().and_then(|s| Some((s.starts?, s.minutes))));
        match hours {
            Some((starts, minutes)) => shift_time(store, starts, minutes),
            None => store.messages().meetings.no_time.to_owned(),
        }
    });
    let line = move || shift.with(|shift| line_of(store, shift.as_ref()?)).unwrap_or_default();
    let is_mine = Memo::new(move |_| {
        let me = store.me_in(key.plan);
        me.is_some() && shift.with(|shift| shift.as_ref().and_then(|s| s.person)) == me
    });
    let is_from_calendar =
        Memo::new(move |_| shift.with(|shift| shift.as_ref().is_some_and(|s| s.is_from_calendar)));
    // What was changed is told of the open plan alone.
    let is_here = Memo::new(move |_| store.open_plan_id() == Some(key.plan));
    view! {
        <PageHead
            title
            name=say(store, |m| m.shifts.title)
            line=Signal::derive(line)
            back_href=Route::Shifts.to_string()
            back_label=say(store, |m| m.shifts.title)
        />
        <AudienceChip key />
        <DisputePanel key />
        <Show when=move || is_mine.get()>
            <ShiftFields key shift />
            <Show when=move || is_from_calendar.get()>
                <p class="muted small">{move || store.messages().shifts.from_calendar}</p>
            </Show>
        </Show>
        <Show when=move || is_here.get()>
            <HistoryLink kind=Kind::Shift id=key.id />
        </Show>
    }
}

/// What it does to sleep, and where it is: `Night · St. Mary, 4 East`.
fn line_of(store: Store, shift: &Shift) -> Option<String> {
    let sort = shift_mark(store, shift).map(|mark| mark.word);
    let place = Some(shift.title.clone()).filter(|title| !title.is_empty());
    Some(sort.into_iter().chain(place).collect::<Vec<_>>().join(" · "))
}

/// The shift was deleted, or never was here.
#[component]
fn NoShift() -> impl IntoView {
    let store = use_store();
    view! {
        <NoRecord
            title=say(store, |m| m.shifts.title)
            list=Route::Shifts
            list_title=say(store, |m| m.shifts.title)
            to_list=say(store, |m| m.shifts.title)
            glyph=Glyph::Meetings
        />
    }
}
