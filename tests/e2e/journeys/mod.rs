//! The journeys, one a file. Each is a function of the [`Stage`] it plays on.

use crate::stage::Stage;

mod access;
mod agreement;
mod audience;
mod backup;
mod bad_files;
mod both_sides;
mod check_ins;
mod closing;
mod contradictions;
mod early;
mod feedback;
mod framed;
mod full;
mod goals;
mod greeting;
mod history;
mod hosts;
mod installs;
mod kills;
mod leaving;
mod long_work;
mod lost;
mod meetings;
mod newer;
mod offline;
mod opens;
mod pages;
mod paper;
mod payloads;
mod rescue;
mod restarts;
mod search;
mod shifts;
mod side_by_side;
mod strays;
mod template;
mod today;
mod two_paths;
mod upgrades;
mod verbs;

/// A journey's name and what happens on it.
pub type Journey = (&'static str, fn(&Stage));

/// All journeys, the quickest first.
pub const ALL: &[Journey] = &[
    ("opens", opens::play),
    ("verbs", verbs::play),
    ("strays", strays::play),
    ("early", early::play),
    ("greeting", greeting::play),
    ("side by side", side_by_side::play),
    ("framed", framed::play),
    ("leaving", leaving::play),
    ("hosts", hosts::play),
    ("restarts", restarts::play),
    ("lost database", lost::play),
    ("rescue", rescue::play),
    ("backup", backup::play),
    ("installs", installs::play),
    ("offline", offline::play),
    ("upgrades", upgrades::play),
    ("bad files", bad_files::play),
    ("history", history::play),
    ("today", today::play),
    ("search", search::play),
    ("contradictions", contradictions::play),
    ("audience", audience::play),
    ("template", template::play),
    ("both sides", both_sides::play),
    ("goals", goals::play),
    ("feedback", feedback::play),
    ("meetings", meetings::play),
    ("check ins", check_ins::play),
    ("closing", closing::play),
    ("paper", paper::play),
    ("shifts", shifts::play),
    ("agreement", agreement::play),
    ("long work", long_work::play),
    ("pages", pages::play),
    ("keyboard", access::keyboard::play),
    ("sizes", access::sizes::play),
    ("states", access::states::play),
    ("steady", access::steady::play),
    ("payloads", payloads::play),
    ("two paths", two_paths::play),
    ("newer version", newer::play),
    ("full", full::play),
    ("kills of tabs", kills::tabs::play),
    ("kills of browsers", kills::browsers::play),
    ("kills of imports", kills::imports::play),
];
