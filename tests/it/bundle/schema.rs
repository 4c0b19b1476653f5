//! The published schema, and that it says what the program does.

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use steadyhand::codec::bundle::{self, Audience};
use steadyhand::codec::stored;
use steadyhand::domain::{Kind, RecordKey, field};

use super::{backup, example, random, size};
use crate::bond::frozen as bond;
use crate::times::frozen as timetable;

const SCHEMA: &str = include_str!("../../../docs/bundle.schema.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema()).unwrap()
}

#[test]
fn what_is_written_follows_the_schema() {
    let validator = validator();
    let header = bundle::read(example::FROZEN.as_bytes()).unwrap().header;
    let (id, plan) = size::plan(400);
    let generated = bundle::write(&header, [(id, &plan)].into_iter());
    let empty = bundle::write(&header, std::iter::empty());
    let backup = bundle::write_backup(&header, [(id, &plan)].into_iter(), &backup::device());
    for text in [example::FROZEN, timetable::FROZEN, bond::FROZEN, &generated, &empty, &backup] {
        let file: Value = serde_json::from_str(text).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&file).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert_eq!(errors, Vec::<String>::new());
    }
}

#[test]
fn what_is_wrong_breaks_the_schema() {
    let validator = validator();
    for (from, to) in [
        ("\"steadyhand\"", "\"steady\""),
        ("\"version\":1", "\"version\":2"),
        ("\"pair\"", "\"all\""),
        ("T14:20:05-06:00", ""),
        ("\"writers\"", "\"writer\""),
        ("\"ana0ph0ne0000001\",", "\"dana0ph0ne000001\","),
        ("p1an000000000001", "plan000000000001"),
        ("\"Ana Nuñez\"", "5"),
        ("\"weeks\":16", "\"weeks\":\"16\""),
        (",\"merge\":\"b1\"}", "}"),
        ("\"merge\":\"b1\"", "\"merge\":\"b\""),
        ("\"merge\":\"b1\"", "\"merge\":\"b1 \""),
        ("\"deleted\":true", "\"deleted\":false"),
        ("[\"2026-11-26T16:00\"]", "[]"),
        ("\"people\":[", "\"people\":[7,"),
    ] {
        let wrong = example::FROZEN.replacen(from, to, 1);
        assert_ne!(wrong, example::FROZEN, "{from}");
        let file: Value = serde_json::from_str(&wrong).unwrap();
        assert!(!validator.is_valid(&file), "{from} -> {to}");
    }
}

#[test]
fn the_schema_knows_every_field_kind_and_audience() {
    let schema = schema();
    for name in field::ALL {
        let described = &schema["$defs"]["fields"]["properties"][name]["description"];
        assert!(described.is_string(), "{name}");
    }
    for kind in Kind::KNOWN.into_iter().filter(|kind| *kind != Kind::Plan) {
        let listed = &schema["$defs"]["plan"]["properties"][kind.name()]["$ref"];
        assert_eq!(listed, "#/$defs/records", "{}", kind.name());
    }
    let audiences = [Audience::Pair, Audience::Program, Audience::Backup].map(Audience::name);
    assert_eq!(schema["properties"]["audience"]["enum"], json!(audiences));
}

#[test]
fn the_examples_in_the_description_are_right() {
    let description = include_str!("../../../docs/bundle.md");
    let block =
        |fence: &str| description.split(fence).nth(1).unwrap().split("\n```").next().unwrap();
    let file = block("```json\n");
    assert!(validator().is_valid(&serde_json::from_str(file).unwrap()));
    assert_eq!(bundle::read(file.as_bytes()).unwrap().plans.len(), 1);
    let of_backup = description.split("## Backups").nth(1).unwrap();
    let of_backup = of_backup.split("```json\n").nth(1).unwrap().split("\n```").next().unwrap();
    assert!(validator().is_valid(&serde_json::from_str(of_backup).unwrap()));
    assert_eq!(bundle::read(of_backup.as_bytes()).unwrap().device.unwrap().len(), 3);

    let examples = block("one deletion.\n\n```\n");
    let texts =
        examples.lines().filter_map(|line| line.split("  ").next()).filter(|t| !t.is_empty());
    let mut count = 0;
    for merge in texts {
        let also =
            if merge.matches("starts").count() == 2 { r#""also":{"starts":[2]},"# } else { "" };
        let stored = format!(
            r#"{{"version":1,"plan":"00000000000000p1","kind":"tasks","writers":["00000000000000d1","00000000000000d2","00000000000000d3"],
            "record":{{"id":"00000000000000t1","created":"2026-10-05T14:00:00Z","title":1,"done":1,"starts":1,"place":1,"due":1,{also}"merge":"{merge}"}}}}"#
        );
        let (key, record) = stored::read(&stored).expect(merge);
        let written = stored::write(&key, &record);
        assert!(written.ends_with(&format!("\"merge\":\"{merge}\"}}}}")), "{merge}: {written}");
        count += 1;
    }
    assert_eq!(count, 6);
}

proptest! {
    #[test]
    fn every_merge_text_follows_its_pattern(record in random::record()) {
        let merge = schema()["$defs"]["merge"].clone();
        let validator = jsonschema::draft202012::new(&merge).unwrap();
        let key = RecordKey::of_plan(steadyhand::domain::PlanId::from_random(1));
        let text = stored::write(&key, &record);
        let merge = text.rsplit_once(",\"merge\":\"").unwrap().1.split('"').next().unwrap();
        prop_assert!(validator.is_valid(&json!(merge)), "{}", merge);
    }
}
