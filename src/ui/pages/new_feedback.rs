//! Writing feedback.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// Writing feedback.
#[component]
pub fn NewFeedbackPage(
    /// The form.
    form: Option<String>,
    /// About what.
    about: Option<(crate::domain::Kind, crate::domain::RecordId)>,
) -> impl IntoView {
    let _ = (form, about);
    view! { <PageHead title="Writing feedback." /> }
}
