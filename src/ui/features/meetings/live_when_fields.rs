//! The three fields of when something is that is already there: its day, its start and its end.

use leptos::prelude::*;

use super::meeting_record::{day_note, time_note};
use crate::domain::{read_day, read_time};
use crate::ui::components::{FieldNote, Picker, PickerField};
use crate::ui::features::writing::live_field::LiveField;
use crate::ui::words::{say, use_store};

/// Day, start and end, each saved when the reader leaves it. What cannot be read is said below its field.
#[component]
pub fn LiveWhenFields(
    /// The day, as `2026-08-05`.
    date: LiveField,
    /// The start, as `07:30`.
    start: LiveField,
    /// The end, likewise.
    end: LiveField,
    /// What is said below an end that can be read.
    #[prop(into)]
    end_note: Signal<FieldNote>,
) -> impl IntoView {
    let store = use_store();
    let date_note = move || day_note(store, read_day(&date.value.get()).err());
    let start_note = move || time_note(store, read_time(&start.value.get()).err());
    let end_note = move || match read_time(&end.value.get()) {
        Err(problem) => time_note(store, Some(problem)),
        Ok(_) => end_note.get(),
    };
    view! {
        <PickerField
            kind=Picker::Date
            label=say(store, |m| m.meetings.date)
            value=date.value
            on_input=date.on_input
            on_commit=date.on_commit
            note=Signal::derive(date_note)
        />
        <div class="when-fields__times">
            <PickerField
                kind=Picker::Time
                label=say(store, |m| m.meetings.start)
                value=start.value
                on_input=start.on_input
                on_commit=start.on_commit
                note=Signal::derive(start_note)
            />
            <PickerField
                kind=Picker::Time
                label=say(store, |m| m.meetings.end)
                value=end.value
                on_input=end.on_input
                on_commit=end.on_commit
                note=Signal::derive(end_note)
            />
        </div>
    }
}
