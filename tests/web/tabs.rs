//! Locks and messages between tabs. Two channels, or two claims, in one page are to the browser what
//! two tabs are.

use std::{cell::RefCell, rc::Rc};

use steadyhand::platform::{
    clock,
    locks::{LockError, claim_first},
    tabs::Channel,
};
use wasm_bindgen_test::wasm_bindgen_test;

type Heard = Rc<RefCell<Vec<String>>>;

fn listen(name: &str) -> (Channel, Heard) {
    let heard = Heard::default();
    let channel = Channel::open(name, {
        let heard = heard.clone();
        move |text| heard.borrow_mut().push(text)
    });
    (channel.unwrap(), heard)
}

async fn heard_by(heard: &Heard, count: usize) -> Vec<String> {
    for _ in 0..100 {
        if heard.borrow().len() >= count {
            break;
        }
        clock::after(10).await;
    }
    heard.borrow().clone()
}

#[wasm_bindgen_test]
async fn a_message_reaches_the_others_and_not_its_sender() {
    let (one, by_one) = listen("test/line");
    let (other, by_other) = listen("test/line");
    let (_apart, by_apart) = listen("test/another-line");
    one.post("first").unwrap();
    one.post("second \u{1F489}").unwrap();
    assert_eq!(heard_by(&by_other, 2).await, ["first", "second \u{1F489}"]);
    other.post("back").unwrap();
    assert_eq!(heard_by(&by_one, 1).await, ["back"]);
    assert!(by_apart.borrow().is_empty());
}

#[wasm_bindgen_test]
async fn a_dropped_channel_hears_nothing_more() {
    let (one, _) = listen("test/dropped");
    let (other, by_other) = listen("test/dropped");
    let (_third, by_third) = listen("test/dropped");
    drop(other);
    one.post("late").unwrap();
    assert_eq!(heard_by(&by_third, 1).await, ["late"]);
    assert!(by_other.borrow().is_empty());
}

#[wasm_bindgen_test]
async fn claimants_get_different_slots_and_free_ones_are_given_again() {
    let names: Vec<_> = (0..2).map(|slot| format!("test/slot/{slot}")).collect();
    let first = claim_first(&names).await.unwrap();
    let second = claim_first(&names).await.unwrap();
    assert_eq!((first.name(), second.name()), (names[0].as_str(), names[1].as_str()));
    assert_eq!(claim_first(&names).await.err(), Some(LockError::AllTaken));
    drop(first);
    clock::after(50).await;
    assert_eq!(claim_first(&names).await.unwrap().name(), names[0]);
    assert_eq!(second.name(), names[1]);
}

#[wasm_bindgen_test]
async fn a_refused_lock_is_an_error_and_not_a_wait() {
    let refused = crate::inject::Injected::new(
        "LockManager",
        "request",
        "return Promise.reject(new DOMException('injected', 'SecurityError'))",
    );
    let claimed = claim_first(&["test/refused".to_owned()]).await;
    drop(refused);
    assert_eq!(claimed.err(), Some(LockError::Missing));
}
