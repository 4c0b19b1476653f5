//! The two ways to look at meetings, as links from one to the other.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::words::{say, use_store};

/// The links between the list and the month.
#[component]
pub fn MeetingViews(
    /// Whether the month is shown.
    is_month: bool,
) -> impl IntoView {
    let store = use_store();
    let link = move |route: Route, label: Signal<String>, is_current: bool| {
        view! {
            <a
                class="meeting-views__link"
                href=route.to_string()
                aria-current=is_current.then_some("page")
            >
                {move || label.get()}
            </a>
        }
    };
    let views = say(store, |m| m.meetings.views);
    view! {
        <nav class="meeting-views" aria-label=move || views.get()>
            {link(Route::Meetings, say(store, |m| m.meetings.list), !is_month)}
            {link(Route::Month(None), say(store, |m| m.meetings.month), is_month)}
        </nav>
    }
}
