//! Feedback in the reader's words: from whom to whom, when, what it is about, and what it asks of
//! the reader.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::{About, Feedback, Form, Kind, Matter, RecordId, Role};
use crate::route::Route;
use crate::store::Store;
use crate::ui::words::{days_ago, local_day, name_of};

/// How many characters of a piece of feedback stand for the whole of it.
const FIRST_WORDS: usize = 50;

/// From whom, to whom, and when: `Dana → you · 2 days ago`.
pub fn sender_line(store: Store, feedback: &Feedback) -> String {
    let from = name_of(store, feedback.author);
    let people = match feedback.to {
        Some(to) => {
            let to = name_of(store, Some(to));
            (store.messages().feedback.from_to)(&from, &to)
        }
        None => from,
    };
    match written(store, &feedback.created) {
        when if when.is_empty() => people,
        when => format!("{people} · {when}"),
    }
}

/// When something was written, as a day; nothing where that cannot be read.
pub fn written(store: Store, created: &str) -> String {
    local_day(store, created).map(|day| days_ago(store, day)).unwrap_or_default()
}

/// The first words of a piece of feedback, or what it is where it says nothing.
pub fn opening(store: Store, feedback: &Feedback) -> String {
    match feedback.first_words(FIRST_WORDS) {
        words if words.is_empty() => (store.messages().feedback.kind)(feedback.form).to_owned(),
        words => words,
    }
}

/// A record that feedback is about: what it is called, and its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its title, or its first words.
    pub title: String,
    /// The title with what the record is: `Goal: Order of draw`.
    pub label: String,
    /// Where it is.
    pub route: Route,
}

/// The record that something is about; `None` where it is gone or has no page of its own.
pub fn subject(store: Store, about: About) -> Option<Subject> {
    let id = about.id;
    let words = store.messages().feedback;
    match about.kind {
        Kind::Goal => {
            let goal = store.plan(&[Kind::Goal], |_, plan| plan.goal(id)).flatten()?;
            let label = (words.goal)(&goal.title);
            Some(Subject { title: goal.title, label, route: Route::Goal(id) })
        }
        Kind::Meeting => {
            let meeting = store.plan(&[Kind::Meeting], |_, plan| plan.meeting(id)).flatten()?;
            let day = meeting.starts.map(|starts| store.locale().day(starts.date()));
            let label = (words.meeting)(&meeting.title, &day.unwrap_or_default());
            Some(Subject { title: meeting.title, label, route: Route::Meeting(id) })
        }
        Kind::Feedback => {
            let feedback = store.plan(&[Kind::Feedback], |_, plan| plan.feedback(id)).flatten()?;
            let title = (words.answer_to)(&opening(store, &feedback));
            Some(Subject { label: title.clone(), title, route: Route::OneFeedback(id) })
        }
        _ => None,
    }
}

/// What a piece of feedback asks of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// To be answered.
    Answer,
    /// To be read.
    Read,
}

/// What waits for the reader, looked up once for a whole page.
pub fn waiting_feedback(store: Store) -> Memo<BTreeMap<RecordId, Waiting>> {
    Memo::new(move |_| {
        let me = store.me();
        let matters = store.plan(&[Kind::Feedback], |_, plan| plan.waiting_feedback(me));
        let waits = matters.unwrap_or_default().into_iter().filter_map(|matter| match matter {
            Matter::Answer { feedback } => Some((feedback, Waiting::Answer)),
            Matter::Read { feedback } => Some((feedback, Waiting::Read)),
            _ => None,
        });
        waits.collect()
    })
}

/// The reader's part in the open plan.
pub fn my_role(store: Store) -> Role {
    let me = store.me();
    let person = store.plan(&[Kind::Person], |_, plan| plan.person(me?)).flatten();
    person.map_or_else(|| store.preferences().with(|preferences| preferences.role), |p| p.role)
}

/// Whether a piece goes to the program and not to the pair.
pub fn is_to_program(feedback: &Feedback) -> bool {
    feedback.form == Some(Form::ToProgram)
}
