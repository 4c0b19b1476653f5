//! Taking over shifts from a calendar file: picking it, looking at what is in it, and taking it in.

use std::sync::Arc;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::codec::ics::Reading;
use crate::domain::{Kind, ShiftsFound, Timetable};
use crate::route::Route;
use crate::store::RosterFailure;
use crate::ui::components::{
    ActionBar, Banner, Button, Disclosure, List, ListRow, News, Section, Tone,
};
use crate::ui::features::sharing::file_picker::CalendarPicker;
use crate::ui::features::shifts::roster_words::{roster_failure, roster_told};
use crate::ui::features::shifts::shift_draft::shift_home;
use crate::ui::features::shifts::shift_words::shift_time;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// How many shifts are shown before they are taken in.
const SHOWN: usize = 5;

/// How it stands with a calendar file.
#[derive(Clone)]
enum Roster {
    None,
    Reading,
    Failed(RosterFailure),
    Read(Arc<Reading>),
}

/// Taking over shifts from a calendar file. Nothing is changed until the reader says so.
#[component]
pub fn RosterIntake() -> impl IntoView {
    let store = use_store();
    let roster = RwSignal::new(Roster::None);
    let pick = move |event: Event| {
        let Some(file) = store.picked(&event) else { return };
        roster.set(Roster::Reading);
        spawn_local(async move {
            let outcome = match store.read_roster(&file).await {
                Ok(reading) => Roster::Read(Arc::new(reading)),
                Err(failure) => Roster::Failed(failure),
            };
            // The reader may have left the page.
            let _left = roster.try_set(outcome);
        });
    };
    let on_pick = Callback::new(pick);
    let state = move || match roster.get() {
        Roster::None => ().into_any(),
        Roster::Reading => {
            view! { <p role="status">{move || store.messages().rosters.reading}</p> }.into_any()
        }
        Roster::Failed(failure) => {
            let text = move || roster_failure(&store.messages().rosters, &failure);
            view! { <Banner news=News::Danger text=Signal::derive(text) /> }.into_any()
        }
        Roster::Read(reading) => view! { <Found reading on_pick /> }.into_any(),
    };
    let is_read = Memo::new(move |_| roster.with(|roster| matches!(roster, Roster::Read(_))));
    view! {
        <p class="prose">{move || store.messages().rosters.why}</p>
        {state}
        <Show when=move || !is_read.get()>
            <ActionBar>
                <CalendarPicker on_pick is_primary=true />
            </ActionBar>
        </Show>
    }
}

/// What is in the file, and the button that takes it in.
#[component]
fn Found(reading: Arc<Reading>, on_pick: Callback<Event>) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let count = reading.shifts.len();
    let compared = {
        let reading = reading.clone();
        Memo::new(move |_| {
            let compare = |plan: &crate::domain::Plan, me| plan.compare_shifts(me, &reading.shifts);
            let found = store.shift_home().and_then(|(plan, me)| {
                store.plan_of(plan, &[Kind::Shift], |plan| compare(plan, me))
            });
            found.unwrap_or(ShiftsFound { new: count, ..ShiftsFound::default() })
        })
    };
    let fresh = Memo::new(move |_| compared.with(|found| found.new + found.changed));
    let take = Callback::new({
        let reading = reading.clone();
        move |()| {
            let Some((plan, person)) = shift_home(store) else { return store.refuse_stranger() };
            let shifts = reading.shifts.clone();
            // What stands in the way is said by the notice.
            if store.apply(Timetable::ImportShifts { person, shifts }.within(plan)).is_ok() {
                navigation.replace.run(Route::Shifts);
            }
        }
    });
    let news = move || match (count, fresh.get()) {
        (0, _) => store.messages().rosters.none.to_owned(),
        (_, 0) => store.messages().rosters.nothing_new.to_owned(),
        _ => compared.with(|found| (store.messages().rosters.found)(*found)),
    };
    view! {
        <Section title=say(store, |m| m.rosters.in_file)>
            <p class="roster-intake__news" role="status">
                {news}
            </p>
            <FirstShifts reading=reading.clone() />
            <LeftOut reading />
            <CalendarPicker on_pick />
        </Section>
        <Show when=move || { fresh.get() > 0 }>
            <ActionBar>
                <Button
                    label=Signal::derive(move || (store.messages().rosters.take)(fresh.get()))
                    on_click=take
                    tone=Tone::Primary
                />
            </ActionBar>
        </Show>
    }
}

/// The first shifts of the file, and how many more there are.
#[component]
fn FirstShifts(reading: Arc<Reading>) -> impl IntoView {
    let store = use_store();
    let more = reading.shifts.len().saturating_sub(SHOWN);
    let last = reading.shifts.last().map(|shift| shift.starts);
    let rows = move || {
        let row = |shift: &crate::domain::NewShift| {
            let title = shift_time(store, shift.starts, shift.minutes);
            view! { <ListRow title line=shift.title.clone() /> }
        };
        reading.shifts.iter().take(SHOWN).map(row).collect_view()
    };
    let more = move || {
        let last = last.filter(|_| more > 0)?;
        let day = store.locale().day(last.date());
        Some(view! { <p class="muted small">{(store.messages().rosters.more)(more, &day)}</p> })
    };
    view! {
        <List label=say(store, |m| m.rosters.first)>{rows}</List>
        {more}
    }
}

/// What is not taken over, or not as it stands there.
#[component]
fn LeftOut(reading: Arc<Reading>) -> impl IntoView {
    let store = use_store();
    let outside = reading.outside;
    let count = reading.told.len() + usize::from(outside > 0);
    let lines = move || {
        let words = &store.messages().rosters;
        let outside = (outside > 0).then(|| (words.outside)(outside));
        let told = reading.told.iter().map(|told| roster_told(words, told));
        told.chain(outside).map(|line| view! { <li>{line}</li> }).collect_view()
    };
    (count > 0).then(|| {
        view! {
            <Disclosure
                summary=Signal::derive(move || (store.messages().rosters.left_out)(count))
                is_open=true
            >
                <ul class="roster-intake__told" role="list">
                    {lines}
                </ul>
            </Disclosure>
        }
    })
}
