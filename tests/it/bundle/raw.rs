//! What the rescue screen gives out is taken in again, as far as anybody can read it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use steadyhand::codec::bundle::{self, Audience};
use steadyhand::codec::raw::{self, Opened};
use steadyhand::codec::{BundleError, Counted, Expected, Limits, piece, stored};
use steadyhand::domain::{Plan, PlanId, RecordKey};

use super::refused::place;
use super::{example, random};

/// The millisecond in `made` of every file below.
const MADE: &str = "1795379000123";

/// A file as the rescue screen writes it, of these values in local storage and in the database.
fn file(local: &Value, database: &Value) -> String {
    let raw = json!({
        "format": "steadyhand-raw",
        "made": "2026-11-22T20:23:20.123Z",
        "local": local,
        "database": database,
    });
    serde_json::to_string_pretty(&raw).unwrap()
}

fn key_name(key: &RecordKey) -> String {
    format!("{}/{}/{}", key.plan, key.kind.name(), key.id)
}

/// Every record of some plans under its key, as storage keeps it.
fn records(plans: &[(PlanId, Plan)]) -> Vec<(String, String)> {
    let of_plan = |(plan, content): &(PlanId, Plan)| {
        let plan = *plan;
        let texts = content.records().map(move |(kind, id, record)| {
            let key = RecordKey { plan, kind, id };
            (key_name(&key), stored::write(&key, record))
        });
        texts.collect::<Vec<_>>()
    };
    plans.iter().flat_map(of_plan).collect()
}

fn object(pairs: &[(String, String)]) -> Value {
    pairs.iter().map(|(key, text)| (key.clone(), json!(text))).collect::<Map<_, _>>().into()
}

fn opened(text: &str) -> Opened {
    raw::open(text.as_bytes()).unwrap()
}

fn example_plans() -> Vec<(PlanId, Plan)> {
    bundle::read(example::FROZEN.as_bytes()).unwrap().plans
}

fn asides(opened: &Opened) -> &BTreeMap<String, String> {
    &opened.bundle.device.as_ref().unwrap().aside
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_was_stored_comes_back(plans in random::plans(), split: u64) {
        let stored = records(&plans);
        // Some records stand in the database, the others in the journal, and some in both.
        let side = |at: usize| split.rotate_left(2 * at as u32) & 3;
        let chosen = |without: u64| {
            let of = stored.iter().enumerate().filter(|(at, _)| side(*at) != without);
            of.map(|(_, pair)| pair.clone()).collect::<Vec<_>>()
        };
        let (in_database, in_journal) = (chosen(1), chosen(2));
        let lines: Vec<&str> = in_journal.iter().map(|(_, text)| text.as_str()).collect();
        let local = json!({ "journal/x/1": lines.join("\n"), "device/0": "00000000000000d1" });
        let database = json!({ "records": object(&in_database) });
        let opened = opened(&file(&local, &database));
        let mut expected: Vec<_> = plans.into_iter().filter(|(_, plan)| !plan.is_empty()).collect();
        expected.sort_by_key(|(id, _)| *id);
        prop_assert_eq!(&opened.bundle.plans, &expected);
        prop_assert_eq!((opened.unreadable, asides(&opened).len()), (0, 0));
        prop_assert_eq!(opened.bundle.header.audience, Audience::Backup);
    }

    #[test]
    fn arbitrary_bytes_after_a_right_beginning_are_no_panic(bytes: Vec<u8>) {
        let start = b"{\"format\":\"steadyhand-raw\",\"made\":\"2026-11-22T20:23:20Z\",";
        let _ = raw::open(&[&start[..], &bytes].concat());
    }
}

#[test]
fn damaged_records_are_kept_as_they_are_and_the_rest_is_good() {
    let plans = example_plans();
    let mut pairs = records(&plans);
    let (name, whole) = pairs.pop().unwrap();
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    let mut database = object(&pairs);
    database[&name] = json!(half);
    // A record under another's name, and a value that is no text.
    let (_, other) = &pairs[0];
    database["elsewhere"] = json!(other);
    database["number"] = json!({"of": [1, 2]});
    let lines = format!("{half}\n{whole}\nnonsense\nnonsense");
    let local = json!({ "journal/x/1": lines, "other": "left alone", "device/0": "left alone" });
    let opened = opened(&file(&local, &json!({ "records": database })));
    assert_eq!(opened.bundle.plans, plans, "the journal had what was damaged in the database");
    assert_eq!(opened.unreadable, 6);
    let expected =
        [("elsewhere", other.as_str()), ("journal/x/1", &half), ("number", r#"{"of":[1,2]}"#)];
    let aside = asides(&opened);
    for (at, text) in expected {
        let found = aside.iter().find(|(key, _)| key.contains(at)).map(|(_, text)| text.clone());
        assert_eq!(
            found.map(|text| text.replace(char::is_whitespace, "")).as_deref(),
            Some(text.replace(char::is_whitespace, "").as_str()),
            "{at}"
        );
    }
    assert_eq!(aside.get(&format!("{name} {MADE}")), Some(&half));
    assert_eq!(aside.get(&format!("journal/x/1 {MADE}.3")).map(String::as_str), Some("nonsense"));
    assert_eq!(aside.len(), 6);
}

#[test]
fn the_same_file_sets_the_same_aside_each_time() {
    let local = json!({ "journal/x/1": "one\ntwo", "record/p/goals/g": "three" });
    let text = file(&local, &json!({ "records": { "p/goals/g": "four" } }));
    assert_eq!(opened(&text), opened(&text));
    assert_eq!(opened(&text).unreadable, 4);
}

#[test]
fn small_texts_come_from_whichever_copy_is_newer() {
    let local =
        json!({ "text/preferences": "20 new", "text/draft/a": "10 old", "text/only": "1 x" });
    let database = json!({ "texts": {
        "preferences": "19 older", "draft/a": "11 newer", "odd": "no time", "count": 7,
    } });
    let opened = opened(&file(&local, &database));
    let texts = opened.bundle.device.as_ref().unwrap().texts.clone();
    let expected =
        [("preferences", "20 new"), ("draft/a", "11 newer"), ("only", "1 x"), ("odd", "no time")];
    assert_eq!(texts, expected.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
    assert_eq!(asides(&opened).get(&format!("texts/count {MADE}")).unwrap(), "7");
}

#[test]
fn the_other_stores_come_along() {
    let database = json!({
        "past": {"a": "1", "b": 5}, "quarantine": {"c": "2"}, "aside": {"d": "3", "e": {"f": null}},
        "of a later version": {"g": "4"},
    });
    let device = opened(&file(&json!({}), &database)).bundle.device.unwrap();
    let pairs = |store: &BTreeMap<String, String>| {
        store.iter().map(|(key, text)| format!("{key}={text}")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(pairs(&device.past), "a=1");
    assert_eq!(pairs(&device.quarantine), "c=2");
    let aside = pairs(&device.aside);
    assert!(
        aside.starts_with("d=3 e={") && aside.ends_with(&format!("past/b {MADE}=5")),
        "{aside}"
    );
}

#[test]
fn a_database_that_did_not_open_leaves_the_journal() {
    let plans = example_plans();
    let local: Vec<_> =
        records(&plans).into_iter().map(|(name, text)| (format!("record/{name}"), text)).collect();
    let text = file(&object(&local), &json!({ "unread": "NotFoundError" }));
    assert_eq!(opened(&text).bundle.plans, plans);
}

#[test]
fn a_name_that_is_there_twice_loses_neither_value() {
    let plans = example_plans();
    let (name, text) = records(&plans).remove(0);
    let twice = format!(
        r#"{{"format":"steadyhand-raw","made":"2026-11-22T20:23:20.123Z","database":{{
        "records":{{"{name}":"broken","{name}":{}}},
        "aside":{{"k":"one","k":"one","k":"two"}}}}}}"#,
        json!(text)
    );
    let opened = opened(&twice);
    assert_eq!(opened.bundle.plans.iter().map(|(_, plan)| plan.len()).sum::<usize>(), 1);
    let aside: Vec<_> = asides(&opened).values().map(String::as_str).collect();
    assert_eq!(aside, ["two", "one", "broken"]);
}

#[test]
fn half_a_surrogate_pair_spoils_only_its_own_value() {
    let plans = example_plans();
    let text =
        file(&json!({}), &json!({ "records": object(&records(&plans)), "aside": {"k": "X"} }));
    let text = text.replace(r#""X""#, r#""\ud800!""#);
    let opened = opened(&text);
    assert_eq!(opened.bundle.plans, plans);
    assert_eq!(asides(&opened).get("k").unwrap(), r#""\ud800!""#);
}

#[test]
fn the_order_of_members_does_not_matter() {
    let plans = example_plans();
    let records = object(&records(&plans));
    let sorted = json!({ "database": { "records": records }, "format": "steadyhand-raw",
        "local": {}, "made": "2026-11-22T20:23:20.123Z" });
    assert_eq!(opened(&sorted.to_string()).bundle.plans, plans);
}

#[test]
fn what_is_wrong_with_the_whole_file_is_said() {
    let right = file(&json!({}), &json!({ "records": object(&records(&example_plans())) }));
    let said = |from: &str, to: &str| {
        let wrong = right.replacen(from, to, 1);
        assert_ne!(wrong, right);
        raw::open(wrong.as_bytes()).unwrap_err()
    };
    let wrong = |at: &str, expected| BundleError::Wrong { place: place(at), expected };
    assert_eq!(said("\"made\"", "\"Made\""), BundleError::Missing { place: place("made") });
    assert_eq!(said("2026-11-22T", "22.11.2026 "), wrong("made", Expected::Moment));
    assert_eq!(said("\"local\": {}", "\"local\": []"), wrong("local", Expected::Object));
    assert_eq!(said("steadyhand-raw", "steadyhand-cooked"), BundleError::NotABundle);
    assert!(matches!(said("{\n", "{{\n"), BundleError::NotJson { .. }));
    for end in [right.len() / 2, right.len() - 1, 30] {
        let said = raw::open(&right.as_bytes()[..end]);
        assert!(matches!(said, Err(BundleError::CutOff { .. })), "{said:?}");
    }
    let huge = [right.as_bytes(), &vec![b' '; Limits::BUNDLE.bytes]].concat();
    let limit = Limits::BUNDLE.bytes;
    assert_eq!(raw::open(&huge), Err(BundleError::TooLarge { limit }));
    let broken = [right.as_bytes(), b"\xff"].concat();
    assert_eq!(raw::open(&broken), Err(BundleError::NotText { byte: right.len() }));
    let deep = right.replacen("\"local\": {}", &format!("\"local\": {}", "[".repeat(1_000_000)), 1);
    assert!(raw::open(deep.as_bytes()).is_err());
}

#[test]
fn a_file_that_asks_too_much_is_refused_in_time() {
    let limit = Limits::BUNDLE.values;
    let lines = vec!["x"; limit + 1].join("\n");
    let said = raw::open(file(&json!({ "journal/x/1": lines }), &json!({})).as_bytes());
    let expected = BundleError::TooMany { place: place("local"), what: Counted::Values, limit };
    assert_eq!(said, Err(expected));
    let plans: Vec<_> =
        (0..=Limits::BUNDLE.plans).map(|n| (PlanId::from_random(n as u128), small())).collect();
    let said =
        raw::open(file(&json!({}), &json!({ "records": object(&records(&plans)) })).as_bytes());
    assert!(matches!(said, Err(BundleError::TooMany { what: Counted::Plans, .. })), "{said:?}");
}

/// A plan with one record.
fn small() -> Plan {
    let (_, plan) = example_plans().remove(0);
    let (kind, id, record) = plan.into_records().next().unwrap();
    let mut small = Plan::default();
    small.merge_record(kind, id, record);
    small
}

/// A file whose database did not open, with a second copy in two pieces that overlap.
#[test]
fn the_second_copy_stands_in_for_the_database() {
    let plans = example_plans();
    let records = records(&plans);
    let line = |(key, text): &(String, String)| ("records", key.clone(), text.clone());
    let lines: Vec<_> = records.iter().map(line).collect();
    let text = |lines: &[(&'static str, String, String)]| {
        piece::write(lines.iter().map(|(store, key, text)| (*store, key.as_str(), text.as_str())))
    };
    let past = "[\"past\",\"p/k/i/f/d/1/0\",\"kept as it is\"]\n";
    let file = |broken: &str| {
        let raw = json!({
            "format": "steadyhand-raw",
            "made": "2026-11-22T20:23:20.123Z",
            "local": {},
            "database": { "unread": "UnknownError" },
            "copy": {
                "p/whole/1/9": text(&lines[..lines.len() * 2 / 3]),
                "p/part/2/9": text(&lines[lines.len() / 3..]) + past + broken,
                "p/due/3/0": "",
            },
        });
        opened(&raw.to_string())
    };
    let whole = file("");
    assert_eq!(whole.bundle.plans, plans);
    assert_eq!(whole.unreadable, 0);
    assert_eq!(whole.bundle.device.unwrap().past["p/k/i/f/d/1/0"], "kept as it is");
    let torn = file("[\"records\",\"half a li");
    assert_eq!((torn.bundle.plans.clone(), torn.unreadable), (plans, 1));
    assert_eq!(asides(&torn)[&format!("copy/p/part/2/9 {MADE}")], "[\"records\",\"half a li");
}
