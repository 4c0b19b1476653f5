//! Fuzzes `checks::merge`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| steadyhand_fuzz::merge::check(bytes));
