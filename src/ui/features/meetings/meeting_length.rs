//! How long a meeting that was held really was.

use leptos::prelude::*;

use super::meeting_record::revise_meeting;
use crate::domain::{
    Complaint, Kind, LIMITS, Meeting, MeetingChange, MeetingStatus, Problem, RecordId, field,
};
use crate::ui::components::{FieldNote, Section, TextField, TextKind};
use crate::ui::features::writing::live_field::live_field;
use crate::ui::words::{say, use_store};

/// How long it really was, once it was held.
#[component]
pub fn MeetingLength(
    /// The meeting's id.
    id: RecordId,
    /// The meeting.
    meeting: Memo<Option<Meeting>>,
) -> impl IntoView {
    let store = use_store();
    let is_held = Memo::new(move |_| {
        meeting.with(|found| found.as_ref().is_some_and(|m| m.status == MeetingStatus::Held))
    });
    let stored = move || {
        let lasted = meeting.with(|found| found.as_ref().and_then(|m| m.lasted));
        lasted.map(|minutes| minutes.to_string()).unwrap_or_default()
    };
    let field = live_field(
        store,
        store.key_of(Kind::Meeting, id),
        format!("meeting/{id}/lasted"),
        stored,
        |text| read_minutes(text).err(),
        move |text| {
            let minutes = read_minutes(&text)
                .map_err(|problem| Complaint { field: field::LASTED.into(), problem })?;
            revise_meeting(store, id, vec![MeetingChange::Lasted(minutes)])
        },
    );
    let note = Signal::derive(move || {
        let planned = meeting.with(|found| found.as_ref().map(|m| m.minutes).unwrap_or_default());
        let problem = read_minutes(&field.value.get()).err();
        FieldNote::hint((store.messages().agenda.planned_length)(planned))
            .or_error(problem.map(|problem| (store.messages().errors.problem)(problem)))
    });
    view! {
        <Show when=move || is_held.get()>
            <Section title=say(store, |m| m.agenda.held)>
                <TextField
                    label=say(store, |m| m.agenda.lasted)
                    value=field.value
                    on_input=field.on_input
                    on_commit=field.on_commit
                    note
                    kind=TextKind::NUMBER
                />
            </Section>
        </Show>
    }
}

/// The minutes that are written, if any are.
fn read_minutes(text: &str) -> Result<Option<i64>, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (least, most) = (1, LIMITS.meeting_minutes);
    let minutes = text.parse().ok().filter(|minutes| (least..=most).contains(minutes));
    minutes.map(Some).ok_or(Problem::OutOfRange { least, most })
}
