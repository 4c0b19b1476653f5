//! The value of one field, and the moment it was written.

use chrono::{NaiveDate, NaiveDateTime};

use super::written::{day, moment};

/// What a field can hold. Anything a newer version may add still fits in [`Value::Other`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A number, exactly as it was written, so that no digit is lost.
    Number(Box<str>),
    /// Text.
    Text(Box<str>),
    /// A nested or empty value this version does not interpret, exactly as it was written but for
    /// white space between its parts.
    Other(Box<str>),
}

impl Value {
    /// A text value.
    pub fn text(text: impl Into<Box<str>>) -> Self {
        Self::Text(text.into())
    }

    /// A whole number.
    pub fn number(number: i64) -> Self {
        Self::Number(number.to_string().into())
    }

    /// The text, if this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The truth value, if this is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The whole number, if this is one that fits.
    pub fn as_number(&self) -> Option<i64> {
        match self {
            Self::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// The day, if this is one.
    pub fn as_date(&self) -> Option<NaiveDate> {
        day(self.as_text()?)
    }

    /// The local date and time, if this is one as meetings keep it.
    pub fn as_moment(&self) -> Option<NaiveDateTime> {
        moment(self.as_text()?)
    }
}

/// A value and when its writer's clock said it was written. The time is for people to read; it
/// decides nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamped {
    /// The value.
    pub value: Value,
    /// Seconds since 1970 by the writer's clock, which may be wrong.
    pub at: i64,
}
