//! The meetings of a month.

use leptos::prelude::*;

use crate::ui::components::PageHead;

/// The meetings of a month.
#[component]
pub fn MonthPage(
    /// What to show.
    day: Option<chrono::NaiveDate>,
) -> impl IntoView {
    let _ = day;
    view! { <PageHead title="The meetings of a month." /> }
}
