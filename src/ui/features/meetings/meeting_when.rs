//! When a meeting takes place: its day, start and end, each saved when the reader leaves the field.
//!
//! Day and start are one field of the record, so either of them writes the start and nothing else:
//! a moved meeting keeps its length. The end writes the length and nothing else.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use leptos::prelude::*;

use crate::domain::{
    CommandError, Complaint, Kind, Meeting, MeetingChange, Problem, RecordId, field, read_day,
    read_length, read_time,
};
use crate::store::Store;
use crate::ui::components::{Button, Section, TextField};
use crate::ui::features::meetings::live_when_fields::LiveWhenFields;
use crate::ui::features::meetings::meeting_record::{meeting_of, revise_meeting};
use crate::ui::features::writing::live_field::{LiveField, live_field};
use crate::ui::words::{problem_in, say, use_store};

/// When the meeting takes place, and what moving it does in its series.
#[component]
pub fn MeetingWhen(
    /// The meeting.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let meeting = meeting_of(store, id);
    let date = date_field(store, id, meeting);
    let start = start_field(store, id, meeting);
    let end = end_field(store, id, meeting);
    // An end that was refused may be right now that the start has moved.
    let commit_start = move |text| {
        start.on_commit.run(text);
        end.on_commit.run(end.value.get_untracked());
    };
    let start_and_end = LiveField { on_commit: Callback::new(commit_start), ..start };
    view! {
        <Section title=say(store, |m| m.meetings.when)>
            // An end after midnight is stored well but cannot be typed, so only what is typed is judged.
            <LiveWhenFields date start=start_and_end end end_note=end.note />
            <InItsSeries id meeting />
        </Section>
    }
}

/// What moving does in a series: only this one moves, and it can be put back.
#[component]
fn InItsSeries(id: RecordId, meeting: Found) -> impl IntoView {
    let store = use_store();
    let is_in_series = Memo::new(move |_| {
        meeting.with(|found| found.as_ref().is_some_and(|m| m.series.is_some()))
    });
    let moved = Memo::new(move |_| {
        meeting.with(|found| found.as_ref().filter(|m| m.is_moved()).and_then(|m| m.slot))
    });
    let put_back = move |()| {
        let Some(slot) = moved.get_untracked() else { return };
        // What stands in the way is said by the store's notice.
        let _outcome = revise_meeting(store, id, vec![MeetingChange::Starts(slot)]);
    };
    let words = move |slot: NaiveDateTime| {
        let when = (store.messages().agenda.moved_from)(&store.locale().moment(slot));
        view! {
            <p class="prose">{when}</p>
            <ReasonField id meeting />
            <div class="cluster">
                <Button label=say(store, |m| m.agenda.put_back) on_click=put_back />
            </div>
        }
    };
    view! {
        <Show when=move || is_in_series.get()>
            {move || match moved.get() {
                Some(slot) => words(slot).into_any(),
                None => {
                    view! { <p class="muted small">{store.messages().agenda.only_this}</p> }
                        .into_any()
                }
            }}
        </Show>
    }
}

/// Why it was moved.
#[component]
fn ReasonField(id: RecordId, meeting: Found) -> impl IntoView {
    let store = use_store();
    let field = live_field(
        store,
        store.key_of(Kind::Meeting, id),
        draft_name(id, "reason"),
        move || meeting.with(|found| found.as_ref().map(|m| m.reason.clone()).unwrap_or_default()),
        |text| problem_in(&MeetingChange::Reason(text.to_owned()).check()),
        move |text| revise_meeting(store, id, vec![MeetingChange::Reason(text)]),
    );
    view! {
        <TextField
            label=say(store, |m| m.agenda.moved_reason)
            value=field.value
            on_input=field.on_input
            on_commit=field.on_commit
            note=field.note
        />
    }
}

type Found = Memo<Option<Meeting>>;

fn starts(meeting: Found) -> Option<NaiveDateTime> {
    meeting.with(|found| found.as_ref()?.starts)
}

/// A time as fields of time take it.
fn written(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn draft_name(id: RecordId, part: &str) -> String {
    format!("meeting/{id}/{part}")
}

fn refused(field: &'static str, problem: Problem) -> CommandError {
    Complaint { field: field.into(), problem }.into()
}

/// The day. It keeps the time of day; where none is stored, the one that was typed counts.
fn date_field(store: Store, id: RecordId, meeting: Found) -> LiveField {
    let stored = move || starts(meeting).map(|at| at.date().to_string()).unwrap_or_default();
    let commit = move |text: String| {
        let day = read_day(&text).map_err(|problem| refused(field::STARTS, problem))?;
        let typed = || read_time(&store.draft(&draft_name(id, "start")).unwrap_or_default()).ok();
        let time: Option<NaiveTime> =
            untrack(|| starts(meeting)).map(|at| at.time()).or_else(typed);
        let time = time.ok_or_else(|| refused(field::STARTS, Problem::Missing))?;
        revise_meeting(store, id, vec![MeetingChange::Starts(day.and_time(time))])
    };
    let of = store.key_of(Kind::Meeting, id);
    live_field(store, of, draft_name(id, "date"), stored, |text| read_day(text).err(), commit)
}

/// The start. It keeps the day; where none is stored, the one that was typed counts.
fn start_field(store: Store, id: RecordId, meeting: Found) -> LiveField {
    let stored = move || starts(meeting).map(|at| written(at.time())).unwrap_or_default();
    let commit = move |text: String| {
        let time = read_time(&text).map_err(|problem| refused(field::STARTS, problem))?;
        let typed = || read_day(&store.draft(&draft_name(id, "date")).unwrap_or_default()).ok();
        let day: Option<NaiveDate> = untrack(|| starts(meeting)).map(|at| at.date()).or_else(typed);
        let day = day.ok_or_else(|| refused(field::STARTS, Problem::Missing))?;
        revise_meeting(store, id, vec![MeetingChange::Starts(day.and_time(time))])
    };
    let of = store.key_of(Kind::Meeting, id);
    live_field(store, of, draft_name(id, "start"), stored, |text| read_time(text).err(), commit)
}

/// The end. It is kept as the length, so it moves with the start.
fn end_field(store: Store, id: RecordId, meeting: Found) -> LiveField {
    let stored = move || {
        let ends = meeting.with(|found| found.as_ref().and_then(Meeting::ends));
        ends.map(|at| written(at.time())).unwrap_or_default()
    };
    let length = move |text: &str| match starts(meeting) {
        Some(at) => read_length(at.time(), text),
        None => Err(Problem::Missing),
    };
    let commit = move |text: String| {
        let minutes =
            untrack(|| length(&text)).map_err(|problem| refused(field::MINUTES, problem))?;
        revise_meeting(store, id, vec![MeetingChange::Minutes(minutes)])
    };
    let of = store.key_of(Kind::Meeting, id);
    live_field(store, of, draft_name(id, "end"), stored, move |text| length(text).err(), commit)
}
