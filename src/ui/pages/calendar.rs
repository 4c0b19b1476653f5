//! One meeting, or all of them, as a file for other calendars.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::{CalendarCount, Kind, RecordId};
use crate::route::Route;
use crate::store::{CalendarWish, Store};
use crate::ui::components::{ActionBar, Banner, CheckRow, Choice, PageHead, Segmented};
use crate::ui::features::plans::begin::Begin;
use crate::ui::features::sharing::giving::{GiveButtons, Given, GivenWords};
use crate::ui::words::{say, use_store};

/// The reminders there are to choose from, in minutes before the start.
const ALARMS: [Option<u32>; 4] = [None, Some(15), Some(60), Some(1440)];

/// A calendar file.
#[component]
pub fn CalendarPage(
    /// Which meeting; all of them where none is named.
    of: Option<RecordId>,
) -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let wish = RwSignal::new(CalendarWish { meeting: of, alarm: Some(60), with_agenda: false });
    let told = RwSignal::new(None);
    let back = of.map_or(Route::Meetings, Route::Meeting);
    let title = Memo::new(move |_| {
        let read = |plan: &crate::domain::Plan| plan.meeting(of?).map(|meeting| meeting.title);
        store.plan(&[Kind::Meeting], |_, plan| read(plan)).flatten().unwrap_or_default()
    });
    let banner = move || {
        let (news, text) = outcome_words(store).of(&told.get()?)?;
        Some(view! { <Banner news text /> })
    };
    let back = StoredValue::new(back.to_string());
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <PageHead
                title=say(store, |m| m.calendar.title)
                line=title
                back_href=back.get_value()
                back_label=match of {
                    Some(_) => say(store, |m| (m.share.records.kind)(Kind::Meeting)),
                    None => say(store, |m| m.meetings.title),
                }
            />
            {banner}
            <Wishes wish />
            <Actions wish told />
        </Show>
    }
}

/// With which reminder, how much is told, and what goes into the file and what does not.
#[component]
fn Wishes(wish: RwSignal<CalendarWish>) -> impl IntoView {
    let store = use_store();
    let count = Memo::new(move |_| store.calendar_count(wish.get()));
    let holds = move || {
        let words = store.messages().calendar;
        match count.get() {
            // What stays says why nothing goes.
            CalendarCount { stand: 0, off: 0, stay: 1.. } => String::new(),
            CalendarCount { stand: 0, off: 0, .. } => words.empty.to_owned(),
            CalendarCount { stand: 0, off, .. } => (words.takes_off)(off),
            CalendarCount { stand, off: 0, .. } => (words.holds)(stand),
            CalendarCount { stand, off, .. } => {
                format!("{} {}", (words.holds)(stand), (words.takes_off)(off))
            }
        }
    };
    let stays = move || {
        let words = store.messages().calendar;
        match count.get().stay {
            0 => String::new(),
            stay => (words.stay)(stay),
        }
    };
    let alarms = Signal::derive(move || {
        let before = store.messages().calendar.before;
        ALARMS.map(|alarm| Choice::new(alarm_name(alarm), before(alarm))).to_vec()
    });
    let choose_alarm = move |name: String| {
        let alarm = ALARMS.into_iter().find(|alarm| alarm_name(*alarm) == name).flatten();
        wish.update(|wish| wish.alarm = alarm);
    };
    view! {
        <div class="stack" data-gap="wide">
            <p class="prose">{move || store.messages().calendar.text}</p>
            <Segmented
                label=say(store, |m| m.calendar.alarm)
                choices=alarms
                value=Signal::derive(move || alarm_name(wish.with(|wish| wish.alarm)))
                on_change=choose_alarm
            />
            <CheckRow
                label=say(store, |m| m.calendar.with_agenda)
                is_checked=Signal::derive(move || wish.with(|wish| wish.with_agenda))
                on_change=move |is_told| wish.update(|wish| wish.with_agenda = is_told)
                line=say(store, |m| m.calendar.with_agenda_line)
                is_choice=true
            />
            <p role="status">{holds}</p>
            <p class="prose" role="status">{stays}</p>
        </div>
    }
}

fn alarm_name(alarm: Option<u32>) -> String {
    alarm.map_or_else(|| "none".to_owned(), |minutes| minutes.to_string())
}

/// Saving the file, and sharing it where the browser can.
#[component]
fn Actions(wish: RwSignal<CalendarWish>, told: RwSignal<Option<Given>>) -> impl IntoView {
    let store = use_store();
    let is_empty = Memo::new(move |_| {
        let count = store.calendar_count(wish.get());
        (count.stand, count.off) == (0, 0)
    });
    let give = move |is_shared: bool| {
        let wish = wish.get_untracked();
        spawn_local(async move {
            let Some(file) = store.calendar(wish).await else { return };
            let came = match is_shared {
                true => Given::shared(store.share_calendar(&file).await),
                false => Given::saved(store.download_calendar(&file), file.file_name),
            };
            // The reader may have left the page meanwhile.
            let _left = told.try_set(Some(came));
        });
    };
    view! {
        <ActionBar>
            <GiveButtons
                label=say(store, |m| m.calendar.save)
                can_share=store.can_share_calendar()
                on_give=give
                is_disabled=is_empty
            />
        </ActionBar>
    }
}

fn outcome_words(store: Store) -> GivenWords {
    let words = store.messages().calendar;
    GivenWords {
        saved: words.saved,
        shared: store.messages().share.shared,
        not_saved: words.save_failed,
        not_shared: words.share_failed,
        share_again: words.share_again,
    }
}
