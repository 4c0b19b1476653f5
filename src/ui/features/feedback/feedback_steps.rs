//! What a piece of feedback says, step by step. Nobody edits what was said, so it is only read.

use leptos::prelude::*;

use super::feedback_template::step_words;
use crate::domain::Feedback;
use crate::ui::words::use_store;

/// What a piece of feedback says: each step under its name.
#[component]
pub fn FeedbackSteps(
    /// The feedback.
    #[prop(into)]
    feedback: Signal<Option<Feedback>>,
) -> impl IntoView {
    let store = use_store();
    let parts = move || {
        let Some(feedback) = feedback.get() else { return Vec::new().collect_view() };
        let form = feedback.form_name;
        let part = |(field, words): (&'static str, String)| {
            view! {
                <div>
                    <dt class="feedback-steps__name">{step_words(store, &form, field).0}</dt>
                    <dd class="prose">{words}</dd>
                </div>
            }
            .into_any()
        };
        feedback.steps.into_iter().map(part).collect_view()
    };
    view! { <dl class="feedback-steps stack">{parts}</dl> }
}
