//! The clocks of zones, as this browser knows them.

use steadyhand::platform::zone::{NamedClock, own_offset};
use wasm_bindgen_test::wasm_bindgen_test;

const HOUR: i32 = 3600;

#[wasm_bindgen_test]
fn the_changes_of_a_zone_are_at_their_second() {
    let chicago = NamedClock::of("America/Chicago").unwrap();
    // 2 in the morning of 8 March and 1 November 2026, and of 14 March and 7 November 2027.
    for (change, before, after) in [
        (1_772_956_800, -6, -5),
        (1_793_516_400, -5, -6),
        (1_805_011_200, -6, -5),
        (1_825_570_800, -5, -6),
    ] {
        assert_eq!(chicago.offset(change - 1), Some(before * HOUR), "{change}");
        assert_eq!(chicago.offset(change), Some(after * HOUR), "{change}");
    }
}

#[wasm_bindgen_test]
fn midnight_half_hours_and_old_years_are_read() {
    let midnight = 1_793_491_200;
    assert_eq!(NamedClock::of("UTC").unwrap().offset(midnight), Some(0));
    assert_eq!(NamedClock::of("Asia/Kolkata").unwrap().offset(midnight), Some(5 * HOUR + HOUR / 2));
    assert_eq!(NamedClock::of("Pacific/Kiritimati").unwrap().offset(0), Some(-10 * HOUR - 40 * 60));
    assert!(NamedClock::of("Nowhere/Town").is_none());
}

#[wasm_bindgen_test]
fn this_devices_clock_is_that_of_its_zone() {
    let name = steadyhand::platform::clock::zone_name().unwrap();
    let clock = NamedClock::of(&name).unwrap();
    for at in [1_772_956_800, 1_785_000_000, 1_793_516_400, 1_800_000_000] {
        assert_eq!(clock.offset(at), Some(own_offset(at)));
    }
}
