//! What the other side waits for, above everything else: requests for feedback, check-ins, an evaluation.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::feedback_row::FeedbackRow;
use super::feedback_words::Waiting;
use crate::domain::{Kind, Moment, Plan, RecordId};
use crate::route::Route;
use crate::ui::components::{List, ListRow, RowState, Section};
use crate::ui::side_by_side::chosen_or;
use crate::ui::words::{name_of, say, use_store};

/// How many characters of a check-in a row shows.
const WORDS: usize = 50;

/// What the other side waits for.
#[component]
pub fn AskedOfYou(
    /// What waits for the reader.
    #[prop(into)]
    waiting: Signal<BTreeMap<RecordId, Waiting>>,
) -> impl IntoView {
    let store = use_store();
    let asked = Memo::new(move |_| {
        let requests = waiting.with(|waiting| {
            let requests = waiting.iter().filter(|(_, waits)| **waits == Waiting::Answer);
            requests.map(|(id, _)| *id).collect::<Vec<_>>()
        });
        let me = store.me();
        let kinds = [Kind::Feedback, Kind::CheckIn, Kind::Comment, Kind::Evaluation];
        let found = store.plan(&kinds, |_, plan| asked_in(plan, &requests, me));
        found.unwrap_or_default()
    });
    let rows = move || {
        let row = |asked| match asked {
            Asked::Request(id) => view! { <FeedbackRow id waiting /> }.into_any(),
            Asked::CheckIn(id) => view! { <CheckInAsked id /> }.into_any(),
            Asked::Evaluation(moment, who) => view! { <EvaluationAsked moment who /> }.into_any(),
        };
        asked.get().into_iter().map(row).collect_view()
    };
    let label = say(store, |m| m.feedback.asked_of_you);
    view! {
        <Show when=move || asked.with(|asked| !asked.is_empty())>
            <Section title=label>
                <List label=label>{rows}</List>
            </Section>
        </Show>
    }
}

/// Something that the other side waits for.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Request(RecordId),
    CheckIn(RecordId),
    Evaluation(Moment, Option<RecordId>),
}

/// Requests first, oldest first; then check-ins; then an evaluation.
fn asked_in(plan: &Plan, requests: &[RecordId], me: Option<RecordId>) -> Vec<Asked> {
    let Some(me) = me else { return Vec::new() };
    let by_age = plan.feedback_by_age().into_iter().rev();
    let mut asked: Vec<Asked> =
        by_age.filter(|id| requests.contains(id)).map(Asked::Request).collect();
    asked.extend(plan.check_ins_to_answer(me).into_iter().map(Asked::CheckIn));
    for moment in [Moment::Mid, Moment::End] {
        let both = plan.evaluations(moment, me);
        if both.mine.is_none() && both.others_answered > 0 {
            let others = plan.people().into_iter().filter(|person| person.id != me);
            let others: Vec<RecordId> = others.map(|person| person.id).collect();
            let only = if let [only] = others.as_slice() { Some(*only) } else { None };
            asked.push(Asked::Evaluation(moment, only));
        }
    }
    asked
}

/// A check-in that waits for an answer.
#[component]
fn CheckInAsked(id: RecordId) -> impl IntoView {
    let store = use_store();
    let found = move || store.plan(&[Kind::CheckIn], |_, plan| plan.check_in(id)).flatten();
    let title = move || {
        let author = found().and_then(|found| found.author);
        (store.messages().feedback.check_in_waits)(&name_of(store, author))
    };
    let line = move || {
        let found = found()?;
        let said = [&found.went, &found.win, &found.difficulty, &found.need];
        let words = said.into_iter().find(|words| !words.is_empty())?;
        Some(words.lines().next().unwrap_or_default().chars().take(WORDS).collect::<String>())
    };
    let state = chosen_or(Route::CheckIn(id), || RowState::Attention);
    view! {
        <ListRow
            href=Route::CheckIn(id).to_string()
            title=Signal::derive(title)
            line=Signal::derive(move || line().unwrap_or_default())
            state
        />
    }
}

/// The other side has said how the mentorship goes; both are shown side by side once the reader has, too.
#[component]
fn EvaluationAsked(moment: Moment, who: Option<RecordId>) -> impl IntoView {
    let store = use_store();
    let title = move || (store.messages().feedback.evaluation_waits)(&name_of(store, who));
    let state = chosen_or(Route::Evaluation(moment), || RowState::Attention);
    view! {
        <ListRow
            href=Route::Evaluation(moment).to_string()
            title=Signal::derive(title)
            line=say(store, |m| m.feedback.evaluation_why)
            state
        />
    }
}
