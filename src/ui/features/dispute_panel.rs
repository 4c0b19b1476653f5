//! The fields of one record in which two values stand, each settled by choosing a row.

use leptos::prelude::*;

use crate::domain::RecordKey;

/// The open disputes of one record; nothing where there are none.
#[component]
pub fn DisputePanel(
    /// The record.
    key: RecordKey,
) -> impl IntoView {
    let _ = key;
}
