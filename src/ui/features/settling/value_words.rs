//! Fields and their values, as a person reads them: dates, roles and names instead of what is stored.

use crate::domain::{
    Category, FieldName, Form, Kind, MeetingMode, MeetingStatus, Plan, RecordId, Role, Value, field,
};
use crate::i18n::Messages;
use crate::store::Store;

/// What a field of a kind of record is called.
pub fn field_words(messages: &Messages, kind: Kind, field: &FieldName) -> String {
    let known = (messages.share.records.field)(kind, field.as_str());
    known.map_or_else(|| field.as_str().replace('_', " "), str::to_owned)
}

/// A value of a field, as a person reads it. A value that this version does not understand is shown
/// as it is stored.
pub fn value_words(
    store: Store,
    plan: &Plan,
    kind: Kind,
    field: &FieldName,
    value: &Value,
) -> String {
    let messages = store.messages();
    match value {
        Value::Bool(true) => messages.share.records.yes.to_owned(),
        Value::Bool(false) => messages.share.records.no.to_owned(),
        Value::Number(digits) => {
            let said = value.as_number().and_then(|number| number_words(messages, field, number));
            said.unwrap_or_else(|| digits.to_string())
        }
        Value::Text(text) => {
            let said = date_words(store, kind, field, value)
                .or_else(|| choice_words(messages, field, text).map(str::to_owned))
                .or_else(|| reference_words(plan, field, text));
            said.unwrap_or_else(|| text.to_string())
        }
        Value::Other(raw) => raw.to_string(),
    }
}

fn number_words(messages: &Messages, name: &FieldName, number: i64) -> Option<String> {
    match name.as_str() {
        field::MINUTES => Some((messages.today.minutes)(number)),
        field::WEEKS => Some((messages.share.records.weeks)(number)),
        _ => None,
    }
}

fn date_words(store: Store, kind: Kind, name: &FieldName, value: &Value) -> Option<String> {
    let locale = store.locale();
    match (kind, name.as_str()) {
        (Kind::Meeting | Kind::Series | Kind::Shift, field::STARTS) => {
            value.as_moment().map(|moment| locale.moment(moment))
        }
        (_, field::STARTS | field::DUE) => value.as_date().map(|day| locale.full_date(day)),
        _ => None,
    }
}

fn choice_words(messages: &Messages, name: &FieldName, text: &str) -> Option<&'static str> {
    match name.as_str() {
        field::CATEGORY => Category::from_name(text).map(messages.common.category),
        field::ROLE => Role::from_name(text).map(messages.common.role),
        field::MODE => MeetingMode::from_name(text).map(messages.meetings.mode),
        field::STATUS => MeetingStatus::from_name(text).map(messages.meetings.status_of),
        field::FORM => Form::from_name(text).map(messages.share.records.form),
        _ => None,
    }
}

/// What a field that names another record says: that record's own words.
fn reference_words(plan: &Plan, name: &FieldName, text: &str) -> Option<String> {
    let kinds: &[Kind] = match name.as_str() {
        field::AUTHOR | field::TO | field::OWNER | field::PERSON => &[Kind::Person],
        field::GOAL => &[Kind::Goal],
        field::MEETING => &[Kind::Meeting],
        field::ABOUT => &[Kind::Goal, Kind::Meeting, Kind::Feedback],
        _ => return None,
    };
    let id: RecordId = text.parse().ok()?;
    let labels = kinds.iter().map(|kind| plan.label(*kind, id));
    labels.into_iter().find(|label| !label.is_empty())
}
