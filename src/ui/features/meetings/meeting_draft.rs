//! A meeting that is being written and has not been scheduled yet.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::{
    LIMITS, MeetingChange, MeetingMode, Problem, next_half_hour, read_day, read_length, read_time,
    usual_end,
};
use crate::store::Store;
use crate::ui::features::writing::draft::Draft;

/// What the names of the drafts begin with.
const PREFIX: &str = "meeting/new/";

/// How many weeks are suggested where the plan does not say how many are left.
const USUAL_WEEKS: i64 = 8;

/// Whether a meeting is held once or every week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// A single meeting.
    Once,
    /// The same one every week.
    Weekly,
}

impl Repeat {
    /// The name under which the choice is kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Weekly => "weekly",
        }
    }
}

/// The fields of the form for a new meeting. Every keystroke is kept.
#[derive(Clone, Copy)]
pub struct MeetingDraft {
    store: Store,
    /// What it is called.
    pub title: Draft,
    /// The day.
    pub date: Draft,
    /// The start.
    pub start: Draft,
    /// The end: what was typed, or else the usual length after the start.
    pub end: Memo<String>,
    own_end: Draft,
    has_own_end: RwSignal<bool>,
    /// How people meet.
    pub mode: Draft,
    /// Where.
    pub place: Draft,
    /// What about.
    pub agenda: Draft,
    /// How often.
    pub repeat: Draft,
    /// For how many weeks.
    pub weeks: Draft,
}

impl MeetingDraft {
    /// The draft as it was left, with sensible answers where nothing was typed.
    pub fn new(store: Store) -> Self {
        let draft = |part: &str, initial: String| Draft::new(store, named(part), initial);
        let soon = next_half_hour(untrack(|| store.now()).naive_local());
        let start = draft("start", soon.format("%H:%M").to_string());
        let own_end = draft("end", String::new());
        let has_own_end = RwSignal::new(store.draft(&named("end")).is_some());
        let end = Memo::new(move |before: Option<&String>| {
            if has_own_end.get() {
                return own_end.get();
            }
            match read_time(&start.get()) {
                Ok(start) => usual_end(start).format("%H:%M").to_string(),
                // While the start is half typed, the end stays where it was.
                Err(_) => before.cloned().unwrap_or_default(),
            }
        });
        Self {
            store,
            title: draft("title", String::new()),
            date: draft("date", soon.date().to_string()),
            start,
            end,
            own_end,
            has_own_end,
            mode: draft("mode", MeetingMode::default().name().to_owned()),
            place: draft("place", String::new()),
            agenda: draft("agenda", String::new()),
            repeat: draft("repeat", Repeat::Once.name().to_owned()),
            weeks: draft("weeks", weeks_left(store).to_string()),
        }
    }

    /// Chooses the day for the form before it is shown.
    pub fn begin_on(store: Store, day: NaiveDate) {
        store.set_draft(&named("date"), &day.to_string());
    }

    /// Types an end; from then on it no longer follows the start.
    pub fn set_end(&self, text: String) {
        self.has_own_end.set(true);
        self.own_end.set(text);
    }

    /// How people meet.
    pub fn chosen_mode(&self) -> MeetingMode {
        MeetingMode::from_name(&self.mode.get()).unwrap_or_default()
    }

    /// Whether it repeats.
    pub fn is_weekly(&self) -> bool {
        self.repeat.get() == Repeat::Weekly.name()
    }

    /// How many meetings it comes to.
    ///
    /// # Errors
    /// No number is written, or one out of range.
    pub fn times(&self) -> Result<u32, Problem> {
        if !self.is_weekly() {
            return Ok(1);
        }
        let (least, most) = (1, LIMITS.meetings_at_once);
        let written = self.weeks.get().trim().parse::<u32>().ok();
        written
            .filter(|weeks| (least..=most).contains(weeks))
            .ok_or(Problem::OutOfRange { least: i64::from(least), most: i64::from(most) })
    }

    /// The length in minutes.
    ///
    /// # Errors
    /// What is wrong with the end. Where the start cannot be read, that is said there.
    pub fn minutes(&self) -> Result<i64, Problem> {
        match read_time(&self.start.get()) {
            Ok(start) => read_length(start, &self.end.get()),
            Err(_) => read_time(&self.end.get()).map(|_| 0),
        }
    }

    /// What the meeting says; nothing as long as a field has a problem.
    pub fn changes(&self) -> Option<Vec<MeetingChange>> {
        let starts = read_day(&self.date.get()).ok()?.and_time(read_time(&self.start.get()).ok()?);
        let mut changes = vec![
            MeetingChange::Title(self.title.get()),
            MeetingChange::Starts(starts),
            MeetingChange::Minutes(self.minutes().ok()?),
            MeetingChange::Mode(self.chosen_mode()),
            MeetingChange::Place(self.place.get()),
            MeetingChange::Agenda(self.agenda.get()),
        ];
        changes.extend(self.store.zone_name().map(MeetingChange::Zone));
        changes.iter().all(|change| change.check().is_ok()).then_some(changes)
    }

    /// Forgets everything, once it has become a meeting.
    pub fn clear(&self) {
        self.store.clear_drafts(PREFIX);
    }
}

fn named(part: &str) -> String {
    format!("{PREFIX}{part}")
}

/// How many weeks of the plan are left, this one included.
fn weeks_left(store: Store) -> i64 {
    let left = untrack(|| {
        let today = store.now().date_naive();
        store.plan(&[], |id, plan| plan.card(id)?.week(today)).flatten()
    });
    left.map_or(USUAL_WEEKS, |(week, weeks)| weeks - week + 1)
        .clamp(1, i64::from(LIMITS.meetings_at_once))
}
