//! Where there is room, a page stands beside the list that leads to it. The route alone says which page
//! and which list: nothing else remembers what is chosen.

use leptos::prelude::*;

use crate::domain::Kind;
use crate::route::Route;
use crate::store::follow_width;
use crate::ui::components::{Glyph, Icon, Panes, RowState};
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say_by, use_store};

/// The page that the route names, beside its list where there is room for both.
#[component]
pub fn SideBySide(
    /// Draws the page of a route.
    page: fn(Option<Route>) -> AnyView,
) -> impl IntoView {
    let route = use_navigation().route;
    let is_wide = follow_width();
    let list = Memo::new(move |_| {
        is_wide.get().then(|| route.with(|route| route.as_ref().and_then(list_of))).flatten()
    });
    move || match list.get() {
        Some(list) => view! { <ListAndOne list page /> }.into_any(),
        None => (move || page(route.get())).into_any(),
    }
}

/// A list, and what of it the route names.
#[component]
fn ListAndOne(list: Route, page: fn(Option<Route>) -> AnyView) -> impl IntoView {
    let route = use_navigation().route;
    let one = Memo::new({
        let list = list.clone();
        move |_| {
            // On the way to another list there is a moment at which the route is not of this one.
            route.get().filter(|route| *route != list && list_of(route).as_ref() == Some(&list))
        }
    });
    let has_one = Memo::new(move |_| one.with(Option::is_some));
    let is_new = Memo::new(move |_| {
        matches!(
            one.get(),
            Some(
                Route::NewGoal
                    | Route::NewMeeting
                    | Route::MeetingAfter(_)
                    | Route::NewShifts
                    | Route::NewFeedback { .. }
                    | Route::FeedbackFor { .. }
                    | Route::NewCheckIn
            )
        )
    });
    let rows = list.clone();
    view! {
        <Panes has_one is_new list=move || page(Some(rows))>
            {move || match one.get() {
                Some(route) => page(Some(route)),
                None => view! { <NoneChosen list=list.clone() /> }.into_any(),
            }}
        </Panes>
    }
}

/// What stands beside a list while nothing of it is chosen.
#[component]
fn NoneChosen(list: Route) -> impl IntoView {
    let store = use_store();
    let glyph = match list {
        Route::Goals => Glyph::Goals,
        Route::Meetings => Glyph::Meetings,
        Route::Feedback => Glyph::Feedback,
        _ => Glyph::Lock,
    };
    let words = say_by(store, move |m| match list {
        Route::Goals => m.goals.choose,
        Route::Meetings => m.meetings.choose,
        Route::Feedback => m.feedback.choose_one,
        _ => m.settings.privacy,
    });
    view! {
        <div class="panes__none">
            <Icon glyph />
            <p>{move || words.get()}</p>
        </div>
    }
}

/// The list that a page belongs beside, if there is one.
fn list_of(route: &Route) -> Option<Route> {
    match route {
        Route::Goals | Route::NewGoal | Route::Goal(_) | Route::Activity(Some((Kind::Goal, _))) => {
            Some(Route::Goals)
        }
        Route::Meetings
        | Route::NewMeeting
        | Route::Meeting(_)
        | Route::Agenda(_)
        | Route::MeetingAfter(_)
        | Route::Calendar(_)
        | Route::Series(_)
        | Route::ChangeSeries(_)
        | Route::Shifts
        | Route::NewShifts
        | Route::Shift(_)
        | Route::FindTime
        | Route::Activity(Some((Kind::Meeting | Kind::Series | Kind::Shift, _))) => {
            Some(Route::Meetings)
        }
        Route::Feedback
        | Route::ProgramFeedback
        | Route::FeedbackFor { .. }
        | Route::NewFeedback { .. }
        | Route::OneFeedback(_)
        | Route::NewCheckIn
        | Route::CheckIn(_)
        | Route::Evaluation(_)
        | Route::Activity(Some((Kind::Feedback, _))) => Some(Route::Feedback),
        Route::More
        | Route::Share
        | Route::Agreement
        | Route::Course
        | Route::Closing
        | Route::Notes
        | Route::Template
        | Route::Backup
        | Route::Disputes
        | Route::Apart
        | Route::People
        | Route::Activity(_)
        | Route::Plans
        | Route::Begin(_)
        | Route::Install
        | Route::Settings => Some(Route::More),
        // A month is a list of its own, a file is looked at before there need be any plan, and what
        // will be printed stands alone.
        Route::Today
        | Route::Month(_)
        | Route::NextMeeting
        | Route::Import
        | Route::PaperPlan
        | Route::PaperReport
        | Route::PaperAgreement
        | Route::PaperSummary
        | Route::Search
        | Route::News => None,
    }
}

/// How a row stands that leads to `to`: as the chosen one, or else as `state` says.
pub fn chosen_or(
    to: Route,
    state: impl Fn() -> RowState + Send + Sync + 'static,
) -> Signal<RowState> {
    let route = use_navigation().route;
    let is_chosen = Memo::new(move |_| {
        route.with(|route| match (route, &to) {
            (Some(Route::Activity(Some((Kind::Goal, of)))), Route::Goal(id))
            | (Some(Route::Activity(Some((Kind::Meeting, of)))), Route::Meeting(id))
            | (Some(Route::Activity(Some((Kind::Feedback, of)))), Route::OneFeedback(id))
            | (
                Some(Route::Agenda(of) | Route::MeetingAfter(of) | Route::Calendar(Some(of))),
                Route::Meeting(id),
            )
            | (
                Some(Route::ChangeSeries(of) | Route::Activity(Some((Kind::Series, of)))),
                Route::Series(id),
            ) => of == id,
            (route, to) => route.as_ref() == Some(to),
        })
    });
    Signal::derive(move || if is_chosen.get() { RowState::Current } else { state() })
}
