//! What matters today: where the course stands, the next meeting, what waits, and one way to log.

use leptos::prelude::*;

use crate::domain::{AT_ONCE, Kind, Planned, Row, Today};
use crate::route::Route;
use crate::store::part;
use crate::ui::components::PageHead;
use crate::ui::components::below::a_frame_after;
use crate::ui::components::redrawn::{either, follow, redrawn, redrawn_for, words};
use crate::ui::components::{
    ActionBar, BareCard, Below, Button, ButtonLink, Glyph, IconButton, List, Section, Tone,
    WeekLine,
};
use crate::ui::features::plans::begin::Begin;
use crate::ui::features::today::first_row::FirstRow;
use crate::ui::features::today::later_rows::LaterRows;
use crate::ui::features::today::log_bar::LogBar;
use crate::ui::frame::{SavingLine, by_rest, page_by_rest};
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// What matters today.
#[component]
pub fn TodayPage() -> impl IntoView {
    let store = use_store();
    let today = Memo::new(move |_| {
        let now = store.now().naive_local();
        store.outlook().map(|outlook| outlook.at(now))
    });
    let page = move || {
        view! {
            <TodayHead today />
            {by_rest(store, joining)}
            <NextMeeting today />
            <ForYou today />
            <ActionBar>
                <LogBar />
            </ActionBar>
        }
        .into_any()
    };
    let page =
        either(move || today.with(Option::is_some), page, move || page_by_rest(store, beginning));
    // What has changed on other pages is followed before any of it is drawn.
    (by_rest(store, followed), page)
}

/// The greeting, and where the course stands.
#[component]
fn TodayHead(today: Memo<Option<Today>>) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let greeting = words(move || {
        use chrono::Timelike;
        let name = store.chosen(|p| p.name.clone());
        let first = name.split_whitespace().next().unwrap_or_default().to_owned();
        (store.messages().today.greeting)(store.now().hour(), &first)
    });
    let week = move || {
        let day = store.now().date_naive();
        today.with(|today| today.as_ref().and_then(|today| today.card.week(day)))
    };
    let line = words(move || {
        let words = store.messages().today;
        let with = today.with(|today| {
            let names = today.as_ref().map(|today| today.with.join(", ")).unwrap_or_default();
            (!names.is_empty()).then(|| (words.with)(&names))
        });
        let title = today.with(|today| today.as_ref().map(|today| today.card.title.clone()));
        [title, with].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let number = |n: i64| u32::try_from(n).unwrap_or_default();
    let which = move || {
        let count =
            week().map(|(week, weeks)| [&*week.to_string(), "/", &*weeks.to_string()].concat());
        count.unwrap_or_default()
    };
    let week_line = move || {
        let Some((week, weeks)) = week() else { return ().into_any() };
        let phase = move || {
            let day = store.now().date_naive();
            today.with(|today| today.as_ref()?.card.phase(day)).map(|span| span.phase)
        };
        let words = words(move || {
            let words = store.messages().today;
            let week = (words.week)(week, weeks);
            match phase() {
                Some(phase) => [&week, " · ", (words.phase)(phase)].concat(),
                None => week,
            }
        });
        let href = Route::Course.to_string();
        view! { <WeekLine week=number(week) weeks=number(weeks) words href /> }.into_any()
    };
    view! {
        <PageHead title=greeting name=say(store, |m| m.shell.today) line>
            <IconButton
                label=say(store, |m| m.shell.search)
                glyph=Glyph::Search
                on_click=move || navigation.go.run(Route::Search)
            />
            <IconButton
                label=say(store, |m| m.settings.title)
                glyph=Glyph::Settings
                on_click=move || navigation.go.run(Route::Settings)
            />
        </PageHead>
        {redrawn_for(which, week_line)}
        <SavingLine />
    }
}

/// Asks a reader who is not in the plan who they are.
#[component]
fn JoinBanner() -> impl IntoView {
    let store = use_store();
    let is_outside = Memo::new(move |_| store.me().is_none());
    view! {
        <Show when=move || is_outside.get()>
            <crate::ui::components::Banner text=say(store, |m| m.banners.who_are_you)>
                <ButtonLink
                    label=say(store, |m| m.banners.say_who)
                    href=Route::People.to_string()
                    tone=Tone::Primary
                />
            </crate::ui::components::Banner>
        </Show>
    }
}

/// The next meeting, as a card that leads to it, to what is to be spoken of there, and into one's own calendar.
#[component]
fn NextMeeting(today: Memo<Option<Today>>) -> impl IntoView {
    let store = use_store();
    let meeting = move || today.with(|today| today.as_ref()?.next_meeting.clone());
    let line = move |meeting: &Planned| {
        let starts = store.locale().moment(meeting.starts);
        let minutes = (store.messages().today.minutes)(meeting.minutes);
        let place = (!meeting.place.is_empty()).then(|| meeting.place.clone());
        [Some(starts), Some(minutes), place].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let which = move || {
        let Some(meeting) = meeting() else { return String::new() };
        [&*meeting.id.to_string(), &meeting.title, "\n", &line(&meeting)].concat()
    };
    let card = move || {
        let Some(meeting) = meeting() else { return ().into_any() };
        let line = line(&meeting);
        let href = Route::Meeting(meeting.id).to_string();
        let calendar = Route::Calendar(Some(meeting.id)).to_string();
        let agenda = Route::Agenda(meeting.id).to_string();
        view! {
            <Section title=say(store, |m| m.today.next)>
                <BareCard title=meeting.title href>
                    <p class="numbers muted">{line}</p>
                    <div class="cluster">
                        <ButtonLink label=say(store, |m| m.today.to_calendar) href=calendar />
                        <ButtonLink label=say(store, |m| m.today.agenda) href=agenda />
                    </div>
                </BareCard>
            </Section>
        }
        .into_any()
    };
    redrawn_for(which, card)
}

/// What matters besides the next meeting, in the order of [`crate::domain::Matter`]: the first of it at once, the rest
/// below it as soon as that can be told.
#[component]
fn ForYou(today: Memo<Option<Today>>) -> impl IntoView {
    let store = use_store();
    let reach = RwSignal::new(AT_ONCE);
    let grow = move || reach.update(|reach| *reach += AT_ONCE);
    // Drawn anew as a whole, behind the frame in which what was ticked has left it.
    let first = move || {
        let rows = today.with(|today| today.as_ref().map(|t| t.first.clone()).unwrap_or_default());
        let more = (rows.len() > reach.get()).then(|| {
            let label = say(store, |m| m.shell.show_more);
            view! { <li><Button label on_click=grow /></li> }.into_any()
        });
        let row = |row: Row| view! { <FirstRow row /> }.into_any();
        let rows = rows.into_iter().take(reach.get()).map(row);
        rows.chain(more).collect_view().into_any()
    };
    view! {
        <Section title=say(store, |m| m.today.for_you)>
            <List>{redrawn(first)} {by_rest(store, move || later(today))}</List>
        </Section>
    }
}

part! { rest:
    /// Has what is shown follow the plan: a frame after a change, behind that in which what was ticked has left.
    /// There is nothing to see of that.
    fn followed() -> AnyView {
        let store = use_store();
        store.look_out();
        let changed = a_frame_after(move || {
            let _followed = (store.now(), store.me(), store.plan(&Kind::KNOWN, |_, _| ()));
        });
        let mut is_first = true;
        follow(move || {
            changed.track();
            if !std::mem::take(&mut is_first) {
                store.look_out();
            }
        });
        ().into_any()
    }

    /// The ways to begin, where there is no plan.
    fn beginning() -> AnyView {
        view! { <Begin /> }.into_any()
    }

    /// What matters besides what the first look shows.
    fn later(today: Memo<Option<Today>>) -> AnyView {
        view! {
            <Below>
                <LaterRows today />
            </Below>
        }
        .into_any()
    }

    /// Asks a reader who is not in the plan who they are.
    fn joining() -> AnyView {
        view! { <JoinBanner /> }.into_any()
    }
}
