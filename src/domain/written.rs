//! Days and moments as records hold them: `2026-11-26` and `2026-11-26T15:30`. The general reader of
//! chrono reads every form there is, and is a good 20 kB of the first page's program.

use chrono::{NaiveDate, NaiveDateTime};

/// The day that is written so.
pub fn day(text: &str) -> Option<NaiveDate> {
    let [year, month, day] = numbers(text, '-', [4, 2, 2])?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The local day and time that is written so.
pub(super) fn moment(text: &str) -> Option<NaiveDateTime> {
    let (date, time) = text.split_once('T')?;
    let [hour, minute] = numbers(time, ':', [2, 2])?;
    day(date)?.and_hms_opt(hour, minute, 0)
}

/// Numbers of so many digits each, with something between them.
fn numbers<const N: usize>(text: &str, between: char, digits: [usize; N]) -> Option<[u32; N]> {
    let mut pieces = text.split(between);
    let mut numbers = [0; N];
    for (number, digits) in numbers.iter_mut().zip(digits) {
        let piece = pieces.next()?;
        if piece.len() != digits || !piece.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = piece.parse().ok()?;
    }
    pieces.next().is_none().then_some(numbers)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn days_and_moments_are_read_as_chrono_reads_them(
            date in "[0-2][0-9]{3}-[01][0-9]-[0-3][0-9]",
            time in "[0-2][0-9]:[0-6][0-9]",
        ) {
            prop_assert_eq!(day(&date), date.parse().ok());
            let both = format!("{date}T{time}");
            prop_assert_eq!(moment(&both), NaiveDateTime::parse_from_str(&both, "%Y-%m-%dT%H:%M").ok());
        }
    }

    #[test]
    fn nothing_else_is_a_day() {
        for text in ["", "2026-1-02", "2026-02-30", "+2026-01-02", "2026-01-02-03", " 2026-01-02"] {
            assert_eq!(day(text), None, "{text}");
        }
        assert_eq!(moment("2026-01-02T3:04"), None);
        assert_eq!(moment("2026-01-02 03:04"), None);
    }
}
