//! One thing that matters, of those that the first look shows: what can be ticked is ticked in place, the rest leads on.

use leptos::prelude::*;

use crate::domain::{Kind, Matter, RecordId, Row};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::redrawn::{keyword, shown, words};
use crate::ui::components::{BareRow, ButtonLink, CheckRow, RowState, Tone};
use crate::ui::words::{say, use_store};

/// One thing that matters.
#[component]
pub fn FirstRow(
    /// What it is.
    row: Row,
) -> impl IntoView {
    match row.matter {
        Matter::Task { task, .. } => view! { <TickRow row kind=Kind::Task id=task /> }.into_any(),
        Matter::Due { item, .. } | Matter::ActionItem { item } => {
            view! { <TickRow row kind=Kind::ActionItem id=item /> }.into_any()
        }
        _ => view! { <LeadingRow row /> }.into_any(),
    }
}

/// Something to do, to be ticked here, with a way to the feedback that it came of. It has gone as soon as it is ticked.
#[component]
fn TickRow(row: Row, kind: Kind, id: RecordId) -> impl IntoView {
    let store = use_store();
    let is_ticked = RwSignal::new(false);
    let tick = Callback::new(move |done| store.tick_soon(kind, id, done, is_ticked));
    let row = StoredValue::new(row);
    let draw = move || {
        let line = words(move || row.with_value(|row| tick_line(store, row)));
        let way = row.with_value(|row| row.source).map(|feedback| {
            let href = Route::OneFeedback(feedback).to_string();
            view! { <ButtonLink label=say(store, |m| m.today.source) href tone=Tone::Quiet /> }
                .into_any()
        });
        let label = Signal::stored(row.with_value(|row| row.title.clone()));
        view! {
            <li>
                <CheckRow label is_checked=Signal::stored(false) on_change=tick line>
                    {way}
                </CheckRow>
            </li>
        }
        .into_any()
    };
    shown(move || !is_ticked.get(), draw)
}

fn tick_line(store: Store, row: &Row) -> String {
    let words = store.messages().today;
    match (&row.matter, row.due) {
        (Matter::Due { days_late, .. }, _) => (words.due)(*days_late),
        (Matter::ActionItem { .. }, Some(due)) => (words.due_by)(&store.locale().full_date(due)),
        (Matter::ActionItem { .. }, None) => words.agreed.to_owned(),
        _ => (words.task_for)(&row.line),
    }
}

/// Something that is done on another page.
#[component]
fn LeadingRow(row: Row) -> impl IntoView {
    let store = use_store();
    let href = match row.matter {
        Matter::Settle { .. } => Route::Disputes,
        Matter::Answer { feedback } | Matter::Read { feedback } => Route::OneFeedback(feedback),
        Matter::CheckIn { check_in } => Route::CheckIn(check_in),
        Matter::Evaluation { moment } => Route::Evaluation(moment),
        Matter::CloseMeeting { meeting } => Route::Meeting(meeting),
        // The rest of the program draws the others.
        _ => Route::Today,
    };
    let state = match row.matter {
        Matter::Settle { .. } => RowState::Attention,
        _ => RowState::Plain,
    };
    let row = StoredValue::new(row);
    let title = words(move || row.with_value(|row| title(store, row)));
    let line = words(move || {
        row.with_value(|row| match row.matter {
            Matter::Evaluation { .. } => store.messages().today.evaluation_why.to_owned(),
            _ => row.line.clone(),
        })
    });
    let state = keyword(move || Some(state.word()));
    view! { <BareRow href=href.to_string() title line state /> }
}

fn title(store: Store, row: &Row) -> String {
    let messages = store.messages();
    let words = messages.today;
    let name = if row.title.is_empty() { messages.shell.somebody } else { &row.title };
    match row.matter {
        Matter::Settle { count } => (words.settle)(count),
        Matter::Answer { .. } => (words.answer)(name),
        Matter::Read { .. } => (words.read)(name),
        Matter::CheckIn { .. } => (words.check_in)(name),
        Matter::Evaluation { moment } => (words.evaluation)(name, moment),
        Matter::CloseMeeting { .. } => (words.close_meeting)(&row.title),
        _ => String::new(),
    }
}
