//! What matters today: where the course stands, the next meeting, what waits, and one way to log.

use leptos::prelude::*;

use crate::domain::{Kind, Meeting, Risk, Today};
use crate::route::Route;
use crate::store::part;
use crate::ui::components::PageHead;
use crate::ui::components::{
    ActionBar, ButtonLink, Card, Glyph, IconButton, Section, Tone, WeekLine, WindowedList,
};
use crate::ui::features::plans::begin::Begin;
use crate::ui::features::today::backup_row::BackupRow;
use crate::ui::features::today::log_bar::LogBar;
use crate::ui::features::today::nudge_row::NudgeRow;
use crate::ui::frame::{SavingLine, by_rest, page_by_rest};
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// What matters today.
#[component]
pub fn TodayPage() -> impl IntoView {
    let store = use_store();
    let today = Memo::new(move |_| {
        let now = store.now().naive_local();
        let me = store.me();
        store.plan(&Kind::KNOWN, |id, plan| plan.today(id, me, now)).flatten()
    });
    let has_plan = Memo::new(move |_| today.with(Option::is_some));
    view! {
        <Show when=move || has_plan.get() fallback=move || page_by_rest(store, beginning)>
            <TodayHead today />
            {by_rest(store, joining)}
            <NextMeeting today />
            {by_rest(store, urging)}
            <ForYou today />
            {by_rest(store, reminding)}
            <ActionBar>
                <LogBar />
            </ActionBar>
        </Show>
    }
}

/// The greeting, and where the course stands.
#[component]
fn TodayHead(today: Memo<Option<Today>>) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let greeting = Signal::derive(move || {
        use chrono::Timelike;
        let name = store.preferences().with(|p| p.name.clone());
        let first = name.split_whitespace().next().unwrap_or_default().to_owned();
        (store.messages().today.greeting)(store.now().hour(), &first)
    });
    let week = Memo::new(move |_| {
        let day = store.now().date_naive();
        today.with(|today| today.as_ref().and_then(|today| today.card.week(day)))
    });
    let week_words = Signal::derive(move || {
        let (week, weeks) = week.get().unwrap_or_default();
        (store.messages().today.week)(week, weeks)
    });
    let line = Signal::derive(move || {
        let words = store.messages().today;
        let with = today.with(|today| {
            let names = today.as_ref().map(|today| today.with.join(", ")).unwrap_or_default();
            (!names.is_empty()).then(|| (words.with)(&names))
        });
        let title = today.with(|today| today.as_ref().map(|today| today.card.title.clone()));
        [title, with].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let number = |n: Option<i64>| n.and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
    view! {
        <PageHead title=greeting name=say(store, |m| m.shell.today) line>
            <IconButton
                label=say(store, |m| m.settings.title)
                glyph=Glyph::Settings
                on_click=move || navigation.go.run(Route::Settings)
            />
        </PageHead>
        <Show when=move || week.with(Option::is_some)>
            <WeekLine
                week=Signal::derive(move || number(week.get().map(|(week, _)| week)))
                weeks=Signal::derive(move || number(week.get().map(|(_, weeks)| weeks)))
                words=week_words
            />
        </Show>
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
            <crate::ui::components::Banner text=say(store, |m| m.shell.who_are_you)>
                <ButtonLink
                    label=say(store, |m| m.shell.say_who)
                    href=Route::People.to_string()
                    tone=Tone::Primary
                />
            </crate::ui::components::Banner>
        </Show>
    }
}

/// The next meeting, as a card that leads to it.
#[component]
fn NextMeeting(today: Memo<Option<Today>>) -> impl IntoView {
    let store = use_store();
    let meeting =
        Memo::new(move |_| today.with(|t| t.as_ref().and_then(|t| t.next_meeting.clone())));
    let line = move |meeting: &Meeting| {
        let starts = meeting.starts.map(|starts| store.locale().moment(starts));
        let minutes = (store.messages().today.minutes)(meeting.minutes);
        let place = (!meeting.place.is_empty()).then(|| meeting.place.clone());
        [starts, Some(minutes), place].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    move || {
        meeting.get().map(|meeting| {
            let line = line(&meeting);
            let href = Route::Meeting(meeting.id).to_string();
            view! {
                <Section title=say(store, |m| m.today.next)>
                    <Card title=meeting.title href=href>
                        <p class="numbers muted">{line}</p>
                    </Card>
                </Section>
            }
        })
    }
}

/// What waits for the reader.
#[component]
fn ForYou(today: Memo<Option<Today>>) -> impl IntoView {
    let store = use_store();
    let nudges = Memo::new(move |_| {
        today.with(|today| today.as_ref().map(|t| t.nudges.clone()).unwrap_or_default())
    });
    view! {
        <Section title=say(store, |m| m.today.for_you)>
            <Show
                when=move || nudges.with(|nudges| !nudges.is_empty())
                fallback=move || {
                    view! {
                        <p class="muted">{move || store.messages().today.all_done}</p>
                    }
                }
            >
                <WindowedList
                    rows=nudges
                    key=|nudge| nudge.clone()
                    more_label=say(store, |m| m.common.show_more)
                    let:nudge
                >
                    <NudgeRow nudge />
                </WindowedList>
            </Show>
        </Section>
    }
}

part! { rest:
    /// The ways to begin, where there is no plan.
    fn beginning() -> AnyView {
        view! { <Begin /> }.into_any()
    }

    /// A word about the backup that cannot wait.
    fn urging() -> AnyView {
        view! { <BackupRow risk=Risk::Urge /> }.into_any()
    }

    /// A word about the backup.
    fn reminding() -> AnyView {
        view! { <BackupRow risk=Risk::Remind /> }.into_any()
    }

    /// Asks a reader who is not in the plan who they are.
    fn joining() -> AnyView {
        view! { <JoinBanner /> }.into_any()
    }
}
