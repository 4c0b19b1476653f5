//! A file in which every field of every kind of record holds payloads.

use serde_json::{Map, Value, json};
use steadyhand::domain::field;

/// The kinds of a file, with the letters their ids here begin with.
const KINDS: [(&str, &str); 9] = [
    ("people", "pers"),
    ("devices", "dev"),
    ("goals", "ga"),
    ("tasks", "ta"),
    ("meetings", "me"),
    ("action_items", "act"),
    ("feedback", "fe"),
    ("comments", "c"),
    ("check_ins", "che"),
];
const FORMS: [&str; 3] = ["situation_behavior_impact", "request", "reflection"];

/// The text of the file. Of each kind it has two records for each payload: one that is sound apart from its
/// texts, and so is shown where it belongs, and one with nothing sound in it. The texts of each field hold
/// each payload once.
pub fn hostile(payloads: &[String]) -> String {
    let all = payloads.join(" ");
    let mut plan = json!({
        "id": id("p", 0), "created": "2026-10-05T14:00:00Z", "title": all, "program": all,
        "starts": "2026-10-05", "weeks": 16, "merge": "a1",
    });
    for (kind, letters) in KINDS {
        let records = (0..payloads.len() * 2).map(|at| record(kind, letters, at, payloads));
        plan[kind] = records.collect();
    }
    let from = json!({ "name": all, "role": "mentor" });
    let file = json!({
        "format": "steadyhand", "version": 1, "audience": "pair", "made": "2026-11-22T14:20:05-06:00",
        "from": from, "writers": ["dev0000000000000", "dev0000000000001"], "plans": [plan],
    });
    file.to_string()
}

/// The same, with ten goals alone, and names of one payload: each entry kept apart names plan and sender.
pub fn contradicting(payloads: &[String]) -> String {
    let mut file: Value = serde_json::from_str(&hostile(payloads)).expect("the file is JSON");
    file["from"]["name"] = json!(payloads[0]);
    let plan = file["plans"][0].as_object_mut().expect("a plan");
    plan["title"] = json!(payloads[0]);
    plan["goals"].as_array_mut().expect("goals").truncate(10);
    plan.retain(|member, _| KINDS.iter().all(|(kind, _)| kind != member) || member == "goals");
    file.to_string()
}

fn record(kind: &str, letters: &str, at: usize, payloads: &[String]) -> Value {
    let payload = |shift: usize| json!(payloads[(at + shift) % payloads.len()]);
    let is_sound = at < payloads.len();
    let mut fields = Map::new();
    fields.insert("id".to_owned(), json!(id(letters, at)));
    for (shift, name) in field::ALL.iter().enumerate() {
        let sound = if is_sound || *name == field::CREATED { sound(kind, name, at) } else { None };
        let value = sound.unwrap_or_else(|| payload(shift));
        fields.insert((*name).to_owned(), value);
    }
    let mut merge = "a1";
    if is_sound && kind == "goals" {
        // Two titles, and two longer texts, that nobody has settled.
        let [title, measure] = [2, 3].map(|part| payload(payloads.len() / part));
        let also = json!({ "title": [title], "measure": [measure] });
        fields.insert("also".to_owned(), also);
        merge = "a1 a2@1791352800:measure,title b1@1791316800:measure,title";
    }
    fields.insert("merge".to_owned(), json!(merge));
    fields.into()
}

/// What a field that is no text holds in a sound record.
fn sound(kind: &str, name: &str, at: usize) -> Option<Value> {
    Some(match name {
        field::CREATED => json!("2026-10-05T15:00:00Z"),
        field::STARTS if kind == "meetings" => json!("2027-01-07T15:00"),
        field::STARTS | field::DUE => json!("2026-12-18"),
        field::MINUTES => json!(20),
        field::WEEKS => json!(16),
        field::DONE | field::ACKNOWLEDGED | field::REMOVED => json!(false),
        field::GOAL | field::ABOUT => json!(id("ga", at)),
        field::ABOUT_KIND => json!("goals"),
        field::MEETING => json!(id("me", at)),
        field::AUTHOR | field::OWNER | field::PERSON | field::TO => json!(id("pers", at)),
        field::FORM => json!(FORMS[at % FORMS.len()]),
        field::ROLE => json!("mentor"),
        field::CATEGORY => json!("technique"),
        field::MODE => json!("call"),
        field::STATUS => json!("planned"),
        field::ZONE => json!("America/Chicago"),
        _ => return None,
    })
}

/// The id of the `at`th record of its kind, which begins with some letters.
fn id(letters: &str, at: usize) -> String {
    format!("{letters}{at:0>width$}", width = 16 - letters.len())
}
