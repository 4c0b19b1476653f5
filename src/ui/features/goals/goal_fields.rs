//! The fields of a goal that is already there. Each is saved when the reader leaves it.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::goal_category::GoalCategory;
use crate::domain::{
    Category, Command, CommandError, Complaint, Goal, GoalChange, Kind, Problem, RecordId, field,
};
use crate::store::Store;
use crate::ui::components::{Picker, PickerField, TextArea, TextField};
use crate::ui::features::writing::live_field::{LiveField, live_field};
use crate::ui::words::{problem_in, say, use_store};

/// One goal of the open plan, followed; `None` where it is not there.
pub fn goal_memo(store: Store, id: RecordId) -> Memo<Option<Goal>> {
    Memo::new(move |_| store.plan(&[Kind::Goal], |_, plan| plan.goal(id)).flatten())
}

/// How the student will know that the goal is reached.
#[component]
pub fn GoalMeasure(
    /// The goal.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let field =
        goal_field(store, id, "measure", |goal| goal.measure, |text| Ok(GoalChange::Measure(text)));
    view! {
        <TextArea
            label=say(store, |m| m.goals.measure)
            value=field.value
            on_input=field.on_input
            on_commit=field.on_commit
            note=field.note
        />
    }
}

/// What the goal is, why, by when, and its category.
#[component]
pub fn GoalFields(
    /// The goal.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let goal = goal_memo(store, id);
    let title =
        goal_field(store, id, "title", |goal| goal.title, |text| Ok(GoalChange::Title(text)));
    let why = goal_field(store, id, "why", |goal| goal.why, |text| Ok(GoalChange::Why(text)));
    let due = goal_field(
        store,
        id,
        "due",
        |goal| goal.due.map(|due| due.to_string()).unwrap_or_default(),
        |text| read_due(&text).map(GoalChange::Due),
    );
    let category = Signal::derive(move || goal.get().map(|goal| goal.category).unwrap_or_default());
    let choose = move |category: Category| {
        // A refusal is said in the notice.
        let _outcome = revise(store, id, GoalChange::Category(category));
    };
    view! {
        <div class="stack" data-gap="wide">
            <TextField
                label=say(store, |m| m.goals.what)
                value=title.value
                on_input=title.on_input
                on_commit=title.on_commit
                note=title.note
            />
            <TextArea
                label=say(store, |m| m.goals.why)
                value=why.value
                on_input=why.on_input
                on_commit=why.on_commit
                note=why.note
            />
            <PickerField
                kind=Picker::Date
                label=say(store, |m| m.goals.due)
                value=due.value
                on_input=due.on_input
                on_commit=due.on_commit
                note=due.note
            />
            <GoalCategory value=category on_change=choose />
        </div>
    }
}

/// A day as a date field reports it; nothing is no day.
///
/// # Errors
/// Where the text is no day, or one that no plan is about.
pub fn read_due(text: &str) -> Result<Option<NaiveDate>, Complaint> {
    if text.is_empty() {
        return Ok(None);
    }
    let due = text
        .parse()
        .map_err(|_| Complaint { field: field::DUE.into(), problem: Problem::DateOutOfRange })?;
    GoalChange::Due(Some(due)).check()?;
    Ok(Some(due))
}

/// A live field of a goal: `read` gives its text, `change` the change that a text comes to.
fn goal_field(
    store: Store,
    id: RecordId,
    name: &str,
    read: fn(Goal) -> String,
    change: fn(String) -> Result<GoalChange, Complaint>,
) -> LiveField {
    let goal = goal_memo(store, id);
    live_field(
        store,
        store.key_of(Kind::Goal, id),
        format!("goal/{id}/{name}"),
        move || goal.get().map(read).unwrap_or_default(),
        move |text| problem_in(&change(text.to_owned()).and_then(|change| change.check())),
        move |text| revise(store, id, change(text)?),
    )
}

fn revise(store: Store, goal: RecordId, change: GoalChange) -> Result<(), CommandError> {
    let plan = untrack(|| store.open_plan_id()).ok_or(CommandError::NotInPlan)?;
    store.apply(Command::ReviseGoal { plan, goal, changes: vec![change] }).map(|_| ())
}
