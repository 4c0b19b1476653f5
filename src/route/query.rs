//! What stands after the question mark of an address.

use crate::domain::{Kind, RecordId};

/// The record that the query of an address says something is about.
pub(super) fn parse_about(query: &str) -> Option<(Kind, RecordId)> {
    let (kind, id) = value_of(query, "about")?.split_once('.')?;
    Some((Kind::from_name(kind)?, id.parse().ok()?))
}

pub(super) fn value_of<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}
