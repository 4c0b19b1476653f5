//! Fuzzes `checks::calendars`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| steadyhand_fuzz::calendars::check(bytes));
