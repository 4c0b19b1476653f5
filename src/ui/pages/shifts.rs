//! The reader's shifts: a month of them, those from a day on, and what others know of them.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::{RecordId, Shift};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, Button, ButtonLink, EmptyState, Glyph, List, PageHead, Section, Tone,
};
use crate::ui::features::plans::begin::Begin;
use crate::ui::features::shifts::busy_sharing::BusySharing;
use crate::ui::features::shifts::shift_month::ShiftMonth;
use crate::ui::features::shifts::shift_row::ShiftRow;
use crate::ui::features::shifts::shift_words::my_shifts;
use crate::ui::words::{say, use_store};

/// How many shifts are listed at first.
const FEW: usize = 7;
/// How many more at a time.
const MORE: usize = 20;

/// The reader's shifts.
#[component]
pub fn ShiftsPage() -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <PageHead
                title=say(store, |m| m.shifts.title)
                back_href=Route::Meetings.to_string()
                back_label=say(store, |m| m.meetings.title)
            />
            <Mine />
        </Show>
    }
}

#[component]
fn Mine() -> impl IntoView {
    let store = use_store();
    let shifts = my_shifts(store);
    let has_shifts = Memo::new(move |_| shifts.with(|shifts| !shifts.is_empty()));
    let chosen = RwSignal::new(untrack(|| store.now()).date_naive());
    view! {
        <Show when=move || has_shifts.get() fallback=|| view! { <NoShifts /> }>
            <ShiftMonth shifts chosen />
            <FromDay shifts chosen />
            <BusySharing shifts />
            <ActionBar>
                <ButtonLink
                    label=say(store, |m| m.find_time.title)
                    href=Route::FindTime.to_string()
                />
                <AddLink />
            </ActionBar>
        </Show>
    }
}

/// What shifts are for, while there are none.
#[component]
fn NoShifts() -> impl IntoView {
    let store = use_store();
    view! {
        <EmptyState
            icon=Glyph::Meetings
            title=say(store, |m| m.shifts.empty)
            text=say(store, |m| m.shifts.empty_why)
        >
            <AddLink />
            <p class="muted small">{move || store.messages().shifts.private}</p>
        </EmptyState>
    }
}

#[component]
fn AddLink() -> impl IntoView {
    let store = use_store();
    view! {
        <ButtonLink
            label=say(store, |m| m.shifts.add)
            href=Route::NewShifts.to_string()
            tone=Tone::Primary
            icon=Glyph::Plus
        />
    }
}

/// The shifts from the chosen day on.
#[component]
fn FromDay(shifts: Memo<Vec<Shift>>, chosen: RwSignal<NaiveDate>) -> impl IntoView {
    let store = use_store();
    let reach = RwSignal::new(FEW);
    let later = Memo::new(move |_| {
        let from = chosen.get();
        let is_later = |shift: &&Shift| shift.starts.is_none_or(|starts| starts.date() >= from);
        shifts.with(|shifts| shifts.iter().filter(is_later).cloned().collect::<Vec<_>>())
    });
    let rows =
        move || later.with(|later| later.iter().take(reach.get()).cloned().collect::<Vec<_>>());
    let has_more = Memo::new(move |_| later.with(Vec::len) > reach.get());
    let title = Signal::derive(move || {
        (store.messages().shifts.from_day)(&store.locale().long_day(chosen.get()))
    });
    let is_empty = Memo::new(move |_| later.with(Vec::is_empty));
    view! {
        <Section title>
            <Show when=move || is_empty.get()>
                <p class="muted">{move || store.messages().shifts.none_from}</p>
            </Show>
            <List label=title>
                <For each=rows key=key let:shift>
                    <ShiftRow shift />
                </For>
            </List>
            <Show when=move || has_more.get()>
                <Button
                    label=say(store, |m| m.shell.show_more)
                    on_click=move |()| reach.update(|reach| *reach += MORE)
                    tone=Tone::Quiet
                />
            </Show>
        </Section>
    }
}

/// What makes a row the same: a shift that was moved is drawn anew.
fn key(shift: &Shift) -> (RecordId, Option<chrono::NaiveDateTime>, i64, String) {
    (shift.id, shift.starts, shift.minutes, shift.title.clone())
}
