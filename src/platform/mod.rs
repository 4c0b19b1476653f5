//! The edge to the browser: the only home of `web_sys`, `js_sys` and `gloo`.
//!
//! Everything here is thin, typed and free of panics, and decides nothing: what a failure means for
//! a person is the store's affair. A browser that lacks something, or refuses it, is an ordinary
//! answer (`None` or an error), never a crash. Nothing here waits without a limit.
//!
//! Used by `store` and `app` alone.

pub mod attention;
pub mod base;
pub mod cache;
pub mod clock;
pub mod database;
pub mod files;
pub mod install;
pub mod local;
pub mod locks;
pub mod page;
pub mod part;
pub mod quota;
pub mod random;
pub mod share;
pub mod tabs;
pub mod worker;
pub mod zone;

mod js;
