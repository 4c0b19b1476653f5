//! What a piece of feedback says, step by step. Nobody edits what was said, so it is only read.

use leptos::prelude::*;

use crate::ui::words::{say_by, use_store};

/// What a piece of feedback says: each step under its name.
#[component]
pub fn FeedbackSteps(
    /// The steps that say something: field and words.
    #[prop(into)]
    steps: Signal<Vec<(&'static str, String)>>,
) -> impl IntoView {
    let store = use_store();
    let parts = move || {
        let part = |(field, words): (&'static str, String)| {
            view! {
                <div>
                    <dt class="feedback-steps__name">
                        {say_by(store, move |m| (m.feedback.step)(field).label)}
                    </dt>
                    <dd class="prose">{words}</dd>
                </div>
            }
        };
        steps.get().into_iter().map(part).collect_view()
    };
    view! { <dl class="feedback-steps stack">{parts}</dl> }
}
