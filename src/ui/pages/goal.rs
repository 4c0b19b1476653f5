//! One goal: what it is, how it stands, its tasks, and what people say about it.

use leptos::prelude::*;

use crate::domain::{About, Kind, RecordId, RecordKey};
use crate::route::Route;
use crate::ui::components::{Below, Glyph, Section};
use crate::ui::features::audience::audience_chip::AudienceChip;
use crate::ui::features::feedback::comments::Comments;
use crate::ui::features::feedback::feedback_about::FeedbackAbout;
use crate::ui::features::feedback::feedback_origin::FeedbackOrigin;
use crate::ui::features::goals::confidence::Confidence;
use crate::ui::features::goals::evidence::EvidenceNotes;
use crate::ui::features::goals::goal_course::GoalCourse;
use crate::ui::features::goals::goal_fields::{GoalFields, GoalMeasure};
use crate::ui::features::goals::goal_head::GoalHead;
use crate::ui::features::goals::goal_standing::GoalStanding;
use crate::ui::features::goals::task_list::TaskList;
use crate::ui::features::history::history_link::HistoryLink;
use crate::ui::features::notes::private_notes::PrivateNotes;
use crate::ui::features::settling::dispute_panel::DisputePanel;
use crate::ui::features::shell::no_record::NoRecord;
use crate::ui::words::{say, use_store};

/// One goal, or that it is not there.
#[component]
pub fn GoalPage(
    /// The goal.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let key = Memo::new(move |_| {
        store
            .plan(&[Kind::Goal], |plan, content| {
                content.goal(id).map(|_| RecordKey { plan, kind: Kind::Goal, id })
            })
            .flatten()
    });
    move || match key.get() {
        Some(key) => view! { <GoalParts key /> }.into_any(),
        None => view! { <NoGoal /> }.into_any(),
    }
}

/// The parts of the page.
#[component]
fn GoalParts(key: RecordKey) -> impl IntoView {
    let store = use_store();
    let RecordKey { kind, id, .. } = key;
    let origin = Memo::new(move |_| {
        store.plan(&[Kind::Goal], |_, plan| plan.goal(id)).flatten().and_then(|goal| goal.about)
    });
    view! {
        <div class="goal">
            <GoalHead key />
            <GoalStanding id />
            <AudienceChip key />
            <DisputePanel key />
            <FeedbackOrigin about=origin />
            <GoalMeasure id />
            <TaskList goal=id />
            <Below>
                <Confidence goal=id />
                <EvidenceNotes goal=id />
                <GoalCourse goal=id />
                <Section title=say(store, |m| m.goals.about)>
                    <GoalFields id />
                </Section>
                <FeedbackAbout about=About { kind, id } />
                <Comments about=About { kind, id } />
                <PrivateNotes about=About { kind, id } />
                <HistoryLink kind id />
            </Below>
        </div>
    }
}

/// The goal was deleted, or never was in this plan.
#[component]
fn NoGoal() -> impl IntoView {
    let store = use_store();
    view! {
        <NoRecord
            title=say(store, |m| m.goals.gone)
            list=Route::Goals
            list_title=say(store, |m| m.goals.title)
            to_list=say(store, |m| m.goals.all)
            glyph=Glyph::Goals
        />
    }
}
