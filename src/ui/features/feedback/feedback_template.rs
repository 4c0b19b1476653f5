//! The templates of named steps, as the pack gives them in the reader's language.

use leptos::prelude::*;

use crate::codec::pack;
use crate::domain::{FeedbackTemplate, Form, STEP_FIELDS, ShortName, Situation, StepTemplate};
use crate::store::Store;
use crate::ui::components::redrawn::words;

/// The template called so. A program's pack may leave out those that are built in.
pub fn template(store: Store, form: ShortName) -> Option<&'static FeedbackTemplate> {
    let built_in = || pack::built_in(store.locale().tag()).feedback_form(form.as_str());
    store.pack().feedback_form(form.as_str()).or_else(built_in)
}

/// The template of a form that this version knows.
pub fn name_of_form(form: Form) -> Option<ShortName> {
    ShortName::new(form.name())
}

/// The templates for a situation, the one to suggest first. Questions and looks back have ways of their own.
pub fn templates_for(store: Store, situation: Situation) -> Vec<ShortName> {
    let found = store.pack().feedback_for(situation).into_iter();
    let names = found.filter_map(|template| ShortName::new(&template.form));
    names.filter(|form| !is_own_way(*form)).collect()
}

/// Whether something of this form says nothing of somebody to somebody: a question, or a look back.
fn is_own_way(form: ShortName) -> bool {
    matches!(Form::from_name(form.as_str()), Some(Form::Request | Form::Reflection))
}

/// What a template is called.
pub fn template_title(store: Store, form: ShortName) -> Signal<String> {
    words(move || template(store, form).map(|found| found.title.clone()).unwrap_or_default())
}

/// When a template serves.
pub fn template_when(store: Store, form: ShortName) -> Signal<String> {
    words(move || template(store, form).map(|found| found.when.clone()).unwrap_or_default())
}

/// The fields of a template's steps, in order.
pub fn step_fields(template: &FeedbackTemplate) -> Vec<&'static str> {
    let known = |step: &StepTemplate| STEP_FIELDS.into_iter().find(|field| *field == step.field);
    template.steps.iter().filter_map(known).collect()
}

/// What a step is called, and what to write there. Where the template is one of another program, the shortest
/// one that has the step says so.
pub fn step_words(store: Store, form: &str, field: &str) -> (&'static str, &'static str) {
    let own = ShortName::new(form).and_then(|form| template(store, form));
    let built_in = pack::built_in(store.locale().tag());
    let step_in = |template: &'static FeedbackTemplate| {
        template.steps.iter().find(|step| step.field == field)
    };
    let others = || {
        let found = built_in.feedback.iter().filter(|template| step_in(template).is_some());
        found.min_by_key(|template| template.steps.len()).and_then(step_in)
    };
    let found = own.and_then(step_in).or_else(others);
    found.map(|step| (step.label.as_str(), step.hint.as_str())).unwrap_or_default()
}
