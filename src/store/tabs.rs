//! Two tabs, one plan: what one has stored, the others read and merge.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::saving::Job;
use super::schema::RECORDS;
use super::{Store, keys};
use crate::codec::stored;
use crate::domain::{Record, RecordKey};
use crate::platform::tabs::Channel;

/// The name of the line between tabs, after the base path.
const LINE: &str = "tabs";
/// From how many records on the others are told to read everything.
const MANY: usize = 200;

/// What one tab tells the others.
#[derive(Serialize, Deserialize)]
#[serde(tag = "told", rename_all = "snake_case")]
enum Told {
    /// These records have been stored.
    Stored { keys: Vec<String> },
    /// These records have been put back to an earlier state, or taken out.
    Replaced { keys: Vec<String> },
    /// Many records have been stored.
    Much,
}

/// Opens the line. `None` where the browser has none; then tabs meet in the database alone.
pub(super) fn listen(store: Store) -> Option<Channel> {
    Channel::open(LINE, move |text| {
        if let Ok(told) = serde_json::from_str(&text) {
            spawn_local(async move { store.hear(told).await });
        }
    })
}

/// Tells the others what has been stored.
pub(super) fn post(channel: &Channel, job: &Job) {
    let told = match job {
        Job::Merge { records, .. } if records.len() > MANY => Told::Much,
        Job::Merge { records, .. } => {
            Told::Stored { keys: records.iter().map(keys::print).collect() }
        }
        Job::Replace { records } => {
            Told::Replaced { keys: records.iter().map(keys::print).collect() }
        }
    };
    if let Ok(text) = serde_json::to_string(&told) {
        // A tab that is not told still meets the change in the database when it next writes there.
        let _posted = channel.post(&text);
    }
}

impl Store {
    async fn hear(self, told: Told) {
        let Some(Some(database)) = self.core.try_with_value(|core| core.database.clone()) else {
            return;
        };
        let (names, replaces) = match told {
            Told::Stored { keys } => (keys, false),
            Told::Replaced { keys } => (keys, true),
            Told::Much => {
                if let Ok(loaded) = database.load_all(RECORDS).await {
                    let records =
                        loaded.good.iter().filter_map(|(_, text)| stored::read(text).ok());
                    self.learn(records.collect());
                }
                return;
            }
        };
        let mut found: Vec<(RecordKey, Option<Record>)> = Vec::new();
        for name in names {
            let Some(key) = keys::parse(&name) else { continue };
            match database.get(RECORDS, &name).await {
                Ok(Some(text)) => {
                    found.extend(stored::read(&text).ok().map(|(key, record)| (key, Some(record))));
                }
                Ok(None) => found.push((key, None)),
                Err(_) => {}
            }
        }
        if replaces {
            self.put_back(found);
        } else {
            self.learn(found.into_iter().filter_map(|(key, r)| Some((key, r?))).collect());
        }
    }
}
