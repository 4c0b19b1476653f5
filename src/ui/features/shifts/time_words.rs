//! Why a time is good or bad, in the reader's words.

use crate::domain::{Bar, Ground, Kind, Known, RecordId, Seeker, Verdict};
use crate::store::Store;
use crate::ui::features::shifts::seeking::Seeking;
use crate::ui::words::name_of;

/// What speaks for and against a time that can be: `You and Dana are free · right after your shift`.
pub fn reasons(store: Store, seeking: &Seeking, verdict: &Verdict) -> String {
    let words = store.messages().find_time;
    let is_known = |one: &Seeker| match one.known {
        Known::Shifts => true,
        Known::Told(until) => verdict.span.until <= until,
        Known::Nothing => false,
    };
    let others = seeking.seekers.get(1..).unwrap_or_default();
    let knows_others = !others.is_empty() && others.iter().all(is_known);
    let lead = match others {
        _ if !knows_others => words.only_me.to_owned(),
        [one] => (words.both)(&name_of(store, Some(one.person))),
        _ => words.all.to_owned(),
    };
    let mut parts = vec![lead];
    for ground in &verdict.grounds {
        let said = match ground {
            Ground::DayOff if !knows_others => words.my_day_off.to_owned(),
            ground => (words.ground)(*ground, other(store, seeking, who(*ground)).as_deref()),
        };
        if !parts.contains(&said) {
            parts.push(said);
        }
    }
    parts.join(" · ")
}

/// Everything that stands in the way of a time, a sentence each.
pub fn obstacles(store: Store, seeking: &Seeking, verdict: &Verdict) -> Vec<String> {
    let words = store.messages().find_time;
    let until = |at| seeking.until(store, verdict.span.from, at);
    let mut said: Vec<String> = Vec::new();
    for bar in &verdict.bars {
        let sentence = match bar {
            Bar::Outside if verdict.span.from < seeking.now => words.passed.to_owned(),
            Bar::Outside => words.far.to_owned(),
            Bar::OnShift { person, until: at }
            | Bar::AtRest { person, until: at, .. }
            | Bar::Told { person, until: at } => {
                (words.bar)(*bar, other(store, seeking, Some(*person)).as_deref(), &until(*at))
            }
            Bar::Meeting { meeting } => (words.bar)(*bar, None, &meeting_title(store, *meeting)),
            Bar::AtNight { .. } => (words.bar)(*bar, None, ""),
        };
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    said
}

/// What is not known of somebody, and what to do about it.
pub fn gaps(store: Store, seeking: &Seeking) -> Vec<String> {
    let words = store.messages().find_time;
    let me = seeking.me();
    let gap = |one: &Seeker| {
        let is_me = Some(one.person) == me;
        match one.known {
            Known::Nothing if is_me => Some(words.no_shifts.to_owned()),
            Known::Nothing => Some((words.not_told)(&name_of(store, Some(one.person)))),
            Known::Told(until) if !is_me => {
                let day = store.locale().day(seeking.zones.home().local(until).date());
                Some((words.told_until)(&name_of(store, Some(one.person)), &day))
            }
            Known::Told(_) | Known::Shifts => None,
        }
    };
    seeking.seekers.iter().filter_map(gap).collect()
}

/// Whom a ground is about.
fn who(ground: Ground) -> Option<RecordId> {
    match ground {
        Ground::OutsideHours { person }
        | Ground::BetweenNights { person }
        | Ground::BeforeShift { person }
        | Ground::AfterShift { person } => Some(person),
        Ground::DaysAway(_) | Ground::DayOff | Ground::Usual => None,
    }
}

/// The name of a person; `None` for the reader.
fn other(store: Store, seeking: &Seeking, person: Option<RecordId>) -> Option<String> {
    let person = person.filter(|person| Some(*person) != seeking.me())?;
    Some(name_of(store, Some(person)))
}

/// What a meeting of the open plan is called; nothing for one of another plan.
fn meeting_title(store: Store, id: RecordId) -> String {
    let found = store.plan(&[Kind::Meeting], |_, plan| plan.meeting(id)).flatten();
    found.map(|meeting| meeting.title).unwrap_or_default()
}
