//! Where on earth this device's clock is set, and the clocks that a plan's meetings and shifts keep.

use chrono::{DateTime, Datelike, TimeDelta, Utc};

use super::{Store, now};
use crate::domain::{Kind, Span, Zone, Zones};
use crate::platform::{clock, zone};

/// How far back, and how far ahead, clocks are looked at where nobody says otherwise, in days.
const USUAL: (i64, i64) = (400, 800);

/// The years for which clocks are known at all, so that a mistyped year costs no time.
const YEARS: std::ops::RangeInclusive<i32> = 1999..=2101;

impl Store {
    /// The name of this device's time zone, such as `America/Chicago`, if the browser tells.
    pub fn zone_name(&self) -> Option<String> {
        clock::zone_name()
    }

    /// The clocks that the open plan's meetings, series and shifts keep, from about a year ago on to two years
    /// from now. Follows them.
    pub fn zones(&self) -> Zones {
        let kinds = [Kind::Meeting, Kind::Series, Kind::Shift];
        let names = self.plan(&kinds, |_, plan| plan.zone_names()).unwrap_or_default();
        zones_of(&names, usual_span())
    }
}

/// The time for which clocks are looked at where nobody says otherwise.
pub(super) fn usual_span() -> Span {
    let now = now().to_utc();
    Span { from: now - TimeDelta::days(USUAL.0), until: now + TimeDelta::days(USUAL.1) }
}

/// This device's clock and those of the named zones, within a span. A zone that the browser does not know is
/// left out.
pub(super) fn zones_of(names: &[String], span: Span) -> Zones {
    let is_known = |moment: DateTime<Utc>| YEARS.contains(&moment.year());
    let span = Some(span).filter(|span| is_known(span.from) && is_known(span.until));
    let sampled = |name: &str, offset_at: &mut dyn FnMut(i64) -> i32| match span {
        Some(span) => Zone::sampled(name, span.from, span.until, offset_at),
        None => Zone::fixed(name, offset_at(now().timestamp())),
    };
    let home = clock::zone_name().unwrap_or_default();
    let others = names.iter().filter(|name| **name != home).filter_map(|name| {
        let clock = zone::NamedClock::of(name)?;
        let mut is_read = true;
        let zone = sampled(name, &mut |at| {
            let offset = clock.offset(at);
            is_read &= offset.is_some();
            offset.unwrap_or_default()
        });
        is_read.then_some(zone)
    });
    let others = others.collect();
    Zones::new(sampled(&home, &mut zone::own_offset), others)
}
