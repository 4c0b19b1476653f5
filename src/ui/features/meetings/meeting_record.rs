//! One meeting, as the pieces of its page read it, change it and put it into words.

use leptos::prelude::*;

use crate::domain::{
    Command, CommandError, Kind, Meeting, MeetingChange, MeetingMode, MeetingStatus, Problem,
    RecordId,
};
use crate::store::Store;
use crate::ui::components::{Choice, FieldNote};
use crate::ui::features::meetings::repeat_fields::rule_choice;
use crate::ui::words::problem_note;

/// The meeting; `None` where it is not in the plan.
pub fn meeting_of(store: Store, id: RecordId) -> Memo<Option<Meeting>> {
    Memo::new(move |_| store.plan(&[Kind::Meeting], |_, plan| plan.meeting(id)).flatten())
}

/// Changes the meeting.
///
/// # Errors
/// As [`Store::apply`].
pub fn revise_meeting(
    store: Store,
    meeting: RecordId,
    changes: Vec<MeetingChange>,
) -> Result<(), CommandError> {
    let plan = untrack(|| store.open_plan_id()).ok_or(CommandError::NotInPlan)?;
    store.apply(Command::ReviseMeeting { plan, meeting, changes }).map(|_| ())
}

/// What is wrong with a day, below its field.
pub fn day_note(store: Store, problem: Option<Problem>) -> FieldNote {
    match problem {
        Some(Problem::Missing) => missing(store.messages().meetings.pick_date),
        problem => problem_note(store, problem),
    }
}

/// What is wrong with a time, below its field.
pub fn time_note(store: Store, problem: Option<Problem>) -> FieldNote {
    match problem {
        Some(Problem::Missing) => missing(store.messages().meetings.pick_time),
        problem => problem_note(store, problem),
    }
}

fn missing(words: &str) -> FieldNote {
    FieldNote::error(Some(words.to_owned()))
}

/// When: `Thu 26 Nov 15:30`.
pub fn start_words(store: Store, meeting: &Meeting) -> String {
    match meeting.starts {
        Some(starts) => store.locale().moment(starts),
        None => store.messages().meetings.no_time.to_owned(),
    }
}

/// When and how long, as planned or as it really was: `Thu 26 Nov 15:30 · 30 min`.
pub fn short_line(store: Store, meeting: &Meeting) -> String {
    let minutes = meeting.lasted.unwrap_or(meeting.minutes);
    let minutes = (store.messages().meetings.minutes)(minutes);
    format!("{} · {minutes}", start_words(store, meeting))
}

/// When, how long and how: `Thu 26 Nov 15:30 · 30 min · by call`.
pub fn meeting_line(store: Store, meeting: &Meeting) -> String {
    let by = (store.messages().meetings.by)(meeting.mode);
    format!("{} · {by}", short_line(store, meeting))
}

/// The same, with the status where it says more than that the meeting is planned.
pub fn status_line(store: Store, meeting: &Meeting) -> String {
    let line = meeting_line(store, meeting);
    match meeting.status {
        MeetingStatus::Planned => line,
        status => format!("{line} · {}", (store.messages().meetings.status_of)(status)),
    }
}

/// The ways to meet, by name, in the reader's language.
pub fn mode_choices(store: Store) -> Signal<Vec<Choice>> {
    Signal::derive(move || {
        let word = store.messages().meetings.mode;
        MeetingMode::ALL.into_iter().map(|mode| Choice::new(mode.name(), word(mode))).collect()
    })
}

/// When the meeting is by the reader's own clock, where it keeps another.
pub fn own_time(store: Store, meeting: &Meeting) -> Option<String> {
    let starts = meeting.starts?;
    let zones = store.zones();
    let here = zones.home().local(zones.of(&meeting.zone).moment(starts));
    (here != starts).then(|| (store.messages().agenda.own_clock)(&store.locale().moment(here)))
}

/// The rule of the series and where the meeting stands in it: `Every two weeks · 2 of 6`.
pub fn series_line(store: Store, meeting: &Meeting) -> Option<String> {
    let id = meeting.series?;
    let (series, place) = store
        .plan(&[Kind::Meeting, Kind::Series], |_, plan| {
            Some((plan.series(id)?, plan.place_in_series(meeting.id)))
        })
        .flatten()?;
    let first = series.starts.map(|starts| starts.date());
    let rule = series.repeat.map(|repeat| rule_choice(store, repeat, first));
    let place = place.map(|place| (store.messages().series.place)(place.number, place.of));
    Some(rule.into_iter().chain(place).collect::<Vec<_>>().join(" · "))
}
