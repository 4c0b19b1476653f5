//! The one next step of a meeting's page: hold it, set the next one before parting, or put it into the calendar.

use leptos::prelude::*;

use super::meeting_record::revise_meeting;
use crate::domain::{
    Ending, Kind, Meeting, MeetingChange, MeetingStatus, NextMeeting, RecordId, Timetable,
};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{ActionBar, Button, ButtonLink, Glyph, Tone};
use crate::ui::words::{say, use_store};

/// What to do next with a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// Its day has come: say that it was held.
    Hold,
    /// It is still to come.
    Keep,
    /// It was held, and the next one is planned.
    IsSet(RecordId, String),
    /// It was held, and its series goes on then.
    GoOn(RecordId, String),
    /// It was held, and nothing comes after it.
    SetNext,
    /// It does not take place.
    SetInstead,
}

/// The next step of a meeting's page.
#[component]
pub fn NextStep(
    /// The meeting's id.
    id: RecordId,
    /// The meeting.
    meeting: Memo<Option<Meeting>>,
) -> impl IntoView {
    let store = use_store();
    let step = Memo::new(move |_| meeting.with(|found| Some(step_of(store, found.as_ref()?))));
    let hold = move |()| {
        // What stands in the way is said by the store's notice.
        let _outcome = revise_meeting(store, id, vec![MeetingChange::Status(MeetingStatus::Held)]);
    };
    move || {
        let view = match step.get()? {
            Step::Hold => view! {
                <Button
                    label=say(store, |m| m.meetings.mark_held)
                    on_click=hold
                    tone=Tone::Primary
                    icon=Glyph::Check
                />
            }
            .into_any(),
            Step::Keep => link(
                say(store, |m| m.calendar.add),
                Route::Calendar(Some(id)),
                Tone::Primary,
                Glyph::Calendar,
            ),
            Step::IsSet(next, when) => link(
                Signal::derive(move || (store.messages().agenda.next_is)(&when)),
                Route::Meeting(next),
                Tone::Primary,
                Glyph::ChevronRight,
            ),
            Step::GoOn(series, when) => view! { <GoOn id series when /> }.into_any(),
            Step::SetNext => view! { <SetNext id /> }.into_any(),
            Step::SetInstead => link(
                say(store, |m| m.agenda.set_instead),
                Route::MeetingAfter(id),
                Tone::Primary,
                Glyph::Plus,
            ),
        };
        Some(view! { <ActionBar>{view}</ActionBar> })
    }
}

fn link(label: Signal<String>, to: Route, tone: Tone, icon: Glyph) -> AnyView {
    view! { <ButtonLink label href=to.to_string() tone icon /> }.into_any()
}

fn step_of(store: Store, meeting: &Meeting) -> Step {
    let today = store.now().date_naive();
    match meeting.status {
        MeetingStatus::Skipped | MeetingStatus::Cancelled => Step::SetInstead,
        MeetingStatus::Planned if meeting.starts.is_some_and(|at| at.date() <= today) => Step::Hold,
        MeetingStatus::Planned => Step::Keep,
        MeetingStatus::Held => next_of(store, meeting.id),
    }
}

/// What comes after a meeting that was held.
fn next_of(store: Store, meeting: RecordId) -> Step {
    let cadence = store.pack().cadence.days;
    let locale = store.locale();
    let read = store.plan(&[Kind::Meeting, Kind::Series], |_, plan| {
        Some(match plan.next_after(meeting, cadence)? {
            NextMeeting::Planned(next) => {
                let starts = plan.meeting(next)?.starts?;
                Step::IsSet(next, locale.moment(starts))
            }
            NextMeeting::InSeries { series, starts } => {
                let (last, _) = plan.meetings_in_series(series).pop()?;
                let is_next = plan.series(series)?.at(last + 1) == Some(starts);
                // A series of which the next number is past already goes on by hand.
                if is_next { Step::GoOn(series, locale.moment(starts)) } else { Step::SetNext }
            }
            NextMeeting::ByCadence { .. } => Step::SetNext,
        })
    });
    read.flatten().unwrap_or(Step::SetNext)
}

/// Why the next meeting is to be set now, and the way to its form.
#[component]
fn SetNext(id: RecordId) -> impl IntoView {
    let store = use_store();
    view! {
        <p class="next-step__why">{move || store.messages().agenda.part}</p>
        <ButtonLink
            label=say(store, |m| m.agenda.set_next)
            href=Route::MeetingAfter(id).to_string()
            tone=Tone::Primary
            icon=Glyph::Plus
        />
    }
}

/// The next meeting of the series in one tap, or another time.
#[component]
fn GoOn(id: RecordId, series: RecordId, when: String) -> impl IntoView {
    let store = use_store();
    let go_on = move |()| {
        let Some(plan) = untrack(|| store.open_plan_id()) else { return };
        let extend = Timetable::ExtendSeries { series, ending: Ending::Times(1) };
        // What stands in the way is said by the store's notice.
        let _outcome = store.apply(extend.within(plan));
    };
    view! {
        <p class="next-step__why">{move || store.messages().agenda.part}</p>
        <Button
            label=Signal::derive(move || (store.messages().agenda.add_next)(&when))
            on_click=go_on
            tone=Tone::Primary
            icon=Glyph::Plus
        />
        <ButtonLink
            label=say(store, |m| m.agenda.other_time)
            href=Route::MeetingAfter(id).to_string()
            tone=Tone::Quiet
        />
    }
}
