//! What a part of the course is called, and where what it asks for is done.

use crate::domain::{Form, Kind, Moment, Phase, PhaseSpan};
use crate::route::Route;
use crate::store::Store;

/// What a part of the course is called. The work is twice in it, around the middle.
pub fn phase_words(store: Store, span: PhaseSpan, is_second: bool) -> String {
    match span.phase {
        Phase::Working if is_second => store.messages().course.second_half.to_owned(),
        phase => (store.messages().today.phase)(phase).to_owned(),
    }
}

/// Which part of the course is now, or what its page is about where nobody knows.
pub fn phase_now(store: Store) -> String {
    let today = store.now().date_naive();
    let found = store.plan(&[Kind::Plan], |id, plan| {
        let card = plan.card(id)?;
        let now = card.phase(today)?;
        let works = card.phases().into_iter().find(|span| span.phase == Phase::Working);
        let is_second = works.is_some_and(|first| first.from < now.from);
        Some((now, is_second && now.phase == Phase::Working))
    });
    match found.flatten() {
        Some((now, is_second)) => phase_words(store, now, is_second),
        None => store.messages().course.line.to_owned(),
    }
}

/// Where what a prompt asks for is done. The keys are those of the built-in pack; another program's own prompts lead
/// nowhere.
pub fn place_of(prompt: &str) -> Option<Route> {
    Some(match prompt {
        "agree" | "agree_again" => Route::Agreement,
        "first_goals" | "rate_start" | "rate_mid" | "rate_end" | "drop_one" => Route::Goals,
        "first_meeting" => Route::NewMeeting,
        "next_before_parting" => Route::NextMeeting,
        "one_question" | "items_left" => Route::Meetings,
        "one_watched" => {
            Route::NewFeedback { form: Some(Form::Request.name().to_owned()), about: None }
        }
        "evaluate_mid" => Route::Evaluation(Moment::Mid),
        "evaluate_end" => Route::Evaluation(Moment::End),
        "say_thanks" | "stay_in_touch" | "next_plan" => Route::Closing,
        _ => return None,
    })
}
