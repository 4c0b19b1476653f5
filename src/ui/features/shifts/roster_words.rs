//! What is to be said of a calendar file, in the reader's language.

use crate::codec::ics::{CalendarError, CalendarLimits, Told};
use crate::i18n::RosterMessages;
use crate::store::{FileError, RosterFailure};

/// Why nothing could be read.
pub fn roster_failure(words: &RosterMessages, failure: &RosterFailure) -> String {
    let too_large = || (words.too_large)(CalendarLimits::USUAL.bytes / (1024 * 1024));
    match failure {
        RosterFailure::File(FileError::TooLarge { bytes: _ })
        | RosterFailure::Calendar(CalendarError::TooLarge { limit: _ }) => too_large(),
        RosterFailure::File(FileError::Unreadable(_)) => words.not_read.to_owned(),
        RosterFailure::Calendar(CalendarError::NotACalendar) => words.not_a_calendar.to_owned(),
    }
}

/// What is not taken over, or not as it stands in the file.
pub fn roster_told(words: &RosterMessages, told: &Told) -> String {
    let named = |title: &str| match title.is_empty() {
        true => words.unnamed.to_owned(),
        false => format!("“{title}”"),
    };
    match told {
        Told::WholeDay { title } => (words.whole_day)(&named(title)),
        Told::Off { title } => (words.off)(&named(title)),
        Told::Unreadable { title } => (words.unreadable)(&named(title)),
        Told::TooLong { title } => (words.too_long)(&named(title)),
        Told::Repetition { title, rule } => (words.repetition)(&named(title), rule),
        Told::UnknownZone { name } => (words.unknown_zone)(name),
        Told::TooMany { limit } => (words.too_many)(*limit),
        Told::CutShort { event } => (words.cut_short)(*event),
    }
}
