//! The meetings and check-ins of a month, and below it those of one day.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};
use leptos::prelude::*;

use crate::domain::{Kind, MeetingStatus, RecordId};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, Button, CapColor, Glyph, Icon, List, MarkShape, MonthDay, MonthGrid, MonthMark,
    PageHead, Section, Tone,
};
use crate::ui::features::check_ins::check_ins_on::{CheckInsOn, check_ins_by_day};
use crate::ui::features::meetings::meeting_draft::MeetingDraft;
use crate::ui::features::meetings::meeting_row::MeetingRow;
use crate::ui::features::meetings::meeting_views::MeetingViews;
use crate::ui::features::plans::begin::Begin;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// The meetings of each day, in order, and whether each is off.
type Days = BTreeMap<NaiveDate, Vec<(RecordId, bool)>>;

/// How many marks a day has room for.
const MARKS: usize = 3;

/// The meetings of a month.
#[component]
pub fn MonthPage(
    /// A day of the month, to be chosen if something falls on it; today if none is named.
    day: Option<NaiveDate>,
) -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let today = untrack(|| store.now()).date_naive();
    let asked = day.unwrap_or(today);
    let first = asked.with_day(1).unwrap_or(asked);
    let last = first + Months::new(1) - chrono::Days::new(1);
    let days = Memo::new(move |_| {
        let found = store.plan(&[Kind::Meeting], |_, plan| {
            let mut days = Days::new();
            for (starts, id) in plan.meetings_between(first, last) {
                let is_off = plan.meeting(id).is_some_and(|meeting| is_off(meeting.status));
                days.entry(starts.date()).or_default().push((id, is_off));
            }
            days
        });
        found.unwrap_or_default()
    });
    let check_ins = check_ins_by_day(store);
    let chosen = RwSignal::new(untrack(|| days.with(|days| begin_at(asked, today, days))));
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <PageHead title=say(store, |m| m.meetings.title) />
            <MeetingViews is_month=true />
            <section class="month">
                <Turns first />
                <Grid first last days check_ins chosen />
            </section>
            <ChosenDay days chosen />
            <CheckInsOn day=chosen days=check_ins />
            <ActionBar>
                <ScheduleOn chosen />
            </ActionBar>
        </Show>
    }
}

/// Whether a meeting does not take place.
fn is_off(status: MeetingStatus) -> bool {
    matches!(status, MeetingStatus::Skipped | MeetingStatus::Cancelled)
}

/// The day to choose first: the one asked for if something falls on it, or today, or the first day
/// of the month with a meeting, or else the one asked for.
fn begin_at(asked: NaiveDate, today: NaiveDate, days: &Days) -> NaiveDate {
    let is_shown = (today.year(), today.month()) == (asked.year(), asked.month());
    if days.contains_key(&asked) {
        asked
    } else if is_shown {
        today
    } else {
        days.keys().next().copied().unwrap_or(asked)
    }
}

/// The month's name between the links to the month before and the month after.
#[component]
fn Turns(first: NaiveDate) -> impl IntoView {
    let store = use_store();
    let link = |to: Option<NaiveDate>, label: Signal<String>, glyph: Glyph| {
        to.map(|to| {
            view! {
                <a
                    class="month__turn"
                    href=Route::Month(Some(to)).to_string()
                    aria-label=move || label.get()
                    title=move || label.get()
                >
                    <Icon glyph />
                </a>
            }
        })
    };
    let before = first.checked_sub_months(Months::new(1));
    let after = first.checked_add_months(Months::new(1));
    view! {
        <div class="month__turns">
            {link(before, say(store, |m| m.meetings.month_before), Glyph::Back)}
            <h2 class="month__name">{move || store.locale().month(first)}</h2>
            {link(after, say(store, |m| m.meetings.month_after), Glyph::ChevronRight)}
        </div>
    }
}

/// The month itself.
#[component]
fn Grid(
    first: NaiveDate,
    last: NaiveDate,
    days: Memo<Days>,
    check_ins: Memo<BTreeMap<NaiveDate, Vec<RecordId>>>,
    chosen: RwSignal<NaiveDate>,
) -> impl IntoView {
    let store = use_store();
    let cells = Signal::derive(move || {
        let today = store.now().date_naive();
        let (locale, words) = (store.locale(), store.messages().meetings);
        let cell = |day: NaiveDate| {
            let off: Vec<bool> = days.with(|days| {
                let here = days.get(&day).map(Vec::as_slice).unwrap_or_default();
                here.iter().map(|(_, is_off)| *is_off).collect()
            });
            let mut label = (words.day_with)(&locale.long_day(day), off.len());
            let left_out = off.iter().filter(|is_off| **is_off).count();
            if left_out > 0 {
                label += &format!(", {}", (words.day_off)(left_out));
            }
            let mark = |is_off: bool| match is_off {
                true => MonthMark { color: CapColor::Grey, shape: MarkShape::Ring },
                false => MonthMark { color: CapColor::Blue, shape: MarkShape::Dot },
            };
            let mut marks: Vec<_> = off.into_iter().map(mark).collect();
            let written = check_ins.with(|days| days.get(&day).map_or(0, Vec::len));
            if written > 0 {
                label += &format!(", {}", (store.messages().check_ins.on_day)(written));
                // One mark for all of them, and there is always room for it.
                marks.truncate(MARKS - 1);
                marks.push(MonthMark { color: CapColor::Green, shape: MarkShape::Diamond });
            }
            MonthDay { number: day.day(), label, marks, is_today: day == today }
        };
        first.iter_days().take_while(|day| *day <= last).map(cell).collect::<Vec<_>>()
    });
    let weekdays =
        Signal::derive(move || store.locale().weekday_columns().map(str::to_owned).to_vec());
    view! {
        <MonthGrid
            label=Signal::derive(move || store.locale().month(first))
            weekdays
            blanks=Signal::derive(move || store.locale().column(first))
            days=cells
            selected=Signal::derive(move || Some(chosen.get().day()))
            on_select=move |number| {
                if let Some(day) = first.with_day(number) {
                    chosen.set(day);
                }
            }
        />
    }
}

/// The meetings of the chosen day.
#[component]
fn ChosenDay(days: Memo<Days>, chosen: RwSignal<NaiveDate>) -> impl IntoView {
    let store = use_store();
    let ids =
        Memo::new(move |_| days.with(|days| days.get(&chosen.get()).cloned()).unwrap_or_default());
    let ids = Memo::new(move |_| ids.with(|ids| ids.iter().map(|(id, _)| *id).collect::<Vec<_>>()));
    let title = Signal::derive(move || store.locale().long_day(chosen.get()));
    view! {
        <Section title>
            <Show
                when=move || ids.with(|ids| !ids.is_empty())
                fallback=move || {
                    view! { <p class="muted">{move || store.messages().meetings.free_day}</p> }
                }
            >
                <List label=title>
                    <For each=move || ids.get() key=|id| *id let:id>
                        <MeetingRow id />
                    </For>
                </List>
            </Show>
        </Section>
    }
}

/// Leads to the form for a new meeting, on the chosen day unless it has passed.
#[component]
fn ScheduleOn(chosen: RwSignal<NaiveDate>) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let schedule = move |()| {
        let today = untrack(|| store.now()).date_naive();
        let day = chosen.get_untracked();
        if day > today {
            MeetingDraft::begin_on(store, day);
        }
        navigation.go.run(Route::NewMeeting);
    };
    view! {
        <Button
            label=say(store, |m| m.meetings.schedule)
            on_click=schedule
            tone=Tone::Primary
            icon=Glyph::Plus
        />
    }
}
