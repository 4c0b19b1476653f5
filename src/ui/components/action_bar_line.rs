//! A line above the buttons of an [`ActionBar`](super::action_bar::ActionBar): what they will do, or what is still
//! wrong with the page above.

use leptos::prelude::*;

use super::chip::News;

/// A line above the buttons. It stands there before it says something, and takes no room until then: its live region
/// must exist before the words do.
#[component]
pub fn ActionBarLine(
    /// What is said, or nothing.
    #[prop(into)]
    words: Signal<Option<String>>,
    /// What kind of news it is.
    #[prop(optional)]
    news: News,
) -> impl IntoView {
    view! {
        <p
            class="action-bar-line"
            role="status"
            data-news=news.word()
            data-says=move || words.with(Option::is_some).then_some("")
        >
            {move || words.get()}
        </p>
    }
}
