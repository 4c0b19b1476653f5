//! By what words a person recognises a record, whatever its kind.

use super::feedback::Feedback;
use super::id::RecordId;
use super::kind::Kind;
use super::plan::Plan;
use super::record::{Fields, Record, field};

impl Plan {
    /// The words by which a person recognises a record, deleted or not: its title, its name, or the
    /// first line of what it says; for a rating, what its goal is called. Empty where it says nothing.
    pub fn label(&self, kind: Kind, id: RecordId) -> String {
        let Some(record) = self.get(kind, id) else { return String::new() };
        match (kind, record.text(field::GOAL).parse()) {
            (Kind::Rating, Ok(goal)) => self.label(Kind::Goal, goal),
            _ => label(kind, id, record),
        }
    }
}

/// As [`Plan::label`], for a record on its own.
pub(super) fn label(kind: Kind, id: RecordId, record: &Record) -> String {
    let words = match kind {
        Kind::Person => record.text(field::NAME).to_owned(),
        Kind::Comment | Kind::Evidence | Kind::Note => record.text(field::TEXT).to_owned(),
        Kind::CheckIn => first_said(record, &super::check_in::PROMPTS),
        Kind::Closing => first_said(record, &super::closing::PROMPTS),
        Kind::Feedback => {
            let steps = Feedback::read(id, record).steps;
            steps.into_iter().next().map(|(_, words)| words).unwrap_or_default()
        }
        _ => record.text(field::TITLE).to_owned(),
    };
    words.lines().next().unwrap_or_default().to_owned()
}

/// The first of some fields that says something.
fn first_said(record: &Record, names: &[&str]) -> String {
    let words = names.iter().map(|name| record.text(name));
    words.filter(|words| !words.is_empty()).map(str::to_owned).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::id::DeviceId;
    use super::super::value::{Stamped, Value};
    use super::*;

    fn labelled(kind: Kind, fields: &[(&'static str, &str)]) -> String {
        let mut record = Record::new();
        let mut write = record.write(DeviceId::from_random(1));
        for (name, text) in fields {
            write.set((*name).into(), Stamped { value: Value::text(*text), at: 0 });
        }
        let (mut plan, id) = (Plan::default(), RecordId::from_random(1));
        plan.merge_record(kind, id, record);
        plan.label(kind, id)
    }

    #[test]
    fn a_record_is_known_by_its_title_its_name_or_its_first_line() {
        assert_eq!(labelled(Kind::Goal, &[(field::TITLE, "Hand veins")]), "Hand veins");
        assert_eq!(labelled(Kind::Person, &[(field::NAME, "Dana Ruiz")]), "Dana Ruiz");
        assert_eq!(labelled(Kind::Comment, &[(field::TEXT, "First.\nSecond.")]), "First.");
        let steps = [(field::FORM, "request"), (field::QUESTION, "How was my anchoring?")];
        assert_eq!(labelled(Kind::Feedback, &steps), "How was my anchoring?");
        assert_eq!(labelled(Kind::Goal, &[]), "");
    }

    #[test]
    fn a_rating_is_known_by_its_goal() {
        let record = |name: &'static str, text: String| {
            let mut record = Record::new();
            let stamped = Stamped { value: Value::text(text), at: 0 };
            record.write(DeviceId::from_random(1)).set(name.into(), stamped);
            record
        };
        let [goal, rating, lost] = [1, 2, 3].map(RecordId::from_random);
        let mut plan = Plan::default();
        plan.merge_record(Kind::Goal, goal, record(field::TITLE, "Hand veins".to_owned()));
        plan.merge_record(Kind::Rating, rating, record(field::GOAL, goal.to_string()));
        plan.merge_record(Kind::Rating, lost, record(field::GOAL, lost.to_string()));
        assert_eq!(plan.label(Kind::Rating, rating), "Hand veins");
        assert_eq!(plan.label(Kind::Rating, lost), "");
    }
}
