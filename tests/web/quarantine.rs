//! A record that contradicts what is here: kept apart, there after a restart, taken in or removed,
//! and both taken back.

use leptos::prelude::*;
use steadyhand::codec::bundle;
use steadyhand::crdt::Parts;
use steadyhand::domain::{Kind, Plan, PlanId, Reason, Record, RecordId, Value, field};
use steadyhand::platform::{clock, database::Database};
use steadyhand::store::{Incoming, Notice};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::store::{Tab, empty};

/// The plan of a file with the title of one goal changed on the way, but not the write that made it.
fn tampered(text: &str, goal: RecordId) -> String {
    let mut bundle = bundle::read(text.as_bytes()).unwrap();
    for (_, plan) in &mut bundle.plans {
        let mut forged = Plan::default();
        for (kind, id, record) in std::mem::take(plan).into_records() {
            let is_meant = kind == Kind::Goal && id == goal;
            forged.merge_record(kind, id, if is_meant { renamed(record) } else { record });
        }
        *plan = forged;
    }
    bundle::write(&bundle.header, bundle.plans.iter().map(|(id, plan)| (*id, plan)))
}

fn renamed(record: Record) -> Record {
    let Parts { seen, mut fields, deletions } = record.into_parts();
    for (name, entries) in &mut fields {
        if name.as_str() == field::TITLE {
            entries.iter_mut().for_each(|entry| entry.value.value = Value::text("Arteries"));
        }
    }
    Record::from_parts(Parts { seen, fields, deletions })
}

/// Waits until the database keeps so many records apart.
async fn stored(count: usize) {
    let stores = ["records", "aside", "texts", "past", "quarantine"];
    let database = Database::open("steadyhand", 2, &stores).await.unwrap();
    for _ in 0..200 {
        if database.load_all("quarantine").await.unwrap().good.len() == count {
            return;
        }
        clock::after(10).await;
    }
    panic!("the database never keeps {count} records apart");
}

impl Tab {
    /// Waits until so many records are kept apart.
    async fn keeps_apart(&self, count: usize) {
        for _ in 0..200 {
            if self.store.apart().get_untracked().len() == count {
                return;
            }
            clock::after(10).await;
        }
        panic!("keeps apart {:?}", self.store.apart().get_untracked());
    }

    fn disputes(&self, plan: PlanId) -> usize {
        untrack(|| {
            self.store.workspace(|workspace| workspace.plan(plan).unwrap().disputes(plan).len())
        })
    }

    async fn keeps_one_apart(&self, text: &str) {
        let Incoming::Staged(staged) = self.pick(text).await else { panic!("not staged") };
        assert_eq!(staged.arrival.quarantined.len(), 1);
        self.import_staged(Vec::new()).await;
    }
}

#[wasm_bindgen_test]
async fn what_contradicts_is_kept_apart_over_a_restart_and_may_be_taken_in_or_removed() {
    empty().await;
    let ana = Tab::open().await;
    let plan = ana.start();
    let goal = ana.add_goal(plan, "Veins");
    let exported = ana.exported().await.text;
    ana.kill();
    empty().await;
    let dana = Tab::open().await;
    let Incoming::Staged(_) = dana.pick(&exported).await else { panic!("not staged") };
    dana.import_staged(Vec::new()).await;
    let forged = tampered(&exported, goal);
    dana.keeps_one_apart(&forged).await;
    dana.keeps_one_apart(&forged).await;
    dana.keeps_apart(1).await;
    assert_eq!(dana.goals(), ["Veins"]);
    dana.saved().await;
    stored(1).await;
    dana.kill();

    let again = Tab::open().await;
    again.keeps_apart(1).await;
    let apart = again.store.apart().get_untracked().remove(0);
    assert_eq!((apart.found.reason, apart.found.label()), (Reason::OtherValue, "Arteries".into()));
    assert_eq!(apart.from.as_deref(), Some("Ana"));
    assert_eq!(untrack(|| again.store.differences(&apart)).len(), 1);

    again.store.take_in_apart(&apart.name);
    again.keeps_apart(0).await;
    assert_eq!(again.disputes(plan), 1);
    again.store.undo_notice();
    again.keeps_apart(1).await;
    assert_eq!((again.disputes(plan), again.goals()), (0, vec!["Veins".to_owned()]));

    again.store.remove_apart(&apart.name);
    let notice = again.store.notice().get_untracked();
    assert!(matches!(notice, Some(Notice::ApartRemoved(_))), "{notice:?}");
    again.store.undo_notice();
    again.keeps_apart(1).await;
    again.store.remove_apart(&apart.name);
    again.saved().await;
    stored(0).await;
    again.kill();

    let third = Tab::open().await;
    assert_eq!(third.goals(), ["Veins"]);
    third.kill();
    empty().await;
}
