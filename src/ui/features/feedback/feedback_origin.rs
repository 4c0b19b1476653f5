//! The feedback that something was made of, as a way back to it.

use leptos::prelude::*;

use super::feedback_words::{opening, sender_line};
use crate::domain::{About, Kind};
use crate::route::Route;
use crate::ui::components::{List, ListRow};
use crate::ui::words::{say, use_store};

/// The feedback that something was made of: who said it, and its first words. Nothing where it came from elsewhere.
#[component]
pub fn FeedbackOrigin(
    /// What the thing is about.
    #[prop(into)]
    about: Signal<Option<About>>,
) -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| {
        let about = about.get().filter(|about| about.kind == Kind::Feedback)?;
        store.plan(&[Kind::Feedback], |_, plan| plan.feedback(about.id)).flatten()
    });
    move || {
        found.get().map(|feedback| {
            let said =
                [store.messages().feedback.came_from, &sender_line(store, &feedback)].join(" · ");
            view! {
                <div class="feedback-origin">
                <List label=say(store, |m| m.feedback.came_from)>
                    <ListRow
                        href=Route::OneFeedback(feedback.id).to_string()
                        title=opening(store, &feedback)
                        line=said
                    />
                </List>
                </div>
            }
        })
    }
}
