//! What was decided at a meeting, a line each.

use leptos::prelude::*;

use super::agenda_list::delete_record;
use crate::domain::{Kind, RecordId, Timetable};
use crate::ui::components::{Glyph, IconButton, List, ListRow, Section};
use crate::ui::features::writing::draft::Draft;
use crate::ui::features::writing::line_form::LineForm;
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
    let row = move |id: RecordId| {
        let one = Memo::new(move |_| found.with(|all| all.iter().find(|it| it.id == id).cloned()));
        let title = Signal::derive(move || one.get().map(|one| one.title).unwrap_or_default());
        let line = Signal::derive(move || {
            one.get().map(|one| name_of(store, one.author)).unwrap_or_default()
        });
        view! {
            <ListRow title line>
                <IconButton
                    label=Signal::derive(move || {
                        (store.messages().meetings.delete_item)(&title.get())
                    })
                    glyph=Glyph::Trash
                    on_click=move || delete_record(store, Kind::Decision, id)
                />
            </ListRow>
        }
    };
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
                    <For each=ids key=|id| *id children=row />
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
