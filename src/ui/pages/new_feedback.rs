//! Writing feedback: choosing the form, then filling in its steps.

use leptos::prelude::*;

use crate::domain::{About, Form, Kind, RecordId};
use crate::ui::features::feedback::feedback_choice::FeedbackChoice;
use crate::ui::features::feedback::feedback_form::FeedbackForm;
use crate::ui::features::plans::begin::Begin;
use crate::ui::words::use_store;

/// Writing feedback.
#[component]
pub fn NewFeedbackPage(
    /// The form's name; without one, or with one that is not known, the forms are shown.
    form: Option<String>,
    /// The record it is about.
    about: Option<(Kind, RecordId)>,
) -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let form = form.and_then(|name| Form::from_name(&name));
    let about = about.map(|(kind, id)| About { kind, id });
    move || match (has_plan.get(), form) {
        (false, _) => view! { <Begin /> }.into_any(),
        (true, None) => view! { <FeedbackChoice about /> }.into_any(),
        (true, Some(form)) => view! { <FeedbackForm form about /> }.into_any(),
    }
}
