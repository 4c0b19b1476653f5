//! Files that are no bundle: pictures, archives, documents, other people's JSON.

use steadyhand::codec::{BundleError, Expected};

use super::{RIGHT, Refused, missing, not_json, wrong};

pub fn files() -> Vec<Refused> {
    let mut files = not_text();
    files.extend(other_text());
    files.extend(other_json());
    files
}

/// Bytes that are not text, each with the first byte that is none.
fn not_text() -> Vec<Refused> {
    let mut files: Vec<Refused> = [
        ("a PNG picture", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], 0),
        ("a JPEG picture", b"\xff\xd8\xff\xe0\0\x10JFIF", 0),
        ("a GIF picture", b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff", 10),
        ("a WebP picture", b"RIFF\x9a\x01\0\0WEBPVP8 ", 4),
        ("an HEIC picture", b"\0\0\0\x18ftypheic\0\0\0\0mif1\xff\xd8", 20),
        ("an ICO picture", b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0 \0h\x04\0\0\x16\0\0\0\xff", 22),
        ("a zip archive", b"PK\x03\x04\x14\0\0\0\x08\0\xa5\xb6", 10),
        ("a gzip archive", b"\x1f\x8b\x08\0\0\0\0\0", 1),
        ("an xz archive", b"\xfd7zXZ\0", 0),
        ("a PDF document", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 10),
        ("a sound", b"ID3\x04\0\0\0\0\0#TSSE\xff\xfb", 14),
        ("a program", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0\xc0", 24),
        ("a database", b"SQLite format 3\0\x10\0\x01\x01\0@  \0\0\0\xff", 27),
        ("the first bytes of a mark", b"\xef\xbb", 0),
        ("a mark of UTF-16 alone", b"\xff\xfe", 0),
        ("a whole file and one byte more", b"", 0),
        ("Latin-1 words", b"Mar\xeda, aqu\xed va mi plan", 3),
    ]
    .into_iter()
    .map(|(name, bytes, byte)| Refused::new(name, bytes, BundleError::NotText { byte }))
    .collect();
    for file in &mut files {
        if file.bytes.is_empty() {
            file.bytes = [RIGHT.as_bytes(), b"\xff"].concat();
            file.expected = BundleError::NotText { byte: RIGHT.len() };
        }
    }
    let little: Vec<u8> = RIGHT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = RIGHT.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let none = |byte| BundleError::NotText { byte };
    files.extend([
        Refused::new("UTF-16 with its mark", [b"\xff\xfe", &little[..]].concat(), none(0)),
        Refused::new("UTF-16, the other way", [b"\xfe\xff", &big[..]].concat(), none(0)),
        // Every second byte of it is a zero, which is text but not JSON.
        Refused::new("UTF-16 without its mark", little, not_json("", 1, 2)),
        Refused::new("UTF-16 without its mark, the other way", big, not_json("", 1, 1)),
    ]);
    files
}

fn other_text() -> Vec<Refused> {
    let mut files: Vec<Refused> = [
        ("the beginning of an archive", "PK\x03\x04"),
        ("a page", "<!doctype html><title>404</title>"),
        ("another mark-up", "<?xml version=\"1.0\"?><plans/>"),
        ("the beginning of a document", "%PDF-1.7"),
        ("a calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
        ("a card", "BEGIN:VCARD\nFN:Dana\nEND:VCARD\n"),
        ("a table", "goal,due\nDraw,2026-12-18\n"),
        ("a mail", "From: dana\nSubject: plan\n\nHere it is"),
        ("zeros", "\0\0\0\0"),
        ("a letter", "Dear Dana, here is my plan"),
        ("a number that is none", "NaN"),
        ("no end of numbers", "Infinity"),
        ("two marks", "\u{feff}\u{feff}{}"),
        ("a script", "export default {}"),
        ("a closing bracket", "}"),
        ("a comma", ","),
    ]
    .map(|(name, text)| Refused::new(name, text, not_json("", 1, 1)))
    .into();
    files.extend([
        Refused::new("formatted text", r"{\rtf1\ansi Plan}", not_json("", 1, 2)),
        Refused::new("names without quotes", "{format:1}", not_json("", 1, 2)),
        Refused::new("names in other quotes", "{'format':1}", not_json("", 1, 2)),
        Refused::new("lines of JSON", "{\"id\":1}\n{\"id\":2}\n", not_json("", 2, 1)),
        // These begin as a number and as `false` begin.
        Refused::new("a 7z archive", *b"7z\xbc\xaf\x27\x1c", BundleError::NotABundle),
        Refused::new("a list of settings", "format: steadyhand\n", BundleError::NotABundle),
        Refused::new("nothing", "", BundleError::Empty),
        Refused::new("white space", " \r\n\t ", BundleError::Empty),
        Refused::new("a mark alone", "\u{feff}", BundleError::Empty),
        Refused::new("a mark and white space", "\u{feff}\n", BundleError::Empty),
    ]);
    files
}

fn other_json() -> Vec<Refused> {
    let not_ours = [
        "[1,2,3]",
        "[]",
        "\"steadyhand\"",
        "42",
        "1e999",
        "-0",
        "null",
        "true",
        "{}",
        r#"{"type":"FeatureCollection","features":[]}"#,
        r#"{"format":"other","version":7}"#,
        r#"{"format":"steadyhand ","version":1}"#,
        r#"{"format":"Steadyhand","version":1}"#,
        r#"{"version":7,"plans":[],"writers":5}"#,
        r#"{"format":5,"version":1}"#,
        r#"{"format":null,"version":1}"#,
        r#"{"format":["steadyhand"],"version":1}"#,
        r#"{"format":{"steadyhand":1},"version":1}"#,
        r#"{"plans":[{"id":"00000000000000p1"}]}"#,
        r#"{"Format":"steadyhand","version":1}"#,
    ];
    let mut files: Vec<Refused> =
        not_ours.map(|text| Refused::new(text, text, BundleError::NotABundle)).into();
    let newer = |found| BundleError::NewerVersion { found };
    let wrong_version = || wrong("version", Expected::Version);
    files.extend(
        [
            (r#"{"format":"steadyhand","version":2,"else":[]}"#, newer(2)),
            (r#"{"format":"steadyhand","plans":5,"version":9}"#, newer(9)),
            (r#"{"version":18446744073709551615,"format":"steadyhand"}"#, newer(u64::MAX)),
            (r#"{"format":"steadyhand"}"#, missing("version")),
            // What the rescue screen gives out has another form.
            (r#"{"format":"steadyhand-raw","version":1}"#, missing("made")),
            (r#"{"format":"steadyhand","version":0}"#, wrong_version()),
            (r#"{"format":"steadyhand","version":-1}"#, wrong_version()),
            (r#"{"format":"steadyhand","version":1.5}"#, wrong_version()),
            (r#"{"format":"steadyhand","version":1e0}"#, wrong_version()),
            (r#"{"format":"steadyhand","version":1e999}"#, wrong_version()),
            (r#"{"format":"steadyhand","version":18446744073709551616}"#, wrong_version()),
            (r#"{"format":"steadyhand","version":"1"}"#, wrong_version()),
            (r#"{"format":"steadyhand","version":null}"#, wrong_version()),
            (r#"{"format":"steadyhand","version":true}"#, wrong_version()),
            (r#"{"format":"steadyhand","version":[1]}"#, wrong_version()),
            (r#"{"format":"steadyhand","version":{}}"#, wrong_version()),
        ]
        .map(|(text, expected)| Refused::new(text, text, expected)),
    );
    files
}
