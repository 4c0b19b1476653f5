//! Shifts: in words, as a month, written down by pattern, taken over from a calendar, told as busy times; and
//! the times that suit.

pub mod busy_sharing;
pub mod hours_fields;
pub mod pattern_fields;
pub mod roster_intake;
pub mod roster_words;
pub mod seeking;
pub mod shift_draft;
pub mod shift_fields;
pub mod shift_month;
pub mod shift_row;
pub mod shift_words;
pub mod time_judge;
pub mod time_words;
