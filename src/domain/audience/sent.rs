//! What has left this device, record by record: for being honest about what the others have already.
//!
//! It speaks of this device's own files, so it never travels; the store keeps it beside the log of copies.

use std::collections::BTreeMap;

use super::super::plan::{Plan, RecordKey};
use super::super::record::Record;
use super::{ForWhom, Outgoing};
use crate::domain::{DeviceId, PlanId, RecordId};

/// When a record last went to whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// To the pair: seconds since 1970.
    pub pair: Option<i64>,
    /// To the program: seconds since 1970.
    pub program: Option<i64>,
}

impl Sent {
    /// The last time it went to anybody.
    pub fn last(self) -> Option<i64> {
        self.pair.max(self.program)
    }
}

/// When something last went to the pair, and to the program.
type Times = (Option<i64>, Option<i64>);

/// What has left this device. A file that was made and not sent counts as sent: nobody can know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentLog(BTreeMap<RecordKey, Sent>);

impl SentLog {
    /// Remembers what goes in a file.
    pub fn note(&mut self, id: PlanId, outgoing: &Outgoing, for_whom: ForWhom, at: i64) {
        for (kind, record, _) in outgoing.plan.records() {
            let sent = self.0.entry(RecordKey { plan: id, kind, id: record }).or_default();
            match for_whom {
                ForWhom::Pair => sent.pair = sent.pair.max(Some(at)),
                ForWhom::Program => sent.program = sent.program.max(Some(at)),
            }
        }
    }

    /// When a record last left this device.
    pub fn of(&self, key: RecordKey) -> Sent {
        self.0.get(&key).copied().unwrap_or_default()
    }

    /// Forgets a plan that was taken off this device.
    pub fn forget(&mut self, plan: PlanId) {
        self.0.retain(|key, _| key.plan != plan);
    }

    /// The log of one plan as text: a line for each pair of times, then the kinds and ids it holds of. Nearly all
    /// records of a plan share their times, so a record takes 17 characters.
    pub fn print(&self, plan: PlanId) -> String {
        let mut lines: BTreeMap<Times, BTreeMap<&str, Vec<RecordId>>> = BTreeMap::new();
        for (key, sent) in self.0.iter().filter(|(key, _)| key.plan == plan) {
            let line = lines.entry((sent.pair, sent.program)).or_default();
            line.entry(key.kind.name()).or_default().push(key.id);
        }
        let time = |at: Option<i64>| at.map_or_else(|| "-".to_owned(), |at| at.to_string());
        let mut text = String::new();
        for ((pair, program), kinds) in lines {
            text += &format!("{} {}", time(pair), time(program));
            for (kind, ids) in kinds {
                text += &format!(" {kind}");
                ids.iter().for_each(|id| text += &format!(" {id}"));
            }
            text.push('\n');
        }
        text
    }

    /// Reads what [`SentLog::print`] has written of a plan, and adds it. What cannot be read is passed over.
    pub fn read(&mut self, plan: PlanId, text: &str) {
        for line in text.lines() {
            let mut words = line.split(' ');
            let mut time = || words.next().and_then(|word| word.parse().ok());
            let sent = Sent { pair: time(), program: time() };
            let mut kind = None;
            for word in words {
                match word.parse() {
                    Ok(id) => {
                        if let Some(kind) = kind {
                            self.0.insert(RecordKey { plan, kind, id }, sent);
                        }
                    }
                    Err(_) => kind = crate::domain::Kind::from_name(word),
                }
            }
        }
    }
}

impl Plan {
    /// Whether somebody else's device has a record, as the record itself shows: it holds something that
    /// neither this device nor another of `me` has written.
    pub fn others_have(&self, record: &Record, me: Option<RecordId>, device: DeviceId) -> bool {
        let is_mine =
            |writer: DeviceId| writer == device || (me.is_some() && self.person_of(writer) == me);
        record.seen().iter().any(|(writer, _)| !is_mine(writer))
    }
}
