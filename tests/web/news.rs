//! What is new is the same in every tab, without a reload.

use leptos::prelude::*;
use steadyhand::domain::RecordKey;
use steadyhand::platform::clock;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::store::{Tab, empty};

impl Tab {
    fn news(&self) -> Vec<RecordKey> {
        untrack(|| self.store.news())
    }

    /// Waits until so much is new here.
    async fn has_new(&self, drawn: Memo<usize>, count: usize) {
        for _ in 0..200 {
            if drawn.get_untracked() == count {
                return;
            }
            clock::after(10).await;
        }
        panic!("{} are new instead of {count}", drawn.get_untracked());
    }
}

#[wasm_bindgen_test]
async fn what_one_tab_has_marked_as_seen_is_seen_in_the_other() {
    empty().await;
    let one = Tab::open().await;
    let other = Tab::open().await;
    let plan = one.store.add_example(&untrack(|| one.store.messages()).example).unwrap();
    let plan = plan.subject.unwrap().plan;
    for tab in [&one, &other] {
        tab.store.open_plan(plan);
    }
    let store = other.store;
    let drawn = Memo::new(move |_| store.news().len());
    let news = one.news();
    assert!(news.len() > 2, "the example has something new in it");
    other.has_new(drawn, news.len()).await;

    one.store.see(&news[..1]);
    other.has_new(drawn, news.len() - 1).await;
    assert_eq!(other.news(), news[1..]);
    one.store.see_all();
    other.has_new(drawn, 0).await;
    assert_eq!(one.news(), []);
    one.kill();
    other.kill();
    empty().await;
}
