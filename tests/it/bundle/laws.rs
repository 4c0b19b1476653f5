//! What is written reads back the same, and what is read is written the same.

use proptest::prelude::*;
use steadyhand::codec::{bundle, stored};
use steadyhand::domain::{Kind, PlanId, RecordId, RecordKey, Value};

use super::example;
use super::random;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_bundle_reads_back(header in random::header(), plans in random::plans()) {
        let text = bundle::write(&header, plans.iter().map(|(id, plan)| (*id, plan)));
        let read = bundle::read(text.as_bytes());
        prop_assert!(read.is_ok(), "{:?} in {}", read, text);
        let read = read.unwrap();
        prop_assert_eq!(&read.header, &header);
        prop_assert_eq!(&read.plans, &plans, "{}", &text);
        let again = bundle::write(&read.header, read.plans.iter().map(|(id, plan)| (*id, plan)));
        prop_assert_eq!(again, text);
    }

    #[test]
    fn a_stored_record_reads_back(
        plan: u128,
        kind in random::kind(),
        id: u128,
        record in random::record(),
    ) {
        let key = RecordKey {
            plan: PlanId::from_random(plan),
            kind,
            id: RecordId::from_random(id),
        };
        let text = stored::write(&key, &record);
        prop_assert!(!text.contains('\n'));
        let read = stored::read(&text);
        prop_assert_eq!(&read, &Ok((key, record)), "{}", &text);
    }

    #[test]
    fn the_order_of_members_does_not_matter(header in random::header(), plans in random::plans()) {
        let text = bundle::write(&header, plans.iter().map(|(id, plan)| (*id, plan)));
        let read = bundle::read(backwards(&text).as_bytes()).map(|bundle| bundle.plans);
        prop_assert_eq!(read, Ok(plans));
    }

    #[test]
    fn arbitrary_bytes_are_refused(bytes: Vec<u8>) {
        prop_assert!(bundle::read(&bytes).is_err());
    }

    #[test]
    fn a_damaged_byte_is_no_panic(at in 0usize..10_000, byte: u8) {
        let mut bytes = example::FROZEN.as_bytes().to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        // Many damages are still a bundle, with other words in it.
        let _ = bundle::read(&bytes);
    }
}

/// The same bundle with the members of its outermost object in the opposite order.
fn backwards(text: &str) -> String {
    let members: std::collections::BTreeMap<String, Box<serde_json::value::RawValue>> =
        serde_json::from_str(text).unwrap();
    let members: Vec<String> =
        members.iter().rev().map(|(name, raw)| format!("\"{name}\": {raw}")).collect();
    format!("\u{feff}{{ {} }}\n\n", members.join(" ,\r\n\t"))
}

/// What a later version may have written: fields, kinds and numbers that this one cannot know.
const LATER: &str = r#"{"format":"steadyhand","version":1,"audience":"backup","made":"2027-01-02T03:04:05+00:00",
"writers":["00000000000000d1"],
"plans":[
{"id":"00000000000000p1","mood":[1.0,2.50,{"a":1e999}],"fields":{"goals":[{"id":1}],"odd":[{}]},"merge":"a1@5",
"goals":[
{"id":"00000000000000g1","exact":1234567890123456789012345678901234567890.10,"nothing":null,"shape":{"b":1,"a":"\u00e9"},"title":"é","merge":"a1@5"}],
"check_ins":[
{"id":"00000000000000c1","big":-0.0e-0,"merge":"a1@5"}]}]}
"#;

#[test]
fn what_this_version_does_not_know_survives_to_the_byte() {
    let read = bundle::read(LATER.as_bytes()).unwrap();
    let again = bundle::write(&read.header, read.plans.iter().map(|(id, plan)| (*id, plan)));
    assert_eq!(again, LATER);
    let (_, plan) = read.plans.first().unwrap();
    let later = Kind::from_name("check_ins").unwrap();
    assert_eq!(plan.all(later).count(), 1);
    for (kind, id, record) in plan.records() {
        let key = RecordKey { plan: read.plans[0].0, kind, id };
        let text = stored::write(&key, record);
        assert_eq!(stored::read(&text), Ok((key, record.clone())), "{text}");
    }
}

#[test]
fn white_space_inside_a_value_goes_and_nothing_else() {
    let spaced =
        LATER.replace(r#"{"b":1,"a":"\u00e9"}"#, "{ \"b\" :\t1 ,\n\"a\": \"\\u00e9 \\\" x\" }");
    let read = bundle::read(spaced.as_bytes()).unwrap();
    let (_, goal) = read.plans[0].1.all(Kind::Goal).next().unwrap();
    let shape = &goal.field("shape").unwrap().first().unwrap().value;
    assert_eq!(*shape, Value::Other(r#"{"b":1,"a":"\u00e9 \" x"}"#.into()));
}

#[test]
fn a_hand_edited_value_stands_beside_the_original_after_merging() {
    let edited = example::FROZEN.replacen("Draw from hand veins", "Draw from any vein", 1);
    assert_ne!(edited, example::FROZEN);
    let original = bundle::read(example::FROZEN.as_bytes()).unwrap();
    let edited = bundle::read(edited.as_bytes()).unwrap();
    let (id, record) = original.plans[0].1.all(Kind::Goal).next().unwrap();
    let mut merged = record.clone();
    merged.merge(edited.plans[0].1.get(Kind::Goal, id).unwrap().clone());
    assert_eq!(merged.field("title").unwrap().entries().len(), 2);
}
