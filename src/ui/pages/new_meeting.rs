//! Scheduling a meeting, or the same one every week.

use leptos::prelude::*;

use crate::domain::{Command, CommandError, Event, MeetingChange, Problem, read_day, read_time};
use crate::route::Route;
use crate::ui::components::{
    ActionBar, Button, Choice, DateField, FieldNote, Form, PageHead, Segmented, TextArea,
    TextField, TextKind, TimeField, Tone,
};
use crate::ui::features::meetings::meeting_draft::{MeetingDraft, Repeat};
use crate::ui::features::meetings::meeting_record::{day_note, mode_choices, time_note};
use crate::ui::features::plans::begin::Begin;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{problem_in, problem_note, say, use_store};

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
            <NewMeetingForm />
        </Show>
    }
}

#[component]
fn NewMeetingForm() -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let draft = MeetingDraft::new(store);
    let was_tried = RwSignal::new(false);
    let refused = RwSignal::new(None);
    let scheduled = move |event: Event, times: u32| {
        draft.clear();
        navigation.replace.run(match event.subject {
            Some(key) if times == 1 => Route::Meeting(key.id),
            _ => Route::Meetings,
        });
    };
    let schedule = move |()| {
        was_tried.set(true);
        let (plan, changes, times) =
            untrack(|| (store.open_plan_id(), draft.changes(), draft.times().ok()));
        let (Some(plan), Some(changes), Some(times)) = (plan, changes, times) else { return };
        match store.apply(Command::ScheduleMeetings { plan, changes, times }) {
            Ok(event) => scheduled(event, times),
            Err(CommandError::Invalid(complaint)) => refused.set(Some(complaint.problem)),
            // Anything else is said by the store's notice.
            Err(_) => {}
        }
    };
    view! {
        <Form on_submit=schedule>
            <TitleField draft was_tried />
            <WhenFields draft refused />
            <RepeatFields draft />
            <WhereFields draft />
            <AgendaField draft />
            <ActionBar>
                <FirstProblem draft was_tried />
                <ScheduleButton draft />
            </ActionBar>
        </Form>
    }
}

#[component]
fn TitleField(draft: MeetingDraft, was_tried: RwSignal<bool>) -> impl IntoView {
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

/// The day, the start and the end. `refused` is what only scheduling could find out about the day.
#[component]
fn WhenFields(draft: MeetingDraft, refused: RwSignal<Option<Problem>>) -> impl IntoView {
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
        <DateField
            label=say(store, |m| m.meetings.date)
            value=draft.date.value()
            on_input=set_date
            note=date_note
        />
        <div class="meeting-when__times">
            <TimeField
                label=say(store, |m| m.meetings.start)
                value=draft.start.value()
                on_input=draft.start.on_input()
                note=start_note
            />
            <TimeField
                label=say(store, |m| m.meetings.end)
                value=draft.end
                on_input=move |text| draft.set_end(text)
                note=end_note
            />
        </div>
    }
}

/// Once, or every week and for how long.
#[component]
fn RepeatFields(draft: MeetingDraft) -> impl IntoView {
    let store = use_store();
    let choices = Signal::derive(move || {
        let words = store.messages().meetings;
        vec![
            Choice::new(Repeat::Once.name(), words.once),
            Choice::new(Repeat::Weekly.name(), words.weekly),
        ]
    });
    let is_weekly = Memo::new(move |_| draft.is_weekly());
    view! {
        <Segmented
            label=say(store, |m| m.meetings.repeat)
            choices
            value=draft.repeat.value()
            on_change=draft.repeat.on_input()
        />
        <Show when=move || is_weekly.get()>
            <TextField
                label=say(store, |m| m.meetings.weeks)
                value=draft.weeks.value()
                on_input=draft.weeks.on_input()
                note=Signal::derive(move || problem_note(store, draft.times().err()))
                kind=TextKind::NUMBER
            />
        </Show>
    }
}

/// How people meet, and where.
#[component]
fn WhereFields(draft: MeetingDraft) -> impl IntoView {
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

#[component]
fn AgendaField(draft: MeetingDraft) -> impl IntoView {
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
fn FirstProblem(draft: MeetingDraft, was_tried: RwSignal<bool>) -> impl IntoView {
    let store = use_store();
    let first = Memo::new(move |_| {
        let words = store.messages().meetings;
        let check = |change: MeetingChange| problem_in(&change.check());
        let problems = [
            (words.name, check(MeetingChange::Title(draft.title.get()))),
            (words.date, read_day(&draft.date.get()).err()),
            (words.start, read_time(&draft.start.get()).err()),
            (words.end, draft.minutes().err()),
            (words.weeks, draft.times().err()),
            ((words.place)(draft.chosen_mode()), check(MeetingChange::Place(draft.place.get()))),
            (words.agenda, check(MeetingChange::Agenda(draft.agenda.get()))),
        ];
        let mut found = problems.into_iter().filter_map(|(field, found)| Some((field, found?)));
        found.next().filter(|_| was_tried.get())
    });
    move || {
        first.get().map(|(field, problem)| {
            let problem = (store.messages().errors.problem)(problem);
            view! { <p class="new-meeting__problem">{format!("{field}: {problem}")}</p> }
        })
    }
}

#[component]
fn ScheduleButton(draft: MeetingDraft) -> impl IntoView {
    let store = use_store();
    let label = Signal::derive(move || {
        (store.messages().meetings.schedule_count)(draft.times().unwrap_or(1))
    });
    view! { <Button label tone=Tone::Primary /> }
}
