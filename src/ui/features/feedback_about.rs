//! The feedback about a record, and the way to give some.

use leptos::prelude::*;

use crate::domain::About;

/// The feedback about a goal or meeting, and links to give or ask for more.
#[component]
pub fn FeedbackAbout(
    /// The record.
    about: About,
) -> impl IntoView {
    let _ = about;
}
