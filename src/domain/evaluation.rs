//! How both sides see the mentorship, at its middle and at its end.
//!
//! Neither side is shown the other's answers before it has given its own, so that nobody answers to please.

use std::collections::BTreeMap;

use super::check_in::{scale, scale_of};
use super::id::RecordId;
use super::kind::{Kind, ShortName};
use super::person::Role;
use super::plan::Plan;
use super::ratings::Moment;
use super::record::{FieldName, Fields, Record, field};
use super::rules::{self, Complaint, LIMITS, Problem};
use super::value::Value;

/// The answer to one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// On the scale from 1 to 5.
    pub scale: Option<i64>,
    /// In words.
    pub words: String,
}

impl Answer {
    fn is_empty(&self) -> bool {
        self.scale.is_none() && self.words.trim().is_empty()
    }
}

/// One side's answers, by the keys of the items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The record's id.
    pub id: RecordId,
    /// Who answered.
    pub author: Option<RecordId>,
    /// When in the course.
    pub moment: Moment,
    /// The answers.
    pub answers: BTreeMap<String, Answer>,
    /// When: UTC, RFC 3339.
    pub created: String,
}

/// The evaluations of one moment, as far as one person may be shown them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SideBySide {
    /// One's own.
    pub mine: Option<Evaluation>,
    /// Those of the other side, once one's own is there.
    pub others: Vec<Evaluation>,
    /// How many of the other side have answered, shown or not.
    pub others_answered: usize,
    /// Whether both sides have answered, so that nobody changes their answers any more.
    pub is_over: bool,
}

/// How the fields begin that hold a step of the scale, and words.
const SCALE: &str = "scale_";
const WORDS: &str = "words_";

impl Evaluation {
    pub(super) fn read(id: RecordId, record: &Record) -> Self {
        let mut answers: BTreeMap<String, Answer> = BTreeMap::new();
        for (name, _) in record.fields() {
            let name = name.as_str();
            if let Some(key) = name.strip_prefix(SCALE) {
                answers.entry(key.to_owned()).or_default().scale = scale_of(record, name);
            } else if let Some(key) = name.strip_prefix(WORDS) {
                answers.entry(key.to_owned()).or_default().words = record.text(name).to_owned();
            }
        }
        answers.retain(|_, answer| !answer.is_empty());
        Self {
            id,
            author: record.text(field::AUTHOR).parse().ok(),
            moment: Moment::from_name(record.text(field::MOMENT)).unwrap_or(Moment::Between),
            answers,
            created: record.text(field::CREATED).to_owned(),
        }
    }

    /// The record in which `author` answers at a moment: the same on every device.
    pub(super) fn id(author: RecordId, moment: Moment) -> RecordId {
        author.named(&format!("evaluation/{}", moment.name()))
    }
}

/// The fields that hold some answers. Those of items that are left out are emptied in `before`.
///
/// # Errors
/// What is wrong with them; nothing at all is.
pub(super) fn fields(
    answers: &BTreeMap<String, Answer>,
    before: Option<&Record>,
) -> Result<Vec<(FieldName, Option<Value>)>, Complaint> {
    let complain = |problem| Complaint { field: field::RATING.into(), problem };
    if answers.values().all(Answer::is_empty) {
        return Err(complain(Problem::Missing));
    }
    if answers.len() > LIMITS.evaluation {
        return Err(complain(Problem::TooMany { limit: LIMITS.evaluation }));
    }
    let mut fields = Vec::new();
    for (key, answer) in answers {
        let key = ShortName::new(key).ok_or_else(|| complain(Problem::Missing))?;
        let step = answer.scale.map(|step| scale(field::RATING, step)).transpose()?;
        let words = rules::text(field::TEXT, &answer.words)?;
        let name = |prefix: &str| FieldName::new(&format!("{prefix}{}", key.as_str()));
        fields.push((name(SCALE), step.and_then(|(_, value)| value)));
        fields.push((name(WORDS), words.1));
    }
    for (name, _) in before.into_iter().flat_map(|record| record.fields()) {
        let is_answer = name.as_str().starts_with(SCALE) || name.as_str().starts_with(WORDS);
        if is_answer && fields.iter().all(|(written, _)| written != name) {
            fields.push((name.clone(), None));
        }
    }
    Ok(fields)
}

impl Plan {
    /// One person's answers. Who may be shown them is for [`Plan::evaluations`] to say.
    pub fn evaluation(&self, id: RecordId) -> Option<Evaluation> {
        Some(Evaluation::read(id, self.find(Kind::Evaluation, id)?))
    }

    /// The evaluations of one moment, as far as `me` may be shown them.
    pub fn evaluations(&self, moment: Moment, me: RecordId) -> SideBySide {
        let mut found = SideBySide::default();
        for (id, record) in self.live(Kind::Evaluation) {
            let evaluation = Evaluation::read(id, record);
            match evaluation.author {
                _ if evaluation.moment != moment => {}
                Some(author) if author == me => found.mine = Some(evaluation),
                _ => found.others.push(evaluation),
            }
        }
        found.others_answered = found.others.len();
        found.is_over = self.is_evaluation_over(moment);
        if found.mine.is_none() {
            found.others.clear();
        }
        found
    }

    /// Who has given their answers at one moment.
    pub fn evaluators(&self, moment: Moment) -> Vec<RecordId> {
        let given = self.live(Kind::Evaluation);
        let given = given.filter(|(_, one)| one.text(field::MOMENT) == moment.name());
        given.filter_map(|(_, one)| one.text(field::AUTHOR).parse().ok()).collect()
    }

    /// Whether `me` may be shown an evaluation: their own, or that of a moment at which they have answered.
    pub fn may_see_evaluation(&self, evaluation: &Record, me: Option<RecordId>) -> bool {
        let Some(me) = me else { return false };
        let moment = Moment::from_name(evaluation.text(field::MOMENT)).unwrap_or(Moment::Between);
        evaluation.text(field::AUTHOR) == me.to_string()
            || self.find(Kind::Evaluation, Evaluation::id(me, moment)).is_some()
    }

    /// Whether somebody has to be asked for their answers no more: both sides have given theirs, and may have
    /// read them, so none of them changes.
    pub(super) fn is_evaluation_over(&self, moment: Moment) -> bool {
        let has = |role: Role| {
            self.live(Kind::Evaluation).any(|(_, record)| {
                record.text(field::MOMENT) == moment.name()
                    && self.role_of_author(record) == Some(role)
            })
        };
        has(Role::Student) && has(Role::Mentor)
    }
}
