//! The edges of the program, in a real browser. Natively this is an empty program.
#![cfg(target_arch = "wasm32")]
// A panic is how a test fails, in what its tests have in common no less than in the tests.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

mod backup;
mod codec;
mod components;
mod damage;
mod database;
mod database_faults;
mod edges;
mod every_fault;
mod glance;
mod history;
mod importing;
mod inject;
mod injector;
mod leaving;
mod local;
mod news;
mod quarantine;
mod refusing;
mod room;
mod second_copy;
mod sent;
mod skim;
mod store;
mod store_faults;
mod tabs;
mod two_tabs;
mod versions;
mod volume;
mod zones;
