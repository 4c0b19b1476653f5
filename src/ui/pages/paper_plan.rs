//! The plan on paper: to hand to a program, or to pin up.

use leptos::prelude::*;

use crate::domain::Paper;
use crate::ui::features::paper::paper_goals::goals_on_paper;
use crate::ui::features::paper::paper_items::items_on_paper;
use crate::ui::features::paper::paper_meetings::{coming_on_paper, held_on_paper};
use crate::ui::features::paper::paper_sheet::PaperSheet;

/// The plan on paper.
#[component]
pub fn PaperPlanPage() -> impl IntoView {
    view! {
        <PaperSheet
            title=|words| words.plan
            tells=|_, paper| Paper { feedback: Vec::new(), ..paper.clone() }.tells_of()
            draw=|store, paper| {
                view! {
                    {goals_on_paper(store, paper)}
                    {coming_on_paper(store, paper)}
                    {items_on_paper(store, paper)}
                    {held_on_paper(store, paper)}
                }
                    .into_any()
            }
        />
    }
}
