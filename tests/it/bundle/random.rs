//! Plans as random as their types allow: honest histories of several devices, and records put
//! together from arbitrary parts.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat};
use proptest::prelude::*;
use steadyhand::codec::bundle::{Audience, Header, Sender};
use steadyhand::crdt::{Dot, Entry, Parts};
use steadyhand::domain::{
    DeviceId, FieldName, Kind, Plan, PlanId, Record, RecordId, Stamped, Value, field,
};

pub fn header() -> impl Strategy<Value = Header> {
    let audience =
        prop_oneof![Just(Audience::Pair), Just(Audience::Program), Just(Audience::Backup)];
    let from = proptest::option::of(any::<(String, String)>());
    (audience, from, 0i64..4_000_000_000, -1000i32..1000).prop_map(
        |(audience, from, seconds, minutes)| Header {
            audience,
            made: DateTime::from_timestamp(seconds, 0)
                .unwrap()
                .with_timezone(&chrono::FixedOffset::east_opt(minutes * 60).unwrap()),
            from: from.map(|(name, role)| Sender { name, role }),
        },
    )
}

/// Moments, few enough to be met again, and some extreme ones.
fn moment() -> impl Strategy<Value = i64> {
    prop_oneof![8 => 1_790_000_000..1_790_000_003i64, 1 => any::<i64>()]
}

fn number() -> impl Strategy<Value = String> {
    "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,5})?([eE][+-]?[0-9]{1,4})?"
}

/// Text with every sort of character in it, as a JSON text.
fn quoted() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap()),
        Just(r#""\u00e9\/\ud83d\ude00""#.to_owned()),
    ]
}

/// Nested JSON without white space between its parts.
pub fn nested() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![Just("null".to_owned()), Just("true".to_owned()), number(), quoted()];
    let tree = leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4)
                .prop_map(|items| format!("[{}]", items.join(","))),
            proptest::collection::btree_map("[a-z \"]{0,5}", inner, 0..4).prop_map(|members| {
                let member = |(name, value): (&String, &String)| {
                    format!("{}:{value}", serde_json::to_string(name).unwrap())
                };
                format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
            }),
        ]
    });
    tree.prop_filter("nested or null", |text| text.starts_with(['[', '{', 'n']))
}

/// Any value as JSON text, as it is written here.
pub fn raw() -> impl Strategy<Value = String> {
    let text = any::<String>().prop_map(|text| serde_json::to_string(&text).unwrap());
    prop_oneof![number(), nested(), text, Just("true".to_owned())]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::Bool),
        number().prop_map(|digits| Value::Number(digits.into())),
        any::<String>().prop_map(Value::text),
        nested().prop_map(|raw| Value::Other(raw.into())),
        Just(Value::Other(r#"[{"id":"0000000000000001","merge":"a1"}]"#.into())),
    ]
}

/// A field with a value that such a field could have, and some of which it could not.
fn field_and_value() -> impl Strategy<Value = (FieldName, Value)> {
    let name = prop_oneof![
        6 => proptest::sample::select(field::ALL).prop_map(FieldName::from),
        2 => proptest::sample::select(&["id", "merge", "also", "fields", "deleted", "goals", "plan",
            "check_ins", "a,b:c@d%e f", ""][..]).prop_map(FieldName::from),
        1 => "\\PC{0,20}".prop_map(|name| FieldName::new(&name)),
    ];
    let created = moment().prop_map(|seconds| {
        let text = DateTime::from_timestamp(seconds, 0)
            .map(|moment| moment.to_rfc3339_opts(SecondsFormat::Secs, true));
        (FieldName::from(field::CREATED), Value::text(text.unwrap_or_default()))
    });
    prop_oneof![4 => (name, value()), 1 => created]
}

/// What one device does to its copy of one record.
#[derive(Clone, Debug)]
enum Act {
    Set(Vec<(FieldName, Value)>, i64),
    Clear(FieldName),
    Delete,
    Restore,
    Take { from: usize },
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (proptest::collection::vec(field_and_value(), 1..5), moment())
            .prop_map(|(fields, at)| Act::Set(fields, at)),
        1 => field_and_value().prop_map(|(name, _)| Act::Clear(name)),
        1 => Just(Act::Delete),
        1 => Just(Act::Restore),
        4 => (0usize..3).prop_map(|from| Act::Take { from }),
    ]
}

/// A record as three devices left it, each writing to its own copy and merging others'.
fn honest_record() -> impl Strategy<Value = Record> {
    proptest::collection::vec((0usize..3, act()), 1..14).prop_map(|acts| {
        let mut copies = vec![Record::default(); 3];
        for (device, act) in acts {
            let theirs =
                if let Act::Take { from } = act { copies.get(from).cloned() } else { None };
            let copy = copies.get_mut(device).unwrap();
            // Device ids out of order, so that the order of ids is not the order of first use.
            let id = DeviceId::from_random(1000 - device as u128);
            match act {
                Act::Set(fields, at) => {
                    let mut write = copy.write(id);
                    for (name, value) in fields {
                        write.set(name, Stamped { value, at });
                    }
                }
                Act::Clear(name) => drop(copy.write(id).clear(&name)),
                Act::Delete => drop(copy.write(id).delete()),
                Act::Restore => drop(copy.write(id).restore()),
                Act::Take { .. } => copy.merge(theirs.unwrap()),
            }
        }
        let mut result = Record::default();
        copies.into_iter().for_each(|copy| result.merge(copy));
        result
    })
}

/// A record that no honest device need ever have made.
fn any_record() -> impl Strategy<Value = Record> {
    let dot = || {
        (0u128..4, prop_oneof![1u64..4, Just((1 << 53) - 1)])
            .prop_map(|(device, counter)| Dot { device: DeviceId::from_random(device), counter })
    };
    let vector = move || {
        proptest::collection::vec(dot(), 0..3)
            .prop_map(|dots| dots.into_iter().map(|dot| (dot.device, dot.counter)).collect())
    };
    let entry = (field_and_value(), dot(), moment()).prop_map(|((name, value), dot, at)| {
        (name, vec![Entry { dot, value: Stamped { value, at } }])
    });
    let deletion = (dot(), vector()).prop_map(|(dot, value)| Entry { dot, value });
    let fields = proptest::collection::vec(entry, 0..8);
    let deletions = proptest::collection::vec(deletion, 0..3);
    (vector(), fields, deletions)
        .prop_map(|(seen, fields, deletions)| Record::from_parts(Parts { seen, fields, deletions }))
}

pub fn record() -> impl Strategy<Value = Record> {
    prop_oneof![2 => honest_record(), 1 => any_record()]
}

pub fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        3 => proptest::sample::select(&Kind::KNOWN[..]),
        1 => proptest::sample::select(&["check_ins", "x", "id_cards"][..])
            .prop_map(|name| Kind::from_name(name).unwrap()),
    ]
}

pub fn plan() -> impl Strategy<Value = (PlanId, Plan)> {
    let own = proptest::option::of(record());
    let listed = proptest::collection::vec((kind(), 0u128..1000, record()), 0..8);
    (any::<u128>(), own, listed).prop_map(|(id, own, listed)| {
        let id = PlanId::from_random(id);
        let mut plan = Plan::default();
        if let Some(record) = own {
            plan.merge_record(Kind::Plan, id.into(), record);
        }
        for (kind, id, record) in listed {
            plan.merge_record(kind, RecordId::from_random(id), record);
        }
        (id, plan)
    })
}

pub fn plans() -> impl Strategy<Value = Vec<(PlanId, Plan)>> {
    proptest::collection::vec(plan(), 0..4)
        .prop_map(|plans| plans.into_iter().collect::<BTreeMap<_, _>>().into_iter().collect())
}
