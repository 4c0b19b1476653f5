//! `localStorage`: names, what is not ours, and no room left.

use steadyhand::platform::{
    base,
    local::{Local, LocalError},
};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Storage;

use crate::inject::Injected;

fn raw() -> Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

fn clear(local: &Local) {
    for key in local.keys_under("").unwrap() {
        local.remove(&key).unwrap();
    }
}

#[wasm_bindgen_test]
fn text_comes_back_as_it_was_written_under_a_key_of_this_copy() {
    let local = Local::open("test/text/").unwrap();
    assert_eq!(local.get("a").unwrap(), None);
    let text = "not \"JSON\" \u{1F489} \u{0} é";
    local.set("a", text).unwrap();
    assert_eq!(local.get("a").unwrap().as_deref(), Some(text));
    let full = format!("{}#test/text/a", base::base_path());
    assert_eq!(raw().get_item(&full).unwrap().as_deref(), Some(text));
    local.remove("a").unwrap();
    local.remove("a").unwrap();
    assert_eq!(local.get("a").unwrap(), None);
}

#[wasm_bindgen_test]
fn only_the_keys_of_the_space_and_prefix_are_listed() {
    let (one, other) = (Local::open("test/one/").unwrap(), Local::open("test/other/").unwrap());
    for key in ["b/2", "b/1", "c", "length", "getItem"] {
        one.set(key, "x").unwrap();
    }
    other.set("b/3", "x").unwrap();
    // Another program, or another copy in a folder below, under the same origin.
    let below = format!("{}test/one/b/4", base::base_path());
    raw().set_item(&below, "not json").unwrap();
    assert_eq!(one.keys_under("b/").unwrap(), ["b/1", "b/2"]);
    assert_eq!(one.keys_under("").unwrap(), ["b/1", "b/2", "c", "getItem", "length"]);
    assert_eq!(other.keys_under("").unwrap(), ["b/3"]);
    raw().remove_item(&below).unwrap();
    clear(&one);
    clear(&other);
}

#[wasm_bindgen_test]
fn the_count_is_in_the_units_of_the_browser() {
    let local = Local::open("test/used/").unwrap();
    let before = local.used_chars().unwrap();
    local.set("k", "ab\u{1F489}").unwrap();
    let key = base::own_name("test/used/k").len() as u64;
    assert_eq!(local.used_chars().unwrap() - before, key + 4);
    clear(&local);
}

#[wasm_bindgen_test]
fn half_a_character_is_not_taken_for_text() {
    let local = Local::open("test/broken/").unwrap();
    let key = base::own_name("test/broken/a");
    let put = js_sys::Function::new_with_args("key", "localStorage.setItem(key, 'x\\ud800y')");
    put.call1(&wasm_bindgen::JsValue::NULL, &key.into()).unwrap();
    assert_eq!(local.get("a"), Err(LocalError::NotText));
    local.set("mark", "an honest \u{FFFD}").unwrap();
    assert_eq!(local.get("mark").unwrap().as_deref(), Some("an honest \u{FFFD}"));
    clear(&local);
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_the_old_value() {
    let local = Local::open("test/full/").unwrap();
    local.set("kept", "old").unwrap();
    let mut size = 1 << 20;
    let mut blocks = 0;
    while size > 0 {
        match local.set(&format!("block/{blocks}"), &"x".repeat(size)) {
            Ok(()) => blocks += 1,
            Err(LocalError::Full) => size /= 4,
            Err(other) => panic!("{other:?}"),
        }
        assert!(blocks < 100, "the storage does not fill");
    }
    let longer = "new".repeat(100);
    assert_eq!(local.set("kept", &longer), Err(LocalError::Full));
    assert_eq!(local.get("kept").unwrap().as_deref(), Some("old"));
    assert!(local.used_chars().unwrap() > 5_000_000);
    for block in local.keys_under("block/").unwrap() {
        local.remove(&block).unwrap();
    }
    local.set("kept", &longer).unwrap();
    clear(&local);
}

#[wasm_bindgen_test]
fn refusals_are_errors_and_never_panics() {
    let local = Local::open("test/refused/").unwrap();
    let get = Injected::throwing("Storage", "getItem", "SecurityError");
    assert_eq!(local.get("a"), Err(LocalError::Blocked));
    drop(get);
    let set = Injected::throwing("Storage", "setItem", "UnknownError");
    let failed = local.set("a", "x");
    assert!(matches!(&failed, Err(LocalError::Failed { name, .. }) if name == "UnknownError"));
    drop(set);
    let key = Injected::throwing("Storage", "removeItem", "SecurityError");
    assert_eq!(local.remove("a"), Err(LocalError::Blocked));
    drop(key);
}

#[wasm_bindgen_test]
fn a_browser_without_local_storage_is_not_a_panic() {
    let hide = "const own = Object.getOwnPropertyDescriptor(window, 'localStorage');
        Object.defineProperty(window, 'localStorage',
            { configurable: true, get() { HIDDEN } });
        return own;";
    let show = js_sys::Function::new_with_args(
        "own",
        "Object.defineProperty(window, 'localStorage', own)",
    );
    for hidden in ["return null", "throw new DOMException('no', 'SecurityError')"] {
        let own = js_sys::Function::new_no_args(&hide.replace("HIDDEN", hidden))
            .call0(&wasm_bindgen::JsValue::NULL)
            .unwrap();
        let opened = Local::open("test/none/");
        show.call1(&wasm_bindgen::JsValue::NULL, &own).unwrap();
        assert_eq!(opened.err(), Some(LocalError::Blocked), "{hidden}");
    }
}
