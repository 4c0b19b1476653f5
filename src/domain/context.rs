//! What a command needs from the world: who, when, and fresh names.

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, Utc};

use super::id::DeviceId;

/// The circumstances under which a command is applied.
pub struct Context<'a> {
    /// The device that writes.
    pub device: DeviceId,
    /// Now, by this device's clock, with its offset from UTC.
    pub now: DateTime<FixedOffset>,
    /// Where fresh ids come from: each call gives new random bits.
    pub random: &'a mut dyn FnMut() -> u128,
}

impl Context<'_> {
    /// The seconds since 1970 that writes are stamped with.
    pub fn stamp(&self) -> i64 {
        self.now.timestamp()
    }

    /// Today's date where the device is.
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// Now in UTC, as the field `created` holds it.
    pub(super) fn created(&self) -> String {
        self.now.with_timezone(&Utc).to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}
