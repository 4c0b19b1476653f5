//! What has changed since the reader said yes, or since both agreed, word by word; and the text that both agreed to.

use leptos::prelude::*;

use super::agreement_text::AgreementWords;
use super::agreement_words::AgreementHere;
use super::changed_words::{ChangedWords, ChangedWordsLegend};
use crate::domain::{Clause, Piece, SectionChange, Since, changed_pieces};
use crate::ui::components::{Chip, Disclosure, Section};
use crate::ui::words::{say_by, use_store};

/// What has changed; nothing where nothing has.
#[component]
pub fn AgreementChanges(
    /// The agreement.
    here: Memo<Option<AgreementHere>>,
) -> impl IntoView {
    let changes = Memo::new(move |_| {
        here.with(|here| {
            let here = here.as_ref()?;
            match &here.me {
                Some(me) => here.agreement.changes_for(me.id),
                None => Some((Since::Agreed, here.agreement.changes())),
            }
            .filter(|(_, changes)| !changes.is_empty())
        })
    });
    move || changes.get().map(|(since, changes)| view! { <Changed since changes /> })
}

/// The changes, one below the other.
#[component]
fn Changed(since: Since, changes: Vec<SectionChange>) -> impl IntoView {
    let store = use_store();
    let rows = changes.into_iter().map(|change| view! { <ChangedPart change /> });
    view! {
        <Section title=say_by(store, move |m| (m.agreement.changed_since)(since))>
            <ChangedWordsLegend />
            <ul class="agreement-changes" role="list">{rows.collect_view()}</ul>
        </Section>
    }
}

/// What became of one part.
#[component]
fn ChangedPart(change: SectionChange) -> impl IntoView {
    let words = use_store().messages().agreement;
    let (label, heading, text) = match change {
        SectionChange::Added(Clause { title, text, .. }) => {
            (words.added, vec![Piece::New(title)], vec![Piece::New(text)])
        }
        SectionChange::Removed(Clause { title, text, .. }) => {
            (words.removed, vec![Piece::Gone(title)], vec![Piece::Gone(text)])
        }
        SectionChange::Changed { from, to, pieces } => {
            (words.changed, changed_pieces(&from.title, &to.title), pieces)
        }
        SectionChange::Reordered => {
            return view! { <li class="agreement-changes__part">{words.reordered}</li> }.into_any();
        }
    };
    let is_said = |piece: &Piece| match piece {
        Piece::Same(text) | Piece::Gone(text) | Piece::New(text) => !text.is_empty(),
    };
    let text: Vec<Piece> = text.into_iter().filter(is_said).collect();
    view! {
        <li class="agreement-changes__part">
            <div class="agreement-changes__head">
                <ChangedWords pieces=heading />
                <Chip label=label.to_owned() />
            </div>
            <ChangedWords pieces=text />
        </li>
    }
    .into_any()
}

/// Opens the text that both agreed to, where that is not the one that stands.
#[component]
pub fn AgreedBefore(
    /// The agreement.
    here: Memo<Option<AgreementHere>>,
) -> impl IntoView {
    let store = use_store();
    let text = Memo::new(move |_| {
        let text = |here: &AgreementHere| {
            let agreed = here.agreement.agreed.as_ref().filter(|_| here.was_agreed())?;
            Some((here.agreed_on(store), agreed.text.clone()))
        };
        here.with(|here| here.as_ref().and_then(text))
    });
    move || {
        text.get().map(|(day, text)| {
            let summary = (store.messages().agreement.agreed_text)(&day);
            view! {
                <Disclosure summary>
                    <AgreementWords text />
                </Disclosure>
            }
        })
    }
}
