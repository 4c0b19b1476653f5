//! A dispute in words: the field, and the answers to choose from.

use crate::domain::{Dispute, FieldName, Form, Kind, LIMITS, Plan, RecordKey, Value, field};
use crate::store::Store;
use crate::ui::features::settling::value_words::{field_words, value_words};
use crate::ui::words::{moment, writer_name};

/// A dispute in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The record.
    pub key: RecordKey,
    /// The field.
    pub field: FieldName,
    /// What the field is called.
    pub name: String,
    /// What was answered, in the order that every device shows.
    pub answers: Vec<Answer>,
    /// All answers in one, where they are texts that can stand one after the other.
    pub joined: Option<Value>,
    /// The most characters the field takes.
    pub limit: usize,
    /// What joining the texts in one's own words begins with, where they are longer texts.
    pub own_words: Option<String>,
}

/// One of the values of a disputed field.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The value.
    pub value: Value,
    /// The value as a person reads it.
    pub words: String,
    /// Who wrote it, and when.
    pub source: String,
}

/// A dispute of a plan in words.
pub fn question(store: Store, plan: &Plan, dispute: &Dispute) -> Question {
    let Dispute { key, field, rivals } = dispute;
    let key = *key;
    let answers: Vec<Answer> = rivals
        .iter()
        .map(|rival| Answer {
            words: value_words(store, plan, key.kind, field, &rival.value),
            source: format!(
                "{} · {}",
                writer_name(store, plan, rival.device),
                moment(store, rival.at)
            ),
            value: rival.value.clone(),
        })
        .collect();
    let name = field_words(store.messages(), key.kind, field);
    let texts = joined_texts(key.kind, field, &answers);
    let limit = texts.as_ref().map_or(LIMITS.text, |texts| texts.limit);
    let own_words = texts.as_ref().filter(|texts| texts.are_long).map(|texts| texts.joined.clone());
    let joined = texts.filter(Texts::fit).map(|texts| Value::text(texts.joined));
    Question { key, field: field.clone(), name, answers, joined, limit, own_words }
}

/// The texts of all answers, one after the other.
struct Texts {
    joined: String,
    /// The most characters the field takes.
    limit: usize,
    /// Whether the field takes texts of several lines.
    are_long: bool,
}

impl Texts {
    /// Whether the field takes that much.
    fn fit(&self) -> bool {
        self.joined.chars().count() <= self.limit
    }
}

/// The texts of all answers, if they are texts that can stand one after the other.
fn joined_texts(kind: Kind, name: &FieldName, answers: &[Answer]) -> Option<Texts> {
    let (between, limit) = match name.as_str() {
        field::TEXT if kind == Kind::Section => ("\n\n", LIMITS.clause),
        field::TITLE | field::PLACE | field::PROGRAM => (" / ", LIMITS.title),
        field::MEASURE | field::AGENDA | field::TEXT => ("\n\n", LIMITS.text),
        step if kind == Kind::Feedback && is_step(step) => ("\n\n", LIMITS.text),
        _ => return None,
    };
    let texts: Option<Vec<&str>> = answers.iter().map(|answer| answer.value.as_text()).collect();
    Some(Texts { joined: texts?.join(between), limit, are_long: limit != LIMITS.title })
}

fn is_step(name: &str) -> bool {
    Form::ALL.iter().any(|form| form.steps().contains(&name))
}
