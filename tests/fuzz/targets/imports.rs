//! Fuzzes `checks::imports`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| steadyhand_fuzz::imports::check(bytes));
