//! Beginning a plan from a template: what is in it, what the plan is called, and when it begins.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use leptos::prelude::*;

use super::choices::RoleChoice;
use super::plan_start::this_monday;
use super::template_contents::TemplateContents;
use crate::domain::{
    Command, CommandError, PersonChange, PlanChange, PlanTemplate, Problem, read_day,
};
use crate::route::Route;
use crate::ui::components::redrawn::words;
use crate::ui::components::{
    ActionBar, Banner, Button, FieldNote, Form, News, PageHead, Picker, PickerField, TextField,
    TextKind, Tone,
};
use crate::ui::features::writing::draft::Draft;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{problem_in, problem_note, say, use_store};

/// The drafts of the form.
const DRAFTS: &str = "begin/";

/// What is written in the form.
#[derive(Clone, Copy)]
struct Beginning {
    title: Draft,
    starts: Draft,
    name: Draft,
    /// Whether the reader has tried to begin.
    was_tried: RwSignal<bool>,
}

impl Beginning {
    fn title_problem(&self) -> Option<Problem> {
        problem_in(&PlanChange::Title(self.title.get()).check())
    }

    fn day(&self) -> Result<NaiveDate, Problem> {
        read_day(&self.starts.get())
    }

    fn name_problem(&self) -> Option<Problem> {
        problem_in(&PersonChange::Name(self.name.get()).check())
    }

    /// A note that waits until the reader has tried.
    fn note(
        self,
        problem: impl Fn(&Self) -> Option<Problem> + Send + Sync + 'static,
    ) -> Signal<FieldNote> {
        let store = use_store();
        Signal::derive(move || problem_note(store, problem(&self).filter(|_| self.was_tried.get())))
    }
}

/// A template that was opened, and the form that begins a plan from it.
#[component]
pub fn BeginFrom(
    /// The template.
    template: Arc<PlanTemplate>,
) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let me = store.preferences().get_untracked();
    let is_new_here = !me.is_welcomed || me.name.trim().is_empty();
    let draft = |name: &str, initial| Draft::new(store, format!("{DRAFTS}{name}"), initial);
    let form = Beginning {
        title: draft("title", template.title.clone()),
        starts: draft("starts", this_monday(store).to_string()),
        name: draft("name", me.name.clone()),
        was_tried: RwSignal::new(false),
    };
    let refused = RwSignal::new(None);
    let asked = StoredValue::new(template.clone());
    let begin = move |()| {
        form.was_tried.set(true);
        let (title_problem, day, name_problem) =
            untrack(|| (form.title_problem(), form.day(), form.name_problem()));
        let (None, Ok(starts), None) = (title_problem, day, name_problem) else { return };
        let start = Command::StartFrom {
            template: Box::new(asked.with_value(|template| (**template).clone())),
            title: untrack(|| form.title.get()),
            starts,
            name: untrack(|| form.name.get()).trim().to_owned(),
            role: store.preferences().with_untracked(|preferences| preferences.role),
        };
        match store.begin_from(start) {
            Ok(()) => {
                let name = untrack(|| form.name.get()).trim().to_owned();
                store.revise_preferences(|preferences| {
                    preferences.name = name;
                    preferences.is_welcomed = true;
                });
                store.clear_drafts(DRAFTS);
                navigation.replace.run(Route::Today);
            }
            Err(CommandError::Invalid(complaint)) => refused.set(Some(complaint.problem)),
            // Anything else is said by the store's notice.
            Err(_) => {}
        }
    };
    let not_now = move || {
        store.drop_staged();
        navigation.replace.run(Route::Today);
    };
    let told = move || {
        let messages = store.messages();
        let text = (messages.templates.refused)(&(messages.errors.problem)(refused.get()?));
        Some(view! { <Banner news=News::Danger text /> })
    };
    view! {
        <PageHead
            title=template.title.clone()
            name=say(store, |m| m.templates.begin)
            line=say(store, |m| m.templates.title)
        />
        {told}
        <p class="prose">{move || store.messages().templates.begin_text}</p>
        <TemplateContents template=template.clone() />
        <Form on_submit=begin>
            <Fields form is_new_here template />
            <ActionBar>
                <Button label=say(store, |m| m.templates.begin_now) tone=Tone::Primary />
                <Button label=say(store, |m| m.share.not_now) tone=Tone::Quiet on_click=not_now />
            </ActionBar>
        </Form>
    }
}

/// The fields of the form.
#[component]
fn Fields(form: Beginning, is_new_here: bool, template: Arc<PlanTemplate>) -> impl IntoView {
    let store = use_store();
    let dates = words(move || {
        let Ok(first) = form.day() else { return String::new() };
        let days = TimeDelta::try_days(template.weeks.saturating_mul(7).saturating_sub(1));
        let last = days.and_then(|days| first.checked_add_signed(days)).unwrap_or(first);
        let locale = store.locale();
        (store.messages().templates.dates)(&locale.full_date(first), &locale.full_date(last))
    });
    let day_note = Signal::derive(move || {
        let problem = form.day().err().filter(|_| form.was_tried.get());
        let error = problem.map(|problem| (store.messages().errors.problem)(problem));
        FieldNote::hint(dates.get()).or_error(error)
    });
    let who = is_new_here.then(|| {
        view! {
            <TextField
                label=say(store, |m| m.beginning.name)
                value=form.name.value()
                on_input=form.name.on_input()
                note=form.note(Beginning::name_problem)
                kind=TextKind::NAME
            />
            <RoleChoice />
        }
    });
    view! {
        {who}
        <TextField
            label=say(store, |m| m.templates.plan_title)
            value=form.title.value()
            on_input=form.title.on_input()
            note=form.note(Beginning::title_problem)
        />
        <PickerField
            kind=Picker::Date
            label=say(store, |m| m.templates.starts)
            value=form.starts.value()
            on_input=form.starts.on_input()
            note=day_note
        />
    }
}
