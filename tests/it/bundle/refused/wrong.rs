//! Bundles that say something other than what belongs in a place.

use steadyhand::codec::{BundleError, Expected};

use super::{Refused, bad_id, bad_merge, duplicate, missing, wrong};

pub fn files() -> Vec<Refused> {
    let mut files: Vec<Refused> = said()
        .into_iter()
        .map(|(from, to, expected)| Refused::edited(from, to, expected))
        .collect();
    for (from, place, expected) in SHAPES {
        let shapes = match expected {
            Expected::Text => &[NULL, WORD, NUMBER, LIST, OBJECT][..],
            Expected::List => &[NULL, WORD, NUMBER, TEXT, OBJECT][..],
            _ => &[NULL, WORD, NUMBER, TEXT, LIST][..],
        };
        for shape in shapes {
            let (before, value) = from.split_at(from.find('⟨').expect(from));
            let (value, after) = value.split_once('⟩').expect(from);
            let value = value.trim_start_matches('⟨');
            let from = format!("{before}{value}{after}");
            let to = format!("{before}{shape}{after}");
            files.push(Refused::edited(&from, &to, wrong(place, expected)));
        }
    }
    for kind in KINDS {
        for shape in [NULL, WORD, NUMBER, TEXT, OBJECT] {
            let expected = wrong(&format!("plans[0].{kind}"), Expected::List);
            let list = format!("\"{kind}\":{shape},\"goals\":[");
            files.push(Refused::edited("\"goals\":[", &list, expected));
        }
    }
    files
}

const NULL: &str = "null";
const WORD: &str = "true";
const NUMBER: &str = "-1.5e3";
const TEXT: &str = "\"text\"";
const LIST: &str = "[]";
const OBJECT: &str = "{}";

/// The kinds whose lists are always lists. [`RIGHT`] has none of these.
const KINDS: [&str; 7] =
    ["people", "devices", "tasks", "meetings", "action_items", "feedback", "comments"];

/// Values, between ⟨ and ⟩, that must be of one shape: where they are, and which shape.
const SHAPES: [(&str, &str, Expected); 17] = [
    ("\"audience\":⟨\"pair\"⟩", "audience", Expected::Text),
    ("\"made\":⟨\"2026-11-22T14:20:05-06:00\"⟩", "made", Expected::Text),
    ("⟨{\"name\":\"Dana Ruiz\",\"role\":\"mentor\"}⟩", "from", Expected::Object),
    ("\"name\":⟨\"Dana Ruiz\"⟩", "from.name", Expected::Text),
    ("\"role\":⟨\"mentor\"⟩", "from.role", Expected::Text),
    ("⟨[\"00000000000000d1\",\"00000000000000d2\"]⟩", "writers", Expected::List),
    ("⟨\"00000000000000d1\"⟩,", "writers[0]", Expected::Text),
    ("⟨\"00000000000000d2\"⟩]", "writers[1]", Expected::Text),
    ("\"plans\":[\n⟨⟩{", "plans[0]", Expected::Object),
    ("\"id\":⟨\"00000000000000p1\"⟩", "plans[0].id", Expected::Text),
    ("\"merge\":⟨\"a1@5\"⟩", "plans[0].merge", Expected::Text),
    ("\"goals\":[\n⟨⟩{", "plans[0].goals[0]", Expected::Object),
    ("\"id\":⟨\"00000000000000g1\"⟩", "plans[0].goals[0].id", Expected::Text),
    ("\"also\":⟨{\"title\":[\"Draw well\"]}⟩", "plans[0].goals[0].also", Expected::Object),
    ("⟨[\"Draw well\"]⟩", "plans[0].goals[0].also.title", Expected::List),
    ("⟨\"a1 a1:title b1@9:title\"⟩", "plans[0].goals[0].merge", Expected::Text),
    ("\"merge\":⟨\"a1\"⟩", "plans[0].goals[1].merge", Expected::Text),
];

/// What is replaced, with what, and what is said of it.
fn said() -> Vec<(&'static str, &'static str, BundleError)> {
    let goal = |rest: &str| format!("plans[0].goals[1]{rest}");
    let merge = goal(".merge");
    vec![
        // The header.
        (r#""pair""#, r#""everyone""#, wrong("audience", Expected::Audience)),
        (r#""pair""#, "1", wrong("audience", Expected::Text)),
        (r#""audience":"pair","#, "", missing("audience")),
        ("-06:00", "", wrong("made", Expected::Moment)),
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
    ]
}
