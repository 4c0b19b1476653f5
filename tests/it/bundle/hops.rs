//! What only a newer version knows, on its way through this one and back, three times: through files,
//! through storage, and with edits on both sides. It comes back byte for byte.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::value::RawValue;
use steadyhand::codec::{bundle, stored};
use steadyhand::domain::{
    Command, Context, DeviceId, FieldName, GoalChange, Kind, Plan, PlanId, RecordId, RecordKey,
    Stamped, Value, Workspace,
};

use super::random;

/// A plan as a newer version wrote it: `⟨later⟩` stands for its unknown fields.
const NEWER: &str = r#"{"format":"steadyhand","version":1,"audience":"pair","made":"2027-01-02T03:04:05+00:00",
"writers":["00000000000000d1"],
"plans":[
{"id":"00000000000000p1","created":"2026-10-05T14:00:00Z",⟨later⟩,"title":"Course","merge":"a1",
"goals":[
{"id":"00000000000000g1","created":"2026-10-05T14:00:00Z",⟨later⟩,"title":"Draw","merge":"a1"},
{"id":"00000000000000g2","created":"2026-10-05T14:00:00Z",⟨later⟩,"title":"Calm","deleted":true,"merge":"a1 -a2"}],
"check_ins":[
{"id":"00000000000000c1","created":"2026-10-05T14:00:00Z",⟨later⟩,"title":"Week 1","merge":"a1"}],
"zz_later_9":[
{"id":"00000000000000z1",⟨later⟩,"merge":"a1@5"}]}]}
"#;

/// Values that lose something in the hands of whoever reads them as numbers or rewrites them.
const DELICATE: [&str; 26] = [
    "12345678901234567890.1234567890",
    "1234567890123456789012345678901234567890",
    "1e400",
    "-1E-400",
    "-0",
    "-0.0e-0",
    "0.10",
    "1.0",
    "10E+002",
    "9007199254740993",
    "null",
    "[]",
    "{}",
    "[[],{},[{}]]",
    r#"{"b":1,"a":2}"#,
    r#"{"é":"\u00e9","e":"\/\b\f\u0000"}"#,
    r#"["\ud83d\ude00","😀","\uD83D\uDE00"]"#,
    r#"{"a":{"b":{"c":[0.10,-0,1e400,{"d":null}]}}}"#,
    r#"[true,false,null,"",0]"#,
    "true",
    "false",
    "\"\"",
    "\"plain\"",
    r#""quotes \" and \\ and \n""#,
    "\"\u{7f}\u{2028}é😀\"",
    r#""2026-10-05T14:00:00Z""#,
];

const LATER: &str = "later_";
const KNOWN: [&str; 6] = ["id", "merge", "title", "created", "deleted", "due"];

fn newer_file(values: &[String]) -> String {
    let fields = |values: &mut dyn Iterator<Item = &String>| {
        let fields = values.zip(0..).map(|(value, n)| format!("\"{LATER}{n:02}\":{value}"));
        fields.collect::<Vec<_>>().join(",")
    };
    // In a plan, a list of objects would be a kind, so the plan's own record has none.
    let of_plan = fields(&mut values.iter().filter(|value| !value.starts_with("[{")));
    let of_record = fields(&mut values.iter());
    NEWER.replacen("⟨later⟩,", &(of_plan + ","), 1).replace("⟨later⟩", &of_record)
}

/// One device, with its own version of the program.
struct Device {
    id: DeviceId,
    workspace: Workspace,
    draws: u128,
}

impl Device {
    fn new(number: u128) -> Self {
        let id = DeviceId::from_random(number);
        Self { id, workspace: Workspace::new(), draws: number << 64 }
    }

    /// Takes a file in, puts all there is into storage, and starts again from that.
    fn take_in(&mut self, file: &str) {
        let arrived = bundle::read(file.as_bytes()).unwrap().plans;
        let arrival = self.workspace.look_at(arrived, self.id, DeviceId::from_random(98));
        self.workspace.import(arrival);
        let mut started = Workspace::new();
        for (plan, held) in self.workspace.plans() {
            for (kind, id, record) in held.records() {
                let text = stored::write(&RecordKey { plan, kind, id }, record);
                let (key, record) = stored::read(&text).unwrap();
                started.merge_record(key, record);
            }
        }
        assert_eq!(started, self.workspace);
        self.workspace = started;
    }

    fn file(&self) -> String {
        let header = bundle::read(newer_file(&["0".to_owned()]).as_bytes()).unwrap().header;
        bundle::write(&header, self.workspace.plans())
    }

    /// Changes what this version knows.
    fn retitle(&mut self, title: &str) {
        let draws = &mut self.draws;
        let mut random = || {
            *draws += 1;
            *draws
        };
        let now = "2026-11-24T06:10:00-06:00".parse().unwrap();
        let mut ctx = Context { device: self.id, now, random: &mut random };
        let changes = vec![GoalChange::Title(title.to_owned())];
        let revise = Command::ReviseGoal { plan: plan(), goal: goal(), changes };
        self.workspace.apply(revise, &mut ctx).unwrap();
    }

    /// Changes what only the newer version knows, as that would.
    fn rewrite(&mut self, name: &str, raw: &str) {
        let key = RecordKey { plan: plan(), kind: Kind::Goal, id: goal() };
        let mut record = self.workspace.get(key).unwrap().clone();
        let value = Value::Other(raw.into());
        record.write(self.id).set(FieldName::new(name), Stamped { value, at: 7 });
        self.workspace.merge_record(key, record);
    }

    fn title(&self) -> String {
        self.workspace.plan(plan()).and_then(|held: &Plan| held.goal(goal())).unwrap().title
    }
}

fn plan() -> PlanId {
    "00000000000000p1".parse().unwrap()
}

fn goal() -> RecordId {
    "00000000000000g1".parse().unwrap()
}

/// Everything in a file that this version does not know: by record and name, the exact text.
fn unknown(file: &str) -> BTreeMap<(String, String), String> {
    let mut found = BTreeMap::new();
    for line in file.split('\n').filter(|line| line.starts_with("{\"id\"")) {
        // A record's line ends where its list or its plan goes on.
        let end = line.find(r#","merge":""#).unwrap();
        let record = format!("{}}}", &line[..end]);
        let members: BTreeMap<String, Box<RawValue>> = serde_json::from_str(&record).unwrap();
        let id = members["id"].get().to_owned();
        for (name, raw) in members.iter().filter(|(name, _)| !KNOWN.contains(&name.as_str())) {
            found.insert((id.clone(), name.clone()), raw.get().to_owned());
        }
    }
    found
}

/// Three hops there and back. What the newer side rewrote on the way is in `rewritten`.
fn three_hops(values: &[String], rewritten: &[&str]) {
    let first = newer_file(values);
    let mut expected = unknown(&first);
    assert!(expected.len() > 4 * values.len());
    let (mut newer, mut older) = (Device::new(0xd2), Device::new(0xd3));
    newer.take_in(&first);
    for (hop, raw) in rewritten.iter().enumerate() {
        older.take_in(&newer.file());
        let title = format!("Draw {hop}");
        older.retitle(&title);
        let back = older.file();
        assert_eq!(unknown(&back), expected, "older, hop {hop}");
        newer.take_in(&back);
        assert_eq!(newer.title(), title);
        assert_eq!(unknown(&newer.file()), expected, "newer, hop {hop}");
        let name = format!("{LATER}{hop:02}");
        newer.rewrite(&name, raw);
        expected.insert(("\"00000000000000g1\"".to_owned(), name), (*raw).to_owned());
    }
    older.take_in(&newer.file());
    assert_eq!(unknown(&older.file()), expected);
    assert_eq!(older.workspace, newer.workspace);
    // What neither side touched stands in its line as the newer version first wrote it.
    for kind in ["c1", "z1", "g2"] {
        let start = format!("{{\"id\":\"00000000000000{kind}\"");
        let line = |file: &str| -> String {
            let line = file.split('\n').find(|line| line.starts_with(&start)).unwrap();
            line[..line.find(",\"merge\"").unwrap()].to_owned()
        };
        assert_eq!(line(&older.file()), line(&first));
    }
}

#[test]
fn what_is_delicate_survives_three_hops_to_the_byte() {
    let values = DELICATE.map(str::to_owned);
    three_hops(&values, &["[1e400,-0]", r#"{"a":"\u00e9"}"#, "[0.10]"]);
}

#[test]
fn a_rival_of_what_is_unknown_stands_beside_it_to_the_byte() {
    let first = newer_file(&["1e400".to_owned()]);
    let (mut one, mut other) = (Device::new(0xd2), Device::new(0xd3));
    one.take_in(&first);
    other.take_in(&first);
    one.rewrite("later_00", "[0.10]");
    other.rewrite("later_00", "[0.1]");
    let (ones, others) = (one.file(), other.file());
    one.take_in(&others);
    other.take_in(&ones);
    assert_eq!(one.file(), other.file());
    let file = one.file();
    assert!(
        file.contains(r#""later_00":[0.10]"#) && file.contains(r#""also":{"later_00":[[0.1]]}"#),
        "{file}"
    );
}

#[test]
fn a_text_comes_back_as_the_same_text_without_needless_escapes() {
    let mut device = Device::new(0xd3);
    device.take_in(&newer_file(&[r#""\u00e9\/\ud83d\ude00\u0009\"""#.to_owned()]));
    let back = unknown(&device.file());
    assert!(back.values().all(|raw| raw == "\"é/😀\\t\\\"\""), "{back:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_a_newer_version_writes_survives_three_hops(
        values in proptest::collection::vec(random::raw(), 4..8),
        rewritten in [random::nested(), random::nested(), random::nested()],
    ) {
        three_hops(&values, &rewritten.each_ref().map(String::as_str));
    }
}
