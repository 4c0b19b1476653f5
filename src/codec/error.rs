//! Why a file could not be read.

use super::place::Place;

/// Why a bundle, or the text of a stored record, could not be read. Plain data, so that every
/// language can say it in its own words; the messages here are for developers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is not text: a picture, an archive, or text in another encoding than UTF-8.
    #[error("the file is not UTF-8 text, from byte {byte} on")]
    NotText {
        /// Where the first byte stands that is not text, counted from 0.
        byte: usize,
    },
    /// It is text, but not JSON.
    #[error("not JSON at line {line}, column {column} ({place})")]
    NotJson {
        /// What was being read.
        place: Place,
        /// The line, counted from 1.
        line: usize,
        /// The character within the line, counted from 1.
        column: usize,
    },
    /// It ends in the middle.
    #[error("the file is cut off after {after}")]
    CutOff {
        /// The last record that is whole, or the whole-file place if there is none.
        after: Place,
    },
    /// It is JSON, but not a bundle of ours.
    #[error("the file is not a Steadyhand bundle")]
    NotABundle,
    /// It was written by a newer version, in a format that this one cannot read.
    #[error("the file has format version {found}, newer than this program reads")]
    NewerVersion {
        /// The format version the file names.
        found: u64,
    },
    /// It is larger than any bundle should be.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The most bytes a file may have.
        limit: usize,
    },
    /// Values are nested too deeply.
    #[error("{place} is nested too deeply")]
    TooDeep {
        /// Where.
        place: Place,
    },
    /// There is too much of something.
    #[error("{place}: more than {limit} {what:?}")]
    TooMany {
        /// Where the limit was passed.
        place: Place,
        /// What there is too much of.
        what: Counted,
        /// How many there may be.
        limit: usize,
    },
    /// Something other than what belongs there.
    #[error("{place} should be {expected:?}")]
    Wrong {
        /// Where.
        place: Place,
        /// What belongs there.
        expected: Expected,
    },
    /// Something that must be there is not.
    #[error("{place} is missing")]
    Missing {
        /// What is missing.
        place: Place,
    },
    /// The same name twice in one object, or the same id twice in one list.
    #[error("{place} is there twice")]
    Duplicate {
        /// The second of the two.
        place: Place,
    },
    /// An id that is not one.
    #[error("{place} is not an id")]
    BadId {
        /// Where.
        place: Place,
    },
    /// A `merge` text that breaks its grammar or does not fit the fields beside it.
    #[error("{place} does not fit its record")]
    BadMerge {
        /// Where.
        place: Place,
    },
    /// A text, number or name that is too long.
    #[error("{place} is longer than {limit} characters")]
    TextTooLong {
        /// Where.
        place: Place,
        /// The most characters it may have.
        limit: usize,
    },
}

/// What a file may have too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// Plans in one bundle.
    Plans,
    /// Records in one bundle.
    Records,
    /// Fields of one record.
    Fields,
    /// Values of one field.
    ValuesOfField,
    /// Deletions of one record.
    Deletions,
    /// Values in one bundle.
    Values,
    /// Devices in the table of writers.
    Writers,
    /// Writes that records say they have seen.
    Seen,
}

/// What belongs in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// An object: `{ … }`.
    Object,
    /// A list: `[ … ]`.
    List,
    /// A text: `"…"`.
    Text,
    /// A whole number from 1 up.
    Version,
    /// A date and time with its offset, as in RFC 3339.
    Moment,
    /// One of the audiences.
    Audience,
    /// The name of a kind of record.
    Kind,
}
