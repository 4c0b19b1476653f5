//! Changing a series from one of its meetings on: what they say, or when they are.
//!
//! What a series says of its meetings is changed in place. Another time, or another rule, ends it there
//! and goes on with a new one, in one act.

use chrono::NaiveDateTime;
use leptos::prelude::*;

use super::series::NotThere;
use crate::domain::{
    Command, Event, Kind, Meeting, MeetingChange, PlanId, RecordId, Series, Timetable,
};
use crate::route::Route;
use crate::store::Store;
use crate::ui::components::{ActionBar, Button, FieldNote, Form, PageHead, SelectField, Tone};
use crate::ui::features::meetings::meeting_draft::{Beginning, MeetingDraft};
use crate::ui::features::meetings::meeting_form::{
    AboutField, FirstProblem, TitleField, WhenFields, WhereFields,
};
use crate::ui::features::meetings::repeat_fields::RepeatFields;
use crate::ui::features::meetings::series_record::{meeting_choices, planned};
use crate::ui::features::writing::draft::Draft;
use crate::ui::navigation::use_navigation;
use crate::ui::words::{say, use_store};

/// Changing a series.
#[component]
pub fn ChangeSeriesPage(
    /// The series.
    id: RecordId,
) -> impl IntoView {
    let store = use_store();
    let found = untrack(|| {
        let now = store.now().naive_local();
        let read = |plan: &crate::domain::Plan| Some((plan.series(id)?, planned(plan, id, now)));
        store.plan(&[], |_, plan| read(plan)).flatten()
    });
    let change = found.and_then(|(series, coming)| Change::new(store, series, coming));
    let Some(change) = change else {
        return view! { <NotThere /> }.into_any();
    };
    view! {
        <PageHead
            title=say(store, |m| m.series.change_title)
            back_href=Route::Series(id).to_string()
            back_label=say(store, |m| m.series.title)
        />
        <ChangeForm change />
    }
    .into_any()
}

/// The form as it is being filled.
#[derive(Clone, Copy)]
struct Change {
    store: Store,
    draft: MeetingDraft,
    from: Draft,
    series: StoredValue<Series>,
    coming: StoredValue<Vec<Meeting>>,
}

impl Change {
    /// The form as it was left; none where no meeting of the series is to come.
    fn new(store: Store, series: Series, coming: Vec<Meeting>) -> Option<Self> {
        let next = coming.first()?.clone();
        let prefix = format!("series/{}/change/", series.id);
        let from = Draft::new(store, format!("{prefix}from"), next.id.to_string());
        let last = coming.last().and_then(|meeting| Some(meeting.starts?.date()));
        let meeting = Meeting {
            title: series.title.clone(),
            minutes: series.minutes,
            mode: series.mode,
            place: series.place.clone(),
            zone: series.zone.clone(),
            ..next
        };
        let beginning = Beginning { meeting, repeat: series.repeat, until: last };
        let draft = MeetingDraft::like(store, &prefix, &beginning);
        let (series, coming) = (StoredValue::new(series), StoredValue::new(coming));
        Some(Self { store, draft, from, series, coming })
    }

    /// The meeting from which on it changes: the chosen one, or the next.
    fn first(&self) -> Option<Meeting> {
        let chosen = self.from.get();
        self.coming.with_value(|coming| {
            let chosen = coming.iter().find(|meeting| meeting.id.to_string() == chosen);
            chosen.or(coming.first()).cloned()
        })
    }

    /// Chooses that meeting; day and time follow, unless somebody has chosen others.
    fn choose(&self, id: String) {
        let before = untrack(|| self.first()).and_then(|meeting| meeting.starts);
        let is_untouched = before == untrack(|| self.draft.starts());
        self.from.set(id);
        let starts = untrack(|| self.first()).and_then(|meeting| meeting.starts);
        if let Some(starts) = starts.filter(|_| is_untouched) {
            self.draft.date.set(starts.date().to_string());
            self.draft.start.set(starts.format("%H:%M").to_string());
        }
    }

    /// When the first meeting that changes starts, and whether the days and times after it stay as they are.
    fn stays(&self) -> Option<(NaiveDateTime, bool)> {
        let first = self.first()?.starts?;
        let starts = self.draft.starts()?;
        let repeat = self.draft.repeat.chosen(Some(starts.date()));
        let run = self.draft.repeat.run(Some(starts)).ok()??;
        let same_rule = self.series.with_value(|series| series.repeat == repeat);
        let last = self.coming.with_value(|coming| coming.last().and_then(|it| it.starts));
        let is_same = starts == first && same_rule && last == Some(run.last);
        Some((first, is_same))
    }

    /// The command; nothing as long as a field has a problem.
    fn command(&self, plan: PlanId) -> Option<Command> {
        let changes = self.draft.changes()?;
        let (from, is_same) = self.stays()?;
        let series = self.series.with_value(|series| series.id);
        if is_same {
            let is_shared = |change: &MeetingChange| {
                !matches!(change, MeetingChange::Starts(_) | MeetingChange::Zone(_))
            };
            let changes = changes.into_iter().filter(is_shared).collect();
            return Some(Timetable::ReviseSeries { series, from, changes }.within(plan));
        }
        let repeat = self.draft.repeat.chosen(self.draft.day())?;
        let ending = self.draft.repeat.ending.read().ok()?;
        let replan = Timetable::ReplanSeries { series, from, changes, repeat, ending };
        Some(replan.within(plan))
    }

    /// What becomes of the planned meetings, in one line.
    fn note(&self) -> String {
        let words = self.store.messages().series;
        match self.stays() {
            Some((_, true)) => words.keeps.to_owned(),
            Some((_, false)) => {
                let run = self.draft.repeat.run(self.draft.starts()).ok().flatten();
                (words.replaces)(run.map_or(0, |run| run.count))
            }
            None => String::new(),
        }
    }
}

#[component]
fn ChangeForm(change: Change) -> impl IntoView {
    let store = use_store();
    let navigation = use_navigation();
    let id = change.series.with_value(|series| series.id);
    let draft = change.draft;
    let was_tried = RwSignal::new(false);
    let refused = RwSignal::new(None);
    let done = move |event: Event| {
        draft.clear();
        let made = event.touched.iter().find(|key| key.kind == Kind::Series);
        navigation.replace.run(Route::Series(made.map_or(id, |key| key.id)));
    };
    let save = move |()| {
        was_tried.set(true);
        let command = untrack(|| change.command(store.open_plan_id()?));
        match command.map(|command| store.apply(command)) {
            Some(Ok(event)) => done(event),
            Some(Err(crate::domain::CommandError::Invalid(complaint))) => {
                refused.set(Some(complaint.problem));
            }
            // Anything else is said by the store's notice, or at the field.
            Some(Err(_)) | None => {}
        }
    };
    let choices =
        Signal::derive(move || change.coming.with_value(|coming| meeting_choices(store, coming)));
    view! {
        <Form on_submit=save>
            <SelectField
                label=say(store, |m| m.series.from)
                choices
                value=change.from.value()
                on_change=move |id| change.choose(id)
                note=Signal::derive(move || FieldNote::hint(store.messages().series.from_hint))
            />
            <TitleField draft was_tried />
            <WhenFields draft refused />
            <RepeatFields
                draft=draft.repeat
                starts=Signal::derive(move || draft.starts())
                has_once=false
            />
            <WhereFields draft />
            <AboutField draft />
            <p class="muted prose" role="status">
                {move || change.note()}
            </p>
            <ActionBar>
                <FirstProblem draft was_tried />
                <Button label=say(store, |m| m.series.save) tone=Tone::Primary />
            </ActionBar>
        </Form>
    }
}
