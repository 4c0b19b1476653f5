//! A field of something that is already there. It is saved when the reader leaves the field or the page; until
//! then every keystroke is kept as a draft, and a change that comes in does not touch what is being
//! written. Nor does what was written touch that change: it replaces what the field showed when the
//! writing began, and stands beside the rest.

use leptos::prelude::*;

use crate::domain::{CommandError, Knowledge, Problem, RecordKey};
use crate::store::Store;
use crate::ui::components::FieldNote;
use crate::ui::words::problem_note;

/// What a field component needs.
#[derive(Clone, Copy)]
pub struct LiveField {
    /// What the field shows: the draft, or else what is stored.
    pub value: Signal<String>,
    /// Called with each keystroke.
    pub on_input: Callback<String>,
    /// Called when the reader leaves the field.
    pub on_commit: Callback<String>,
    /// What is wrong, said while typing goes on.
    pub note: Signal<FieldNote>,
}

/// A live field.
///
/// `of` is the record that the field is of; `name` names its draft, such as `goal/<id>/title`. `stored` reads what is stored, `check` says
/// what would be wrong with a text, and `commit` applies it.
pub fn live_field(
    store: Store,
    of: Option<RecordKey>,
    name: String,
    stored: impl Fn() -> String + Send + Sync + 'static,
    check: impl Fn(&str) -> Option<Problem> + Send + Sync + 'static,
    commit: impl Fn(String) -> Result<(), CommandError> + Send + Sync + 'static,
) -> LiveField {
    let draft = RwSignal::new(store.draft(&name));
    let name = StoredValue::new(name);
    let stored = Signal::derive(stored);
    let check = StoredValue::new(check);
    let known_name = move || name.with_value(|name| format!("{name}/known"));
    let keep = move |text: Option<String>| {
        let begins = text.is_some() && draft.with_untracked(Option::is_none);
        if let Some(of) = of.filter(|_| begins) {
            store.set_draft(&known_name(), &store.knowledge(of).print());
        } else if text.is_none() {
            store.set_draft(&known_name(), "");
        }
        name.with_value(|name| store.set_draft(name, text.as_deref().unwrap_or_default()));
        draft.set(text);
    };
    let leave = move |text: String| {
        let is_changed = text != stored.get_untracked();
        let known = || Some(Knowledge::parse(of?, &store.draft(&known_name())?));
        if !is_changed || store.knowing(known(), || commit(text)).is_ok() {
            keep(None);
        }
    };
    let leave = StoredValue::new(leave);
    // A page that goes away sends no field a goodbye.
    on_cleanup(move || {
        if let Some(Some(text)) = draft.try_get_untracked() {
            leave.with_value(|leave| leave(text));
        }
    });
    LiveField {
        value: Signal::derive(move || draft.get().unwrap_or_else(|| stored.get())),
        on_input: Callback::new(move |text| keep(Some(text))),
        on_commit: Callback::new(move |text: String| leave.with_value(|leave| leave(text))),
        note: Signal::derive(move || {
            let problem = draft.with(|draft| {
                draft.as_deref().and_then(|text| check.with_value(|check| check(text)))
            });
            problem_note(store, problem)
        }),
    }
}
