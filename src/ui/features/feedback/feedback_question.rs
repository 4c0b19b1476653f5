//! What is being answered, above the answer.

use leptos::prelude::*;

use super::feedback_steps::FeedbackSteps;
use crate::domain::{Kind, RecordId};
use crate::route::Route;
use crate::ui::components::Card;
use crate::ui::words::{name_of, use_store};

/// What somebody asked or wrote, above the answer to it.
#[component]
pub fn FeedbackQuestion(
    /// The feedback that is answered.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let found =
        Memo::new(move |_| store.plan(&[Kind::Feedback], |_, plan| plan.feedback(id)).flatten());
    let title = Signal::derive(move || {
        let author = found.with(|found| found.as_ref().and_then(|feedback| feedback.author));
        (store.messages().feedback.from)(&name_of(store, author))
    });
    let is_there = Memo::new(move |_| found.with(Option::is_some));
    view! {
        <Show when=move || is_there.get()>
            <div class="feedback-question">
                <Card title href=Route::OneFeedback(id).to_string()>
                    <FeedbackSteps feedback=found />
                </Card>
            </div>
        </Show>
    }
}
