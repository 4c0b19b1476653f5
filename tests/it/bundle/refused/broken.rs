//! Bundles that are broken as JSON or as UTF-8 in one place, which is to be named to the character.

use super::{RIGHT, Refused, not_json};

const GOAL: &str = "plans[0].goals[1]";
const TITLE: &str = "plans[0].goals[1].title";

pub fn files() -> Vec<Refused> {
    let mut files: Vec<Refused> = syntax()
        .into_iter()
        .map(|(from, to, at, offset)| broken(from, to.as_bytes(), at, offset))
        .collect();
    // Each stands after the opening quote of a title.
    for bytes in NOT_UTF8 {
        let to = [b"\"Ca", bytes, b"lm\""].concat();
        files.push(broken(r#""Calm""#, &to, TITLE, 3));
    }
    for (from, to, at, offset) in ELSEWHERE {
        files.push(broken(from, to, at, offset));
    }
    files
}

/// [`RIGHT`] after the first `from` in it has become `to`. The mistake stands `offset` bytes into that,
/// at the place `at`.
fn broken(from: &str, to: &[u8], at: &str, offset: usize) -> Refused {
    let (before, after) = RIGHT.split_once(from).expect(from);
    let bytes = [before.as_bytes(), to, after.as_bytes()].concat();
    let read = format!("{before}{}", std::str::from_utf8(&to[..offset]).unwrap());
    let line = read.matches('\n').count() + 1;
    let column = read.split('\n').next_back().unwrap_or_default().chars().count() + 1;
    let name = format!("{from} -> {}", String::from_utf8_lossy(to));
    Refused::new(name, bytes, not_json(at, line, column))
}

/// Bytes that are not UTF-8: what begins nothing, goes on too long, is too large, or is one half.
const NOT_UTF8: [&[u8]; 14] = [
    b"\x80",
    b"\xbf\xbf",
    b"\xc0\x80",
    b"\xc1\xbf",
    b"\xe9",
    b"\xe1\x80 ",
    b"\xe0\x80\x80",
    b"\xed\xa0\x80",
    b"\xed\xbf\xbf",
    b"\xed\xa0\xbd\xed\xb8\x80",
    b"\xf0\x80\x80\x80",
    b"\xf4\x90\x80\x80",
    b"\xf5\x80\x80\x80",
    b"\xff",
];

/// Bytes that are not UTF-8, in places other than a text.
const ELSEWHERE: [(&str, &[u8], &str, usize); 7] = [
    ("\"format\"", b"\"for\xe1mat\"", "", 4),
    ("\"steadyhand\"", b"\"steadyh\xe1nd\"", "format", 8),
    ("Dana Ruiz", b"Mar\xeda", "from.name", 3),
    ("\"Ana\"", b"\"Am\xe9lie\"", "plans[0].title", 3),
    ("\"title\":\"Calm\"", b"\"t\xefitle\":1", GOAL, 2),
    ("Draw well", b"D\xffraw", "plans[0].goals[0].also.title[0]", 1),
    ("\"a1@5\"", b"\"a1\xa05\"", "plans[0].merge", 3),
];

/// What is replaced, with what, where that is, and how far into it the mistake stands.
fn syntax() -> Vec<(&'static str, &'static str, &'static str, usize)> {
    let list = "plans[0].goals[1].title[1]";
    vec![
        (r#""Calm","merge""#, r#""Calm,"merge""#, GOAL, 7),
        // Characters that a text may not hold as they are.
        (r#""Calm""#, "\"Ca\tlm\"", TITLE, 3),
        (r#""Calm""#, "\"Ca\nlm\"", TITLE, 3),
        (r#""Calm""#, "\"Ca\0lm\"", TITLE, 3),
        (r#""Calm""#, "\"Ca\u{1b}lm\"", TITLE, 3),
        // Escapes that are none, and halves of characters: the end of the escape is named.
        (r#""Calm""#, r#""\x41""#, TITLE, 2),
        (r#""Calm""#, r#""\u00g1""#, TITLE, 6),
        (r#""Calm""#, r#""\ud83d""#, TITLE, 7),
        (r#""Calm""#, r#""\ud83dx""#, TITLE, 7),
        (r#""Calm""#, r#""\ud83d\n""#, TITLE, 8),
        (r#""Calm""#, r#""\ud83d\ud83d""#, TITLE, 12),
        (r#""Calm""#, r#""\ude00""#, TITLE, 6),
        (r#""Calm""#, r#""\ude00\ud83d""#, TITLE, 6),
        (r#""title":"Calm""#, r#""\ud83d":1"#, GOAL, 7),
        // Numbers that are none.
        (r#""Calm""#, "NaN", TITLE, 0),
        (r#""Calm""#, "-NaN", TITLE, 1),
        (r#""Calm""#, "Infinity", TITLE, 0),
        (r#""Calm""#, "-Infinity", TITLE, 1),
        (r#""Calm""#, "01", GOAL, 1),
        (r#""Calm""#, "-01", GOAL, 2),
        (r#""Calm""#, "1.", TITLE, 2),
        (r#""Calm""#, ".5", TITLE, 0),
        (r#""Calm""#, "+5", TITLE, 0),
        (r#""Calm""#, "1e", TITLE, 2),
        (r#""Calm""#, "1e+", TITLE, 3),
        (r#""Calm""#, "1_000", GOAL, 1),
        (r#""Calm""#, "0x10", GOAL, 1),
        (r#""Calm""#, "1,5", GOAL, 2),
        (r#""version":1"#, r#""version":NaN"#, "version", 10),
        // Words that are none.
        (r#""Calm""#, "nil", TITLE, 0),
        (r#""Calm""#, "True", TITLE, 0),
        (r#""Calm""#, "nullx", GOAL, 4),
        (r#""Calm""#, "undefined", TITLE, 0),
        (r#""Calm""#, "'Calm'", TITLE, 0),
        (r#""Calm""#, "", TITLE, 0),
        // Commas, colons and brackets.
        (r#""Calm""#, "[1,]", list, 3),
        (r#""Calm""#, "[1 2]", TITLE, 3),
        (r#""Calm""#, r#"["é" 1]"#, TITLE, 6),
        (r#""Calm""#, "[1}", TITLE, 2),
        (r#""Calm""#, r#"{"a":1]"#, TITLE, 6),
        (r#""Calm""#, r#"{"a" 1}"#, TITLE, 5),
        (r#""Calm""#, r#"{"a":}"#, "plans[0].goals[1].title.a", 5),
        (r#""Calm""#, r#"{"a":1,}"#, TITLE, 7),
        (r#""Calm""#, r#"{1:2}"#, TITLE, 1),
        (r#""a1"}]"#, r#""a1",}]"#, GOAL, 5),
        (r#""a1"}]"#, r#""a1"},]"#, "plans[0].goals[2]", 6),
        ("]}]}", "]}]}\n{}", "", 5),
        ("]}]}", "]}]}}", "", 4),
        ("]}]}", "]}]},", "", 4),
        ("\"plans\":[", "\"plans\"=[", "", 7),
        // Comments and spaces that JSON does not know.
        (
            "{\"id\":\"00000000000000g1",
            "// mine\n{\"id\":\"00000000000000g1",
            "plans[0].goals[0]",
            0,
        ),
        ("\"writers\"", "/* mine */\"writers\"", "", 0),
        ("\"writers\"", "\u{a0}\"writers\"", "", 0),
        ("\"writers\"", "\u{feff}\"writers\"", "", 0),
        ("\"writers\"", "\u{c}\"writers\"", "", 0),
    ]
}
