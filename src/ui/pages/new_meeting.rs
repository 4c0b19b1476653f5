//! Scheduling a meeting, or a series of them; on its own, or as the next one after a meeting.

use leptos::prelude::*;

use crate::domain::{CommandError, Event, Kind, NextMeeting, RecordId};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{ActionBar, Button, Form, Glyph, Icon, PageHead, Tone};
use crate::ui::features::meetings::meeting_draft::{Beginning, MeetingDraft};
use crate::ui::features::meetings::meeting_form::{
    AboutField, FirstProblem, TitleField, WhenFields, WhereFields,
};
use crate::ui::features::meetings::repeat_fields::RepeatFields;
use crate::ui::features::plans::begin::Begin;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// Scheduling a meeting.
#[component]
pub fn NewMeetingPage() -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <PageHead
                title=say(store, |m| m.meetings.new_title)
                back_href=Route::Meetings.to_string()
                back_label=say(store, |m| m.meetings.title)
            />
            <MeetingForm draft=MeetingDraft::new(store) />
        </Show>
    }
}

/// Scheduling the meeting after one, which is there to be changed and taken.
#[component]
pub fn MeetingAfterPage(
    /// The one before.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    let draft = move || match untrack(|| after(store, id)) {
        Some(beginning) => MeetingDraft::like(store, &format!("meeting/{id}/next/"), &beginning),
        None => MeetingDraft::new(store),
    };
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <PageHead
                title=say(store, |m| m.agenda.next_title)
                back_href=Route::Meeting(id).to_string()
                back_label=say(store, |m| (m.share.records.kind)(Kind::Meeting))
            />
            <MeetingForm draft=draft() />
        </Show>
    }
}

/// What the next meeting could be: like this one, when the series or the cadence has it.
fn after(store: Store, id: RecordId) -> Option<Beginning> {
    let cadence = store.pack().cadence.days;
    let today = store.now().date_naive();
    let (mut meeting, next) = store
        .plan(&[], |_, plan| Some((plan.meeting(id)?, plan.next_after(id, cadence))))
        .flatten()?;
    let proposed = match next {
        Some(NextMeeting::InSeries { starts, .. } | NextMeeting::ByCadence { starts }) => {
            Some(starts)
        }
        Some(NextMeeting::Planned(_)) | None => meeting.starts,
    };
    // Long after the last meeting, the same weekday and time of the next week that comes.
    let mut starts = proposed?;
    if starts.date() < today {
        let weeks = (today - starts.date()).num_days() / 7 + 1;
        starts = starts.checked_add_signed(chrono::TimeDelta::try_weeks(weeks)?)?;
    }
    meeting.starts = Some(starts);
    meeting.agenda = String::new();
    Some(Beginning { meeting, repeat: None, until: None })
}

#[component]
fn MeetingForm(draft: MeetingDraft) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let was_tried = RwSignal::new(false);
    let refused = RwSignal::new(None);
    let scheduled = move |event: Event| {
        draft.clear();
        let series = event.touched.iter().find(|key| key.kind == Kind::Series);
        navigation.replace.run(match (series, event.subject) {
            (Some(series), _) => Route::Series(series.id),
            (None, Some(key)) => Route::Meeting(key.id),
            (None, None) => Route::Meetings,
        });
    };
    let schedule = move |()| {
        was_tried.set(true);
        let command = untrack(|| draft.command(store.open_plan_id()?));
        let Some(command) = command else { return };
        match store.apply(command) {
            Ok(event) => scheduled(event),
            Err(CommandError::Invalid(complaint)) => refused.set(Some(complaint.problem)),
            // Anything else is said by the store's notice.
            Err(_) => {}
        }
    };
    view! {
        <Form on_submit=schedule>
            <TitleField draft was_tried />
            <WhenFields draft refused />
            <FindTimeLink />
            <RepeatFields
                draft=draft.repeat
                starts=Signal::derive(move || draft.starts())
                has_once=true
            />
            <WhereFields draft />
            <AboutField draft />
            <ActionBar>
                <FirstProblem draft was_tried />
                <ScheduleButton draft />
            </ActionBar>
        </Form>
    }
}

/// Leads to times that suit both sides.
#[component]
fn FindTimeLink() -> impl IntoView {
    let store = use_store();
    view! {
        <a class="new-meeting__find" href=Route::FindTime.to_string()>
            <Icon glyph=Glyph::Clock />
            <span>{move || store.messages().meetings.find_time}</span>
        </a>
    }
}

#[component]
fn ScheduleButton(draft: MeetingDraft) -> impl IntoView {
    let store = use_store();
    let label = Signal::derive(move || {
        let run = draft.repeat.run(draft.starts()).ok().flatten();
        (store.messages().meetings.schedule_count)(run.map_or(1, |run| run.count))
    });
    view! { <Button label tone=Tone::Primary /> }
}
