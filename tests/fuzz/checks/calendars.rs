//! Any bytes as a calendar: nothing stumbles, and what is taken over are lawful shifts, each once.

use std::collections::BTreeSet;

use chrono::DateTime;
use steadyhand::codec::ics;
use steadyhand::domain::{LIMITS, Span, Zone, Zones};

/// A clock like that of Chicago in 2026, made without any data about zones.
fn zones() -> Zones {
    let [from, forward, back, until] = [1_767_225_600, 1_772_956_800, 1_793_516_400, 1_830_297_600];
    let moment = |at| DateTime::from_timestamp(at, 0).unwrap();
    let home = Zone::sampled("America/Chicago", moment(from), moment(until), &mut |at| {
        if (forward..back).contains(&at) { -5 * 3600 } else { -6 * 3600 }
    });
    Zones::new(home, vec![Zone::fixed("America/Phoenix", -7 * 3600)])
}

pub fn check(bytes: &[u8]) {
    let zones = zones();
    let moment = |at| DateTime::from_timestamp(at, 0).unwrap();
    let span = Span { from: moment(1_772_323_200), until: moment(1_798_761_600) };
    let read = ics::read_shifts(bytes, &zones, span);
    assert_eq!(read, ics::read_shifts(bytes, &zones, span));
    assert_eq!(read.is_ok(), ics::zones_in(bytes).is_ok());
    let Ok(reading) = read else { return };
    assert!(reading.shifts.len() <= LIMITS.shifts_at_once);
    let mut names = BTreeSet::new();
    for shift in &reading.shifts {
        assert!(names.insert(&shift.source), "{shift:?} is there twice");
        assert!((1..=LIMITS.shift_minutes).contains(&shift.minutes), "{shift:?}");
        assert!(shift.title.chars().count() <= LIMITS.title, "{shift:?}");
        let starts = zones.of(&shift.zone).moment(shift.starts);
        let hour = chrono::TimeDelta::hours(1);
        assert!(starts >= span.from - hour && starts < span.until + hour, "{shift:?}");
    }
}
