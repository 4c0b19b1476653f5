//! The words of an agreement, as one thing that a yes is about.

use super::super::id::RecordId;
use super::super::record::{FieldName, Record};
use super::super::value::Value;
use super::Section;

/// One section's words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clause {
    /// The section.
    pub section: RecordId,
    /// Its heading, on one line.
    pub title: String,
    /// What is agreed.
    pub text: String,
}

/// All the words of an agreement, in order. Two are equal only if every word is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgreementText(pub Vec<Clause>);

/// How the fields begin that hold the words in a record: then comes the place in the order, then the section.
const PREFIX: &str = "clause_";

impl AgreementText {
    pub(super) fn of(sections: &[Section]) -> Self {
        let clause = |section: &Section| Clause {
            section: section.id,
            title: section.title.clone(),
            text: section.text.clone(),
        };
        Self(sections.iter().map(clause).collect())
    }

    /// The words as the fields of a record: one for each section, the heading on its first line.
    pub(super) fn fields(&self) -> impl Iterator<Item = (FieldName, Option<Value>)> + '_ {
        self.0.iter().zip(1u32..).map(|(clause, place)| {
            let name = format!("{PREFIX}{place:03}_{}", clause.section);
            let words = format!("{}\n{}", clause.title, clause.text);
            (FieldName::new(&name), Some(Value::text(words)))
        })
    }

    /// The words in a record, which has its fields in the order of their names.
    pub(super) fn read(record: &Record) -> Self {
        let clauses = record.fields().filter_map(|(name, register)| {
            let (_, section) = name.as_str().strip_prefix(PREFIX)?.split_once('_')?;
            let words = register.first()?.value.as_text()?;
            let (title, text) = words.split_once('\n').unwrap_or((words, ""));
            Some(Clause {
                section: section.parse().ok()?,
                title: title.to_owned(),
                text: text.to_owned(),
            })
        });
        Self(clauses.collect())
    }

    /// The words as one text, for naming a record by it.
    pub(super) fn whole(&self) -> String {
        let clauses = self.0.iter();
        clauses.map(|c| format!("{}\n{}\n{}\0", c.section, c.title, c.text)).collect()
    }
}
