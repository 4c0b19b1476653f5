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
    let plain = text.bytes().all(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\');
    if plain {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        // A JSON text begins and ends with a quote already.
        out.push_str(&serde_json::Value::from(text).to_string());
    }
}
