//! Files that ask for more than a device should give.

use steadyhand::codec::{BundleError, Counted, Limits, bundle, stored};
use steadyhand::domain::{
    DeviceId, FieldName, Kind, Plan, PlanId, Reason, Record, RecordId, RecordKey, Stamped, Value,
    Workspace,
};

use super::malformed::said;
use super::refused::{RIGHT, duplicate, place};

#[test]
fn files_that_ask_too_much() {
    let limits = Limits::BUNDLE;
    let too_many = |at: &str, what, limit| BundleError::TooMany { place: place(at), what, limit };
    let too_long = |at: &str, limit| BundleError::TextTooLong { place: place(at), limit };
    let depth = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
    let title = "plans[0].goals[1].title";

    let huge = vec![b' '; limits.bytes + 1];
    assert_eq!(bundle::read(&huge), Err(BundleError::TooLarge { limit: limits.bytes }));

    let deep = said(r#""Calm""#, &"[".repeat(1_000_000));
    assert!(matches!(deep, BundleError::TooDeep { .. }), "{deep}");
    let deep = said("\"version\":1", &format!("\"version\":1,\"x\":{}", depth(1000)));
    assert!(matches!(deep, BundleError::TooDeep { .. }), "{deep}");
    let as_deep_as_may_be = RIGHT.replacen(r#""Calm""#, &depth(limits.value_depth), 1);
    assert!(bundle::read(as_deep_as_may_be.as_bytes()).is_ok());
    let deeper = said(r#""Calm""#, &depth(limits.value_depth + 1));
    assert!(matches!(deeper, BundleError::TooDeep { .. }), "{deeper}");

    let long = |n: usize| format!("\"{}\"", "é".repeat(n));
    assert_eq!(said(r#""Calm""#, &long(limits.text + 1)), too_long(title, limits.text));
    let just = RIGHT.replacen(r#""Calm""#, &long(limits.text), 1);
    assert!(bundle::read(just.as_bytes()).is_ok());
    let digits = "9".repeat(limits.text + 1);
    assert_eq!(said(r#""Calm""#, &digits), too_long(title, limits.text));
    let name = format!("\"{}\":1", "n".repeat(limits.name + 1));
    let shown = format!("plans[0].goals[1].{}…", "n".repeat(64));
    assert_eq!(said(r#""title":"Calm""#, &name), too_long(&shown, limits.name));

    let fields: Vec<String> = (0..=limits.fields).map(|n| format!("\"f{n}\":{n}")).collect();
    let at = format!("plans[0].goals[1].f{}", limits.fields - 1);
    let said_of_fields = said(r#""title":"Calm""#, &fields.join(","));
    assert_eq!(said_of_fields, too_many(&at, Counted::Fields, limits.fields));

    let values = vec!["1"; limits.values_of_field].join(",");
    let at = format!("plans[0].goals[0].also.title[{}]", limits.values_of_field - 1);
    let said_of_values = said(r#""Draw well""#, &values);
    assert_eq!(said_of_values, too_many(&at, Counted::ValuesOfField, limits.values_of_field));

    let deletions: String = (1..=limits.deletions).map(|n| format!(" -b{n}()")).collect();
    let just = RIGHT.replacen(r#""a1"}"#, &format!("\"a1{deletions}\"}}"), 1);
    assert!(bundle::read(just.as_bytes()).is_ok());
    let deletions = said(r#""a1"}"#, &format!("\"a1{deletions} -a2()\"}}"));
    let at = "plans[0].goals[1].merge";
    assert_eq!(deletions, too_many(at, Counted::Deletions, limits.deletions));

    let ids = |n: usize| (0..=n).map(|n| format!("\"{n:016}\"")).collect::<Vec<_>>();
    let writers = said(r#""00000000000000d1","00000000000000d2""#, &ids(limits.writers).join(","));
    let at = format!("writers[{}]", limits.writers);
    assert_eq!(writers, too_many(&at, Counted::Writers, limits.writers));

    let objects = |n, rest: &str| {
        ids(n).iter().map(|id| format!("{{\"id\":{id}{rest}}}")).collect::<Vec<_>>().join(",")
    };
    let plans = said("\"plans\":[", &format!("\"plans\":[{},", objects(limits.plans, "")));
    let at = format!("plans[{}]", limits.plans);
    assert_eq!(plans, too_many(&at, Counted::Plans, limits.plans));

    let records = objects(limits.records, ",\"merge\":\"\"");
    let records = said("\"goals\":[", &format!("\"goals\":[{records},"));
    let at = format!("plans[0].goals[{}]", limits.records);
    assert_eq!(records, too_many(&at, Counted::Records, limits.records));
}

#[test]
fn a_name_that_is_there_twice_among_many_is_found() {
    let mut fields: Vec<String> = (0..100).map(|n| format!("\"f{n}\":{n}")).collect();
    fields.push("\"f7\":0".to_owned());
    let twice = said(r#""title":"Calm""#, &fields.join(","));
    assert_eq!(twice, duplicate("plans[0].goals[1].f7"));
}

#[test]
fn the_fullest_record_is_read_and_written_without_delay() {
    let limits = Limits::BUNDLE;
    let mut record = Record::default();
    for writer in 0..limits.values_of_field {
        let mut theirs = Record::default();
        // One write for each field, so that no two values have the same.
        for field in 0..limits.fields {
            let name = FieldName::new(&format!("f{field}"));
            let value = Value::number(writer as i64);
            theirs
                .write(DeviceId::from_random(writer as u128))
                .set(name, Stamped { value, at: field as i64 });
        }
        record.merge(theirs);
    }
    let key = RecordKey::of_plan(PlanId::from_random(1));
    let text = stored::write(&key, &record);
    assert_eq!(stored::read(&text), Ok((key, record)));
}

/// A record of the one plan, as one device left it.
fn arrived(record: Record) -> Vec<(PlanId, Plan)> {
    let mut plan = Plan::default();
    plan.merge_record(Kind::Goal, RecordId::from_random(1), record);
    vec![(PlanId::from_random(1), plan)]
}

/// So many values, each of a field of its own or all of one, each by another device.
fn crowded(values: std::ops::Range<usize>, is_one_field: bool) -> Record {
    let mut record = Record::default();
    for number in values {
        let name = if is_one_field { "f".to_owned() } else { format!("f{number}") };
        let mut theirs = Record::default();
        let value = Value::number(number as i64);
        theirs
            .write(DeviceId::from_random(1000 + number as u128))
            .set(FieldName::new(&name), Stamped { value, at: 5 });
        record.merge(theirs);
    }
    record
}

/// So many deletions that had not seen each other.
fn deleted(deletions: std::ops::Range<usize>) -> Record {
    let mut record = crowded(0..1, false);
    for number in deletions {
        let mut theirs = crowded(0..1, false);
        theirs.write(DeviceId::from_random(1000 + number as u128)).delete();
        record.merge(theirs);
    }
    record
}

/// Files that are lawful one by one must not add up to a plan that no file can carry any more.
#[test]
fn what_is_taken_in_can_be_handed_on() {
    let limits = Limits::BUNDLE;
    let header = bundle::read(RIGHT.as_bytes()).unwrap().header;
    type Made = fn(std::ops::Range<usize>) -> Record;
    let cases: [(usize, Made); 3] = [
        (limits.fields, |values| crowded(values, false)),
        (limits.values_of_field, |values| crowded(values, true)),
        (limits.deletions, |deletions| deleted(deletions.start + 1..deletions.end + 1)),
    ];
    for (limit, of) in cases {
        let half = limit / 2;
        let mut workspace = Workspace::new();
        let [device, fresh] = [1, 2].map(DeviceId::from_random);
        for (more, is_apart) in [(0..half, false), (half..limit, false), (limit..limit + 1, true)] {
            let file = arrived(of(more));
            let text = bundle::write(&header, file.iter().map(|(id, plan)| (*id, plan)));
            let file = bundle::read(text.as_bytes()).unwrap().plans;
            let arrival = workspace.look_at(file, device, fresh);
            let reasons: Vec<Reason> = arrival.quarantined.iter().map(|q| q.reason).collect();
            assert_eq!(
                reasons,
                if is_apart { vec![Reason::TooMuch] } else { Vec::new() },
                "{limit}"
            );
            workspace.import(arrival);
            let text = bundle::write(&header, workspace.plans());
            assert!(bundle::read(text.as_bytes()).is_ok(), "{limit}");
        }
    }
}
