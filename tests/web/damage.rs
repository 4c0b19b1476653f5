//! Bits that flip in a real database and journal: the store opens each time, the good records load,
//! and what is damaged is shown and kept as it was found.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use steadyhand::codec::stored;
use steadyhand::platform::database::{Database, Write};
use steadyhand::platform::local::Local;
use steadyhand::store::{SaveState, SetAside};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use crate::inject::Injected;
use crate::store::{Tab, empty};
use crate::versions::{STORES, journal, texts};

/// How many starts, each with many flipped bits.
const STARTS: usize = 25;

/// The text with the bit of one of its 16-bit units flipped, as browsers hold it; nothing if that is
/// not well-formed, which is no text to the database either.
fn flipped(text: &str, at: usize) -> Option<String> {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let unit = at / 16 % units.len();
    units[unit] ^= 1 << (at % 16);
    String::from_utf16(&units).ok()
}

/// Numbers that look random and are the same each time.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize
    }
}

async fn put(store: &'static str, values: &BTreeMap<String, String>) {
    let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
    let write = |(key, text): (&String, &String)| Write {
        store,
        key: key.clone(),
        text: Some(text.clone()),
    };
    database.put_all(&values.iter().map(write).collect::<Vec<_>>()).await.unwrap();
}

#[wasm_bindgen_test]
async fn the_store_opens_over_flipped_bits_and_keeps_what_it_cannot_read() {
    empty().await;
    let tab = Tab::open().await;
    tab.store.add_example(&untrack(|| tab.store.messages()).example).unwrap();
    tab.saved().await;
    tab.kill();
    let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
    let good = texts(&database, "records").await;
    drop(database);
    let local = Local::open("").unwrap();
    let mut draw = Draw(2026);
    let mut flips = 0;
    for start in 0..STARTS {
        empty().await;
        // Half of the values stand in the database, and half in two entries of the journal.
        let (mut values, mut entries) = (BTreeMap::new(), [Vec::new(), Vec::new()]);
        let (mut loads, mut damaged) = (BTreeSet::new(), BTreeSet::new());
        for (name, text) in &good {
            let is_damaged = draw.next().is_multiple_of(4);
            let found = if is_damaged { flipped(text, draw.next()) } else { Some(text.clone()) };
            let Some(found) = found else { continue };
            match is_damaged {
                true => damaged.extend(found.split('\n').map(str::to_owned)),
                false => drop(loads.insert(stored::read(text).unwrap().0)),
            }
            match draw.next() % 4 {
                0 | 1 if !found.contains('\n') => drop(values.insert(name.clone(), found)),
                to => entries[to % 2].push(found),
            }
        }
        flips += damaged.len();
        put("records", &values).await;
        for (number, entry) in entries.iter().enumerate() {
            local.set(&format!("journal/gone/{number}"), &entry.join("\n")).unwrap();
        }
        for _ in 0..2 {
            let tab = Tab::open().await;
            tab.saved().await;
            let aside: Vec<SetAside> = tab.store.set_aside().get_untracked();
            let shown: BTreeSet<String> = aside.iter().map(|found| found.text.clone()).collect();
            assert_eq!(shown, damaged, "start {start}");
            let here = tab.store.workspace(|workspace| {
                let all = workspace.plans().map(|(_, plan)| plan.records().count());
                let all: usize = all.sum();
                (all, loads.iter().all(|key| workspace.get(*key).is_some()))
            });
            assert_eq!(here, (loads.len(), true), "start {start}");
            tab.kill();
            assert!(journal().is_empty(), "what was set aside needs no journal");
        }
        let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
        let kept: BTreeSet<String> = texts(&database, "aside").await.into_values().collect();
        assert_eq!(kept, damaged, "start {start}");
    }
    console_log!("{flips} flipped bits in {STARTS} starts");
    assert!(flips > 300, "{flips}");
    empty().await;
}

#[wasm_bindgen_test]
async fn a_damaged_line_stays_in_the_journal_while_nothing_else_takes_it() {
    empty().await;
    let tab = Tab::open().await;
    let plan = tab.start();
    tab.add_goal(plan, "Good line");
    tab.add_goal(plan, "Bad line");
    tab.saved().await;
    tab.kill();
    let database = Database::open("steadyhand", 2, &STORES).await.unwrap();
    let all = texts(&database, "records").await;
    drop(database);
    empty().await;
    let lines: Vec<String> =
        all.into_values().map(|text| text.replace("Bad line", "Bad l1ne")).collect();
    let local = Local::open("").unwrap();
    local.set("journal/gone/1", &lines.join("\n")).unwrap();

    let full = Injected::new(
        "IDBObjectStore",
        "put",
        "if (this.name === 'aside') throw new DOMException('injected', 'QuotaExceededError');
        return own.apply(this, given);",
    );
    let tab = Tab::open().await;
    tab.saved().await;
    assert_eq!(tab.goals(), ["Good line"]);
    assert_eq!(tab.store.set_aside().get_untracked().len(), 1);
    tab.kill();
    assert_eq!(journal().len(), 1, "there was no room for the damaged line elsewhere");
    drop(full);
    for _ in 0..2 {
        let tab = Tab::open().await;
        tab.saved().await;
        assert_eq!(tab.store.set_aside().get_untracked().len(), 1);
        tab.kill();
        assert!(journal().is_empty());
    }
    empty().await;
}

#[wasm_bindgen_test]
async fn without_a_database_a_damaged_record_is_moved_out_of_the_way() {
    empty().await;
    let no_database = Injected::throwing("IDBFactory", "open", "SecurityError");
    let tab = Tab::open().await;
    let plan = tab.start();
    let goal = tab.add_goal(plan, "Damaged later");
    tab.saved().await;
    assert_eq!(tab.store.save_state().get_untracked(), SaveState::Saved);
    tab.kill();
    let local = Local::open("").unwrap();
    let key = format!("record/{plan}/goals/{goal}");
    let bad = local.get(&key).unwrap().unwrap().replace("later", "l4ter");
    local.set(&key, &bad).unwrap();
    for _ in 0..2 {
        let tab = Tab::open().await;
        let aside = tab.store.set_aside().get_untracked();
        assert_eq!(aside.len(), 1, "{aside:?}");
        assert_eq!(aside[0].text, bad);
        assert!(tab.goals().is_empty());
        tab.kill();
        assert_eq!(local.get(&key), Ok(None), "a later write there replaces nothing");
        assert_eq!(local.keys_under("aside/").unwrap().len(), 1);
    }
    drop(no_database);
    // Once there is a database, it takes that over.
    for _ in 0..2 {
        let tab = Tab::open().await;
        tab.saved().await;
        assert_eq!(tab.store.set_aside().get_untracked().len(), 1);
        tab.kill();
        assert!(local.keys_under("aside/").unwrap().is_empty());
    }
    empty().await;
}
