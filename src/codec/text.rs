//! JSON text: writing it, and taking the white space out of it.

/// A value's text without the white space between its parts.
pub(super) fn compact(raw: &str) -> Box<str> {
    let mut kept = String::with_capacity(raw.len());
    let (mut in_text, mut escaped) = (false, false);
    let mut from = 0;
    for (at, byte) in raw.bytes().enumerate() {
        if in_text {
            in_text = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
        } else if byte == b'"' {
            in_text = true;
        } else if byte.is_ascii_whitespace() {
            kept.push_str(raw.get(from..at).unwrap_or_default());
            from = at + 1;
        }
    }
    kept.push_str(raw.get(from..).unwrap_or_default());
    kept.into()
}

/// Writes `text` as JSON, in quotes.
pub(super) fn push_text(out: &mut String, text: &str) {
    if plain_length(text.as_bytes()) == text.len() {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        // A JSON text begins and ends with a quote already.
        out.push_str(&serde_json::Value::from(text).to_string());
    }
}

/// How many bytes there are before the first that cannot stand in a JSON text as it is: a quote, a
/// backslash, or a control character.
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    /// The same byte eight times.
    const fn eight(byte: u8) -> u64 {
        u64::from_ne_bytes([byte; 8])
    }
    // Eight bytes at once: the top bit of a byte is set by subtraction if the byte was smaller. It may
    // then be set wrongly in bytes after that one, but never before it.
    let smaller = |word: u64, than: u8| word.wrapping_sub(eight(than)) & !word;
    let (words, rest) = bytes.as_chunks::<8>();
    for (place, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found =
            smaller(word, 0x20) | smaller(word ^ eight(b'"'), 1) | smaller(word ^ eight(b'\\'), 1);
        let found = found & eight(0x80);
        if found != 0 {
            return place * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let is_plain = |byte: &u8| *byte >= 0x20 && *byte != b'"' && *byte != b'\\';
    let plain = rest.iter().take_while(|byte| is_plain(byte)).count();
    words.len() * 8 + plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_bytes_at_once_tell_the_same_as_one_by_one(
            bytes in vec(prop_oneof![3 => 0x1e..0x24u8, 3 => 0x5b..0x5eu8, 20 => 0x20..0x22u8, 9 => any::<u8>()], 0..40)
        ) {
            let is_plain = |byte: &&u8| **byte >= 0x20 && **byte != b'"' && **byte != b'\\';
            prop_assert_eq!(plain_length(&bytes), bytes.iter().take_while(is_plain).count());
        }
    }
}
