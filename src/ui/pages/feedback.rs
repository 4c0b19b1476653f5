//! What the pair says to each other: what is asked of the reader first, then everything, the newest first.

use leptos::prelude::*;

use crate::domain::Kind;
use crate::route::Route;
use crate::ui::components::{ActionBar, Below, ButtonLink, EmptyState, Glyph, ListHead, Tone};
use crate::ui::features::check_ins::check_in_list::CheckInList;
use crate::ui::features::evaluations::evaluation_rows::EvaluationRows;
use crate::ui::features::feedback::asked_of_you::AskedOfYou;
use crate::ui::features::feedback::feedback_list::FeedbackList;
use crate::ui::features::feedback::feedback_words::{is_to_program, waiting_feedback};
use crate::ui::features::plans::begin::Begin;
use crate::ui::words::{say, use_store};

/// What the pair says to each other, or why it helps where there is nothing yet.
#[component]
pub fn FeedbackPage() -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let waiting = waiting_feedback(store);
    let is_empty = Memo::new(move |_| {
        let has_any = store.plan(&[Kind::Feedback], |_, plan| {
            let mut all = plan.live(Kind::Feedback).filter_map(|(id, _)| plan.feedback(id));
            all.any(|found| !is_to_program(&found))
        });
        has_any != Some(true)
    });
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <ListHead title=say(store, |m| m.feedback.title) />
            <AskedOfYou waiting />
            <EvaluationRows />
            <OtherPlaces />
            <Show when=move || !is_empty.get() fallback=|| view! { <NoFeedback /> }>
                <FeedbackList waiting />
            </Show>
            <Below>
                <CheckInList />
            </Below>
            <Show when=move || !is_empty.get()>
                <ActionBar>
                    <WriteLink />
                </ActionBar>
            </Show>
        </Show>
    }
}

/// The way to what is said elsewhere. Check-ins stand below, and those that wait above.
#[component]
fn OtherPlaces() -> impl IntoView {
    let store = use_store();
    view! {
        <nav class="feedback__places cluster" aria-label=say(store, |m| m.feedback.places)>
            <ButtonLink
                label=say(store, |m| m.feedback.to_program)
                href=Route::ProgramFeedback.to_string()
            />
        </nav>
    }
}

/// The way to a new piece.
#[component]
fn WriteLink() -> impl IntoView {
    let store = use_store();
    view! {
        <ButtonLink
            label=say(store, |m| m.feedback.write)
            href=Route::NewFeedback { form: None, about: None }.to_string()
            tone=Tone::Primary
            icon=Glyph::Plus
        />
    }
}

/// Why feedback helps, and the way to begin.
#[component]
fn NoFeedback() -> impl IntoView {
    let store = use_store();
    view! {
        <EmptyState
            icon=Glyph::Feedback
            title=say(store, |m| m.feedback.empty)
            text=say(store, |m| m.feedback.empty_why)
        >
            <WriteLink />
        </EmptyState>
    }
}
