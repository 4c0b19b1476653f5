//! Files in which whole crowds of devices are said to have written one record: a hundred thousand, or
//! with `STEADYHAND_LONG=1` a million.

use std::fmt::Write as _;
use std::time::Instant;

use steadyhand::codec::{BundleError, Counted, Limits, bundle};
use steadyhand::domain::{DeviceId, Kind, Reason, Workspace};

/// A plan with `crowded` goals that so many devices have seen, and an honest one.
fn crowd(devices: usize, crowded: usize) -> String {
    let mut text = String::from(
        r#"{"format":"steadyhand","version":1,"audience":"pair","made":"2026-11-22T14:20:05-06:00","writers":["#,
    );
    let mut seen = String::new();
    for n in 0..devices {
        let _ = write!(
            text,
            "{}\"{}\"",
            if n == 0 { "" } else { "," },
            DeviceId::from_random(n as u128 + 1)
        );
        seen.push_str(&letters(n));
        seen.push('1');
    }
    text.push_str(r#"],"plans":[{"id":"p1an000000000001","created":"2026-10-05T14:00:00Z","title":"Course","merge":"a1","goals":["#);
    text.push_str(r#"{"id":"g0a1000000000000","created":"2026-10-05T14:00:00Z","title":"Honest","merge":"a1"}"#);
    for n in 1..=crowded {
        let _ = write!(
            text,
            r#",{{"id":"g0a1{n:012}","created":"2026-10-05T14:00:00Z","title":"Crowded","merge":"a1 +{seen}"}}"#
        );
    }
    text.push_str("]}]}");
    text
}

fn letters(mut place: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'a' + (place % 26) as u8);
        match place / 26 {
            0 => break,
            rest => place = rest - 1,
        }
    }
    letters.reverse();
    String::from_utf8(letters).unwrap()
}

#[test]
fn a_crowd_of_devices_is_read_in_bounded_time_and_kept_apart() {
    let is_long = std::env::var("STEADYHAND_LONG").is_ok_and(|long| long == "1");
    let devices = if is_long { 1_000_000 } else { 100_000 };
    let text = crowd(devices, 1);
    let begun = Instant::now();
    let read = bundle::read(text.as_bytes()).unwrap();
    let read_in = begun.elapsed();
    let mut workspace = Workspace::new();
    let [device, fresh] = [1, 2].map(|n| DeviceId::from_random(n << 70));
    let arrival = workspace.look_at(read.plans, device, fresh);
    println!("{devices} devices, {} MB: read in {read_in:?}", text.len() >> 20);
    let reasons: Vec<Reason> = arrival.quarantined.iter().map(|found| found.reason).collect();
    assert_eq!(reasons, [Reason::TooManyDevices]);
    workspace.import(arrival);
    let (_, plan) = workspace.plans().next().unwrap();
    assert_eq!(plan.all(Kind::Goal).count(), 1);
}

#[test]
fn what_all_records_together_have_seen_has_a_limit_too() {
    let limit = Limits::BUNDLE.seen;
    let crowded = |devices: usize, records| bundle::read(crowd(devices, records).as_bytes());
    let each = 20_000;
    assert!(crowded(each, limit / each).is_ok());
    let refused = crowded(each, limit / each + 1);
    let is_refused = matches!(
        refused,
        Err(BundleError::TooMany { what: Counted::Seen, limit: found, .. }) if found == limit
    );
    assert!(is_refused, "{:?}", refused.map(|_| ()));
}
