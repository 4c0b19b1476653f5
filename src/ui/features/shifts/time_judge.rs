//! Judging a time that the reader types: whether it suits, and if not, what stands in the way and what would do.

use chrono::NaiveDateTime;
use leptos::prelude::*;

use crate::domain::{Span, Verdict, first_from, judge, read_day, read_time};
use crate::ui::components::{Button, FieldNote, Picker, PickerField, Section};
use crate::ui::features::shifts::seeking::Seeking;
use crate::ui::features::shifts::time_words::{obstacles, reasons};
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::{say, use_store};

/// A day and an hour, and what there is to say of them.
#[component]
pub fn TimeJudge(
    /// What times are judged by.
    #[prop(into)]
    seeking: Signal<Option<Seeking>>,
    /// How many minutes the meeting is to last.
    #[prop(into)]
    minutes: Signal<i64>,
    /// Makes a time a meeting.
    #[prop(into)]
    on_pick: Callback<Verdict>,
) -> impl IntoView {
    let store = use_store();
    let day = Draft::new(store, "find-time/day", "");
    let hour = Draft::new(store, "find-time/hour", "");
    let asked =
        Memo::new(move |_| Some(read_day(&day.get()).ok()?.and_time(read_time(&hour.get()).ok()?)));
    let verdict = Memo::new(move |_| {
        seeking.with(|seeking| judged(seeking.as_ref()?, minutes.get(), asked.get()?))
    });
    let hint = Signal::derive(move || match day.get().is_empty() {
        true => FieldNote::hint(store.messages().find_time.judge_hint),
        false => FieldNote::default(),
    });
    let pick = move |verdict: Option<Verdict>| {
        if let Some(verdict) = verdict {
            on_pick.run(verdict);
        }
    };
    let said = move || {
        verdict
            .get()
            .map(|(verdict, better)| view! { <Said seeking verdict better on_pick=pick /> })
    };
    view! {
        <Section title=say(store, |m| m.find_time.judge)>
            <div class="when-fields__times">
                <PickerField
                    kind=Picker::Date
                    label=say(store, |m| m.meetings.date)
                    value=day.value()
                    on_input=day.on_input()
                    note=hint
                />
                <PickerField
                    kind=Picker::Time
                    label=say(store, |m| m.meetings.start)
                    value=hour.value()
                    on_input=hour.on_input()
                />
            </div>
            <div class="time-judge__said" role="status">
                {said}
            </div>
        </Section>
    }
}

/// The verdict on a time, and where it is bad the next that is good.
fn judged(
    seeking: &Seeking,
    minutes: i64,
    asked: NaiveDateTime,
) -> Option<(Verdict, Option<Verdict>)> {
    let people = seeking.attendees();
    let from = seeking.zones.home().moment(asked);
    let wish = seeking.wish(minutes, seeking.ever());
    let verdict = judge(&wish, &people, from);
    let better = (!verdict.suits()).then(|| first_from(&wish, &people, from)).flatten();
    Some((verdict, better))
}

/// What there is to say of a time, and a button for it or for a better one.
#[component]
fn Said(
    seeking: Signal<Option<Seeking>>,
    verdict: Verdict,
    better: Option<Verdict>,
    #[prop(into)] on_pick: Callback<Option<Verdict>>,
) -> impl IntoView {
    let store = use_store();
    let suits = verdict.suits();
    let time = move |span: Span| {
        seeking.with(|seeking| seeking.as_ref().map(|it| it.time(store, span)).unwrap_or_default())
    };
    let span = verdict.span;
    let lead = move || {
        let words = store.messages().find_time;
        if suits { (words.suits)(&time(span)) } else { (words.does_not)(&time(span)) }
    };
    let own = verdict.clone();
    let lines = move || {
        let lines = seeking.with(|seeking| match seeking {
            Some(seeking) if suits => vec![format!("{}.", reasons(store, seeking, &own))],
            Some(seeking) => obstacles(store, seeking, &own),
            None => Vec::new(),
        });
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    let choice = if suits { Some(verdict) } else { better };
    let to = choice.as_ref().map(|choice| choice.span);
    let label = Signal::derive(move || {
        let words = store.messages().find_time;
        let time = to.map(time).unwrap_or_default();
        if suits { (words.schedule)(&time) } else { (words.instead)(&time) }
    });
    view! {
        <p class="time-judge__lead" data-suits=suits.to_string()>
            {lead}
        </p>
        <ul class="time-judge__lines" role="list">
            {lines}
        </ul>
        <Show when=move || to.is_some()>
            <Button label on_click={
                let choice = choice.clone();
                move |()| on_pick.run(choice.clone())
            } />
        </Show>
    }
}
