//! The feedback of the pair: a filter, and the rows it lets through under the months they were written in.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::feedback_row::FeedbackRow;
use super::feedback_words::{Waiting, is_to_program};
use crate::domain::{Feedback, Kind, RecordId};
use crate::store::Store;
use crate::ui::components::{Choice, Segmented, WindowedList};
use crate::ui::words::{local_day, say, use_store};

/// What is let through: everything.
const ALL: &str = "all";
/// What is let through: what the reader has not taken note of.
const NEW: &str = "new";

/// The filter, and the rows it lets through. What others asked stands above, and what goes to the program has a place of
/// its own.
#[component]
pub fn FeedbackList(
    /// What waits for the reader.
    #[prop(into)]
    waiting: Signal<BTreeMap<RecordId, Waiting>>,
) -> impl IntoView {
    let store = use_store();
    let filter = RwSignal::new(ALL.to_owned());
    let pieces = Memo::new(move |_| waiting.with(|waiting| pieces(store, waiting)));
    let rows = Memo::new(move |_| {
        let (filter, waiting) = (filter.get(), waiting.get());
        pieces.with(|pieces| {
            let is_let_through = |piece: &&Piece| match filter.as_str() {
                ALL => true,
                NEW => waiting.contains_key(&piece.id),
                author => piece.author.is_some_and(|found| found.to_string() == author),
            };
            by_month(pieces.iter().filter(is_let_through))
        })
    });
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let row = move |row: Row| match row {
        Row::Month(month) => view! { <MonthRow month /> }.into_any(),
        Row::One(id) => view! { <FeedbackRow id waiting /> }.into_any(),
    };
    // As long as there is nothing but what others asked, there is nothing to choose from either.
    let has_pieces = Memo::new(move |_| pieces.with(|pieces| !pieces.is_empty()));
    view! {
        <div class="stack">
            <Show when=move || has_pieces.get()>
                <FilterChoice filter pieces waiting />
            </Show>
            <Show when=move || is_empty.get() && has_pieces.get()>
                <p class="muted">{say(store, |m| m.feedback.none_shown)}</p>
            </Show>
            <WindowedList
                rows
                key=|row| *row
                more_label=say(store, |m| m.shell.show_more)
                label=say(store, |m| m.feedback.title)
                children=row
            />
        </div>
    }
}

/// What the list needs to know of one piece.
#[derive(Clone, Copy, PartialEq)]
struct Piece {
    id: RecordId,
    author: Option<RecordId>,
    month: Option<NaiveDate>,
}

/// The pieces of the pair but what waits for an answer, newest first.
fn pieces(store: Store, waiting: &BTreeMap<RecordId, Waiting>) -> Vec<Piece> {
    let is_here = |found: &Feedback| {
        !is_to_program(found) && waiting.get(&found.id) != Some(&Waiting::Answer)
    };
    let found = store.plan(&[Kind::Feedback], |_, plan| {
        let all = plan.feedback_by_age().into_iter().filter_map(|id| plan.feedback(id));
        all.filter(is_here).collect::<Vec<_>>()
    });
    let piece = |found: Feedback| Piece {
        id: found.id,
        author: found.author,
        month: local_day(store, &found.created).and_then(|day| day.with_day(1)),
    };
    found.unwrap_or_default().into_iter().map(piece).collect()
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Row {
    /// The month in which the pieces below were written.
    Month(NaiveDate),
    /// One piece.
    One(RecordId),
}

/// The pieces under their months. One month alone needs no heading.
fn by_month<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut months = 0;
    let mut last = None;
    for piece in pieces {
        if piece.month != last {
            last = piece.month;
            months += 1;
            rows.extend(piece.month.map(Row::Month));
        }
        rows.push(Row::One(piece.id));
    }
    if months == 1 {
        rows.retain(|row| matches!(row, Row::One(_)));
    }
    rows
}

/// The heading of a month.
#[component]
fn MonthRow(month: NaiveDate) -> impl IntoView {
    let store = use_store();
    view! {
        <li class="feedback-list__month">
            <h2>{move || store.locale().month(month)}</h2>
        </li>
    }
}

/// The choice of a filter: everything, what is new, and by whom.
#[component]
fn FilterChoice(
    filter: RwSignal<String>,
    pieces: Memo<Vec<Piece>>,
    waiting: Signal<BTreeMap<RecordId, Waiting>>,
) -> impl IntoView {
    let store = use_store();
    let choices = Memo::new(move |_| {
        let words = store.messages().feedback;
        let me = store.me();
        let count = pieces.with(|pieces| {
            waiting.with(|waiting| pieces.iter().filter(|p| waiting.contains_key(&p.id)).count())
        });
        let has_written = |id| pieces.with(|pieces| pieces.iter().any(|p| p.author == Some(id)));
        let people = store.plan(&[Kind::Person], |_, plan| plan.people()).unwrap_or_default();
        let by = people.into_iter().filter(|person| has_written(person.id)).map(|person| {
            let label = match me {
                Some(me) if me == person.id => words.by_me.to_owned(),
                _ => (words.by)(&person.name),
            };
            Choice::new(person.id.to_string(), label)
        });
        let all = Choice::new(ALL, words.all);
        [all, Choice::new(NEW, (words.new)(count))].into_iter().chain(by).collect::<Vec<_>>()
    });
    view! {
        <Segmented
            label=say(store, |m| m.feedback.show)
            choices
            value=filter
            on_change=move |name| filter.set(name)
            is_label_hidden=true
        />
    }
}
