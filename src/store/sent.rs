//! What has left this device, record by record, so that nobody is told that something could be taken back.
//!
//! The log is one small text for each plan. It speaks of this device's own files, so no file takes it along, not
//! even a backup. It outlives the removal of its plan: the files are still out there.

use leptos::prelude::*;

use super::{Store, now};
use crate::domain::{ForWhom, Outgoing, PlanId, RecordKey, Sent, SentLog};

/// Before the keys of the logs.
pub(super) const SENT: &str = "sent/";

/// Records that go to somebody in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Going {
    /// Their plan.
    pub(super) plan: PlanId,
    /// What goes.
    pub(super) outgoing: Outgoing,
    /// To whom.
    pub(super) for_whom: ForWhom,
}

/// The log that was read last, and the text that it was read from.
#[derive(Default)]
pub(super) struct LastRead {
    plan: Option<PlanId>,
    text: String,
    log: SentLog,
}

impl LastRead {
    fn of(&mut self, key: RecordKey, text: String) -> Sent {
        if self.plan != Some(key.plan) || self.text != text {
            let mut log = SentLog::default();
            log.read(key.plan, &text);
            *self = Self { plan: Some(key.plan), text, log };
        }
        self.log.of(key)
    }
}

impl Store {
    /// When a record last left this device in a file. Follows what is sent.
    pub fn sent(&self, key: RecordKey) -> Sent {
        self.sent.track();
        // Another tab may have sent something since.
        let text = self.jotted(&log_key(key.plan)).unwrap_or_default();
        let sent = self.core.try_update_value(|core| core.sent.of(key, text));
        sent.unwrap_or_default()
    }

    /// Remembers that records have just gone to somebody.
    pub(super) fn note_sent(&self, going: &Going) {
        let key = log_key(going.plan);
        let mut log = SentLog::default();
        log.read(going.plan, &self.jotted(&key).unwrap_or_default());
        log.note(going.plan, &going.outgoing, going.for_whom, now().timestamp());
        self.jot(&key, &log.print(going.plan));
        self.tell_text(&key);
        self.sent.notify();
    }

    /// Follows what another tab says of the text under `key`, if that is a log.
    pub(super) fn heed_sent(&self, key: &str) {
        if key.starts_with(SENT) {
            self.sent.notify();
        }
    }
}

fn log_key(plan: PlanId) -> String {
    format!("{SENT}{plan}")
}
