//! Bytes to domain and back: the bundle people pass to each other, what storage holds, calendars and tables.
//!
//! Both write a record the same way (`docs/bundle.md`): plain fields that anybody can read, and
//! beside them one short `merge` text that says who wrote what and when. Whatever comes in is taken
//! to be hostile until it is read: sizes, depths and counts are limited (see [`Limits`]), nothing is
//! guessed, and a [`BundleError`] names the place.
//!
//! This module touches neither storage nor the browser, and decides nothing about merging.

pub mod bundle;
pub mod choices;
pub mod csv;
mod error;
mod fault;
mod gathered;
pub mod ics;
mod json;
mod limits;
mod merge;
mod names;
pub mod outlook;
pub mod pack;
pub mod past;
pub mod piece;
mod place;
pub mod raw;
mod record;
pub mod stored;
pub mod summary;
pub mod template;
mod text;
mod writers;

pub use error::{BundleError, Counted, Expected};
pub use gathered::Gathered;
pub use limits::Limits;
pub use place::{Place, Step};
