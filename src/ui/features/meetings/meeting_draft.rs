//! A meeting, or a series of them, that is being written and has not been scheduled yet.

use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;

use super::repeat_draft::RepeatDraft;
use crate::domain::{
    Command, Meeting, MeetingChange, MeetingMode, PlanId, Problem, Repeat, Timetable, end_after,
    next_half_hour, read_day, read_length, read_time, usual_end,
};
use crate::store::Store;
use crate::ui::features::writing::draft::Draft;

/// What the names of the drafts of a new meeting begin with.
const NEW: &str = "meeting/new/";

/// The fields of the form for a meeting. Every keystroke is kept.
#[derive(Clone, Copy)]
pub struct MeetingDraft {
    store: Store,
    prefix: StoredValue<String>,
    zone: StoredValue<String>,
    /// What it is called.
    pub title: Draft,
    /// The day.
    pub date: Draft,
    /// The start.
    pub start: Draft,
    /// The end: what was typed, or else as long after the start as is usual, or as the meeting before was.
    pub end: Memo<String>,
    own_end: Draft,
    has_own_end: RwSignal<bool>,
    /// How people meet.
    pub mode: Draft,
    /// Where.
    pub place: Draft,
    /// What about.
    pub agenda: Draft,
    /// How often, and for how long.
    pub repeat: RepeatDraft,
}

/// What stands in the form before anything is typed.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// What the meeting says.
    pub meeting: Meeting,
    /// How it repeats.
    pub repeat: Option<Repeat>,
    /// The last day of a series.
    pub until: Option<NaiveDate>,
}

impl MeetingDraft {
    /// The draft of a new meeting as it was left, with sensible answers where nothing was typed.
    pub fn new(store: Store) -> Self {
        let soon = next_half_hour(untrack(|| store.now()).naive_local());
        let fields = Fields { store, prefix: NEW.to_owned() };
        let start = fields.draft("start", soon.format("%H:%M").to_string());
        let repeat = RepeatDraft::new(store, NEW, None, None);
        let zone = store.zone_name().unwrap_or_default();
        let mode = MeetingMode::default();
        let date = soon.date().to_string();
        fields.with(["", &date, mode.name(), "", ""], (start, None), repeat, zone)
    }

    /// The draft under `prefix` of a meeting that is like another.
    pub fn like(store: Store, prefix: &str, beginning: &Beginning) -> Self {
        let Beginning { meeting, repeat, until } = beginning;
        let fields = Fields { store, prefix: prefix.to_owned() };
        let clock = meeting.starts.map(|at| at.format("%H:%M").to_string());
        let start = fields.draft("start", clock.unwrap_or_default());
        let repeat = RepeatDraft::new(store, prefix, *repeat, *until);
        let zone = match meeting.zone.as_str() {
            "" => store.zone_name().unwrap_or_default(),
            zone => zone.to_owned(),
        };
        let date = meeting.starts.map(|at| at.date().to_string()).unwrap_or_default();
        let texts = [&meeting.title, &date, meeting.mode.name(), &meeting.place, &meeting.agenda];
        fields.with(texts, (start, Some(meeting.minutes)), repeat, zone)
    }

    /// Chooses the day for the form of a new meeting before it is shown.
    pub fn begin_on(store: Store, day: NaiveDate) {
        store.set_draft(&format!("{NEW}date"), &day.to_string());
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

    /// The day, where one can be read.
    pub fn day(&self) -> Option<NaiveDate> {
        read_day(&self.date.get()).ok()
    }

    /// When it starts, where that can be read.
    pub fn starts(&self) -> Option<NaiveDateTime> {
        Some(self.day()?.and_time(read_time(&self.start.get()).ok()?))
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
        let mut changes = vec![
            MeetingChange::Title(self.title.get()),
            MeetingChange::Starts(self.starts()?),
            MeetingChange::Minutes(self.minutes().ok()?),
            MeetingChange::Mode(self.chosen_mode()),
            MeetingChange::Place(self.place.get()),
            MeetingChange::Agenda(self.agenda.get()),
        ];
        let zone = self.zone.get_value();
        if !zone.is_empty() {
            changes.push(MeetingChange::Zone(zone));
        }
        changes.iter().all(|change| change.check().is_ok()).then_some(changes)
    }

    /// The command that makes it; nothing as long as a field has a problem.
    pub fn command(&self, plan: PlanId) -> Option<Command> {
        let changes = self.changes()?;
        let Some(repeat) = self.repeat.chosen(self.day()) else {
            return Some(Command::ScheduleMeetings { plan, changes, times: 1 });
        };
        self.repeat.run(self.starts()).ok()?;
        let ending = self.repeat.ending.read().ok()?;
        Some(Timetable::StartSeries { changes, repeat, ending }.within(plan))
    }

    /// Forgets everything, once it has become a meeting.
    pub fn clear(&self) {
        self.prefix.with_value(|prefix| self.store.clear_drafts(prefix));
    }
}

/// Where the fields of one form are kept.
struct Fields {
    store: Store,
    prefix: String,
}

impl Fields {
    fn name(&self, part: &str) -> String {
        format!("{}{part}", self.prefix)
    }

    fn draft(&self, part: &str, initial: String) -> Draft {
        Draft::new(self.store, self.name(part), initial)
    }

    /// The whole form, by the title, the day, the mode, the place and what it is about; the start and the length; the
    /// rule and the zone.
    fn with(
        self,
        texts: [&str; 5],
        (start, length): (Draft, Option<i64>),
        repeat: RepeatDraft,
        zone: String,
    ) -> MeetingDraft {
        let [title, date, mode, place, agenda] = texts.map(str::to_owned);
        let typed_end = self.store.draft(&self.name("end")).filter(|end| !end.is_empty());
        let has_own_end = RwSignal::new(typed_end.is_some());
        let own_end = self.draft("end", String::new());
        let end = Memo::new(move |before: Option<&String>| {
            if has_own_end.get() {
                return own_end.get();
            }
            match read_time(&start.get()) {
                Ok(start) => {
                    let end = length.map_or_else(|| usual_end(start), |it| end_after(start, it));
                    end.format("%H:%M").to_string()
                }
                // While the start is half typed, the end stays where it was.
                Err(_) => before.cloned().unwrap_or_default(),
            }
        });
        MeetingDraft {
            store: self.store,
            zone: StoredValue::new(zone),
            title: self.draft("title", title),
            date: self.draft("date", date),
            start,
            end,
            own_end,
            has_own_end,
            mode: self.draft("mode", mode),
            place: self.draft("place", place),
            agenda: self.draft("agenda", agenda),
            repeat,
            prefix: StoredValue::new(self.prefix),
        }
    }
}
