//! On which days somebody works: the rhythm, where it begins and how far it goes.

use leptos::prelude::*;

use crate::domain::read_day;
use crate::ui::components::{
    Choice, FieldNote, Picker, PickerField, PillChecks, Segmented, TextField, TextKind,
};
use crate::ui::features::meetings::meeting_record::day_note;
use crate::ui::features::shifts::shift_draft::{REACHES, RHYTHMS, ShiftDraft};
use crate::ui::words::{problem_note, say, use_store};

/// The rhythm.
#[component]
pub fn RhythmFields(
    /// What is being written down.
    draft: ShiftDraft,
) -> impl IntoView {
    let store = use_store();
    let choices = Signal::derive(move || {
        let words = store.messages().shifts;
        let labels = [
            (words.on_off)(3, 4),
            (words.on_off)(4, 3),
            words.weekdays.to_owned(),
            words.own_rhythm.to_owned(),
        ];
        RHYTHMS.into_iter().zip(labels).map(|(name, label)| Choice::new(name, label)).collect()
    });
    let is = move |name: &'static str| Memo::new(move |_| draft.rhythm.get() == name);
    let (by_weekdays, is_own) = (is(RHYTHMS[2]), is(RHYTHMS[3]));
    view! {
        <Segmented
            label=say(store, |m| m.shifts.rhythm)
            choices
            value=draft.rhythm.value()
            on_change=draft.rhythm.on_input()
        />
        <Show when=move || by_weekdays.get()>
            <Weekdays draft />
        </Show>
        <Show when=move || is_own.get()>
            <div class="when-fields__times">
                <TextField
                    label=say(store, |m| m.shifts.days_on)
                    value=draft.on.value()
                    on_input=draft.on.on_input()
                    note=Signal::derive(move || problem_note(store, draft.days(true).err()))
                    kind=TextKind::NUMBER
                />
                <TextField
                    label=say(store, |m| m.shifts.days_off)
                    value=draft.off.value()
                    on_input=draft.off.on_input()
                    note=Signal::derive(move || problem_note(store, draft.days(false).err()))
                    kind=TextKind::NUMBER
                />
            </div>
        </Show>
    }
}

/// The same days every week.
#[component]
fn Weekdays(draft: ShiftDraft) -> impl IntoView {
    let store = use_store();
    let choices = Signal::derive(move || {
        let locale = store.locale();
        let names = locale.weekdays();
        let order = (0..7).map(|column| (column + locale.week_begins() as usize) % 7);
        order
            .filter_map(|day| Some(Choice::new(day.to_string(), *names.get(day)?)))
            .collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        draft.weekdays.get().chars().map(|digit| digit.to_string()).collect::<Vec<_>>()
    });
    let change = move |(day, is_on): (String, bool)| {
        let mut days = untrack(|| draft.weekdays.get()).replace(&day, "");
        if is_on {
            days.push_str(&day);
        }
        draft.weekdays.set(days);
    };
    view! {
        <PillChecks label=say(store, |m| m.shifts.which_weekdays) choices chosen on_change=change />
    }
}

/// The first day, and how far the pattern goes from there.
#[component]
pub fn ReachFields(
    /// What is being written down.
    draft: ShiftDraft,
) -> impl IntoView {
    let store = use_store();
    let choices = Signal::derive(move || {
        let words = store.messages().shifts;
        let labels = [words.by_weeks, words.by_day];
        REACHES.into_iter().zip(labels).map(|(name, label)| Choice::new(name, label)).collect()
    });
    let first_note = Signal::derive(move || match read_day(&draft.first.get()) {
        Ok(_) => FieldNote::hint(store.messages().shifts.first_hint),
        Err(problem) => day_note(store, Some(problem)),
    });
    let last_note = Signal::derive(move || day_note(store, read_day(&draft.last.get()).err()));
    let is_by_weeks = Memo::new(move |_| draft.is_by_weeks());
    view! {
        <PickerField
            kind=Picker::Date
            label=say(store, |m| m.shifts.first)
            value=draft.first.value()
            on_input=draft.first.on_input()
            note=first_note
        />
        <Segmented
            label=say(store, |m| m.shifts.how_far)
            choices
            value=draft.reach.value()
            on_change=draft.reach.on_input()
        />
        <Show
            when=move || is_by_weeks.get()
            fallback=move || {
                view! {
                    <PickerField
                        kind=Picker::Date
                        label=say(store, |m| m.shifts.last)
                        value=draft.last.value()
                        on_input=draft.last.on_input()
                        note=last_note
                    />
                }
            }
        >
            <TextField
                label=say(store, |m| m.shifts.weeks)
                value=draft.weeks.value()
                on_input=draft.weeks.on_input()
                note=Signal::derive(move || problem_note(store, draft.week_count().err()))
                kind=TextKind::NUMBER
            />
        </Show>
    }
}
