//! The course: its parts with their days, the present one open, and what each asks for.

use chrono::{Days, NaiveDate};
use leptos::prelude::*;

use crate::domain::{Kind, Phase, PhaseSpan, PlanCard};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::redrawn::words;
use crate::ui::components::{
    ButtonLink, Chip, Disclosure, EmptyState, Glyph, News, PageHead, Tone, WeekLine,
};
use crate::ui::features::course::asked_list::AskedList;
use crate::ui::features::course::course_words::phase_words;
use crate::ui::words::{say, say_by, use_store};

/// The parts of the course, or what to do where its dates are not set.
#[component]
pub fn CoursePage() -> impl IntoView {
    let store = use_store();
    let card = Memo::new(move |_| store.plan(&[Kind::Plan], |id, plan| plan.card(id)).flatten());
    let spans = Memo::new(move |_| {
        card.with(|card| card.as_ref().map(PlanCard::phases)).unwrap_or_default()
    });
    let has_dates = Memo::new(move |_| spans.with(|spans| !spans.is_empty()));
    view! {
        <PageHead
            title=say(store, |m| m.course.title)
            back_href=Route::More.to_string()
            back_label=say(store, |m| m.shell.more)
        />
        <Show when=move || has_dates.get() fallback=move || view! { <NoDates card /> }>
            <Week card />
            <ol class="course" role="list" aria-label=say(store, |m| m.course.list)>
                {move || parts(store, card, &spans.get())}
            </ol>
        </Show>
    }
}

/// Every part of the course.
fn parts(store: Store, card: Memo<Option<PlanCard>>, spans: &[PhaseSpan]) -> Vec<AnyView> {
    let today = store.now().date_naive();
    let now = card.with(|card| card.as_ref().and_then(|card| card.phase(today)));
    let mut has_worked = false;
    let mut parts = Vec::new();
    for span in spans {
        let is_second = has_worked && span.phase == Phase::Working;
        has_worked |= span.phase == Phase::Working;
        let when = when(*span, now, today);
        parts.push(view! { <Part span=*span is_second when /> }.into_any());
    }
    parts
}

/// When a part of the course is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Over,
    Now,
    Ahead,
}

/// A plan that was closed early is past all but what follows.
fn when(span: PhaseSpan, now: Option<PhaseSpan>, today: NaiveDate) -> When {
    let is_closed = now.is_some_and(|now| now.phase == Phase::Afterwards);
    match now {
        Some(now) if now.phase == span.phase && (is_closed || now.from == span.from) => When::Now,
        _ if is_closed || span.until.is_some_and(|until| until <= today) => When::Over,
        _ => When::Ahead,
    }
}

/// One part: what it is called, its days, and what it asks for.
#[component]
fn Part(span: PhaseSpan, is_second: bool, when: When) -> impl IntoView {
    let store = use_store();
    let asked = Memo::new(move |_| {
        let pack = store.pack();
        store.plan(&Kind::KNOWN, |_, plan| plan.asked_in(pack, span)).unwrap_or_default()
    });
    let is_now = when == When::Now;
    let state = say_by(store, move |m| match when {
        When::Over => m.course.over,
        When::Now => m.course.now,
        When::Ahead => m.course.ahead,
    });
    let news = if is_now { News::Good } else { News::Plain };
    let summary = words(move || (store.messages().course.asks)(asked.with(Vec::len)));
    let asks = match is_now {
        true => view! { <AskedList asked /> }.into_any(),
        false => view! {
            <Disclosure summary>
                <AskedList asked />
            </Disclosure>
        }
        .into_any(),
    };
    view! {
        <li class="course__part" aria-current=is_now.then_some("step")>
            <div class="course__head">
                <h2 class="course__title">{words(move || phase_words(store, span, is_second))}</h2>
                <Chip label=state news=Signal::stored(news) />
            </div>
            <p class="course__days">{words(move || days(store, span))}</p>
            <p>{say_by(store, move |m| (m.course.meaning)(span.phase))}</p>
            {asks}
        </li>
    }
}

/// From which day to which a part goes.
fn days(store: Store, span: PhaseSpan) -> String {
    let words = store.messages().course;
    let day = |day: NaiveDate| store.locale().full_date(day);
    match span.until.and_then(|until| until.checked_sub_days(Days::new(1))) {
        Some(last) => (words.days)(&day(span.from), &day(last)),
        None => (words.from)(&day(span.from)),
    }
}

/// Which week of the course it is, or when it was closed.
#[component]
fn Week(card: Memo<Option<PlanCard>>) -> impl IntoView {
    let store = use_store();
    let line = move || {
        let card = card.get()?;
        if let Some(closed) = card.closed {
            let words = (store.messages().course.closed)(&store.locale().full_date(closed));
            return Some(view! { <p>{words}</p> }.into_any());
        }
        let (week, weeks) = card.week(store.now().date_naive())?;
        let words = (store.messages().today.week)(week, weeks);
        let number = |number: i64| u32::try_from(number).unwrap_or_default();
        let line = view! { <WeekLine week=number(week) weeks=number(weeks) words /> };
        Some(line.into_any())
    };
    view! { <div class="course__week">{line}</div> }
}

/// The dates are missing, or the plan is.
#[component]
fn NoDates(card: Memo<Option<PlanCard>>) -> impl IntoView {
    let store = use_store();
    let label = say_by(store, move |m| match card.with(Option::is_some) {
        true => m.course.set_dates,
        false => m.course.no_plan,
    });
    view! {
        <EmptyState
            icon=Glyph::Calendar
            title=say(store, |m| m.course.no_dates)
            text=say(store, |m| m.course.no_dates_why)
        >
            <ButtonLink label href=Route::Plans.to_string() tone=Tone::Primary />
        </EmptyState>
    }
}
