//! The key under which storage keeps a record: `plan/kind/id`.

use crate::domain::{Kind, RecordKey};

/// The key as storage writes it.
pub fn print(key: &RecordKey) -> String {
    format!("{}/{}/{}", key.plan, key.kind.name(), key.id)
}

/// The record that a stored key names; `None` if it names none.
pub fn parse(text: &str) -> Option<RecordKey> {
    let mut parts = text.split('/');
    let (plan, kind, id) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    Some(RecordKey { plan: plan.parse().ok()?, kind: Kind::from_name(kind)?, id: id.parse().ok()? })
}
