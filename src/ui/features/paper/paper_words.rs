//! Days and names on paper. Nobody is `you` there: a sheet is read by others.

use chrono::{Days, NaiveDate};

use crate::domain::{ForWhom, Kind, Paper, Person, Plan, RecordId, Role};
use crate::store::Store;

/// Everything that is printed of the plan that is open.
pub fn paper_of(store: Store) -> Option<Paper> {
    const KINDS: [Kind; 11] = [
        Kind::Plan,
        Kind::Person,
        Kind::Goal,
        Kind::Task,
        Kind::Meeting,
        Kind::ActionItem,
        Kind::Feedback,
        Kind::Rating,
        Kind::Evidence,
        Kind::Section,
        Kind::Consent,
    ];
    let now = store.now();
    let read = |id, plan: &Plan| plan.paper(id, ForWhom::Pair, now.naive_local(), *now.offset());
    store.plan(&KINDS, read).flatten()
}

/// A day with its year.
pub fn day(store: Store, day: NaiveDate) -> String {
    store.locale().full_date(day)
}

/// The day of a moment in seconds since 1970.
pub fn day_at(store: Store, seconds: i64) -> Option<String> {
    let moment = chrono::DateTime::from_timestamp(seconds, 0)?;
    Some(day(store, moment.with_timezone(store.now().offset()).date_naive()))
}

/// From when to when the plan goes.
pub fn days_of(store: Store, paper: &Paper) -> Option<String> {
    let starts = paper.card.starts?;
    let weeks = u64::try_from(paper.card.weeks?).ok()?;
    let ends = starts.checked_add_days(Days::new((weeks * 7).saturating_sub(1)))?;
    Some((store.messages().paper.days)(&day(store, starts), &day(store, ends)))
}

/// A person's name with their role.
pub fn with_role(store: Store, person: &Person) -> String {
    format!("{} ({})", person.name, (store.messages().common.role)(person.role).to_lowercase())
}

/// What a person is called.
pub fn name_on(paper: &Paper, id: Option<RecordId>) -> Option<&str> {
    paper.people.iter().find(|person| Some(person.id) == id).map(|person| person.name.as_str())
}

/// What stands at the top of each sheet: the plan, and whose it is.
pub fn head_of(paper: &Paper) -> String {
    let students = paper.people.iter().filter(|person| person.role == Role::Student);
    let names: Vec<&str> = students.map(|person| person.name.as_str()).collect();
    match names.is_empty() {
        true => paper.card.title.clone(),
        false => format!("{} · {}", paper.card.title, names.join(", ")),
    }
}
