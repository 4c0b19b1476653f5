//! The comments on a record, and the field for one more.

use leptos::prelude::*;

use crate::domain::About;

/// The comments on a record, oldest first, and the field for one more.
#[component]
pub fn Comments(
    /// The record.
    about: About,
) -> impl IntoView {
    let _ = about;
}
