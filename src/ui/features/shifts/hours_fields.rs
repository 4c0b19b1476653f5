//! From when until when a shift lasts: the usual hours to tap, and the times themselves.

use leptos::prelude::*;

use crate::domain::read_time;
use crate::i18n::ShiftMessages;
use crate::ui::components::{Choice, FieldNote, Picker, PickerField, Segmented, TextField};
use crate::ui::features::meetings::meeting_record::time_note;
use crate::ui::features::shifts::shift_draft::ShiftDraft;
use crate::ui::words::{say, use_store};

/// The usual hours: from, until.
const USUAL: [(&str, &str); 5] = [
    ("07:00", "15:00"),
    ("07:00", "19:00"),
    ("15:00", "23:00"),
    ("19:00", "07:00"),
    ("23:00", "07:00"),
];

/// The hours of the shifts.
#[component]
pub fn HoursFields(
    /// What is being written down.
    draft: ShiftDraft,
) -> impl IntoView {
    let store = use_store();
    let choices = Signal::derive(move || {
        let words = store.messages().shifts;
        let choice = |(from, until): &(&str, &str)| {
            let hours = |time: &str| time.split(':').next().unwrap_or_default().to_owned();
            let label = format!("{} {}–{}", part_of_day(&words, from), hours(from), hours(until));
            Choice::new(format!("{from}-{until}"), label)
        };
        USUAL.iter().map(choice).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || format!("{}-{}", draft.starts.get(), draft.ends.get()));
    let choose = move |hours: String| {
        if let Some((from, until)) = hours.split_once('-') {
            draft.starts.set(from.to_owned());
            draft.ends.set(until.to_owned());
        }
    };
    let start_note = Signal::derive(move || time_note(store, read_time(&draft.starts.get()).err()));
    let end_note = Signal::derive(move || match read_time(&draft.ends.get()) {
        Err(problem) => time_note(store, Some(problem)),
        Ok(_) => match draft.hours() {
            Ok((starts, minutes)) => {
                let is_next_day = read_time(&draft.ends.get()).is_ok_and(|ends| ends <= starts);
                let length = store.messages().shifts.length;
                FieldNote::hint(length(minutes / 60, minutes % 60, is_next_day))
            }
            Err(_) => FieldNote::default(),
        },
    });
    view! {
        <Segmented
            label=say(store, |m| m.shifts.hours)
            choices
            value=chosen
            on_change=choose
        />
        <div class="when-fields__times">
            <PickerField
                kind=Picker::Time
                label=say(store, |m| m.meetings.start)
                value=draft.starts.value()
                on_input=draft.starts.on_input()
                note=start_note
            />
            <PickerField
                kind=Picker::Time
                label=say(store, |m| m.meetings.end)
                value=draft.ends.value()
                on_input=draft.ends.on_input()
                note=end_note
            />
        </div>
    }
}

fn part_of_day(words: &ShiftMessages, from: &str) -> &'static str {
    match from {
        "07:00" => words.day_hours,
        "15:00" => words.evening_hours,
        _ => words.night_hours,
    }
}

/// Where or what the shifts are.
#[component]
pub fn PlaceField(
    /// What is being written down.
    draft: ShiftDraft,
) -> impl IntoView {
    let store = use_store();
    let note = Signal::derive(move || {
        let problem = draft.title_problem();
        FieldNote::hint(store.messages().shifts.what_hint)
            .or_error(problem.map(|problem| (store.messages().errors.problem)(problem)))
    });
    view! {
        <TextField
            label=say(store, |m| m.shifts.what)
            value=draft.title.value()
            on_input=draft.title.on_input()
            note
        />
    }
}
