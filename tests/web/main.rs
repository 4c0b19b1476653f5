//! The program's edges in a real browser. Natively this is an empty program.
#![cfg_attr(not(target_arch = "wasm32"), allow(unused))]
