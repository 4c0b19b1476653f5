//! How much storage is written and read, counted in the browser's own calls.

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use steadyhand::codec::stored;
use steadyhand::domain::{
    Command, DeviceId, FieldName, GoalChange, Kind, PlanId, Record, RecordId, RecordKey, Stamped,
    Value, field,
};
use steadyhand::platform::clock;
use steadyhand::platform::database::{Database, Write};
use steadyhand::store::SecondCopy;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::inject::Injected;
use crate::store::{Tab, empty};

/// Counts what is written and read for as long as this lives.
struct Counter {
    _injected: [Injected; 7],
}

/// Adds to the counter of this name, before the browser does what it was asked to.
const WRITTEN: &str = "globalThis.counted.puts += 1;
    globalThis.counted.bytes += new TextEncoder().encode(given[KEY] + given[TEXT]).length;
    return own.apply(this, given);";

/// The same for the second copy, which says in each name how long its text is.
const COPIED: &str = "globalThis.counted.puts += 1;
    globalThis.counted.bytes += Number(given[0].split('/').pop());
    return own.apply(this, given);";

/// Counts the records that a request answers with.
const READ: &str = "const asked = own.apply(this, given);
    if (this.name === 'records') asked.addEventListener('success', () => {
        const found = asked.result;
        const count = Array.isArray(found) ? found.length : found === undefined ? 0 : 1;
        globalThis.counted.read += count;
    });
    return asked;";

/// A cursor would be a way past the counter.
const CURSOR: &str = "if (this.name === 'records') throw new Error('a cursor is not counted');
    return own.apply(this, given);";

impl Counter {
    fn new() -> Self {
        let fresh = Function::new_no_args("globalThis.counted = { puts: 0, bytes: 0, read: 0 };");
        fresh.call0(&JsValue::NULL).unwrap();
        let written = |key: &str, text: &str| WRITTEN.replace("KEY", key).replace("TEXT", text);
        let _injected = [
            Injected::new("IDBObjectStore", "put", &written("1", "0")),
            Injected::new("IDBObjectStore", "add", &written("1", "0")),
            Injected::new("Storage", "setItem", &written("0", "1")),
            Injected::new("Cache", "put", COPIED),
            Injected::new("IDBObjectStore", "getAll", READ),
            Injected::new("IDBObjectStore", "get", READ),
            Injected::new("IDBObjectStore", "openCursor", CURSOR),
        ];
        Self { _injected }
    }

    fn count(&self, of: &str) -> usize {
        let counted = Reflect::get(&js_sys::global(), &"counted".into()).unwrap();
        Reflect::get(&counted, &of.into()).unwrap().as_f64().unwrap() as usize
    }
}

/// Stores so many tasks beside what a plan holds.
async fn store_tasks(plan: PlanId, goal: RecordId, count: u128) {
    let stores = ["records", "aside", "texts", "past", "quarantine"];
    let database = Database::open("steadyhand", 2, &stores).await.unwrap();
    let device = DeviceId::from_random(5);
    let task = |number: u128| {
        let id = RecordId::from_random(
            (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835),
        );
        let key = RecordKey { plan, kind: Kind::Task, id };
        let mut record = Record::new();
        let mut writer = record.write(device);
        for (name, value) in [
            (field::CREATED, Value::text("2026-10-05T14:00:00Z")),
            (field::DONE, Value::Bool(false)),
            (field::GOAL, Value::text(goal.to_string())),
            (field::TITLE, Value::text(format!("Draw {number}"))),
        ] {
            writer.set(FieldName::from(name), Stamped { value, at: 1_791_208_800 });
        }
        let text = Some(stored::write(&key, &record));
        Write { store: "records", key: format!("{plan}/tasks/{id}"), text }
    };
    let tasks: Vec<Write> = (0..count).map(task).collect();
    database.put_all(&tasks).await.unwrap();
}

/// What one change of a goal's title writes, where so many records are stored: how many values, how
/// many bytes, and how many stored records are read for it.
async fn one_edit_among(count: u128) -> [usize; 3] {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    let goal = tab.add_goal(plan, "Small veins");
    tab.saved().await;
    tab.whole().await;
    tab.kill();
    store_tasks(plan, goal, count).await;

    let counter = Counter::new();
    let tab = Tab::open().await;
    let in_all = untrack(|| {
        let kinds = [Kind::Plan, Kind::Person, Kind::Device, Kind::Goal, Kind::Task];
        tab.store.plan(&kinds, |_, plan: &steadyhand::domain::Plan| plan.len()).unwrap()
    });
    assert!(in_all as u128 > count, "{in_all} records are there");
    assert_eq!(counter.count("read"), in_all, "every stored record is read once");
    drop(counter);
    // What a start has to look at in the second copy is not the edit's.
    while tab.store.second_copy().get_untracked() != SecondCopy::Kept {
        clock::after(20).await;
    }

    let counter = Counter::new();
    let changes = vec![GoalChange::Title("Small hand veins".to_owned())];
    tab.store.apply(Command::ReviseGoal { plan, goal, changes }).unwrap();
    tab.saved().await;
    let counted = ["puts", "bytes", "read"].map(|of| counter.count(of));
    drop(counter);
    tab.kill();
    empty().await;
    counted
}

#[wasm_bindgen_test]
async fn an_edit_writes_as_little_among_ten_thousand_records_as_among_ten() {
    let few = one_edit_among(10).await;
    let many = one_edit_among(10_000).await;
    let [puts, bytes, read] = many;
    wasm_bindgen_test::console_log!("one edit: {puts} values, {bytes} bytes, {read} read");
    assert_eq!([few[0], few[2]], [puts, read]);
    // An edit in another second than the goal was made in names its second, in each copy.
    assert!(few[1].abs_diff(bytes) < 100, "{} and {bytes} bytes", few[1]);
    assert!(puts > 2, "the journal, the database and the second copy are written to");
    // What was replaced may be kept as well, so this is a few times one record and not ten.
    assert!(bytes < 4_096 && read <= 2, "{bytes} bytes written, {read} records read");
}
