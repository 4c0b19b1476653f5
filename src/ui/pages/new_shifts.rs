//! Writing down shifts: by a pattern, one alone, or out of a calendar file.

use leptos::prelude::*;

use crate::domain::{Problem, read_day};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{
    ActionBar, ActionBarLine, Button, Choice, Form, PageHead, Picker, PickerField, Segmented, Tone,
};
use crate::ui::features::meetings::meeting_record::day_note;
use crate::ui::features::plans::begin::Begin;
use crate::ui::features::shifts::hours_fields::{HoursFields, PlaceField};
use crate::ui::features::shifts::pattern_fields::{ReachFields, RhythmFields};
use crate::ui::features::shifts::roster_intake::RosterIntake;
use crate::ui::features::shifts::shift_draft::{MOST, ShiftDraft, Way, shift_home};
use crate::ui::features::shifts::shift_words::shift_time;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// Writing down shifts.
#[component]
pub fn NewShiftsPage() -> impl IntoView {
    let store = use_store();
    let has_plan = Memo::new(move |_| store.open_plan_id().is_some());
    view! {
        <Show when=move || has_plan.get() fallback=|| view! { <Begin /> }>
            <PageHead
                title=say(store, |m| m.shifts.add)
                back_href=Route::Shifts.to_string()
                back_label=say(store, |m| m.shifts.title)
            />
            <Ways />
        </Show>
    }
}

#[component]
fn Ways() -> impl IntoView {
    let store = use_store();
    let draft = ShiftDraft::new(store);
    let choices = Signal::derive(move || {
        let words = store.messages().shifts;
        let label = |way: Way| match way {
            Way::Pattern => words.pattern,
            Way::Single => words.single,
            Way::File => words.file,
        };
        Way::ALL.into_iter().map(|way| Choice::new(way.name(), label(way))).collect()
    });
    let way = Memo::new(move |_| draft.chosen_way());
    view! {
        <div class="new-shifts__way">
            <Segmented
                label=say(store, |m| m.shifts.way)
                choices
                value=draft.way.value()
                on_change=draft.way.on_input()
                is_label_hidden=true
            />
        </div>
            {move || match way.get() {
                Way::Pattern => view! { <Typed draft is_single=false /> }.into_any(),
                Way::Single => view! { <Typed draft is_single=true /> }.into_any(),
                Way::File => view! { <RosterIntake /> }.into_any(),
            }}
    }
}

/// The form for shifts that are typed.
#[component]
fn Typed(draft: ShiftDraft, is_single: bool) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let was_tried = RwSignal::new(false);
    let add = move |()| {
        was_tried.set(true);
        let Some((plan, person)) = shift_home(store) else {
            return store.refuse_stranger();
        };
        let Some(deed) = untrack(|| draft.deed(person)) else { return };
        if store.apply(deed.within(plan)).is_ok() {
            draft.clear();
            navigation.replace.run(Route::Shifts);
        }
    };
    let days = match is_single {
        true => view! { <OneDay draft /> }.into_any(),
        false => view! {
            <RhythmFields draft />
            <ReachFields draft />
        }
        .into_any(),
    };
    let count = Memo::new(move |_| {
        draft.pattern().and_then(|pattern| pattern.shifts()).map_or(0, |shifts| shifts.len())
    });
    let is_wrong = move || was_tried.get() && (count.get() == 0 || draft.title_problem().is_some());
    let line = move || {
        let words = match is_wrong() {
            true => store.messages().shifts.look_again.to_owned(),
            false => preview(store, draft),
        };
        (!words.is_empty()).then_some(words)
    };
    view! {
        <Form on_submit=add>
            <HoursFields draft />
            {days}
            <PlaceField draft />
            <ActionBar>
                <ActionBarLine words=Signal::derive(line) />
                <Button
                    label=Signal::derive(move || {
                        (store.messages().shifts.add_count)(count.get())
                    })
                    tone=Tone::Primary
                />
            </ActionBar>
        </Form>
    }
}

#[component]
fn OneDay(draft: ShiftDraft) -> impl IntoView {
    let store = use_store();
    let note = Signal::derive(move || day_note(store, read_day(&draft.first.get()).err()));
    view! {
        <PickerField
            kind=Picker::Date
            label=say(store, |m| m.meetings.date)
            value=draft.first.value()
            on_input=draft.first.on_input()
            note
        />
    }
}

/// What will be written down, or why nothing can be that no field says.
fn preview(store: Store, draft: ShiftDraft) -> String {
    let words = store.messages().shifts;
    let Ok(pattern) = draft.pattern() else { return String::new() };
    match pattern.shifts() {
        Ok(shifts) => {
            let time = |shift: Option<&(chrono::NaiveDateTime, i64)>| {
                shift.map(|(starts, minutes)| shift_time(store, *starts, *minutes))
            };
            let (first, last) = (time(shifts.first()), time(shifts.last()));
            (words.preview)(shifts.len(), &first.unwrap_or_default(), &last.unwrap_or_default())
        }
        Err(complaint) => match complaint.problem {
            Problem::TooMany { .. } => (words.too_many)(MOST),
            Problem::Missing => words.no_day.to_owned(),
            problem => (store.messages().errors.problem)(problem),
        },
    }
}
