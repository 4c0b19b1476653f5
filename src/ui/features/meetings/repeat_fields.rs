//! The choice of how often, and for how long, with what it comes to in one line.

use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;

use super::repeat_draft::{EndingDraft, ONCE, RepeatDraft, TIMES, UNTIL};
use crate::domain::{Problem, Repeat, Run};
use crate::store::Store;
use crate::ui::components::{
    Choice, FieldNote, Picker, PickerField, Segmented, TextField, TextKind,
};
use crate::ui::features::meetings::meeting_record::day_note;
use crate::ui::words::{problem_note, say, use_store};

/// Once, or by which rule, and how far that goes.
#[component]
pub fn RepeatFields(
    /// The choices.
    draft: RepeatDraft,
    /// When the first one is.
    #[prop(into)]
    starts: Signal<Option<NaiveDateTime>>,
    /// Whether a single meeting is among the choices.
    has_once: bool,
) -> impl IntoView {
    let store = use_store();
    let first = move || starts.get().map(|starts| starts.date());
    let choices = Signal::derive(move || {
        let once = has_once.then(|| Choice::new(ONCE, store.messages().meetings.once));
        let rules = first()
            .map(Repeat::from_day)
            .unwrap_or_else(|| vec![Repeat::Weekly, Repeat::EveryTwoWeeks]);
        let rule = |repeat: Repeat| Choice::new(repeat.name(), rule_choice(store, repeat, first()));
        once.into_iter().chain(rules.into_iter().map(rule)).collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| draft.chosen(first()));
    let is_series = Memo::new(move |_| chosen.get().is_some());
    view! {
        <Segmented
            label=say(store, |m| m.meetings.repeat)
            choices
            value=Signal::derive(move || chosen.get().map_or(ONCE, Repeat::name).to_owned())
            on_change=draft.often.on_input()
        />
        <Show when=move || is_series.get()>
            <EndingFields
                draft=draft.ending
                problem=Signal::derive(move || draft.run(starts.get()).err())
            />
        </Show>
        <p class="repeat-fields__preview" role="status">
            {move || preview(store, chosen.get(), draft.run(starts.get()).ok().flatten())}
        </p>
    }
}

/// How far a series goes: so many times, or until a day.
#[component]
pub fn EndingFields(
    /// The choices.
    draft: EndingDraft,
    /// What is wrong with them.
    #[prop(into)]
    problem: Signal<Option<Problem>>,
) -> impl IntoView {
    let store = use_store();
    let ways = Signal::derive(move || {
        let words = store.messages().series;
        vec![Choice::new(TIMES, words.times), Choice::new(UNTIL, words.until)]
    });
    let day = Signal::derive(move || match problem.get() {
        Some(Problem::OutOfRange { least, most }) => {
            FieldNote::error(Some((store.messages().series.last_day_range)(least, most)))
        }
        problem => day_note(store, problem),
    });
    let times = move || {
        view! {
            <TextField
                label=say(store, |m| m.series.count)
                value=draft.times.value()
                on_input=draft.times.on_input()
                note=Signal::derive(move || problem_note(store, problem.get()))
                kind=TextKind::NUMBER
            />
        }
    };
    view! {
        <Segmented
            label=say(store, |m| m.series.how_long)
            choices=ways
            value=draft.way.value()
            on_change=draft.way.on_input()
        />
        <Show when=move || draft.is_until() fallback=times>
            <PickerField
                kind=Picker::Date
                label=say(store, |m| m.series.last_day)
                value=draft.until.value()
                on_input=draft.until.on_input()
                note=day
            />
        </Show>
    }
}

/// A rule as a choice: `Monthly, second Thursday`.
pub fn rule_choice(store: Store, repeat: Repeat, first: Option<NaiveDate>) -> String {
    let weekday = first.map(|day| store.locale().weekday(day)).unwrap_or_default();
    (store.messages().series.repeat)(repeat, weekday)
}

/// What a rule comes to, in one line: `8 meetings, Thursdays 15:30, last on 14 Jan`.
pub fn preview(store: Store, repeat: Option<Repeat>, run: Option<Run>) -> String {
    let (Some(repeat), Some(Run { count, last })) = (repeat, run) else { return String::new() };
    let (locale, words) = (store.locale(), store.messages().series);
    let days = (words.days)(repeat, locale.weekday(last.date()));
    let day = if count == 1 { locale.day(last.date()) } else { locale.date(last.date()) };
    (words.preview)(count, &days, &locale.time(last.time()), &day)
}
