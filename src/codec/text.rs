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

/// The characters that the inside of a JSON text stands for, or the byte at which it is none.
pub(super) fn unescaped(inside: &str) -> Result<String, usize> {
    let mut plain = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = (rest.get(..at), rest.get(at..).unwrap_or_default());
        plain.push_str(before.unwrap_or_default());
        let begun = inside.len() - escape.len();
        let (letter, length) = escaped(escape).map_err(|at| (begun + at).min(inside.len()))?;
        plain.push(letter);
        rest = escape.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    Ok(plain)
}

/// The character that the escape at the beginning of a text stands for, and how long the escape is; or
/// at which of its bytes it turned out to be none.
fn escaped(text: &str) -> Result<(char, usize), usize> {
    let letter = match text.as_bytes().get(1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return numbered(text),
        _ => return Err(1),
    };
    Ok((letter, 2))
}

/// The same of an escape that gives a letter's number, which stands as two halves if it is beyond 16 bits.
fn numbered(text: &str) -> Result<(char, usize), usize> {
    let first = unit(text).ok_or(5usize)?;
    if let Some(letter) = char::from_u32(first) {
        return Ok((letter, 6));
    }
    let is_high = (0xD800..0xDC00).contains(&first);
    let rest = text.get(6..).unwrap_or_default();
    if !is_high || !rest.starts_with("\\u") {
        return Err(if !is_high { 5 } else { 6 + usize::from(rest.starts_with('\\')) });
    }
    let second = unit(rest).filter(|second| (0xDC00..0xE000).contains(second)).ok_or(11usize)?;
    let whole = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    char::from_u32(whole).map(|letter| (letter, 12)).ok_or(11)
}

/// The number in an escape like `\u00e9`.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let is_hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    if is_hexadecimal { u32::from_str_radix(digits, 16).ok() } else { None }
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
        fn escapes_stand_for_what_the_general_reader_takes_them_for(
            pieces in vec("[a-zé💉]{0,3}|\\\\[\"\\\\/bfnrtxu]|\\\\u(d83d\\\\udc89|[dD][89abcdABCD][0-9a-f]{2}|[0-9a-fA-F]{4}|\\+0e9|00)", 0..6)
        ) {
            let inside = pieces.concat();
            let general = serde_json::from_str::<String>(&format!("\"{inside}\""));
            let general = general.map_err(|error| error.column().saturating_sub(2));
            // A backslash at the end would take the quote with it.
            let ends = inside.len() - inside.trim_end_matches('\\').len();
            prop_assume!(ends % 2 == 0);
            prop_assert_eq!(unescaped(&inside), general);
        }

        #[test]
        fn eight_bytes_at_once_tell_the_same_as_one_by_one(
            bytes in vec(prop_oneof![3 => 0x1e..0x24u8, 3 => 0x5b..0x5eu8, 20 => 0x20..0x22u8, 9 => any::<u8>()], 0..40)
        ) {
            let is_plain = |byte: &&u8| **byte >= 0x20 && **byte != b'"' && **byte != b'\\';
            prop_assert_eq!(plain_length(&bytes), bytes.iter().take_while(is_plain).count());
        }
    }
}
