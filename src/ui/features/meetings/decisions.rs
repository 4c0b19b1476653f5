//! What was decided at a meeting, a line each, its words changed in place.

use leptos::prelude::*;

use super::line_ends::{LineEnds, reword};
use crate::domain::{Decision, Kind, RecordId, RecordKey, Timetable};
use crate::ui::components::{List, Section};
use crate::ui::features::audience::audience_mark::AudienceMark;
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::writing::draft::Draft;
use crate::ui::features::writing::line_form::LineForm;
use crate::ui::features::writing::line_words::{LineWords, is_half_written};
use crate::ui::words::{name_of, say, use_store};

/// The decisions of a meeting, and the field for one more.
#[component]
pub fn Decisions(
    /// The meeting.
    meeting: RecordId,
) -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| {
        store.plan(&[Kind::Decision], |_, plan| plan.decisions_of(meeting)).unwrap_or_default()
    });
    let draft = Draft::new(store, format!("meeting/{meeting}/decision"), "");
    let add = move |title: String| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return false };
        store.apply(Timetable::AddDecision { meeting, title }.within(plan)).is_ok()
    };
    let ids = move || found.with(|found| found.iter().map(|one| one.id).collect::<Vec<_>>());
    let label = say(store, |m| m.agenda.decisions);
    view! {
        <Section title=label>
            <Show
                when=move || found.with(|found| !found.is_empty())
                fallback=move || {
                    view! {
                        <p class="muted prose">{move || store.messages().agenda.decisions_why}</p>
                    }
                }
            >
                <List label>
                    <For each=ids key=|id| *id let:id>
                        <DecisionRow id found />
                    </For>
                </List>
            </Show>
            <LineForm
                label=say(store, |m| m.agenda.new_decision)
                add_label=say(store, |m| m.agenda.add_decision)
                draft
                on_add=add
            />
        </Section>
    }
}

/// One decision: the words, and who wrote it down.
#[component]
fn DecisionRow(id: RecordId, found: Memo<Vec<Decision>>) -> impl IntoView {
    let store = use_store();
    let one = Memo::new(move |_| found.with(|all| all.iter().find(|it| it.id == id).cloned()));
    let title = Signal::derive(move || one.get().map(|one| one.title).unwrap_or_default());
    let line = move || one.get().map(|one| name_of(store, one.author)).unwrap_or_default();
    let row = move |key: RecordKey| {
        let is_changing = RwSignal::new(is_half_written(store, key));
        let words = move || match is_changing.get() {
            true => {
                let label = say(store, |m| m.agenda.decision);
                let save = move |title| reword(store, key, title);
                view! { <LineWords key title label save is_changing /> }.into_any()
            }
            false => view! {
                <div class="spread">
                    <p class="decisions__words">
                        <span>{title}</span>
                        <span class="muted small">{line}</span>
                    </p>
                    <LineEnds key title is_changing />
                </div>
            }
            .into_any(),
        };
        view! {
            {words}
            <AudienceMark key />
            <DisputePanel key />
        }
    };
    view! { <li class="decisions__one">{store.key_of(Kind::Decision, id).map(row)}</li> }
}
