//! Where in the course we are: a line of weeks, with the same in words.

use leptos::prelude::*;

/// Week `week` of `weeks`, as a line of segments, then the words.
#[component]
pub fn WeekLine(
    /// The week that runs, from 1; 0 before the first.
    week: u32,
    /// How many weeks there are.
    weeks: u32,
    /// The same in words, such as "Week 7 of 16".
    #[prop(into)]
    words: Signal<String>,
    /// Where the words lead, if anywhere.
    #[prop(optional)]
    href: Option<String>,
) -> impl IntoView {
    // More segments than a phone has room for would be a grey smear: 60 is over a year.
    let segments = (1..=weeks.min(60))
        .map(|number| {
            let state = match number.cmp(&week) {
                std::cmp::Ordering::Less => "past",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "ahead",
            };
            view! { <i class="week-line__week" data-state=state></i> }.into_any()
        })
        .collect_view();
    let words = match href {
        Some(href) => view! { <a class="week-line__words" href=href>{words}</a> }.into_any(),
        None => view! { <span class="week-line__words">{words}</span> }.into_any(),
    };
    view! {
        <div class="week-line">
            {words}
            <span class="week-line__weeks" aria-hidden="true">{segments}</span>
        </div>
    }
}
