//! Replaces a method of a browser's prototype for as long as this lives, to make the browser fail.

use std::cell::RefCell;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Puts the browser's own method back when dropped.
pub struct Injected(Replaced);

#[derive(Clone, PartialEq)]
struct Replaced {
    prototype: JsValue,
    method: &'static str,
    own: JsValue,
}

thread_local! {
    /// What is replaced now, the latest last. A failed test drops nothing.
    static REPLACED: RefCell<Vec<Replaced>> = const { RefCell::new(Vec::new()) };
}

/// Puts back every method that is still replaced.
pub fn heal() {
    REPLACED.take().iter().rev().for_each(Replaced::put_back);
}

impl Replaced {
    fn put_back(&self) {
        Reflect::set(&self.prototype, &self.method.into(), &self.own).unwrap();
    }
}

impl Injected {
    /// Makes a method, such as `put` of `IDBObjectStore`, run this JavaScript instead. There `own` is
    /// the browser's method and `given` what it was called with.
    pub fn new(class: &str, method: &'static str, body: &str) -> Self {
        let class = Reflect::get(&js_sys::global(), &class.into()).unwrap();
        let prototype = Reflect::get(&class, &"prototype".into()).unwrap();
        let own = Reflect::get(&prototype, &method.into()).unwrap();
        let make = format!("return function (...given) {{ {body} }}");
        let make = Function::new_with_args("own", &make);
        let replacement: Function = make.call1(&JsValue::NULL, &own).unwrap().dyn_into().unwrap();
        Reflect::set(&prototype, &method.into(), &replacement).unwrap();
        let replaced = Replaced { prototype, method, own };
        REPLACED.with_borrow_mut(|all| all.push(replaced.clone()));
        Self(replaced)
    }

    /// Makes a method throw an exception of this name.
    pub fn throwing(class: &str, method: &'static str, name: &str) -> Self {
        Self::new(class, method, &format!("throw new DOMException('injected', '{name}')"))
    }
}

impl Drop for Injected {
    fn drop(&mut self) {
        self.0.put_back();
        REPLACED.with_borrow_mut(|all| all.retain(|replaced| *replaced != self.0));
    }
}
