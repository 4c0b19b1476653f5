//! Files that are wrong in one way each, and what is said about them.

use steadyhand::codec::stored::{self, StoredError};
use steadyhand::codec::{BundleError, Expected, Place, Step, bundle};

/// A whole and right file, from which the wrong ones are made.
pub const RIGHT: &str = r#"{"format":"steadyhand","version":1,"audience":"pair","made":"2026-11-22T14:20:05-06:00","from":{"name":"Dana Ruiz","role":"mentor"},
"writers":["00000000000000d1","00000000000000d2"],
"plans":[
{"id":"00000000000000p1","title":"Ana","merge":"a1@5",
"goals":[
{"id":"00000000000000g1","created":"2026-10-05T14:00:00Z","title":"Draw","also":{"title":["Draw well"]},"merge":"a1 a1:title b1@9:title"},
{"id":"00000000000000g2","created":"2026-10-05T14:00:00Z","title":"Calm","merge":"a1"}]}]}
"#;

/// A place written as `plans[0].goals[1].title`.
pub fn place(text: &str) -> Place {
    let mut steps = Vec::new();
    for part in text.split('.').filter(|part| !part.is_empty()) {
        let (name, index) = match part.trim_end_matches(']').split_once('[') {
            Some((name, index)) => (name, Some(index.parse().unwrap())),
            None => (part, None),
        };
        steps.push(Step::name(name));
        steps.extend(index.map(Step::Index));
    }
    Place::new(steps)
}

fn missing(at: &str) -> BundleError {
    BundleError::Missing { place: place(at) }
}

fn wrong(at: &str, expected: Expected) -> BundleError {
    BundleError::Wrong { place: place(at), expected }
}

pub fn duplicate(at: &str) -> BundleError {
    BundleError::Duplicate { place: place(at) }
}

fn bad_id(at: &str) -> BundleError {
    BundleError::BadId { place: place(at) }
}

fn bad_merge(at: &str) -> BundleError {
    BundleError::BadMerge { place: place(at) }
}

fn not_json(at: &str, line: usize, column: usize) -> BundleError {
    BundleError::NotJson { place: place(at), line, column }
}

/// What is said about [`RIGHT`] after the first `from` in it has become `to`.
pub fn said(from: &str, to: &str) -> BundleError {
    assert!(RIGHT.contains(from), "{from}");
    bundle::read(RIGHT.replacen(from, to, 1).as_bytes()).expect_err(to)
}

#[test]
fn the_right_file_is_right() {
    bundle::read(RIGHT.as_bytes()).unwrap();
}

#[test]
fn files_that_are_no_bundle() {
    let not_text = |byte| BundleError::NotText { byte };
    let cases: &[(&[u8], BundleError)] = &[
        (b"", BundleError::Empty),
        (b" \r\n\t ", BundleError::Empty),
        (b"\xef\xbb\xbf", BundleError::Empty),
        (b"\xef\xbb", not_text(0)),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", not_text(0)),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", not_text(0)),
        (b"\xff\xfe{\0\"\0", not_text(0)),
        (b"PK\x03\x04\x14\0\0\0\x08\0\xa5\xb6", not_text(10)),
        (b"{\"format\":\"steadyh\xe1nd\"}", not_text(18)),
        (b"PK\x03\x04", not_json("", 1, 1)),
        (b"<!doctype html><title>404</title>", not_json("", 1, 1)),
        (b"%PDF-1.7", not_json("", 1, 1)),
        (b"BEGIN:VCALENDAR", not_json("", 1, 1)),
        (b"\0\0\0\0", not_json("", 1, 1)),
        (b"Dear Dana, here is my plan", not_json("", 1, 1)),
        (b"{format:1}", not_json("", 1, 2)),
        (b"{'format':1}", not_json("", 1, 2)),
        (b"[1,2,3]", BundleError::NotABundle),
        (b"\"steadyhand\"", BundleError::NotABundle),
        (b"42", BundleError::NotABundle),
        (b"null", BundleError::NotABundle),
        (b"{}", BundleError::NotABundle),
        (br#"{"type":"FeatureCollection","features":[]}"#, BundleError::NotABundle),
        (br#"{"format":"other","version":7}"#, BundleError::NotABundle),
        (br#"{"version":7,"plans":[],"writers":5}"#, BundleError::NotABundle),
        (br#"{"format":5,"version":1}"#, BundleError::NotABundle),
        (
            br#"{"format":"steadyhand","version":2,"else":[]}"#,
            BundleError::NewerVersion { found: 2 },
        ),
        (
            br#"{"format":"steadyhand","plans":5,"version":9}"#,
            BundleError::NewerVersion { found: 9 },
        ),
        (br#"{"format":"steadyhand"}"#, missing("version")),
        (br#"{"format":"steadyhand","version":0}"#, wrong("version", Expected::Version)),
        (br#"{"format":"steadyhand","version":1.5}"#, wrong("version", Expected::Version)),
        (br#"{"format":"steadyhand","version":"1"}"#, wrong("version", Expected::Version)),
    ];
    for (bytes, expected) in cases {
        assert_eq!(
            bundle::read(bytes).as_ref(),
            Err(expected),
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
}

#[test]
fn files_that_are_broken_json() {
    let (goal, title) = ("plans[0].goals[1]", "plans[0].goals[1].title");
    // What is replaced, with what, where that is, and how far into it the mistake stands.
    let cases = [
        (r#""Calm","merge""#, r#""Calm,"merge""#, goal, 7),
        (r#""Calm""#, "\"Ca\tlm\"", title, 3),
        (r#""Calm""#, r#""\ud83d""#, title, 7),
        (r#""Calm""#, r#""\ude00""#, title, 6),
        (r#""Calm""#, r#""\x41""#, title, 2),
        (r#""Calm""#, "NaN", title, 0),
        (r#""Calm""#, "Infinity", title, 0),
        (r#""Calm""#, "nil", title, 0),
        (r#""Calm""#, "01", goal, 1),
        (r#""Calm""#, "1.", title, 2),
        (r#""Calm""#, ".5", title, 0),
        (r#""Calm""#, "+5", title, 0),
        (r#""Calm""#, "1e", title, 2),
        (r#""Calm""#, "", title, 0),
        (r#""Calm""#, "[1,]", "plans[0].goals[1].title[1]", 3),
        (r#""Calm""#, r#"["é" 1]"#, title, 5),
        (r#""a1"}]"#, r#""a1",}]"#, goal, 5),
        (
            "{\"id\":\"00000000000000g1",
            "// mine\n{\"id\":\"00000000000000g1",
            "plans[0].goals[0]",
            0,
        ),
        ("]}]}", "]}]}\n{}", "", 5),
        ("\"writers\"", "\u{a0}\"writers\"", "", 0),
    ];
    for (from, to, at, offset) in cases {
        let before = RIGHT.split(from).next().unwrap().to_owned() + to;
        let before =
            &before[..before.len() - to.chars().skip(offset).map(char::len_utf8).sum::<usize>()];
        let line = before.matches('\n').count() + 1;
        let column = before.split('\n').next_back().unwrap().chars().count() + 1;
        let expected = BundleError::NotJson { place: place(at), line, column };
        assert_eq!(said(from, to), expected, "{to}");
    }
}

#[test]
fn files_that_say_the_wrong_thing() {
    let goal = |rest: &str| format!("plans[0].goals[1]{rest}");
    let merge = goal(".merge");
    let cases = [
        // The header.
        (r#""pair""#, r#""everyone""#, wrong("audience", Expected::Audience)),
        (r#""pair""#, "1", wrong("audience", Expected::Text)),
        (r#""audience":"pair","#, "", missing("audience")),
        ("-06:00", "", wrong("made", Expected::Moment)),
        (r#"{"name":"Dana Ruiz","role":"mentor"}"#, "null", wrong("from", Expected::Object)),
        (r#","role":"mentor""#, "", missing("from.role")),
        ("\"writers\"", "\"writer\"", missing("writers")),
        ("\"plans\"", "\"plan\"", missing("plans")),
        ("d1\",", "i1\",", bad_id("writers[0]")),
        ("00d2\"]", "00d1\"]", duplicate("writers[1]")),
        ("\"version\":1", "\"version\":1,\"version\":1", duplicate("version")),
        // Plans and lists.
        ("\"plans\":[", "\"plans\":5,\"was\":[", wrong("plans", Expected::List)),
        ("\"plans\":[", "\"plans\":[null,", wrong("plans[0]", Expected::Object)),
        (r#""id":"00000000000000p1","#, "", missing("plans[0].id")),
        ("00p1", "00P1", bad_id("plans[0].id")),
        (r#","merge":"a1@5""#, "", missing("plans[0].merge")),
        ("\"goals\":[\n{", "\"goals\":[\n7,{", wrong("plans[0].goals[0]", Expected::Object)),
        ("\"goals\":[", "\"goals\":true,\"was\":[", wrong("plans[0].goals", Expected::List)),
        ("]}]}", "],\"later\":[{\"id\":5}]}]}", wrong("plans[0].later[0].id", Expected::Text)),
        ("]}]}", "]},{\"id\":\"00000000000000p1\"}]}", duplicate("plans[1]")),
        ("00g2", "00g1", duplicate("plans[0].goals[1]")),
        // Records.
        (r#""id":"00000000000000g2","#, "", missing(&goal(".id"))),
        ("00000000000000g2", "g2", bad_id(&goal(".id"))),
        (r#""title":"Calm""#, r#""title":1,"title":1"#, duplicate(&goal(".title"))),
        (
            r#""title":"Calm""#,
            r#""title":1,"fields":{"title":1}"#,
            duplicate(&goal(".fields.title")),
        ),
        (r#""title":"Calm""#, r#""x":{"a":[{"b":1,"b":1}]}"#, duplicate(&goal(".x.a[0].b"))),
        (r#""title":"Calm""#, r#""title":1,"also":[]"#, wrong(&goal(".also"), Expected::Object)),
        (
            r#""title":"Calm""#,
            r#""title":1,"also":{"title":2}"#,
            wrong(&goal(".also.title"), Expected::List),
        ),
        (r#""title":"Calm""#, r#""title":1,"also":{"mood":[2]}"#, missing(&goal(".mood"))),
        // Who wrote what.
        (r#","merge":"a1"}"#, "}", missing(&merge)),
        (r#""merge":"a1"}"#, r#""merge":1}"#, wrong(&merge, Expected::Text)),
        (r#""a1"}"#, r#"""}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""c1"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a0"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a9007199254740992"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1 b1"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1  +b1"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1@"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1@+5"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1@99999999999999999999"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1:title"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1 b1:mood"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1 b1:title,title"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1 b1:%2"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1 b1:%+1"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1 +"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1 -b1(a1"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1 -b1 -b2"}"#, bad_merge(&merge)),
        (r#""a1"}"#, r#""a1 -b1 -b2(a1)"}"#, bad_merge(&merge)),
        (r#"{"title":["Draw well"]}"#, "{}", bad_merge("plans[0].goals[0].merge")),
        (r#"["Draw well"]"#, "[1,2]", bad_merge("plans[0].goals[0].merge")),
        ("2026-10-05T14:00:00Z", "5 October", bad_merge("plans[0].goals[0].merge")),
    ];
    for (from, to, expected) in cases {
        assert_eq!(said(from, to), expected, "{from} -> {to}");
    }
}

#[test]
fn a_cut_off_file_says_after_which_record() {
    for (cut_before, last) in [
        ("\"plans\"", ""),
        ("Draw well", ""),
        ("\n{\"id\":\"00000000000000g2\"", "plans[0].goals[0]"),
        ("\"a1\"}]}]}", "plans[0].goals[0]"),
        ("]}]}\n", "plans[0].goals[1]"),
    ] {
        let cut = RIGHT.split(cut_before).next().unwrap();
        let expected = BundleError::CutOff { after: place(last) };
        assert_eq!(bundle::read(cut.as_bytes()), Err(expected), "{cut_before}");
    }
    let within_a_character = RIGHT.replace("Calm", "é");
    let cut = within_a_character.find('é').unwrap() + 1;
    let read = bundle::read(&within_a_character.as_bytes()[..cut]);
    assert_eq!(read, Err(BundleError::CutOff { after: place("plans[0].goals[0]") }));
}

#[test]
fn a_stored_text_of_version_1_that_is_damaged_says_where() {
    const STORED: &str = r#"{"version":1,"plan":"00000000000000p1","kind":"goals","writers":["00000000000000d1"],"record":{"id":"00000000000000g1","title":"Draw","merge":"a1@5"}}"#;
    let head = r#"{"version":1,"plan":""#;
    stored::read(STORED).unwrap();
    for length in 0..STORED.len() {
        let expected = if length < head.len() {
            StoredError::Foreign
        } else {
            BundleError::CutOff { after: Place::default() }.into()
        };
        assert_eq!(stored::read(&STORED[..length]), Err(expected), "{length}");
    }
    for (from, to, expected) in [
        ("p1", "", bad_id("plan")),
        ("\"goals\"", "\"Goals!\"", wrong("kind", Expected::Kind)),
        ("\"kind\"", "\"kin\"", missing("kind")),
        ("\"writers\"", "\"writer\"", missing("writers")),
        ("\"a1@5\"", "\"b1@5\"", bad_merge("record.merge")),
        // Counted in the text as this version would have written it.
        ("\"Draw\"", "nul", not_json("record.title", 1, 147)),
    ] {
        let text = STORED.replacen(from, to, 1);
        assert_eq!(stored::read(&text), Err(expected.into()), "{from} -> {to}");
    }
    for (from, to) in [(STORED, "[]"), ("\"version\":1", "\"version\":2"), ("\"version\":1,", "")] {
        let text = STORED.replacen(from, to, 1);
        assert_eq!(stored::read(&text), Err(StoredError::Foreign), "{from} -> {to}");
    }
}
