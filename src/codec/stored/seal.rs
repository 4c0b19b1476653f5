//! The head of every stored text from version 2 on: a sum over all that follows, and the version.
//!
//! `{"check":"1a2b3c4d","version":2,…`. This head is the one thing that no later version may change: it
//! is how an older program tells what a newer one wrote from what is damaged.

use twox_hash::XxHash32;

use super::StoredError;

/// Before the sum.
const BEFORE: &str = r#"{"check":""#;
/// Between the sum and what it covers.
const AFTER: &str = "\",";
/// Before the version, which comes first in what the sum covers.
const VERSION: &str = r#""version":"#;
/// Before the version and the plan in a text of version 1, which had no sum.
const UNSEALED: &str = r#"{"version":1,"plan":""#;
/// How many characters the sum has.
const DIGITS: usize = 8;
/// Where begins what the sum covers.
const COVERED: usize = BEFORE.len() + DIGITS + AFTER.len();

/// Begins a text of this version. Its members follow, and then [`seal`].
pub(super) fn begin(version: u64, capacity: usize) -> String {
    let mut out = String::with_capacity(COVERED + VERSION.len() + 4 + capacity);
    out.push_str(BEFORE);
    out.push_str("00000000");
    out.push_str(AFTER);
    out.push_str(VERSION);
    out.push_str(&version.to_string());
    out.push(',');
    out
}

/// Puts the sum into a text that was begun here and is complete.
pub(super) fn seal(text: &mut String) {
    let sum = sum(text.get(COVERED..).unwrap_or_default());
    let sum = std::str::from_utf8(&sum).unwrap_or_default();
    text.replace_range(BEFORE.len()..BEFORE.len() + DIGITS, sum);
}

/// The version of a stored text, after making sure that it is as it was written. Of a text of
/// version 1 that cannot be known.
pub(super) fn version(text: &str) -> Result<u64, StoredError> {
    if text.starts_with(UNSEALED) {
        return Ok(1);
    }
    let (found, covered) = open(text).ok_or(StoredError::Foreign)?;
    if found.as_bytes() != sum(covered) {
        return Err(StoredError::Damaged);
    }
    let digits = covered.strip_prefix(VERSION).and_then(|rest| rest.split(',').next());
    match digits.and_then(|digits| digits.parse().ok()) {
        Some(version @ 2..) => Ok(version),
        _ => Err(StoredError::Foreign),
    }
}

/// The sum that a text names, and what it is to cover.
fn open(text: &str) -> Option<(&str, &str)> {
    let (found, rest) = text.strip_prefix(BEFORE)?.split_at_checked(DIGITS)?;
    Some((found, rest.strip_prefix(AFTER)?))
}

/// XXH32 with seed 0 (Y. Collet, the xxHash specification 0.1.1), in small hexadecimal digits.
///
/// Each of its steps maps one 32-bit word one to one, so two texts of one length that differ within
/// one aligned word, as after a flipped bit, never have the same sum.
fn sum(covered: &str) -> [u8; DIGITS] {
    let sum = XxHash32::oneshot(0, covered.as_bytes());
    // Written by hand, because a start does this ten thousand times.
    std::array::from_fn(|at| b"0123456789abcdef"[(sum >> (28 - 4 * at)) as usize & 15])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(version: u64, members: &str) -> String {
        let mut text = begin(version, 0);
        text.push_str(members);
        seal(&mut text);
        text
    }

    #[test]
    fn the_sum_is_that_of_the_specification() {
        // From the specification's own check values: the empty input, and a known sentence.
        assert_eq!(&sum(""), b"02cc5d05");
        assert_eq!(&sum("Nobody inspects the spammish repetition"), b"e2293b2f");
    }

    #[test]
    fn the_head_is_what_the_description_says() {
        let text = sealed(2, r#""plan":"x"}"#);
        let covered = r#""version":2,"plan":"x"}"#;
        let sum = String::from_utf8(sum(covered).to_vec()).unwrap();
        assert_eq!(text, format!(r#"{{"check":"{sum}",{covered}"#));
        assert_eq!(version(&text), Ok(2));
    }

    #[test]
    fn a_version_counts_only_with_its_own_sum() {
        let text = sealed(2, r#""plan":"x"}"#);
        assert_eq!(version(&text.replace(":2,", ":3,")), Err(StoredError::Damaged));
        assert_eq!(version(&sealed(3, "}")), Ok(3));
        assert_eq!(version(&sealed(u64::MAX, "}")), Ok(u64::MAX));
        // Version 1 had no sum, and version 0 never was.
        assert_eq!(version(&sealed(1, "}")), Err(StoredError::Foreign));
        assert_eq!(version(&sealed(0, "}")), Err(StoredError::Foreign));
        assert_eq!(version(r#"{"version":1,"plan":"x"}"#), Ok(1));
        for other in [
            "",
            "{}",
            r#"{"version":3,"plan":"x"}"#,
            r#"{"check":"0000"#,
            "{\"check\":\"0123456é\",",
        ] {
            assert_eq!(version(other), Err(StoredError::Foreign), "{other}");
        }
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let text = sealed(2, r#""plan":"Draw from hand veins, both hands","é":"💉"}"#);
        for at in 0..text.len() * 8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at / 8] ^= 1 << (at % 8);
            if let Ok(flipped) = String::from_utf8(bytes) {
                assert!(version(&flipped).is_err(), "{flipped}");
            }
        }
    }
}
