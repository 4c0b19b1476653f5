//! When a shift is, and where: each field saved when the reader leaves it. Whatever of its hours is changed, the
//! others stay.

use chrono::NaiveTime;
use leptos::prelude::*;

use crate::domain::{
    CommandError, Complaint, Problem, RecordKey, Shift, ShiftChange, Timetable, field, read_day,
    read_time,
};
use crate::store::Store;
use crate::ui::components::{FieldNote, Section, TextField};
use crate::ui::features::meetings::live_when_fields::LiveWhenFields;
use crate::ui::features::writing::live_field::{LiveField, live_field};
use crate::ui::words::{problem_in, say, use_store};

type Found = Memo<Option<Shift>>;

/// The day, the start, the end, and where or what.
#[component]
pub fn ShiftFields(
    /// The shift.
    key: RecordKey,
    /// What it says.
    shift: Found,
) -> impl IntoView {
    let store = use_store();
    let date = date_field(store, key, shift);
    let start = time_field(store, key, shift, "start");
    let end = time_field(store, key, shift, "end");
    let length = move || FieldNote::hint(length_words(store, shift));
    view! {
        <Section title=say(store, |m| m.meetings.when)>
            <LiveWhenFields date start end end_note=Signal::derive(length) />
            <Place key shift />
        </Section>
    }
}

/// Where or what.
#[component]
fn Place(key: RecordKey, shift: Found) -> impl IntoView {
    let store = use_store();
    let place = live_field(
        store,
        Some(key),
        draft_name(key, "title"),
        move || shift.with(|shift| shift.as_ref().map(|s| s.title.clone()).unwrap_or_default()),
        |text| problem_in(&ShiftChange::Title(text.to_owned()).check()),
        move |text| revise(store, key, vec![ShiftChange::Title(text.trim().to_owned())]),
    );
    view! {
        <TextField
            label=say(store, |m| m.shifts.what)
            value=place.value
            on_input=place.on_input
            on_commit=place.on_commit
            note=place.note
        />
    }
}

/// How long it is, and whether it ends on the next day; nothing where it has no readable hours.
fn length_words(store: Store, shift: Found) -> String {
    let hours = shift.with(|shift| shift.as_ref().and_then(Shift::hours));
    let Some((starts, ends)) = hours else { return String::new() };
    let minutes = (ends - starts).num_minutes();
    let is_next_day = ends.date() > starts.date();
    (store.messages().shifts.length)(minutes / 60, minutes % 60, is_next_day)
}

fn draft_name(key: RecordKey, part: &str) -> String {
    format!("shift/{}/{part}", key.id)
}

fn revise(store: Store, key: RecordKey, changes: Vec<ShiftChange>) -> Result<(), CommandError> {
    let revise = Timetable::ReviseShift { shift: key.id, changes };
    store.apply(revise.within(key.plan)).map(drop)
}

fn refused(problem: Problem) -> CommandError {
    Complaint { field: field::STARTS.into(), problem }.into()
}

/// The day. The hours stay.
fn date_field(store: Store, key: RecordKey, shift: Found) -> LiveField {
    let stored = move || {
        let starts = shift.with(|shift| shift.as_ref().and_then(|shift| shift.starts));
        starts.map(|starts| starts.date().to_string()).unwrap_or_default()
    };
    let commit = move |text: String| {
        let day = read_day(&text).map_err(refused)?;
        let shift = shift.get_untracked().ok_or(CommandError::NotThere(key))?;
        revise(store, key, shift.on_day(day))
    };
    let name = draft_name(key, "date");
    live_field(store, Some(key), name, stored, |text| read_day(text).err(), commit)
}

/// The start or the end, by the clock. The other one stays.
fn time_field(store: Store, key: RecordKey, shift: Found, part: &'static str) -> LiveField {
    let is_start = part == "start";
    let stored = move || {
        let hours = shift.with(|shift| shift.as_ref().and_then(Shift::hours));
        let time = hours.map(|(starts, ends)| if is_start { starts } else { ends }.time());
        time.map(|time: NaiveTime| time.format("%H:%M").to_string()).unwrap_or_default()
    };
    let commit = move |text: String| {
        let time = read_time(&text).map_err(refused)?;
        let shift = shift.get_untracked().ok_or(CommandError::NotThere(key))?;
        let changes = if is_start { shift.starting_at(time) } else { shift.ending_at(time) };
        revise(store, key, changes.ok_or_else(|| refused(Problem::Missing))?)
    };
    let name = draft_name(key, part);
    live_field(store, Some(key), name, stored, |text| read_time(text).err(), commit)
}
