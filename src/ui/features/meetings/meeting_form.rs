//! The fields of a meeting that is being written: what it is called, when, where, and what about.

use leptos::prelude::*;

use super::meeting_draft::MeetingDraft;
use crate::domain::{MeetingChange, Problem, read_day, read_time};
use crate::ui::components::{FieldNote, Picker, PickerField, Segmented, TextArea, TextField};
use crate::ui::features::meetings::meeting_record::{day_note, mode_choices, time_note};
use crate::ui::words::{problem_in, problem_note, say, use_store};

/// What it is called.
#[component]
pub fn TitleField(
    /// The form.
    draft: MeetingDraft,
    /// Whether the reader has tried to make it: only then an empty field is wrong.
    was_tried: RwSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let note = Signal::derive(move || {
        let problem = problem_in(&MeetingChange::Title(draft.title.get()).check())
            .filter(|problem| was_tried.get() || *problem != Problem::Missing);
        FieldNote::hint(store.messages().meetings.name_hint)
            .or_error(problem.map(|problem| (store.messages().errors.problem)(problem)))
    });
    view! {
        <TextField
            label=say(store, |m| m.meetings.name)
            value=draft.title.value()
            on_input=draft.title.on_input()
            note
        />
    }
}

/// The day, the start and the end.
#[component]
pub fn WhenFields(
    /// The form.
    draft: MeetingDraft,
    /// What only making it could find out about the day.
    refused: RwSignal<Option<Problem>>,
) -> impl IntoView {
    let store = use_store();
    let date_note = Signal::derive(move || {
        day_note(store, read_day(&draft.date.get()).err().or_else(|| refused.get()))
    });
    let set_date = move |text: String| {
        refused.set(None);
        draft.date.set(text);
    };
    let start_note = Signal::derive(move || time_note(store, read_time(&draft.start.get()).err()));
    let end_note = Signal::derive(move || time_note(store, draft.minutes().err()));
    view! {
        <PickerField
            kind=Picker::Date
            label=say(store, |m| m.meetings.date)
            value=draft.date.value()
            on_input=set_date
            note=date_note
        />
        <div class="when-fields__times">
            <PickerField
                kind=Picker::Time
                label=say(store, |m| m.meetings.start)
                value=draft.start.value()
                on_input=draft.start.on_input()
                note=start_note
            />
            <PickerField
                kind=Picker::Time
                label=say(store, |m| m.meetings.end)
                value=draft.end
                on_input=move |text| draft.set_end(text)
                note=end_note
            />
        </div>
    }
}

/// How people meet, and where.
#[component]
pub fn WhereFields(
    /// The form.
    draft: MeetingDraft,
) -> impl IntoView {
    let store = use_store();
    let place_note = Signal::derive(move || {
        problem_note(store, problem_in(&MeetingChange::Place(draft.place.get()).check()))
    });
    view! {
        <Segmented
            label=say(store, |m| m.meetings.how)
            choices=mode_choices(store)
            value=draft.mode.value()
            on_change=draft.mode.on_input()
        />
        <TextField
            label=Signal::derive(move || {
                (store.messages().meetings.place)(draft.chosen_mode()).to_owned()
            })
            value=draft.place.value()
            on_input=draft.place.on_input()
            note=place_note
        />
    }
}

/// What it is about.
#[component]
pub fn AboutField(
    /// The form.
    draft: MeetingDraft,
) -> impl IntoView {
    let store = use_store();
    let note = Signal::derive(move || {
        let problem = problem_in(&MeetingChange::Agenda(draft.agenda.get()).check());
        FieldNote::hint(store.messages().meetings.agenda_hint)
            .or_error(problem.map(|problem| (store.messages().errors.problem)(problem)))
    });
    view! {
        <TextArea
            label=say(store, |m| m.meetings.agenda)
            value=draft.agenda.value()
            on_input=draft.agenda.on_input()
            note
        />
    }
}

/// What stands in the way, beside the button: the field itself may be out of sight.
#[component]
pub fn FirstProblem(
    /// The form.
    draft: MeetingDraft,
    /// Whether the reader has tried to make it.
    was_tried: RwSignal<bool>,
) -> impl IntoView {
    let store = use_store();
    let first = Memo::new(move |_| {
        let words = store.messages().meetings;
        let series = store.messages().series;
        let check = |change: MeetingChange| problem_in(&change.check());
        let far = if draft.repeat.ending.is_until() { series.last_day } else { series.count };
        let problems = [
            (words.name, check(MeetingChange::Title(draft.title.get()))),
            (words.date, read_day(&draft.date.get()).err()),
            (words.start, read_time(&draft.start.get()).err()),
            (words.end, draft.minutes().err()),
            (far, draft.repeat.run(draft.starts()).err()),
            ((words.place)(draft.chosen_mode()), check(MeetingChange::Place(draft.place.get()))),
            (words.agenda, check(MeetingChange::Agenda(draft.agenda.get()))),
        ];
        let mut found = problems.into_iter().filter_map(|(field, found)| Some((field, found?)));
        found.next().filter(|_| was_tried.get())
    });
    move || {
        first.get().map(|(field, problem)| {
            let problem = (store.messages().errors.problem)(problem);
            view! { <p class="meeting-form__problem">{format!("{field}: {problem}")}</p> }
        })
    }
}
