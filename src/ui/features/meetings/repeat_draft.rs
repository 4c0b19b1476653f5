//! How often a meeting is, and for how long, while that is being chosen.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use leptos::prelude::*;

use crate::domain::{Ending, LIMITS, Problem, Repeat, Run, read_day};
use crate::store::Store;
use crate::ui::features::writing::draft::Draft;

/// The name of the choice of a single meeting.
pub const ONCE: &str = "once";

/// The names of the two ways to say how far a series goes.
pub const TIMES: &str = "times";
/// Until a day.
pub const UNTIL: &str = "until";

/// How many weeks are suggested where the plan does not say how many are left.
const USUAL_WEEKS: i64 = 8;

/// How often, and for how long.
#[derive(Clone, Copy)]
pub struct RepeatDraft {
    /// How often: [`ONCE`], or the name of a rule.
    pub often: Draft,
    /// For how long.
    pub ending: EndingDraft,
}

/// How far a series goes.
#[derive(Clone, Copy)]
pub struct EndingDraft {
    /// [`TIMES`] or [`UNTIL`].
    pub way: Draft,
    /// So many times.
    pub times: Draft,
    /// Until this day.
    pub until: Draft,
}

impl RepeatDraft {
    /// The choices under `prefix` as they were left, or else a rule and its last day.
    pub fn new(
        store: Store,
        prefix: &str,
        repeat: Option<Repeat>,
        until: Option<NaiveDate>,
    ) -> Self {
        let often = repeat.map_or(ONCE, Repeat::name);
        Self {
            often: Draft::new(store, format!("{prefix}repeat"), often),
            ending: EndingDraft::new(store, prefix, weeks_left(store), until),
        }
    }

    /// The rule that is chosen, as it goes with the first day: a monthly one follows that day's weekday. `None` for
    /// a single meeting.
    pub fn chosen(&self, first: Option<NaiveDate>) -> Option<Repeat> {
        let chosen = Repeat::from_name(&self.often.get())?;
        let Some(first) = first else { return Some(chosen) };
        let lawful = Repeat::from_day(first);
        let is_monthly = |repeat: &Repeat| matches!(repeat, Repeat::Monthly(_));
        let alike = || lawful.iter().copied().find(is_monthly).filter(|_| is_monthly(&chosen));
        lawful.iter().copied().find(|repeat| *repeat == chosen).or_else(alike)
    }

    /// What the rule comes to; a single meeting where there is none.
    ///
    /// # Errors
    /// What is wrong with how far it goes.
    pub fn run(&self, starts: Option<NaiveDateTime>) -> Result<Option<Run>, Problem> {
        let repeat = self.chosen(starts.map(|starts| starts.date()));
        let Some(repeat) = repeat else { return Ok(None) };
        let ending = self.ending.read()?;
        // What is wrong with the start is said there.
        let Some(starts) = starts else { return Ok(None) };
        Run::of(repeat, starts, 0, ending).map(Some)
    }
}

impl EndingDraft {
    /// The choices under `prefix` as they were left, or else so many times or until a day.
    pub fn new(store: Store, prefix: &str, times: i64, until: Option<NaiveDate>) -> Self {
        let draft =
            |part: &str, initial: String| Draft::new(store, format!("{prefix}{part}"), initial);
        let way = if until.is_some() { UNTIL } else { TIMES };
        let last = until.or_else(|| last_day(store)).map(|day| day.to_string());
        Self {
            way: draft("way", way.to_owned()),
            times: draft("weeks", times.to_string()),
            until: draft("until", last.unwrap_or_default()),
        }
    }

    /// Whether it goes until a day.
    pub fn is_until(&self) -> bool {
        self.way.get() == UNTIL
    }

    /// What is chosen.
    ///
    /// # Errors
    /// No number or day can be read, or one out of range.
    pub fn read(&self) -> Result<Ending, Problem> {
        if self.is_until() {
            return read_day(&self.until.get()).map(Ending::Until);
        }
        let (least, most) = (1, LIMITS.meetings_at_once);
        let written = self.times.get().trim().parse::<u32>().ok();
        let times = written.filter(|times| (least..=most).contains(times));
        let problem = Problem::OutOfRange { least: i64::from(least), most: i64::from(most) };
        times.map(Ending::Times).ok_or(problem)
    }
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

/// The last day of the weeks that are left.
fn last_day(store: Store) -> Option<NaiveDate> {
    let today = untrack(|| store.now()).date_naive();
    let days = weeks_left(store) * 7;
    today.checked_add_signed(TimeDelta::try_days(days)?)
}
