//! Time zones: what a clock shows at which moment, and at which moment it shows something.
//!
//! Data about zones is large and changes, and every browser has it. So a zone is a table of the changes of its
//! offset in the years that matter, made by asking somebody who knows ([`Zone::sampled`]); pure
//! code works with the table alone.
//!
//! A clock that is put forward never shows some times, and one that is put back shows some twice. Both
//! are read as RFC 5545, section 3.3.5, says: a time that is never shown counts by the offset
//! before the change (02:30 then is 03:30), and of two moments the first is meant.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

/// The clock of one zone, in the years for which it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    name: String,
    /// Seconds that the clock is ahead of UTC before the first change.
    first: i32,
    /// Each change: when, in seconds since 1970, and the offset from then on. In order.
    changes: Vec<(i64, i32)>,
}

/// The moment, or moments, at which a clock shows a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// It shows it once.
    Once(DateTime<Utc>),
    /// It shows it twice, for it is put back in between.
    Twice(DateTime<Utc>, DateTime<Utc>),
    /// It never shows it, for it is put forward; this is the moment that counts.
    Never(DateTime<Utc>),
}

impl Shown {
    /// The moment that is meant.
    pub fn moment(self) -> DateTime<Utc> {
        match self {
            Self::Once(moment) | Self::Twice(moment, _) | Self::Never(moment) => moment,
        }
    }
}

/// How far apart the offset is asked for. A test looks at every zone for a change that this
/// misses, because another takes it back within the week.
const STEP: i64 = 7 * 86_400;

/// No offset has ever been more than a day, in seconds.
const FARTHEST: i64 = 86_400;

impl Zone {
    /// A clock that is never changed, `offset` seconds ahead of UTC.
    pub fn fixed(name: &str, offset: i32) -> Self {
        Self { name: name.to_owned(), first: offset, changes: Vec::new() }
    }

    /// The clock between two moments as `offset_at` tells it: how many seconds it is ahead of UTC so many
    /// seconds after 1970. Some sixty questions for each year.
    pub fn sampled(
        name: &str,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        offset_at: &mut dyn FnMut(i64) -> i32,
    ) -> Self {
        let (mut at, until) = (from.timestamp(), until.timestamp());
        let first = offset_at(at);
        let (mut offset, mut changes) = (first, Vec::new());
        while at < until {
            let next = (at + STEP).min(until);
            let later = offset_at(next);
            if later != offset {
                // Between the two lies the first second with the later offset.
                let (mut before, mut after) = (at, next);
                while after - before > 1 {
                    let middle = before + (after - before) / 2;
                    if offset_at(middle) == offset { before = middle } else { after = middle }
                }
                changes.push((after, later));
                offset = later;
            }
            at = next;
        }
        Self { name: name.to_owned(), first, changes }
    }

    /// Its IANA name, such as `America/Chicago`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many seconds the clock is ahead of UTC, so many seconds after 1970.
    fn offset_at(&self, at: i64) -> i64 {
        let before = self.changes.partition_point(|(when, _)| *when <= at);
        let change = before.checked_sub(1).and_then(|place| self.changes.get(place));
        i64::from(change.map_or(self.first, |(_, offset)| *offset))
    }

    /// What the clock shows at a moment.
    pub fn local(&self, moment: DateTime<Utc>) -> NaiveDateTime {
        let offset = self.offset_at(moment.timestamp());
        moment.naive_utc().checked_add_signed(TimeDelta::seconds(offset)).unwrap_or_default()
    }

    /// When the clock shows a time.
    pub fn shown(&self, local: NaiveDateTime) -> Shown {
        let reading = local.and_utc().timestamp();
        let near = self.changes.iter().filter(|(when, _)| (when - reading).abs() <= FARTHEST);
        let offsets: BTreeSet<i64> = near
            .map(|(when, _)| *when)
            .chain([reading - FARTHEST])
            .flat_map(|at| [self.offset_at(at - 1), self.offset_at(at)])
            .collect();
        let mut moments: Vec<i64> = offsets
            .iter()
            .filter(|offset| self.offset_at(reading - **offset) == **offset)
            .map(|offset| reading - offset)
            .collect();
        moments.sort_unstable();
        let moment = |at: i64| DateTime::from_timestamp(at, 0).unwrap_or_default();
        match moments.as_slice() {
            [one] => Shown::Once(moment(*one)),
            [first, .., last] => Shown::Twice(moment(*first), moment(*last)),
            // The clock jumps over it: the offset before the jump is the smaller one.
            [] => {
                let before = offsets.first().copied().unwrap_or_default();
                Shown::Never(moment(reading - before))
            }
        }
    }

    /// The moment that is meant by a time on this clock.
    pub fn moment(&self, local: NaiveDateTime) -> DateTime<Utc> {
        self.shown(local).moment()
    }
}

/// The zones that matter to somebody: their own, and those that records name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zones {
    home: Zone,
    others: Vec<Zone>,
}

impl Zones {
    /// The zone of this device, and others.
    pub fn new(home: Zone, others: Vec<Zone>) -> Self {
        Self { home, others }
    }

    /// The zone of this device.
    pub fn home(&self) -> &Zone {
        &self.home
    }

    /// The zone of that name, if it is among them.
    pub fn find(&self, name: &str) -> Option<&Zone> {
        std::iter::once(&self.home).chain(&self.others).find(|zone| zone.name == name)
    }

    /// The zone a record names, or this device's where it names none or one that is not known.
    pub fn of(&self, name: &str) -> &Zone {
        self.find(name).unwrap_or(&self.home)
    }
}
