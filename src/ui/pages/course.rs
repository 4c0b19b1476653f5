//! The phases of the course.

use leptos::prelude::*;

use crate::ui::components::ListHead;
use crate::ui::words::{say, use_store};

/// The phases of the course.
#[component]
pub fn CoursePage() -> impl IntoView {
    let store = use_store();
    view! { <ListHead title=say(store, |m| m.course.title) /> }
}
