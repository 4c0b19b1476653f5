//! One thing that matters, of those that the first look shows: what can be ticked is ticked in place, the rest leads on.

use leptos::prelude::*;

use crate::domain::{Command, Kind, Matter, RecordId};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::redrawn::{keyword, shown, words};
use crate::ui::components::{BareRow, ButtonLink, CheckRow, RowState, Tone};
use crate::ui::words::{name_of, say, use_store};

/// How many characters of feedback a row shows.
const WORDS: usize = 60;

/// One thing that matters.
#[component]
pub fn FirstRow(
    /// What it is.
    matter: Matter,
) -> impl IntoView {
    match matter {
        Matter::Task { task, goal } => view! { <TaskRow task goal /> }.into_any(),
        Matter::Due { item, days_late } => {
            view! { <ActionItemRow item days_late=Some(days_late) /> }.into_any()
        }
        Matter::ActionItem { item } => view! { <ActionItemRow item days_late=None /> }.into_any(),
        other => view! { <LeadingRow matter=other /> }.into_any(),
    }
}

/// A task, to be ticked here.
#[component]
fn TaskRow(task: RecordId, goal: RecordId) -> impl IntoView {
    let store = use_store();
    let found = move || store.plan(&[Kind::Task], |_, plan| plan.task(task)).flatten();
    let line = words(move || {
        let title = store.plan(&[Kind::Goal], |_, plan| plan.goal(goal).map(|goal| goal.title));
        (store.messages().today.task_for)(&title.flatten().unwrap_or_default())
    });
    let tick = move |done: bool| {
        if let Some(plan) = untrack(|| store.open_plan_id()) {
            store.apply_soon(Command::TickTask { plan, task, done });
        }
    };
    let label = words(move || found().map(|task| task.title).unwrap_or_default());
    let is_open = move || found().is_some_and(|task| !task.is_done);
    tick_row(Box::new(is_open), label, line, Callback::new(tick), None)
}

/// Something agreed on, to be ticked here. `days_late` is told where its day is here or past.
#[component]
fn ActionItemRow(item: RecordId, days_late: Option<i64>) -> impl IntoView {
    let store = use_store();
    let found = move || store.plan(&[Kind::ActionItem], |_, plan| plan.action_item(item)).flatten();
    let line = words(move || {
        let words = store.messages().today;
        let due = found().and_then(|item| item.due);
        match (days_late, due) {
            (Some(days), _) => (words.due)(days),
            (None, Some(due)) => (words.due_by)(&store.locale().full_date(due)),
            (None, None) => words.agreed.to_owned(),
        }
    });
    let tick = move |done: bool| {
        if let Some(plan) = untrack(|| store.open_plan_id()) {
            store.apply_soon(Command::TickActionItem { plan, item, done });
        }
    };
    let source = untrack(|| found()?.about.filter(|about| about.kind == Kind::Feedback));
    let label = words(move || found().map(|item| item.title).unwrap_or_default());
    let is_open = move || found().is_some_and(|item| !item.is_done);
    tick_row(Box::new(is_open), label, line, Callback::new(tick), source.map(|about| about.id))
}

/// A row that can be ticked, as long as it is not, with a way to the feedback that it came of.
fn tick_row(
    is_open: Box<dyn Fn() -> bool + Send + Sync>,
    label: Signal<String>,
    line: Signal<String>,
    on_change: Callback<bool>,
    source: Option<RecordId>,
) -> AnyView {
    let store = use_store();
    let row = move || {
        let way = source.map(|feedback| {
            let href = Route::OneFeedback(feedback).to_string();
            view! { <ButtonLink label=say(store, |m| m.today.source) href tone=Tone::Quiet /> }
                .into_any()
        });
        view! {
            <li>
                <CheckRow label is_checked=Signal::stored(false) on_change line>
                    {way}
                </CheckRow>
            </li>
        }
        .into_any()
    };
    shown(is_open, row)
}

/// Something that is done on another page.
#[component]
fn LeadingRow(matter: Matter) -> impl IntoView {
    let store = use_store();
    let href = match &matter {
        Matter::Settle { .. } => Route::Disputes,
        Matter::Answer { feedback } | Matter::Read { feedback } => Route::OneFeedback(*feedback),
        Matter::CheckIn { check_in } => Route::CheckIn(*check_in),
        Matter::Evaluation { moment } => Route::Evaluation(*moment),
        Matter::CloseMeeting { meeting } => Route::Meeting(*meeting),
        // The rest of the program draws the others.
        _ => Route::Today,
    };
    let state = match &matter {
        Matter::Settle { .. } => RowState::Attention,
        _ => RowState::Plain,
    };
    let why = matter.clone();
    let line = words(move || match why {
        Matter::Answer { feedback } | Matter::Read { feedback } => {
            let found = store.plan(&[Kind::Feedback], |_, plan| plan.feedback(feedback));
            found.flatten().map(|found| found.first_words(WORDS)).unwrap_or_default()
        }
        Matter::CheckIn { check_in } => label(store, Kind::CheckIn, check_in),
        Matter::Evaluation { .. } => store.messages().today.evaluation_why.to_owned(),
        _ => String::new(),
    });
    let title = words(move || title(store, &matter));
    let state = keyword(move || Some(state.word()));
    view! { <BareRow href=href.to_string() title line state /> }
}

fn title(store: Store, matter: &Matter) -> String {
    let words = store.messages().today;
    match matter {
        Matter::Settle { count } => (words.settle)(*count),
        Matter::Answer { feedback } => (words.answer)(&author(store, Kind::Feedback, *feedback)),
        Matter::Read { feedback } => (words.read)(&author(store, Kind::Feedback, *feedback)),
        Matter::CheckIn { check_in } => (words.check_in)(&author(store, Kind::CheckIn, *check_in)),
        Matter::Evaluation { moment } => {
            let names = store.plan(&[Kind::Evaluation, Kind::Person], |_, plan| {
                plan.evaluators(*moment).into_iter().map(|who| name_of(store, Some(who)))
            });
            (words.evaluation)(&names.into_iter().flatten().collect::<Vec<_>>().join(", "), *moment)
        }
        Matter::CloseMeeting { meeting } => {
            (words.close_meeting)(&label(store, Kind::Meeting, *meeting))
        }
        _ => String::new(),
    }
}

/// By what words a person recognises a record.
fn label(store: Store, kind: Kind, id: RecordId) -> String {
    store.plan(&[kind], |_, plan| plan.label(kind, id)).unwrap_or_default()
}

/// What whoever wrote a record is called.
pub(super) fn author(store: Store, kind: Kind, id: RecordId) -> String {
    name_of(store, store.plan(&[kind], |_, plan| plan.author(kind, id)).flatten())
}
