//! Where in the course we are: a line of weeks, with the same in words.

use leptos::prelude::*;

use super::redrawn::redrawn;

/// Week `week` of `weeks`, as a line of segments, then the words.
#[component]
pub fn WeekLine(
    /// The week that runs, from 1; 0 before the first.
    #[prop(into)]
    week: Signal<u32>,
    /// How many weeks there are.
    #[prop(into)]
    weeks: Signal<u32>,
    /// The same in words, such as "Week 7 of 16".
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    let segments = move || {
        let now = week.get();
        // More segments than a phone has room for would be a grey smear: 60 is over a year.
        (1..=weeks.get().min(60))
            .map(|number| {
                let state = match number.cmp(&now) {
                    std::cmp::Ordering::Less => "past",
                    std::cmp::Ordering::Equal => "now",
                    std::cmp::Ordering::Greater => "ahead",
                };
                view! { <i class="week-line__week" data-state=state></i> }.into_any()
            })
            .collect_view()
            .into_any()
    };
    view! {
        <div class="week-line">
            <span class="week-line__words">{words}</span>
            <span class="week-line__weeks" aria-hidden="true">{redrawn(segments)}</span>
        </div>
    }
}
