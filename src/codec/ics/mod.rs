//! Calendars (RFC 5545): meetings out, shifts in.
//!
//! Written here, and not with a crate: a program that writes one event with `icalendar` 0.17 has 79 kB after
//! compression, while all of this adds 17 kB. That crate also reads the clock and draws random names by itself, and its
//! reader knows no limits. What others make of what is written is tested with two parsers of other people.

mod lines;
mod read;
mod recurrence;
mod time;
mod write;
mod zone_name;

pub use read::{CalendarError, CalendarLimits, Reading, Told, read_shifts, zones_in};
pub use write::{CALENDAR_TYPE, Calendar, write};
