//! How both sides see the mentorship.

use leptos::prelude::*;

use crate::domain::Moment;
use crate::ui::components::ListHead;
use crate::ui::words::{say, use_store};

/// How both sides see the mentorship.
#[component]
pub fn EvaluationPage(
    /// When in the course.
    moment: Moment,
) -> impl IntoView {
    let store = use_store();
    let _ = moment;
    view! { <ListHead title=say(store, |m| m.evaluation.title) /> }
}
