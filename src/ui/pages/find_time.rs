//! Times that suit both sides, the best first, and why another would not.

use leptos::prelude::*;

use crate::domain::{Known, Verdict, propose};
use crate::route::Route;
use crate::ui::components::{
    AnswerList, AnswerRow, Banner, ButtonLink, Choice, PageHead, Segmented,
};
use crate::ui::features::plans::begin::Begin;
use crate::ui::features::shifts::seeking::{LENGTHS, Seeking, WINDOWS, schedule};
use crate::ui::features::shifts::time_judge::TimeJudge;
use crate::ui::features::shifts::time_words::{gaps, reasons};
use crate::ui::features::writing::draft::Draft;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// Times that suit both sides.
#[component]
pub fn FindTimePage() -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <PageHead
                title=say(store, |m| m.find_time.title)
                back_href=Route::Meetings.to_string()
                back_label=say(store, |m| m.meetings.title)
            />
            <Search />
        </Show>
    }
}

#[component]
fn Search() -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let seeking = Memo::new(move |_| Seeking::of(store));
    let length = Draft::new(store, "find-time/length", "30");
    let window = Draft::new(store, "find-time/window", WINDOWS[2]);
    let minutes = Signal::derive(move || length.get().parse::<i64>().unwrap_or(30));
    let found = Memo::new(move |_| {
        seeking
            .with(|seeking| {
                let seeking = seeking.as_ref()?;
                let week_begins = store.locale().week_begins();
                let wish = seeking.wish(minutes.get(), seeking.window(&window.get(), week_begins));
                Some(propose(&wish, &seeking.attendees()))
            })
            .unwrap_or_default()
    });
    let pick = move |verdict: Verdict| {
        let made = seeking.with_untracked(|seeking| schedule(store, seeking.as_ref()?, &verdict));
        if let Some(id) = made {
            navigation.go.run(Route::Meeting(id));
        }
    };
    view! {
        <div class="stack" data-gap="wide">
            <Gaps seeking />
            <Asked length window />
            <GoodTimes seeking found on_pick=pick />
            <TimeJudge seeking minutes on_pick=pick />
        </div>
    }
}

/// What is not known, said before anybody counts on a time.
#[component]
fn Gaps(seeking: Memo<Option<Seeking>>) -> impl IntoView {
    let store = use_store();
    let lines = Memo::new(move |_| {
        seeking.with(|seeking| seeking.as_ref().map(|it| gaps(store, it)).unwrap_or_default())
    });
    // Of one's own shifts one can do something about it.
    let lacks_mine = Memo::new(move |_| {
        seeking.with(|seeking| {
            let me = seeking.as_ref().and_then(|it| it.seekers.first());
            me.is_some_and(|me| me.known == Known::Nothing)
        })
    });
    let text = Signal::derive(move || lines.with(|lines| lines.join(" ")));
    move || match (lines.with(Vec::is_empty), lacks_mine.get()) {
        (true, _) => ().into_any(),
        (false, false) => view! { <p class="muted small">{text}</p> }.into_any(),
        (false, true) => view! {
            <Banner text>
                <ButtonLink label=say(store, |m| m.shifts.add) href=Route::NewShifts.to_string() />
            </Banner>
        }
        .into_any(),
    }
}

/// How long the meeting lasts, and when it should be.
#[component]
fn Asked(length: Draft, window: Draft) -> impl IntoView {
    let store = use_store();
    let lengths = Signal::derive(move || {
        let minutes = store.messages().meetings.minutes;
        LENGTHS.map(|length| Choice::new(length.to_string(), minutes(length))).to_vec()
    });
    let windows = Signal::derive(move || {
        let words = store.messages().find_time;
        let labels = [words.this_week, words.next_week, words.two_weeks];
        WINDOWS.into_iter().zip(labels).map(|(name, label)| Choice::new(name, label)).collect()
    });
    view! {
        <Segmented
            label=say(store, |m| m.find_time.length)
            choices=lengths
            value=length.value()
            on_change=length.on_input()
        />
        <Segmented
            label=say(store, |m| m.find_time.within)
            choices=windows
            value=window.value()
            on_change=window.on_input()
        />
    }
}

/// The times that suit.
#[component]
fn GoodTimes(
    seeking: Memo<Option<Seeking>>,
    found: Memo<Vec<Verdict>>,
    #[prop(into)] on_pick: Callback<Verdict>,
) -> impl IntoView {
    let store = use_store();
    let row = move |verdict: Verdict| {
        let [titled, reasoned] = [(); 2].map(|()| verdict.clone());
        let title = Signal::derive(move || {
            let time = |it: &Seeking| it.time(store, titled.span);
            seeking.with(|seeking| seeking.as_ref().map(time).unwrap_or_default())
        });
        let line = Signal::derive(move || {
            let words = |it: &Seeking| reasons(store, it, &reasoned);
            seeking.with(|seeking| seeking.as_ref().map(words).unwrap_or_default())
        });
        view! { <AnswerRow title line on_answer=move |()| on_pick.run(verdict.clone()) /> }
    };
    let is_empty = Memo::new(move |_| found.with(Vec::is_empty));
    let hint = move || {
        let words = store.messages().find_time;
        if is_empty.get() { words.none } else { words.pick }
    };
    view! {
        <AnswerList label=say(store, |m| m.find_time.good)>
            <p class="muted small" role="status">
                {hint}
            </p>
            {move || found.get().into_iter().map(row).collect_view()}
        </AnswerList>
    }
}
