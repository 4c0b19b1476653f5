//! A plan that has gone quiet: for how long, that nobody is to blame, and the smallest step as a button.

use leptos::prelude::*;

use crate::domain::{Kind, RecordId, SmallestStep, Stalled};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{ButtonLink, Glyph};
use crate::ui::words::{name_of, say, use_store};

/// The row, as an `<li>`.
#[component]
pub fn StalledRow(
    /// How long, and the step.
    stalled: Stalled,
) -> impl IntoView {
    let store = use_store();
    let href = match stalled.step {
        SmallestStep::AnswerRequest(id) => {
            Route::NewFeedback { form: None, about: Some((Kind::Feedback, id)) }
        }
        SmallestStep::AnswerCheckIn(id) => Route::CheckIn(id),
        SmallestStep::CloseMeeting(id) => Route::Meeting(id),
        SmallestStep::CheckIn => Route::NewCheckIn,
        SmallestStep::SetMeeting => Route::NewMeeting,
    };
    let label = Signal::derive(move || {
        let words = store.messages().later;
        match stalled.step {
            SmallestStep::AnswerRequest(id) => {
                (words.step_answer)(&author(store, Kind::Feedback, id))
            }
            SmallestStep::AnswerCheckIn(id) => {
                (words.step_check_in)(&author(store, Kind::CheckIn, id))
            }
            SmallestStep::CloseMeeting(_) => words.step_close.to_owned(),
            SmallestStep::CheckIn => words.step_write.to_owned(),
            SmallestStep::SetMeeting => words.step_meeting.to_owned(),
        }
    });
    let title = move || (store.messages().later.quiet)(stalled.days);
    view! {
        <li class="stalled-row">
            <p class="stalled-row__title">{title}</p>
            <p class="stalled-row__why">{say(store, |m| m.later.quiet_why)}</p>
            <ButtonLink label href=href.to_string() icon=Glyph::Clock />
        </li>
    }
}

/// What whoever wrote a record is called.
fn author(store: Store, kind: Kind, id: RecordId) -> String {
    name_of(store, store.plan(&[kind], |_, plan| plan.author(kind, id)).flatten())
}
