//! What a meeting is about and where it is, each field saved when the reader leaves it.

use leptos::prelude::*;

use crate::domain::{Kind, Meeting, MeetingChange, MeetingMode, RecordId};
use crate::store::Store;
use crate::ui::components::{Section, Segmented, TextArea, TextField};
use crate::ui::features::meetings::meeting_record::{meeting_of, mode_choices, revise_meeting};
use crate::ui::features::writing::live_field::{LiveField, live_field};
use crate::ui::words::{problem_in, say, use_store};

/// What the meeting is about, how people meet and where.
#[component]
pub fn MeetingWhat(
    /// The meeting.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let meeting = meeting_of(store, id);
    let text = move |part: &str, read: fn(&Meeting) -> &str, change| {
        text_field(store, id, meeting, part, read, change)
    };
    let title = text("title", |m| &m.title, MeetingChange::Title);
    let place = text("place", |m| &m.place, MeetingChange::Place);
    let agenda = text("agenda", |m| &m.agenda, MeetingChange::Agenda);
    let mode = Memo::new(move |_| {
        meeting.with(|found| found.as_ref().map(|m| m.mode).unwrap_or_default())
    });
    let choose = move |name: String| {
        let mode = MeetingMode::from_name(&name).unwrap_or_default();
        // What stands in the way is said by the store's notice.
        let _outcome = revise_meeting(store, id, vec![MeetingChange::Mode(mode)]);
    };
    view! {
        <Section title=say(store, |m| m.meetings.what)>
            <TextField
                label=say(store, |m| m.meetings.name)
                value=title.value
                on_input=title.on_input
                on_commit=title.on_commit
                note=title.note
            />
            <Segmented
                label=say(store, |m| m.meetings.how)
                choices=mode_choices(store)
                value=Signal::derive(move || mode.get().name().to_owned())
                on_change=choose
            />
            <TextField
                label=Signal::derive(move || {
                    (store.messages().meetings.place)(mode.get()).to_owned()
                })
                value=place.value
                on_input=place.on_input
                on_commit=place.on_commit
                note=place.note
            />
            <TextArea
                label=say(store, |m| m.meetings.agenda)
                value=agenda.value
                on_input=agenda.on_input
                on_commit=agenda.on_commit
                note=agenda.note
            />
        </Section>
    }
}

/// A field of plain text.
fn text_field(
    store: Store,
    id: RecordId,
    meeting: Memo<Option<Meeting>>,
    part: &str,
    read: fn(&Meeting) -> &str,
    change: fn(String) -> MeetingChange,
) -> LiveField {
    live_field(
        store,
        store.key_of(Kind::Meeting, id),
        format!("meeting/{id}/{part}"),
        move || meeting.with(|found| found.as_ref().map(read).unwrap_or_default().to_owned()),
        move |text| problem_in(&change(text.to_owned()).check()),
        move |text| revise_meeting(store, id, vec![change(text)]),
    )
}
