//! The progress report on paper: goals by how they stand, and what happened in a time.

use chrono::{Days, NaiveDate};
use leptos::prelude::*;

use crate::domain::Paper;
use crate::store::Store;
use crate::ui::components::{Choice, Segmented};
use crate::ui::features::paper::paper_goals::standings_on_paper;
use crate::ui::features::paper::paper_items::{feedback_on_paper, items_on_paper};
use crate::ui::features::paper::paper_meetings::held_on_paper;
use crate::ui::features::paper::paper_sheet::PaperSheet;
use crate::ui::features::paper::paper_words::day;
use crate::ui::words::{local_day, say, use_store};

/// The periods to choose from, by name and length in days; none is the whole course.
const PERIODS: [(&str, Option<u64>); 3] = [("whole", None), ("month", Some(28)), ("week", Some(7))];

/// The progress report on paper.
#[component]
pub fn PaperReportPage() -> impl IntoView {
    let store = use_store();
    let chosen = RwSignal::new("whole".to_owned());
    let choices = Signal::derive(move || {
        let words = store.messages().paper;
        PERIODS
            .into_iter()
            .zip([words.whole, words.month, words.week])
            .map(|((name, _), label)| Choice::new(name, label))
            .collect::<Vec<_>>()
    });
    let draw = move |store: Store, paper: &Paper| {
        let days = chosen.with(|chosen| days_of(store, chosen));
        let paper = within(store, paper, days);
        let line = days.map(|(from, until)| {
            (store.messages().paper.days)(&day(store, from), &day(store, until))
        });
        view! {
            {line.map(|line| view! { <p class="paper__period">{line}</p> })}
            {standings_on_paper(store, &paper)}
            {held_on_paper(store, &paper)}
            {items_on_paper(store, &paper)}
            {feedback_on_paper(store, &paper)}
        }
        .into_any()
    };
    let tells = move |store: Store, paper: &Paper| {
        let days = chosen.with_untracked(|chosen| days_of(store, chosen));
        Paper { coming: Vec::new(), ..within(store, paper, days) }.tells_of()
    };
    view! {
        <PaperSheet title=|words| words.report tells draw>
            <Segmented
                label=say(store, |m| m.paper.period)
                choices
                value=chosen
                on_change=move |value| chosen.set(value)
            />
        </PaperSheet>
    }
}

/// What of the paper is about these days.
fn within(store: Store, paper: &Paper, days: Option<(NaiveDate, NaiveDate)>) -> Paper {
    let paper = paper.clone();
    match days {
        Some((from, until)) => paper.of_days(from, until, |created| local_day(store, created)),
        None => paper,
    }
}

/// The first and the last day that a report is about; `None` for the whole course.
fn days_of(store: Store, chosen: &str) -> Option<(NaiveDate, NaiveDate)> {
    let today = store.now().date_naive();
    let (_, length) = PERIODS.into_iter().find(|(name, _)| *name == chosen)?;
    let from = today.checked_sub_days(Days::new(length?.saturating_sub(1)))?;
    Some((from, today))
}
