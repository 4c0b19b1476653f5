//! One thing to do, as Today shows it: what can be ticked is ticked in place, the rest leads on.

use leptos::prelude::*;

use crate::domain::{Command, Kind, Nudge, RecordId};
use crate::route::Route;
use crate::ui::components::redrawn::{keyword, remembered, words};
use crate::ui::components::{BareRow, ButtonLink, CheckRow, RowState, Tone};
use crate::ui::words::{name_of, say, use_store};

/// How many characters of feedback a row shows.
const WORDS: usize = 60;

/// One thing to do.
#[component]
pub fn NudgeRow(
    /// What it is.
    nudge: Nudge,
) -> impl IntoView {
    match nudge {
        Nudge::Task { task, goal } => view! { <TaskRow task goal /> }.into_any(),
        Nudge::ActionItem { item } => view! { <ActionItemRow item /> }.into_any(),
        other => view! { <LeadingRow nudge=other /> }.into_any(),
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
    view! {
        <li>
            <CheckRow
                label=words(move || found().map(|t| t.title).unwrap_or_default())
                is_checked=remembered(move || found().is_some_and(|t| t.is_done))
                on_change=tick
                line
             />
        </li>
    }
}

/// Something agreed on, to be ticked here.
#[component]
fn ActionItemRow(item: RecordId) -> impl IntoView {
    let store = use_store();
    let found = move || store.plan(&[Kind::ActionItem], |_, plan| plan.action_item(item)).flatten();
    let tick = move |done: bool| {
        if let Some(plan) = untrack(|| store.open_plan_id()) {
            store.apply_soon(Command::TickActionItem { plan, item, done });
        }
    };
    let source = untrack(|| found()?.about.filter(|about| about.kind == Kind::Feedback));
    let way = source.map_or_else(
        || ().into_any(),
        |about| {
            let href = Route::OneFeedback(about.id).to_string();
            view! { <ButtonLink label=say(store, |m| m.today.source) href tone=Tone::Quiet /> }
                .into_any()
        },
    );
    view! {
        <li>
            <CheckRow
                label=words(move || found().map(|i| i.title).unwrap_or_default())
                is_checked=remembered(move || found().is_some_and(|i| i.is_done))
                on_change=tick
                line=say(store, |m| m.today.agreed)
             >{way}</CheckRow>
        </li>
    }
}

/// Something that is done on another page.
#[component]
fn LeadingRow(nudge: Nudge) -> impl IntoView {
    let store = use_store();
    let href = match &nudge {
        Nudge::Settle { .. } => Route::Disputes,
        Nudge::Answer { feedback } | Nudge::Read { feedback } => Route::OneFeedback(*feedback),
        Nudge::CloseMeeting { meeting } => Route::Meeting(*meeting),
        Nudge::FirstGoal => Route::NewGoal,
        Nudge::NextMeeting => Route::NewMeeting,
        Nudge::Invite => Route::Share,
        Nudge::Task { goal, .. } => Route::Goal(*goal),
        Nudge::ActionItem { .. } => Route::Meetings,
    };
    let state = match &nudge {
        Nudge::Settle { .. } => RowState::Attention,
        _ => RowState::Plain,
    };
    let why = nudge.clone();
    let line = words(move || {
        let words = store.messages().today;
        match why {
            Nudge::Answer { feedback } | Nudge::Read { feedback } => {
                let found = store.plan(&[Kind::Feedback], |_, plan| plan.feedback(feedback));
                found.flatten().map(|found| found.first_words(WORDS)).unwrap_or_default()
            }
            Nudge::FirstGoal => words.first_goal_why.to_owned(),
            Nudge::NextMeeting => words.next_meeting_why.to_owned(),
            Nudge::Invite => words.invite_why.to_owned(),
            Nudge::Settle { .. }
            | Nudge::CloseMeeting { .. }
            | Nudge::ActionItem { .. }
            | Nudge::Task { .. } => String::new(),
        }
    });
    let title = words(move || title(store, &nudge));
    let state = keyword(move || Some(state.word()));
    view! { <BareRow href=href.to_string() title line state /> }
}

fn title(store: crate::store::Store, nudge: &Nudge) -> String {
    let words = store.messages().today;
    let author = |feedback: RecordId| {
        let author =
            store.plan(&[Kind::Feedback], |_, plan| plan.feedback(feedback).map(|f| f.author));
        name_of(store, author.flatten().flatten())
    };
    match nudge {
        Nudge::Settle { count } => (words.settle)(*count),
        Nudge::Answer { feedback } => (words.answer)(&author(*feedback)),
        Nudge::Read { feedback } => (words.read)(&author(*feedback)),
        Nudge::CloseMeeting { meeting } => {
            let title =
                store.plan(&[Kind::Meeting], |_, plan| plan.meeting(*meeting).map(|m| m.title));
            (words.close_meeting)(&title.flatten().unwrap_or_default())
        }
        Nudge::FirstGoal => words.first_goal.to_owned(),
        Nudge::NextMeeting => words.next_meeting.to_owned(),
        Nudge::Invite => words.invite.to_owned(),
        Nudge::Task { .. } | Nudge::ActionItem { .. } => String::new(),
    }
}
