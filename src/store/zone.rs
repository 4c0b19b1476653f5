//! Where on earth this device's clock is set, and what the clocks of other places show.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Store, now};
use crate::domain::{Kind, Zone, Zones};
use crate::platform::clock;
use crate::platform::zones::{ZoneClock, home_offset};

/// How far back from now the clocks are known.
const BACK: TimeDelta = TimeDelta::days(400);
/// How far ahead.
const AHEAD: TimeDelta = TimeDelta::days(1500);

impl Store {
    /// The name of this device's time zone, such as `America/Chicago`, if the browser tells.
    pub fn zone_name(&self) -> Option<String> {
        clock::zone_name()
    }

    /// The clock of this device, and those that the records of the open plan name. Follows the records.
    pub fn zones(&self) -> Zones {
        let names = [Kind::Meeting, Kind::Series, Kind::Shift];
        zones_of(self.plan(&names, |_, plan| plan.zone_names()).unwrap_or_default())
    }
}

/// The clock of this device and those of other zones, as far as the browser knows them.
pub(super) fn zones_of(names: Vec<String>) -> Zones {
    let today = now().to_utc();
    let (from, until) = (today - BACK, today + AHEAD);
    let home = clock::zone_name().unwrap_or_default();
    let others = names.into_iter().filter(|name| *name != home);
    let others = others.filter_map(|name| other_zone(&name, from, until)).collect();
    Zones::new(Zone::sampled(&home, from, until, &mut home_offset), others)
}

fn other_zone(name: &str, from: DateTime<Utc>, until: DateTime<Utc>) -> Option<Zone> {
    let clock = ZoneClock::find(name)?;
    // The offset before stands in for one that cannot be read, so that no change is made up.
    let mut last = clock.offset(from.timestamp())?;
    Some(Zone::sampled(name, from, until, &mut |at| {
        last = clock.offset(at).unwrap_or(last);
        last
    }))
}
