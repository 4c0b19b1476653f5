//! One change in words: who, what, which record.

use chrono::{DateTime, NaiveDateTime};

use crate::domain::{Act, ActKind, Kind, Plan, Said, Value, field};
use crate::i18n::Doing;
use crate::store::Store;
use crate::ui::features::settling::value_words::{field_words, value_words};
use crate::ui::words::other_name;

/// The most characters of a title or value within a sentence.
const MOST: usize = 48;

/// The sentence for one change: `Dana Ruiz changed “By when” of the goal “Small veins” to 18 Dec 2026`.
pub fn act_words(store: Store, plan: &Plan, act: &Act) -> String {
    let messages = store.messages();
    let title = plan.label(act.key.kind, act.key.id);
    let record = (messages.activity.record)(act.key.kind, &shortened(&title));
    let who = other_name(store, plan, act.dot.device);
    (messages.activity.act)(who.as_deref(), &doing(store, plan, act, &title), &record)
}

/// The local day and time of a change, by the reader's clock.
pub fn act_moment(store: Store, act: &Act) -> NaiveDateTime {
    let offset = *store.now().offset();
    DateTime::from_timestamp(act.at, 0).unwrap_or_default().with_timezone(&offset).naive_local()
}

fn doing(store: Store, plan: &Plan, act: &Act, title: &str) -> Doing {
    match act.kind {
        ActKind::Added => Doing::Added,
        ActKind::Deleted => Doing::Deleted,
        ActKind::BroughtBack => Doing::BroughtBack,
        ActKind::Changed => match act.said.as_slice() {
            [said] => one_field(store, plan, act.key.kind, said, title),
            said => Doing::Changed(names(store, act.key.kind, said), None),
        },
    }
}

fn one_field(store: Store, plan: &Plan, kind: Kind, said: &Said, title: &str) -> Doing {
    match (said.field.as_str(), &said.value) {
        (field::DONE, Value::Bool(true)) => Doing::Finished,
        (field::DONE, Value::Bool(false)) => Doing::Reopened,
        (field::ACKNOWLEDGED, Value::Bool(true)) => Doing::Read,
        _ => {
            let value = value_words(store, plan, kind, &said.field, &said.value);
            let value = shortened(&value);
            let is_text = said.value.as_text().map(shortened).as_deref() == Some(&value);
            let names = names(store, kind, std::slice::from_ref(said));
            // The record is called by these very words already.
            let is_told = shortened(title) == value;
            let value = if is_text { format!("“{value}”") } else { value };
            Doing::Changed(names, (!is_told).then_some(value))
        }
    }
}

/// What the fields are called, each once.
fn names(store: Store, kind: Kind, said: &[Said]) -> Vec<String> {
    let mut names: Vec<String> =
        said.iter().map(|said| field_words(store.messages(), kind, &said.field)).collect();
    names.dedup();
    names
}

/// The first line, cut where it is long.
fn shortened(text: &str) -> String {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line.to_owned(),
    }
}
