//! What a writer knew of a record when they began to write.
//!
//! An editor stays open for minutes, and others write meanwhile. What came in is kept from replacing
//! the text being written; in turn, that text may only replace what its writer was shown.

use super::command::{Command, CommandError};
use super::context::Context;
use super::event::Event;
use super::id::DeviceId;
use super::plan::{RecordKey, Workspace};
use crate::crdt::{Dot, VersionVector};

/// Which writes of one record somebody has been shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knowledge {
    key: RecordKey,
    seen: VersionVector<DeviceId>,
}

impl Knowledge {
    /// The knowledge as text, to be kept with a half-written one.
    pub fn print(&self) -> String {
        let parts = self.seen.iter().map(|(device, count)| format!("{device} {count}"));
        parts.collect::<Vec<_>>().join(" ")
    }

    /// Reads what [`Knowledge::print`] has written of that record. What cannot be read was not seen.
    pub fn parse(key: RecordKey, text: &str) -> Self {
        let mut words = text.split(' ');
        let pairs = std::iter::from_fn(|| Some((words.next()?, words.next()?)));
        let read =
            |(device, count): (&str, &str)| Some((device.parse().ok()?, count.parse().ok()?));
        Self { key, seen: pairs.filter_map(read).collect() }
    }
}

impl Workspace {
    /// What is known of a record now.
    pub fn knowledge(&self, key: RecordKey) -> Knowledge {
        let seen = self.get(key).map(|record| record.seen().clone()).unwrap_or_default();
        Knowledge { key, seen }
    }

    /// Carries out a command as [`Workspace::apply`] does, by somebody who has seen of one record
    /// only what is `known`, and what this device has written. Values they had not seen stay
    /// beside theirs.
    ///
    /// # Errors
    /// Says why the command was refused; then nothing was changed.
    pub fn apply_knowing(
        &mut self,
        known: Knowledge,
        command: Command,
        ctx: &mut Context<'_>,
    ) -> Result<Event, CommandError> {
        let Knowledge { key, mut seen } = known;
        let Some(before) = self.get(key).cloned() else { return self.apply(command, ctx) };
        seen.observe(Dot { device: ctx.device, counter: before.seen().count(ctx.device) });
        let event = self.apply(command, ctx)?;
        if event.touched.contains(&key) {
            self.slot(key).keep_unseen(&before, &seen);
        }
        Ok(event)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knowledge_comes_back_from_its_text() {
        let key = RecordKey::of_plan(super::super::id::PlanId::from_random(1));
        let devices = [(DeviceId::from_random(1), 3), (DeviceId::from_random(2), 1)];
        let known = Knowledge { key, seen: devices.into_iter().collect() };
        assert_eq!(Knowledge::parse(key, &known.print()), known);
        let nothing = Knowledge { key, seen: VersionVector::new() };
        assert_eq!(Knowledge::parse(key, &nothing.print()), nothing);
        assert_eq!(Knowledge::parse(key, "not what was written"), nothing);
    }
}
