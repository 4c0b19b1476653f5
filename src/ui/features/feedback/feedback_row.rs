//! One piece of feedback as a row of a list.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::feedback_words::{Waiting, is_to_program, opening, sender_line, subject};
use super::program_note::ProgramChip;
use crate::domain::{Feedback, Kind, RecordId};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{Chip, ListRow, Mark, News, RowState};
use crate::ui::features::news::new_mark::NewMark;
use crate::ui::side_by_side::chosen_or;
use crate::ui::words::{category_mark, say_by, use_store};

/// One piece of feedback: its first words, what it is, from whom to whom, when, and about what.
#[component]
pub fn FeedbackRow(
    /// The feedback.
    id: RecordId,
    /// What waits for the reader.
    #[prop(into)]
    waiting: Signal<BTreeMap<RecordId, Waiting>>,
    /// Whether the page says already what it is about.
    #[prop(optional)]
    is_subject_known: bool,
    /// Whether the page says already that it goes to the program.
    #[prop(optional)]
    is_place_known: bool,
) -> impl IntoView {
    let store = use_store();
    let found =
        Memo::new(move |_| store.plan(&[Kind::Feedback], |_, plan| plan.feedback(id)).flatten());
    let waits = Memo::new(move |_| waiting.with(|waiting| waiting.get(&id).copied()));
    let with = move |read: fn(Store, &Feedback) -> String| {
        Signal::derive(move || {
            found.with(|f| f.as_ref().map(|f| read(store, f)).unwrap_or_default())
        })
    };
    let line = if is_subject_known { with(line) } else { with(line_with_subject) };
    let state = chosen_or(Route::OneFeedback(id), move || match waits.get() {
        Some(_) => RowState::Attention,
        None => RowState::Plain,
    });
    let mark = Signal::derive(move || -> Option<Mark> {
        let skill = found.with(|found| found.as_ref().and_then(|found| found.skill));
        skill.map(|skill| category_mark(store, skill))
    });
    let is_marked = Memo::new(move |_| {
        !is_place_known && found.with(|found| found.as_ref().is_some_and(is_to_program))
    });
    let is_there = Memo::new(move |_| found.with(Option::is_some));
    view! {
        <Show when=move || is_there.get()>
            <ListRow href=Route::OneFeedback(id).to_string() title=with(opening) line mark state>
                <span class="feedback-row__badges">
                    <NewMark page=Route::OneFeedback(id) />
                    {move || waits.get().map(|waits| view! { <WaitingChip waits /> })}
                    {move || is_marked.get().then(|| view! { <ProgramChip /> })}
                </span>
            </ListRow>
        </Show>
    }
}

/// What the reader has not done yet.
#[component]
fn WaitingChip(waits: Waiting) -> impl IntoView {
    let store = use_store();
    let label = say_by(store, move |m| match waits {
        Waiting::Answer => m.feedback.to_answer,
        Waiting::Read => m.feedback.unread,
    });
    view! { <Chip label news=News::Warn /> }
}

fn line(store: Store, feedback: &Feedback) -> String {
    let kind = (store.messages().feedback.kind)(feedback.form);
    format!("{kind} · {}", sender_line(store, feedback))
}

fn line_with_subject(store: Store, feedback: &Feedback) -> String {
    let line = line(store, feedback);
    match feedback.about.and_then(|about| subject(store, about)) {
        Some(subject) => format!("{line} · {}", subject.title),
        None => line,
    }
}
