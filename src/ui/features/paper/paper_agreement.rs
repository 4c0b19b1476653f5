//! The agreement on paper: its words, and lines to sign on.

use leptos::prelude::*;

use crate::domain::{AgreementText, Paper, Person, Role, Standing, Yes};
use crate::store::Store;
use crate::ui::features::paper::paper_sheet::PaperPart;
use crate::ui::features::paper::paper_words::day;
use crate::ui::words::local_day;

/// The text that is printed, and the yeses to it.
fn printed(paper: &Paper, is_agreed: bool) -> (AgreementText, &[Yes]) {
    match &paper.agreement.agreed {
        Some(agreed) if is_agreed => (agreed.text.clone(), &agreed.yeses),
        _ => (paper.agreement.text(), &paper.agreement.yeses),
    }
}

/// Every part of the text that was agreed, or of the one that stands.
pub fn agreement_on_paper(store: Store, paper: &Paper, is_agreed: bool) -> AnyView {
    let words = store.messages().agreement;
    let (text, _) = printed(paper, is_agreed);
    let is_open = !is_agreed && paper.agreement.standing != Standing::InForce;
    let note = match text.0.is_empty() {
        true => Some(words.nothing),
        false => is_open.then_some(words.not_agreed),
    };
    let parts = text.0.into_iter().map(|clause| {
        view! {
            <PaperPart title=clause.title>
                <p class="paper__text">{clause.text}</p>
            </PaperPart>
        }
    });
    view! {
        {note.map(|note| view! { <p class="paper__period">{note}</p> })}
        {parts.collect_view()}
    }
    .into_any()
}

/// A line for each student and mentor, with when they said yes.
pub fn signatures_on_paper(store: Store, paper: &Paper, is_agreed: bool) -> AnyView {
    let words = store.messages().agreement;
    let (text, yeses) = printed(paper, is_agreed);
    if text.0.is_empty() {
        return ().into_any();
    }
    let mut lines: Vec<AnyView> = Vec::new();
    for role in [Role::Student, Role::Mentor] {
        let mut people = paper.people.iter().filter(|person| person.role == role).peekable();
        if people.peek().is_none() {
            lines.push(line(store, role, None, None));
        }
        for person in people {
            let yes = yeses.iter().find(|yes| yes.person == person.id);
            lines.push(line(store, role, Some(person), yes));
        }
    }
    view! {
        <PaperPart title=words.signatures.to_owned()>
            <div class="paper-agreement">{lines}</div>
        </PaperPart>
    }
    .into_any()
}

/// The line of one person, or of a side that nobody is on yet.
fn line(store: Store, role: Role, person: Option<&Person>, yes: Option<&Yes>) -> AnyView {
    let messages = store.messages();
    let words = messages.agreement;
    let role = (messages.common.role)(role);
    let name = person.map(|person| person.name.clone());
    let name = name.map(|name| view! { <h4 class="paper__name">{name}</h4> });
    let said = yes.and_then(|yes| local_day(store, &yes.created)).map(|on| day(store, on));
    let said = said.map_or_else(|| role.to_owned(), |on| (words.said_on)(role, &on));
    view! {
        <div class="paper-agreement__person">
            {name}
            <p class="paper__muted">{said}</p>
            <p class="paper-agreement__lines">
                <span class="paper-agreement__line">{words.signature}</span>
                <span class="paper-agreement__line" data-is="day">
                    {words.date}
                </span>
            </p>
        </div>
    }
    .into_any()
}
