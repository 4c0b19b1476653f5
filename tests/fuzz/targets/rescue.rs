//! Fuzzes `checks::rescue`, mutating JSON as JSON.
#![no_main]

mod mutate;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| steadyhand_fuzz::rescue::check(bytes));
libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate::mutate(data, size, most, seed)
});
