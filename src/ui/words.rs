//! From the domain's terms to the reader's words: the small choices every page shares.

use chrono::{DateTime, FixedOffset, NaiveDate};
use leptos::prelude::*;

use crate::domain::{Category, Complaint, DeviceId, Kind, Plan, Problem, RecordId};
use crate::i18n::Messages;
use crate::store::{Installation, Store};
use crate::ui::components::redrawn::words;
use crate::ui::components::{CapColor, FieldNote, Mark};

/// The store of the app.
pub fn use_store() -> Store {
    expect_context()
}

/// The program on this device.
pub fn use_installation() -> Installation {
    expect_context()
}

/// A message in the reader's language, as a signal that follows the language. It takes a plain
/// function, so that all messages share one kind of signal: that saves a good part of the program.
pub fn say(store: Store, choose: fn(&'static Messages) -> &'static str) -> Signal<String> {
    Signal::derive(move || choose(store.messages()).to_owned())
}

/// A message that also depends on something else, as a signal that follows both.
pub fn say_by(
    store: Store,
    choose: impl Fn(&'static Messages) -> &'static str + Send + Sync + 'static,
) -> Signal<String> {
    words(move || choose(store.messages()).to_owned())
}

/// The cap color of a category.
pub fn cap_color(category: Category) -> CapColor {
    match category {
        Category::Technique => CapColor::Blue,
        Category::Safety => CapColor::Red,
        Category::Communication => CapColor::Gold,
        Category::Knowledge => CapColor::Green,
        Category::Career => CapColor::Lavender,
        Category::Wellbeing => CapColor::Grey,
    }
}

/// The mark of a category: its color and its word.
pub fn category_mark(store: Store, category: Category) -> Mark {
    Mark::new(cap_color(category), (store.messages().common.category)(category))
}

/// What a person of the open plan is called; the reader is `you`.
pub fn name_of(store: Store, person: Option<RecordId>) -> String {
    let shell = store.messages().shell;
    if person.is_some() && person == store.me() {
        return shell.you.to_owned();
    }
    let name = person.and_then(|person| {
        store.plan(&[Kind::Person], |_, plan| plan.person(person).map(|found| found.name))?
    });
    name.unwrap_or_else(|| shell.somebody.to_owned())
}

/// What the person who writes with a device is called; the reader is `you`.
pub fn writer_name(store: Store, plan: &Plan, device: DeviceId) -> String {
    let shell = store.messages().shell;
    match plan.writer(device) {
        Some(person) if Some(person.id) == store.me() => shell.you.to_owned(),
        Some(person) => person.name,
        None if device == store.device() => shell.you.to_owned(),
        None => shell.somebody.to_owned(),
    }
}

/// What the person who writes with a device is called; `None` for the reader.
pub fn other_name(store: Store, plan: &Plan, device: DeviceId) -> Option<String> {
    let writer = plan.writer(device);
    let is_me = device == store.device()
        || writer.as_ref().is_some_and(|person| Some(person.id) == store.me());
    let name = writer.map_or_else(|| store.messages().shell.somebody.to_owned(), |p| p.name);
    (!is_me).then_some(name)
}

/// When something was written, from seconds since 1970, by the reader's clock: `Thu 26 Nov 15:30`.
pub fn moment(store: Store, seconds: i64) -> String {
    let offset = *store.now().offset();
    DateTime::from_timestamp(seconds, 0)
        .map(|moment| store.locale().moment(moment.with_timezone(&offset).naive_local()))
        .unwrap_or_default()
}

/// The local day of an RFC 3339 moment, as records keep it in `created`.
pub fn local_day(store: Store, created: &str) -> Option<NaiveDate> {
    let moment: DateTime<FixedOffset> = DateTime::parse_from_rfc3339(created).ok()?;
    Some(moment.with_timezone(store.now().offset()).date_naive())
}

/// A day in the past, as `today`, `yesterday`, `3 days ago`, or its date when it is longer ago.
pub fn days_ago(store: Store, day: NaiveDate) -> String {
    let days = (store.now().date_naive() - day).num_days();
    match days {
        0..=6 => (store.messages().common.days_ago)(days),
        _ => store.locale().full_date(day),
    }
}

/// What is wrong with the words in a field, below it.
pub fn problem_note(store: Store, problem: Option<Problem>) -> FieldNote {
    FieldNote::error(problem.map(|problem| (store.messages().errors.problem)(problem)))
}

/// The problem in one field, out of an attempt to check or apply something.
pub fn problem_in<T>(outcome: &Result<T, Complaint>) -> Option<Problem> {
    outcome.as_ref().err().map(|complaint| complaint.problem)
}
