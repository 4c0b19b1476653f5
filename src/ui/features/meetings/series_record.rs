//! One series, as the pages of it read it and put it into words.

use chrono::NaiveDateTime;
use leptos::prelude::*;

use super::repeat_fields::rule_choice;
use crate::domain::{Kind, Meeting, MeetingStatus, Plan, RecordId, Series};
use crate::store::Store;
use crate::ui::components::Choice;

/// The series; `None` where it is not in the plan.
pub fn series_of(store: Store, id: RecordId) -> Memo<Option<Series>> {
    Memo::new(move |_| store.plan(&[Kind::Series], |_, plan| plan.series(id)).flatten())
}

/// The rule, and when and how its meetings are: `Every two weeks · Thursday 15:30 · 30 min · by call`.
pub fn rule_line(store: Store, series: &Series) -> String {
    let (locale, words) = (store.locale(), store.messages().meetings);
    let first = series.starts.map(|starts| starts.date());
    let rule = series.repeat.map(|repeat| rule_choice(store, repeat, first));
    let when =
        series.starts.map(|at| format!("{} {}", locale.weekday(at.date()), locale.time(at.time())));
    let rest = [(words.minutes)(series.minutes), (words.by)(series.mode).to_owned()];
    rule.into_iter().chain(when).chain(rest).collect::<Vec<_>>().join(" · ")
}

/// The planned meetings of a series that are still to come, by their start.
pub fn planned(plan: &Plan, series: RecordId, now: NaiveDateTime) -> Vec<Meeting> {
    let ids = plan.meetings_in_series(series).into_iter();
    let mut found: Vec<Meeting> = ids
        .filter_map(|(_, id)| plan.meeting(id))
        .filter(|meeting| {
            meeting.status == MeetingStatus::Planned && meeting.starts.is_some_and(|at| at >= now)
        })
        .collect();
    found.sort_by_key(|meeting| (meeting.starts, meeting.id));
    found
}

/// Meetings as choices, by their ids.
pub fn meeting_choices(store: Store, meetings: &[Meeting]) -> Vec<Choice> {
    let one = |meeting: &Meeting| {
        let starts = meeting.starts.map(|at| store.locale().moment(at)).unwrap_or_default();
        Choice::new(meeting.id.to_string(), starts)
    };
    meetings.iter().map(one).collect()
}
