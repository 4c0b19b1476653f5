//! Evaluations in the reader's words: how each side is asked, who the other side is, and where they stand.

use leptos::prelude::*;

use crate::domain::{EvaluationItem, Kind, Moment, Role, SideBySide};
use crate::i18n::EvaluationMessages;
use crate::store::Store;
use crate::ui::features::feedback::feedback_words::my_role;

/// What both sides have answered at a moment, as far as the reader may be shown it.
pub fn evaluations_at(store: Store, moment: Moment) -> Memo<SideBySide> {
    Memo::new(move |_| read_evaluations(store, moment))
}

/// As [`evaluations_at`], read now.
pub fn read_evaluations(store: Store, moment: Moment) -> SideBySide {
    let Some(me) = store.me() else { return SideBySide::default() };
    let kinds = [Kind::Evaluation, Kind::Person];
    store.plan(&kinds, |_, plan| plan.evaluations(moment, me)).unwrap_or_default()
}

/// What the evaluation of a moment is called.
pub fn moment_title(words: &EvaluationMessages, moment: Moment) -> &'static str {
    match moment {
        Moment::End => words.end,
        _ => words.mid,
    }
}

/// How somebody with this role is asked an item.
pub fn asked_as(item: &EvaluationItem, role: Role) -> &str {
    match role {
        Role::Mentor => &item.mentor,
        Role::Student | Role::Coordinator => &item.student,
    }
}

/// How the reader is asked an item.
pub fn asked_of_me(store: Store, item: &EvaluationItem) -> String {
    asked_as(item, my_role(store)).to_owned()
}

/// The names of the other side, or words for it where nobody is there yet.
pub fn other_side(store: Store) -> String {
    let (me, mine) = (store.me(), my_role(store));
    let people = store.plan(&[Kind::Person], |_, plan| plan.people()).unwrap_or_default();
    let is_other = |role: Role| role != mine && role != Role::Coordinator;
    let names: Vec<String> = people
        .into_iter()
        .filter(|person| Some(person.id) != me && is_other(person.role))
        .map(|person| person.name)
        .collect();
    match names.is_empty() {
        true => store.messages().evaluation.other_side.to_owned(),
        false => names.join(", "),
    }
}

/// How it stands, in a sentence above the items.
pub fn standing(store: Store, found: &SideBySide) -> String {
    let words = store.messages().evaluation;
    match (&found.mine, found.others_answered) {
        (None, 0) => (words.intro)(store.pack().evaluation.len(), &other_side(store)),
        (None, _) => (words.others_wait)(&other_side(store)),
        (Some(_), 0) => (words.mine_kept)(&other_side(store)),
        (Some(_), _) if found.is_over => words.both.to_owned(),
        (Some(_), _) => words.some.to_owned(),
    }
}
