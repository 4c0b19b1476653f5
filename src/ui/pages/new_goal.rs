//! Writing down a new goal. What is typed is kept with every keystroke until the goal is added.

use leptos::html::Div;
use leptos::prelude::*;

use crate::domain::{Category, LIMITS, Problem};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, ActionBarLine, Button, FieldNote, Form, Glyph, News, PageHead, Picker, PickerField,
    Section, TextArea, TextField, Tone,
};
use crate::ui::features::goals::goal_category::GoalCategory;
use crate::ui::features::goals::goal_draft::GoalDraft;
use crate::ui::features::goals::suggestions::Suggestions;
use crate::ui::features::goals::task_drafts::{TaskDrafts, TaskFields};
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// The form for a new goal.
#[component]
pub fn NewGoalPage() -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let form = GoalDraft::new(store);
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
                form.forget();
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
        is_wrong.then(|| store.messages().goals.look_again.to_owned())
    };
    view! {
        <PageHead
            title=say(store, |m| m.goals.new)
            back_href=Route::Goals.to_string()
            back_label=say(store, |m| m.goals.title)
        />
        <Suggestions form />
        <Form on_submit=submit>
            <div class="stack" data-gap="wide" node_ref=top>
                <GoalText form was_tried=was_tried.into() />
                <GoalCategory
                    value=Signal::derive(move || form.category())
                    on_change=move |category: Category| form.choose(category)
                />
            </div>
            <FirstTasks drafts=form.tasks />
            <ActionBar>
                <ActionBarLine words=Signal::derive(look_again) news=News::Danger />
                <Button label=say(store, |m| m.goals.add) tone=Tone::Primary icon=Glyph::Plus />
            </ActionBar>
        </Form>
    }
}

/// What, why, how one will know, and by when.
#[component]
fn GoalText(form: GoalDraft, was_tried: Signal<bool>) -> impl IntoView {
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
    let why_note = move || hint(store.messages().goals.why_hint, form.why_problem());
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
            label=say(store, |m| m.goals.why)
            value=form.why.value()
            on_input=form.why.on_input()
            note=Signal::derive(why_note)
        />
        <TextArea
            label=say(store, |m| m.goals.measure)
            value=form.measure.value()
            on_input=form.measure.on_input()
            note=Signal::derive(measure_note)
        />
        <PickerField
            kind=Picker::Date
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
