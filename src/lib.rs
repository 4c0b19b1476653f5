//! Steadyhand: a mentorship planner that lives in the browser.
//!
//! The layers, each using only those before it: [`crdt`], [`domain`], then [`codec`], [`i18n`] and
//! [`route`], then `store` (with `platform`), `ui` and `app`. The first five are plain Rust and are
//! tested natively; the others exist for WebAssembly alone.

pub mod codec;
pub mod crdt;
pub mod domain;
pub mod i18n;
pub mod route;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod ui;
