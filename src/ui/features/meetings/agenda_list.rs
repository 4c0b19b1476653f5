//! What is to be spoken of at a meeting: ticked as it is, filled from the points of the phase in one tap.

use leptos::prelude::*;

use crate::domain::{AgendaItem, Kind, Phase, RecordId, RecordKey, Timetable};
use crate::store::Store;
use crate::ui::components::{Button, CheckRow, Glyph, List, Section};
use crate::ui::features::audience::audience_mark::AudienceMark;
use crate::ui::features::meetings::line_ends::{LineEnds, reword};
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::writing::draft::Draft;
use crate::ui::features::writing::line_form::LineForm;
use crate::ui::features::writing::line_words::{LineWords, is_half_written};
use crate::ui::words::{name_of, say, use_store};

/// The agenda of a meeting, with what is left from before.
#[component]
pub fn AgendaList(
    /// The meeting.
    meeting: RecordId,
    /// Whether more may be put on it.
    #[prop(into)]
    is_open: Signal<bool>,
) -> impl IntoView {
    let store = use_store();
    let items = Memo::new(move |_| {
        let read = store.plan(&[Kind::AgendaItem, Kind::Meeting], |_, plan| {
            let mut items = plan.agenda_items_of(meeting);
            if is_open.get() {
                items.extend(plan.agenda_left_for(meeting));
            }
            items
        });
        read.unwrap_or_default()
    });
    let aside = Signal::derive(move || {
        let (done, of) =
            items.with(|items| (items.iter().filter(|item| item.is_done).count(), items.len()));
        if of == 0 { String::new() } else { (store.messages().common.of)(done, of) }
    });
    let ids = move || items.with(|items| items.iter().map(|item| item.id).collect::<Vec<_>>());
    let label = say(store, |m| m.agenda.title);
    view! {
        <Section title=label aside>
            <Show
                when=move || items.with(|items| !items.is_empty())
                fallback=move || {
                    view! { <p class="muted prose">{move || store.messages().agenda.why}</p> }
                }
            >
                <List label>
                    <For each=ids key=|id| *id let:id>
                        <AgendaRow id meeting items />
                    </For>
                </List>
            </Show>
            <Show when=move || is_open.get()>
                <Fill meeting items />
                <NewPoint meeting />
            </Show>
        </Section>
    }
}

/// One point: ticked in place, its words changed in place.
#[component]
fn AgendaRow(id: RecordId, meeting: RecordId, items: Memo<Vec<AgendaItem>>) -> impl IntoView {
    let store = use_store();
    let found =
        Memo::new(move |_| items.with(|items| items.iter().find(|item| item.id == id).cloned()));
    let title = Signal::derive(move || found.get().map(|item| item.title).unwrap_or_default());
    let line = Signal::derive(move || {
        let Some(item) = found.get() else { return String::new() };
        let words = store.messages().agenda;
        let is_mine = item.author.is_some() && item.author == store.me();
        let by = (!is_mine).then(|| (words.by)(&name_of(store, item.author)));
        let left = (item.meeting != Some(meeting)).then(|| words.left.to_owned());
        by.into_iter().chain(left).collect::<Vec<_>>().join(" · ")
    });
    // What stands in the way of a tick is said by the store's notice.
    let tick = move |done: bool| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let _outcome = store.apply(Timetable::TickAgendaItem { item: id, done }.within(plan));
    };
    let is_done = Signal::derive(move || found.get().is_some_and(|item| item.is_done));
    let row = move |key: RecordKey| {
        let is_changing = RwSignal::new(is_half_written(store, key));
        let words = move || match is_changing.get() {
            true => {
                let label = say(store, |m| m.agenda.new_item);
                let save = move |title| reword(store, key, title);
                view! { <LineWords key title label save is_changing /> }.into_any()
            }
            false => view! {
                <CheckRow label=title is_checked=is_done on_change=tick line>
                    <LineEnds key title is_changing />
                </CheckRow>
            }
            .into_any(),
        };
        view! {
            {words}
            <AudienceMark key />
            <DisputePanel key />
        }
    };
    view! { <li>{store.key_of(Kind::AgendaItem, id).map(row)}</li> }
}

/// Puts the points of the phase on the agenda, as far as they are not there.
#[component]
fn Fill(meeting: RecordId, items: Memo<Vec<AgendaItem>>) -> impl IntoView {
    let store = use_store();
    let phase = Memo::new(move |_| phase_of(store, meeting));
    let points = move || {
        let points = phase.get().map(|phase| store.pack().agenda_for(phase)).unwrap_or_default();
        items.with(|items| {
            let is_new = |point: &&String| !items.iter().any(|item| item.title == **point);
            points.iter().filter(is_new).cloned().collect::<Vec<_>>()
        })
    };
    let has_points = Memo::new(move |_| !points().is_empty());
    let fill = move |()| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let titles = untrack(points);
        // What stands in the way is said by the store's notice.
        let _outcome = store.apply(Timetable::FillAgenda { meeting, titles }.within(plan));
    };
    let label = Signal::derive(move || {
        let fill = store.messages().agenda.fill;
        phase.get().map(fill).unwrap_or_default().to_owned()
    });
    view! {
        <Show when=move || has_points.get()>
            <div class="cluster">
                <Button label on_click=fill icon=Glyph::Plus />
            </div>
        </Show>
    }
}

/// The phase of the course in which a meeting is.
fn phase_of(store: Store, meeting: RecordId) -> Option<Phase> {
    let today = store.now().date_naive();
    let span = store.plan(&[Kind::Meeting], |id, plan| {
        let starts = plan.meeting(meeting)?.starts;
        plan.card(id)?.phase(starts.map_or(today, |starts| starts.date()))
    });
    span.flatten().map(|span| span.phase)
}

/// The field for one more point.
#[component]
fn NewPoint(meeting: RecordId) -> impl IntoView {
    let store = use_store();
    let draft = Draft::new(store, format!("meeting/{meeting}/point"), "");
    let add = move |title: String| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return false };
        let add = Timetable::AddAgendaItem { meeting: Some(meeting), title };
        store.apply(add.within(plan)).is_ok()
    };
    view! {
        <LineForm
            label=say(store, |m| m.agenda.new_item)
            add_label=say(store, |m| m.agenda.add_item)
            draft
            on_add=add
        />
    }
}
