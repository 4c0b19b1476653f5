//! The evaluations of the mentorship as rows, once the course has come to them.

use leptos::prelude::*;

use super::evaluation_words::{evaluations_at, moment_title, read_evaluations};
use crate::domain::{Kind, Moment, Phase, SideBySide};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{Chip, List, ListRow, News, RowState, Section};
use crate::ui::side_by_side::chosen_or;
use crate::ui::words::{say, say_by, use_store};

/// The evaluations whose time has come, or that somebody has begun.
#[component]
pub fn EvaluationRows() -> impl IntoView {
    let store = use_store();
    let moments = Memo::new(move |_| {
        let is_time = |moment: &Moment| has_come(store, *moment);
        [Moment::Mid, Moment::End].into_iter().filter(is_time).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || moments.with(|moments| !moments.is_empty())>
            <Section title=say(store, |m| m.evaluation.list)>
                <List label=say(store, |m| m.evaluation.list)>
                    <For each=move || moments.get() key=|moment| *moment let:moment>
                        <EvaluationRow moment />
                    </For>
                </List>
            </Section>
        </Show>
    }
}

/// The evaluation of one moment: what it is, and whose turn it is.
#[component]
pub fn EvaluationRow(
    /// When in the course.
    moment: Moment,
) -> impl IntoView {
    let store = use_store();
    let found = evaluations_at(store, moment);
    let is_my_turn = Memo::new(move |_| found.with(is_my_turn));
    let line = say_by(store, move |m| {
        let words = &m.evaluation;
        found.with(|found| match (found.mine.is_some(), found.others_answered > 0) {
            (false, false) => words.line_open,
            (true, false) => words.line_mine,
            (false, true) => words.line_theirs,
            (true, true) => words.line_both,
        })
    });
    let state = chosen_or(Route::Evaluation(moment), move || match is_my_turn.get() {
        true => RowState::Attention,
        false => RowState::Plain,
    });
    view! {
        <ListRow
            href=Route::Evaluation(moment).to_string()
            title=say_by(store, move |m| moment_title(&m.evaluation, moment))
            line
            state
        >
            <Show when=move || is_my_turn.get()>
                <Chip label=say(store, |m| m.evaluation.your_turn) news=News::Warn />
            </Show>
        </ListRow>
    }
}

fn is_my_turn(found: &SideBySide) -> bool {
    found.mine.is_none() && found.others_answered > 0
}

/// Whether the course has come to a moment, or somebody has answered.
fn has_come(store: Store, moment: Moment) -> bool {
    let phase = match moment {
        Moment::End => Phase::Closing,
        _ => Phase::MidPoint,
    };
    let today = store.now().date_naive();
    let is_time = store.plan(&[Kind::Plan], |id, plan| {
        let card = plan.card(id)?;
        let has_begun = card.phases().iter().any(|span| span.phase == phase && span.from <= today);
        Some(has_begun || card.closed.is_some())
    });
    let found = read_evaluations(store, moment);
    is_time.flatten().unwrap_or_default() || found.mine.is_some() || found.others_answered > 0
}
