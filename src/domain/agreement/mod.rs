//! The mentorship agreement: its sections, who has said yes to what, and whose turn it is.
//!
//! Either side may change a section at any time. A yes is a record of its own that holds every word it is
//! about, so that it never counts for other words. It has a round: one more than the highest that
//! its writer knew, which puts the yeses into an order that agrees with who had seen what. Going through them in that
//! order, each person's latest yes is their word, and whenever the word of a student and that of a
//! mentor are the same, that text is agreed. The agreement is in force when the sections say what was agreed last.
//! A text that comes back after another was agreed is therefore asked about again.

mod deeds;
mod difference;
mod text;

pub use deeds::AgreementDeed;
pub use difference::{Piece, SectionChange, changed_pieces, changes_between};
pub use text::{AgreementText, Clause};

use std::collections::BTreeMap;

use super::id::{PlanId, RecordId};
use super::kind::Kind;
use super::person::Role;
use super::plan::Plan;
use super::record::{Fields, Record, field};
use super::value::Value;
use crate::crdt::InOrder;

/// One section of the agreement, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The record's id.
    pub id: RecordId,
    /// What the section is in the template it came from, such as `confidentiality`; empty for one of their own.
    pub template: String,
    /// Its heading.
    pub title: String,
    /// What is agreed.
    pub text: String,
    /// Whether several values stand in its heading or its text.
    pub is_disputed: bool,
}

/// A text that both sides have said yes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreed {
    /// The text.
    pub text: AgreementText,
    /// The yeses that made it the agreement.
    pub yeses: Vec<Yes>,
}

impl Agreed {
    /// Since when it is agreed: when the last of the yeses was said, in UTC, RFC 3339.
    pub fn since(&self) -> &str {
        self.yeses.iter().map(|yes| yes.created.as_str()).max().unwrap_or_default()
    }
}

/// A person's word: their latest yes, and the text it was said to, whether or not that still stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The yes.
    pub yes: Yes,
    /// The text.
    pub text: AgreementText,
}

/// Since when something has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Since {
    /// Since the reader said yes, which the other side has not.
    OwnYes,
    /// Since both sides agreed.
    Agreed,
}

/// One person's yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yes {
    /// The record's id.
    pub id: RecordId,
    /// Who said it.
    pub person: RecordId,
    /// When: UTC, RFC 3339.
    pub created: String,
}

/// How it stands with an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It has no sections.
    Empty,
    /// Two texts stand somewhere, and one has to be chosen first.
    Disputed,
    /// Nobody has said yes to it as it stands.
    Proposed,
    /// One side has said yes to it as it stands.
    HalfAgreed,
    /// Both sides have said yes, and it says what they said yes to.
    InForce,
}

/// What is asked of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Turn {
    /// To begin it.
    Begin,
    /// To choose between two texts.
    Settle,
    /// To read it, and to say yes or to change it.
    Answer,
    /// To wait for the other side.
    Wait,
    /// Nothing.
    Nothing,
}

/// The agreement of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Its sections as they stand, in order.
    pub sections: Vec<Section>,
    /// The text that was agreed last, whether or not it still stands.
    pub agreed: Option<Agreed>,
    /// How it stands.
    pub standing: Standing,
    /// Who has said yes to exactly what stands.
    pub yeses: Vec<Yes>,
    /// The word of everybody who has ever said yes.
    pub words: Vec<Word>,
}

impl Agreement {
    /// The text as it stands.
    pub fn text(&self) -> AgreementText {
        AgreementText::of(&self.sections)
    }

    /// What has changed since it was agreed. Empty where nothing has, or nothing was agreed.
    pub fn changes(&self) -> Vec<SectionChange> {
        let agreed = self.agreed.as_ref().map(|agreed| &agreed.text);
        agreed.map(|agreed| changes_between(agreed, &self.text())).unwrap_or_default()
    }

    /// What has changed since `me` said yes, if that was to something else than both agreed to; or else since both
    /// agreed. `None` where nothing has changed for them.
    pub fn changes_for(&self, me: RecordId) -> Option<(Since, Vec<SectionChange>)> {
        let now = self.text();
        let word = self.words.iter().find(|word| word.yes.person == me).map(|word| &word.text);
        let agreed = self.agreed.as_ref().map(|agreed| &agreed.text);
        let own = word.filter(|text| agreed != Some(text)).map(|text| (Since::OwnYes, text));
        let agreed = agreed.map(|text| (Since::Agreed, text));
        own.into_iter()
            .chain(agreed)
            .map(|(since, text)| (since, changes_between(text, &now)))
            .find(|(_, changes)| !changes.is_empty())
    }

    /// What is asked of `me`, who is a person of the plan.
    pub fn turn(&self, me: RecordId, role: Role) -> Turn {
        match self.standing {
            _ if role == Role::Coordinator => Turn::Nothing,
            Standing::Empty => Turn::Begin,
            Standing::Disputed => Turn::Settle,
            Standing::InForce => Turn::Nothing,
            Standing::Proposed => Turn::Answer,
            Standing::HalfAgreed if self.yeses.iter().any(|yes| yes.person == me) => Turn::Wait,
            Standing::HalfAgreed => Turn::Answer,
        }
    }
}

/// A yes with all that it says.
struct Consent {
    yes: Yes,
    role: Role,
    round: i64,
    text: AgreementText,
}

impl Plan {
    /// The agreement of the plan.
    pub fn agreement(&self) -> Agreement {
        let sections = self.sections();
        let text = AgreementText::of(&sections);
        let (agreed, words) = outcome(self.consents());
        let words: Vec<Word> = words
            .into_values()
            .map(|consent| Word { yes: consent.yes, text: consent.text })
            .collect();
        let still = words.iter().filter(|word| word.text == text);
        let yeses: Vec<Yes> = still.map(|word| word.yes.clone()).collect();
        let standing = match &agreed {
            _ if sections.is_empty() => Standing::Empty,
            _ if sections.iter().any(|section| section.is_disputed) => Standing::Disputed,
            Some(agreed) if agreed.text == text => Standing::InForce,
            _ if yeses.is_empty() => Standing::Proposed,
            _ => Standing::HalfAgreed,
        };
        Agreement { sections, agreed, standing, yeses, words }
    }

    /// The sections of the agreement, in order.
    fn sections(&self) -> Vec<Section> {
        let live = self.live(Kind::Section);
        let mut sections: Vec<_> = live
            .filter(|(_, record)| {
                // A yes goes to the pair with all its words, so it never takes in others.
                super::audience::visible(Kind::Section, record, super::audience::ForWhom::Pair)
            })
            .map(|(id, record)| (record.text(field::RANK), Section::read(id, record)))
            .collect();
        sections.order_by(|a, b| (a.0, a.1.id).cmp(&(b.0, b.1.id)));
        sections.into_iter().map(|(_, section)| section).collect()
    }

    /// Every yes of a student or mentor.
    fn consents(&self) -> Vec<Consent> {
        let read = |(id, record): (RecordId, &Record)| {
            let person: RecordId = record.text(field::AUTHOR).parse().ok()?;
            let role = Role::from_name(self.get(Kind::Person, person)?.text(field::ROLE))?;
            let created = record.text(field::CREATED).to_owned();
            let round = round_of(record)?;
            let yes = Yes { id, person, created };
            (role != Role::Coordinator).then(|| Consent {
                yes,
                role,
                round,
                text: AgreementText::read(record),
            })
        };
        let mut all: Vec<Consent> = self.live(Kind::Consent).filter_map(read).collect();
        all.order_by(|a, b| (a.round, a.yes.id).cmp(&(b.round, b.yes.id)));
        all
    }

    /// The round of the next yes.
    fn next_round(&self) -> i64 {
        let rounds = self.all(Kind::Consent).filter_map(|(_, record)| round_of(record));
        rounds.max().map_or(1, |last| last + 1)
    }

    /// The id of the section that a template calls so: the same on every device.
    pub(in crate::domain) fn section_id(plan: PlanId, template: &str) -> RecordId {
        RecordId::from(plan).named(&format!("agreement/{template}"))
    }
}

/// The highest round that is believed. One from a file beyond it would make every later yes one of the same round.
const MOST_ROUNDS: i64 = 1_000_000;

fn round_of(record: &Record) -> Option<i64> {
    let round = record.value(field::ROUND).and_then(Value::as_number)?;
    (1..=MOST_ROUNDS).contains(&round).then_some(round)
}

impl Section {
    fn read(id: RecordId, record: &Record) -> Self {
        let several = |name| {
            let mut held = record.field(name).into_iter().flat_map(|held| held.entries());
            let first = held.next();
            first.is_some_and(|first| held.any(|other| other.value.value != first.value.value))
        };
        Self {
            id,
            template: record.text(field::TEMPLATE).to_owned(),
            title: record.text(field::TITLE).to_owned(),
            text: record.text(field::TEXT).to_owned(),
            is_disputed: several(field::TITLE) || several(field::TEXT),
        }
    }
}

/// What was agreed last, and the latest word of each person. The consents are in the order of their rounds.
fn outcome(consents: Vec<Consent>) -> (Option<Agreed>, BTreeMap<RecordId, Consent>) {
    let mut words: BTreeMap<RecordId, Consent> = BTreeMap::new();
    let mut agreed = None;
    let mut rest = consents.into_iter().peekable();
    while let Some(first) = rest.next() {
        // Those of one round had not seen each other. A text to which one of them makes the second side is
        // agreed, even if another of them, unseen, took the first side's word back.
        let round = first.round;
        let mut group = vec![first];
        while let Some(next) = rest.next_if(|next| next.round == round) {
            group.push(next);
        }
        if let Some(found) = agreed_in(&group, &words) {
            agreed = Some(found);
        }
        for consent in group {
            words.insert(consent.yes.person, consent);
        }
    }
    (agreed, words)
}

/// The text that the yeses of one round make the agreement, together with the words before it.
fn agreed_in(group: &[Consent], words: &BTreeMap<RecordId, Consent>) -> Option<Agreed> {
    let mut found: Option<Agreed> = None;
    for candidate in group {
        let same: Vec<&Consent> =
            group.iter().chain(words.values()).filter(|one| one.text == candidate.text).collect();
        let has = |role: Role| same.iter().any(|one| one.role == role);
        if !(has(Role::Student) && has(Role::Mentor)) {
            continue;
        }
        // Should two texts be agreed at once, every device takes the same one.
        if found.as_ref().is_none_or(|other| other.text < candidate.text) {
            let yeses = same.iter().map(|one| one.yes.clone()).collect();
            found = Some(Agreed { text: candidate.text.clone(), yeses });
        }
    }
    found
}
