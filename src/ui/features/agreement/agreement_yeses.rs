//! Who has said yes to the agreement, and when.

use leptos::prelude::*;

use super::agreement_words::{AgreementHere, said_on};
use crate::domain::{Person, Role};
use crate::store::Store;
use crate::ui::components::{List, ListRow, Section};
use crate::ui::words::{say, use_store};

/// A row for each student and mentor, and for a side that is missing.
#[component]
pub fn AgreementYeses(
    /// The agreement.
    here: Memo<Option<AgreementHere>>,
) -> impl IntoView {
    let store = use_store();
    let rows = Memo::new(move |_| {
        here.with(|here| here.as_ref().map(|here| rows(store, here))).unwrap_or_default()
    });
    let drawn = move || {
        let row = |(title, line)| view! { <ListRow title line /> };
        rows.get().into_iter().map(row).collect_view()
    };
    view! {
        <Section title=say(store, |m| m.agreement.who)>
            <List label=say(store, |m| m.agreement.who)>{drawn}</List>
        </Section>
    }
}

/// Each person with what they said, in words.
fn rows(store: Store, here: &AgreementHere) -> Vec<(String, String)> {
    let messages = store.messages();
    let me = here.me.as_ref().map(|me| me.id);
    let row = |person: &Person| {
        let name = match Some(person.id) == me {
            true => messages.shell.you.to_owned(),
            false => person.name.clone(),
        };
        (name, line(store, here, person))
    };
    let mut rows: Vec<_> = here.sides.iter().map(row).collect();
    for role in [Role::Student, Role::Mentor] {
        if !here.sides.iter().any(|one| one.role == role) {
            let words = (messages.agreement.missing)((messages.common.role)(role));
            rows.push((messages.shell.somebody.to_owned(), words));
        }
    }
    rows
}

/// What a person has said, with their role.
fn line(store: Store, here: &AgreementHere, person: &Person) -> String {
    let messages = store.messages();
    let role = (messages.common.role)(person.role);
    let words = messages.agreement;
    if let Some(yes) = here.agreement.yeses.iter().find(|yes| yes.person == person.id) {
        return (words.said_on)(role, &said_on(store, &yes.created));
    }
    match here.agreement.words.iter().find(|word| word.yes.person == person.id) {
        Some(word) => (words.said_earlier)(role, &said_on(store, &word.yes.created)),
        None => (words.said_not)(role),
    }
}
