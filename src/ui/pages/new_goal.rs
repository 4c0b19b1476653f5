//! Writing down a new goal. What is typed is kept with every keystroke until the goal is added.

use chrono::NaiveDate;
use leptos::html::Div;
use leptos::prelude::*;

use crate::domain::{Category, Command, Complaint, GoalChange, LIMITS, PlanId, Problem};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{
    ActionBar, Button, DateField, FieldNote, Form, Glyph, PageHead, Section, TextArea, TextField,
    Tone,
};
use crate::ui::features::goals::goal_category::GoalCategory;
use crate::ui::features::goals::goal_fields::read_due;
use crate::ui::features::goals::task_drafts::{TaskDrafts, TaskFields};
use crate::ui::features::writing::draft::Draft;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{problem_in, say, use_store};

/// Under which name everything typed here is kept.
const DRAFTS: &str = "goal/new/";

/// The form for a new goal.
#[component]
pub fn NewGoalPage() -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let form = NewGoal::new(store);
    let was_tried = RwSignal::new(false);
    let top = NodeRef::<Div>::new();
    let submit = move || {
        let Some(plan) = untrack(|| store.open_plan_id()) else {
            // Nothing is lost: what was typed is there again when there is a plan.
            navigation.go.run(Route::Plans);
            return;
        };
        match untrack(|| form.command(plan)).map(|command| store.apply(command)) {
            Some(Ok(event)) => {
                store.clear_drafts(DRAFTS);
                let goal = event.subject.map(|key| Route::Goal(key.id));
                navigation.replace.run(goal.unwrap_or(Route::Goals));
            }
            Some(Err(_)) | None => {
                was_tried.set(true);
                if let Some(top) = top.get_untracked() {
                    top.scroll_into_view();
                }
            }
        }
    };
    let look_again = move || {
        let is_wrong = was_tried.get() && form.has_problem();
        is_wrong.then(|| store.messages().goals.look_again)
    };
    view! {
        <PageHead
            title=say(store, |m| m.goals.new)
            back_href=Route::Goals.to_string()
            back_label=say(store, |m| m.goals.title)
        />
        <Form on_submit=submit>
            <div class="stack" data-gap="wide" node_ref=top>
                <GoalText form was_tried=was_tried.into() />
                <GoalCategory
                    value=Signal::derive(move || form.category())
                    on_change=move |category: Category| {
                        form.category.set(category.name().to_owned());
                    }
                />
            </div>
            <FirstTasks drafts=form.tasks />
            <ActionBar>
                <p class="new-goal__status" role="status">
                    {look_again}
                </p>
                <Button label=say(store, |m| m.goals.add) tone=Tone::Primary icon=Glyph::Plus />
            </ActionBar>
        </Form>
    }
}

/// What, how one will know, and by when.
#[component]
fn GoalText(form: NewGoal, was_tried: Signal<bool>) -> impl IntoView {
    let store = use_store();
    let hint = move |hint: &str, problem: Option<Problem>| {
        let error = problem.map(|problem| (store.messages().errors.problem)(problem));
        FieldNote::hint(hint).or_error(error)
    };
    // An empty field is wrong only once the reader has tried to add the goal without it.
    let title_note = move || {
        let problem =
            form.title_problem().filter(|problem| *problem != Problem::Missing || was_tried.get());
        hint(store.messages().goals.what_hint, problem)
    };
    let measure_note = move || hint(store.messages().goals.measure_hint, form.measure_problem());
    let due_note = move || hint(store.messages().goals.due_hint, form.due_problem());
    view! {
        <TextField
            label=say(store, |m| m.goals.what)
            value=form.title.value()
            on_input=form.title.on_input()
            note=Signal::derive(title_note)
        />
        <TextArea
            label=say(store, |m| m.goals.measure)
            value=form.measure.value()
            on_input=form.measure.on_input()
            note=Signal::derive(measure_note)
        />
        <DateField
            label=say(store, |m| m.goals.due)
            value=form.due.value()
            on_input=form.due.on_input()
            note=Signal::derive(due_note)
        />
    }
}

/// The first tasks.
#[component]
fn FirstTasks(drafts: TaskDrafts) -> impl IntoView {
    let store = use_store();
    view! {
        <Section title=say(store, |m| m.goals.tasks)>
            <p class="muted small">
                {move || (store.messages().goals.tasks_hint)(LIMITS.tasks)}
            </p>
            <TaskFields drafts />
        </Section>
    }
}

/// The drafts of a new goal.
#[derive(Clone, Copy)]
struct NewGoal {
    title: Draft,
    measure: Draft,
    due: Draft,
    category: Draft,
    tasks: TaskDrafts,
}

impl NewGoal {
    fn new(store: Store) -> Self {
        let draft = |field| Draft::new(store, format!("{DRAFTS}{field}"), "");
        Self {
            title: draft("title"),
            measure: draft("measure"),
            due: draft("due"),
            category: draft("category"),
            tasks: TaskDrafts::new(store, &format!("{DRAFTS}task")),
        }
    }

    fn category(&self) -> Category {
        Category::from_name(&self.category.get()).unwrap_or_default()
    }

    fn due(&self) -> Result<Option<NaiveDate>, Complaint> {
        read_due(&self.due.get())
    }

    fn title_problem(&self) -> Option<Problem> {
        problem_in(&GoalChange::Title(self.title.get()).check())
    }

    fn measure_problem(&self) -> Option<Problem> {
        problem_in(&GoalChange::Measure(self.measure.get()).check())
    }

    fn due_problem(&self) -> Option<Problem> {
        problem_in(&self.due())
    }

    fn has_problem(&self) -> bool {
        self.title_problem().is_some()
            || self.measure_problem().is_some()
            || self.due_problem().is_some()
            || self.tasks.has_problem()
    }

    /// The command that adds the goal; `None` while a field is wrong.
    fn command(&self, plan: PlanId) -> Option<Command> {
        if self.has_problem() {
            return None;
        }
        let changes = vec![
            GoalChange::Title(self.title.get()),
            GoalChange::Measure(self.measure.get()),
            GoalChange::Due(self.due().ok()?),
            GoalChange::Category(self.category()),
        ];
        Some(Command::AddGoal { plan, changes, tasks: self.tasks.titles() })
    }
}
