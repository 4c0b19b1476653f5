//! The journeys, one a file. Each is a function of the [`Stage`] it plays on.

use crate::stage::Stage;

mod bad_files;
mod both_sides;
mod contradictions;
mod opens;
mod pages;
mod rescue;
mod restarts;
mod verbs;

/// A journey's name and what happens on it.
pub type Journey = (&'static str, fn(&Stage));

/// All journeys, the quickest first.
pub const ALL: &[Journey] = &[
    ("opens", opens::play),
    ("verbs", verbs::play),
    ("restarts", restarts::play),
    ("rescue", rescue::play),
    ("bad files", bad_files::play),
    ("contradictions", contradictions::play),
    ("both sides", both_sides::play),
    ("pages", pages::play),
];
