//! The words of the interface, in each language, and the forms of dates and numbers.
//!
//! Every message is a field of a struct of [`Messages`], given once for each language side by side,
//! so that a missing translation does not compile. Messages with numbers are functions. This module
//! holds no logic: it decides how things are said, never what.

mod dates;
mod locale;
mod messages;

pub use locale::Locale;
pub use messages::*;
