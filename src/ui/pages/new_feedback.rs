//! Writing feedback: choosing the situation, then filling in the steps of a form.

use leptos::prelude::*;

use crate::domain::{About, Kind, RecordId, ShortName};
use crate::ui::features::feedback::feedback_choice::FeedbackChoice;
use crate::ui::features::feedback::feedback_form::FeedbackForm;
use crate::ui::features::feedback::feedback_template::template;
use crate::ui::features::plans::begin::Begin;
use crate::ui::words::use_store;

/// Writing feedback.
#[component]
pub fn NewFeedbackPage(
    /// The form's name; without one, or with one that is not known, the situations are shown.
    form: Option<String>,
    /// The record it is about.
    about: Option<(Kind, RecordId)>,
) -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let form = form.and_then(|name| ShortName::new(&name));
    let form = form.filter(|form| untrack(|| template(store, *form)).is_some());
    let about = about.map(|(kind, id)| About { kind, id });
    move || match (has_plan.get(), form) {
        (false, _) => view! { <Begin /> }.into_any(),
        (true, None) => view! { <FeedbackChoice about /> }.into_any(),
        (true, Some(form)) => view! { <FeedbackForm form about /> }.into_any(),
    }
}
