//! Shifts that are being written down. Every keystroke is kept.

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use leptos::prelude::*;

use crate::domain::{
    Complaint, LIMITS, PlanId, Problem, RecordId, Rhythm, ShiftChange, ShiftPattern, Timetable,
    field, read_day, read_time, shift_length,
};
use crate::store::Store;
use crate::ui::features::writing::draft::Draft;
use crate::ui::words::problem_in;

/// What the names of the drafts begin with.
const PREFIX: &str = "shift/new/";

/// How shifts are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a pattern.
    Pattern,
    /// One alone.
    Single,
    /// Out of a calendar file.
    File,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Pattern, Self::Single, Self::File];

    /// The name under which the choice is kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pattern => "pattern",
            Self::Single => "single",
            Self::File => "file",
        }
    }
}

/// The names under which the rhythms are kept.
pub const RHYTHMS: [&str; 4] = ["3-4", "4-3", "weekdays", "own"];
/// The names under which it is kept how far a pattern goes.
pub const REACHES: [&str; 2] = ["weeks", "day"];

/// The fields of the form for new shifts.
#[derive(Clone, Copy)]
pub struct ShiftDraft {
    store: Store,
    /// How they are written down.
    pub way: Draft,
    /// When each starts.
    pub starts: Draft,
    /// When each ends.
    pub ends: Draft,
    /// Which rhythm.
    pub rhythm: Draft,
    /// The chosen weekdays, each by its number from Monday, in one text.
    pub weekdays: Draft,
    /// How many days on.
    pub on: Draft,
    /// How many days off.
    pub off: Draft,
    /// The first day, or the only one.
    pub first: Draft,
    /// How far: one of [`REACHES`].
    pub reach: Draft,
    /// How many weeks.
    pub weeks: Draft,
    /// The last day.
    pub last: Draft,
    /// Where or what.
    pub title: Draft,
}

impl ShiftDraft {
    /// The draft as it was left, with sensible answers where nothing was typed.
    pub fn new(store: Store) -> Self {
        let draft =
            |part: &str, initial: String| Draft::new(store, format!("{PREFIX}{part}"), initial);
        let plain = |part: &str, initial: &str| draft(part, initial.to_owned());
        let today = untrack(|| store.now()).date_naive();
        let later =
            |days: u64| today.checked_add_days(Days::new(days)).unwrap_or(today).to_string();
        Self {
            store,
            way: plain("way", Way::Pattern.name()),
            starts: plain("starts", "19:00"),
            ends: plain("ends", "07:00"),
            rhythm: plain("rhythm", RHYTHMS[0]),
            weekdays: plain("weekdays", "012"),
            on: plain("on", "2"),
            off: plain("off", "2"),
            first: draft("first", later(1)),
            reach: plain("reach", REACHES[0]),
            weeks: plain("weeks", "4"),
            last: draft("last", later(28)),
            title: plain("title", ""),
        }
    }

    /// How shifts are written down.
    pub fn chosen_way(&self) -> Way {
        let way = self.way.get();
        Way::ALL.into_iter().find(|known| known.name() == way).unwrap_or(Way::Pattern)
    }

    /// The hours: the start, and the minutes from it to the end.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn hours(&self) -> Result<(NaiveTime, i64), Problem> {
        let starts = read_time(&self.starts.get())?;
        Ok((starts, shift_length(starts, read_time(&self.ends.get())?)))
    }

    /// The number of days on, or of days off.
    ///
    /// # Errors
    /// No number is written, or one out of range.
    pub fn days(&self, is_on: bool) -> Result<u32, Problem> {
        let (draft, least) = if is_on { (self.on, 1) } else { (self.off, 0) };
        number(&draft.get(), least, MOST_DAYS)
    }

    /// The number of weeks.
    ///
    /// # Errors
    /// No number is written, or one out of range.
    pub fn week_count(&self) -> Result<u32, Problem> {
        number(&self.weeks.get(), 1, MOST_WEEKS)
    }

    /// Whether the pattern goes on for some weeks, and not until a day.
    pub fn is_by_weeks(&self) -> bool {
        self.reach.get() != REACHES[1]
    }

    /// The chosen weekdays.
    pub fn chosen_weekdays(&self) -> Vec<Weekday> {
        let text = self.weekdays.get();
        let numbers = text.chars().filter_map(|digit| digit.to_digit(10));
        numbers.filter_map(|number| Weekday::try_from(u8::try_from(number).ok()?).ok()).collect()
    }

    /// The last day on which a shift may start.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn last_day(&self, first: NaiveDate) -> Result<NaiveDate, Problem> {
        if !self.is_by_weeks() {
            return read_day(&self.last.get());
        }
        let days = u64::from(self.week_count()?) * 7 - 1;
        first.checked_add_days(Days::new(days)).ok_or(Problem::DateOutOfRange)
    }

    fn chosen_rhythm(&self) -> Result<Rhythm, Problem> {
        Ok(match self.rhythm.get().as_str() {
            "4-3" => Rhythm::FOUR_THREE,
            "weekdays" => Rhythm::Weekdays(self.chosen_weekdays()),
            "own" => Rhythm::OnOff { on: self.days(true)?, off: self.days(false)? },
            _ => Rhythm::THREE_FOUR,
        })
    }

    /// What is wrong with the words of where or what.
    pub fn title_problem(&self) -> Option<Problem> {
        problem_in(&ShiftChange::Title(self.title.get()).check())
    }

    /// The pattern as it is typed.
    ///
    /// # Errors
    /// A field says nothing readable, or the shifts cannot be.
    pub fn pattern(&self) -> Result<ShiftPattern, Complaint> {
        let at = |field: &'static str| move |problem| Complaint { field: field.into(), problem };
        let (starts, minutes) = self.hours().map_err(at(field::MINUTES))?;
        let first = read_day(&self.first.get()).map_err(at(field::FROM))?;
        let is_single = self.chosen_way() == Way::Single;
        let (rhythm, last) = match is_single {
            true => (Rhythm::OnOff { on: 1, off: 0 }, first),
            false => (
                self.chosen_rhythm().map_err(at(field::MINUTES))?,
                self.last_day(first).map_err(at(field::UNTIL))?,
            ),
        };
        Ok(ShiftPattern { rhythm, first, last, starts, minutes })
    }

    /// The deed that writes the shifts down; nothing as long as something is wrong.
    pub fn deed(&self, person: RecordId) -> Option<Timetable> {
        let pattern = self.pattern().ok()?;
        let is_right = pattern.shifts().is_ok() && self.title_problem().is_none();
        let zone = self.store.zone_name().unwrap_or_default();
        let title = self.title.get().trim().to_owned();
        is_right.then_some(Timetable::AddShifts { person, pattern, title, zone })
    }

    /// Forgets the days, once they have become shifts. Hours and place are mostly the same the next time.
    pub fn clear(&self) {
        for part in ["first", "last", "way"] {
            self.store.clear_drafts(&format!("{PREFIX}{part}"));
        }
    }
}

/// The most days on or off.
const MOST_DAYS: u32 = 28;
/// The most weeks: as many as a year has.
const MOST_WEEKS: u32 = 52;

fn number(text: &str, least: u32, most: u32) -> Result<u32, Problem> {
    let number = text.trim().parse::<u32>().ok().filter(|number| (least..=most).contains(number));
    number.ok_or(Problem::OutOfRange { least: least.into(), most: most.into() })
}

/// Where the reader's shifts are written down: the plan, and who they are in it.
pub fn shift_home(store: Store) -> Option<(PlanId, RecordId)> {
    untrack(|| store.shift_home())
}

/// The most shifts that are written down at once.
pub const MOST: usize = LIMITS.shifts_at_once;
