//! Counts every call that the store makes to the browser's storage, and makes one of them fail, or
//! all from one on.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The ways in which a call of a name can fail and still be a call that a browser might answer so.
pub fn ways(site: &str) -> &'static [&'static str] {
    match site {
        "Storage.getItem" => &["throw:SecurityError", "null", "throw:UnknownError"],
        "Storage.setItem" => {
            &["throw:QuotaExceededError", "throw:SecurityError", "throw:InvalidStateError"]
        }
        "Storage.removeItem" => &["throw:SecurityError", "throw:UnknownError"],
        "Storage.key" => &["throw:SecurityError", "null", "throw:UnknownError"],
        "Storage.length" => &["throw:SecurityError", "throw:UnknownError"],
        "IDBFactory.open" => &[
            "throw:SecurityError",
            "blocked",
            "error:UnknownError",
            "null",
            "never",
            "error:QuotaExceededError",
            "throw:UnknownError",
        ],
        "IDBDatabase.transaction" => {
            &["throw:InvalidStateError", "versionchange", "close", "null", "throw:UnknownError"]
        }
        "IDBTransaction.objectStore" => &["throw:InvalidStateError", "null", "throw:UnknownError"],
        "IDBObjectStore.get" | "IDBObjectStore.getAll" | "IDBObjectStore.getAllKeys" => &[
            "error:UnknownError",
            "versionchange",
            "never",
            "null",
            "abort",
            "null-value",
            "throw:InvalidStateError",
            "close",
            "throw:SecurityError",
        ],
        "IDBObjectStore.put" | "IDBObjectStore.add" | "IDBObjectStore.delete" => &[
            "throw:QuotaExceededError",
            "late",
            "versionchange",
            "null",
            "error:QuotaExceededError",
            "hang",
            "abort",
            "throw:InvalidStateError",
            "close",
            "error:UnknownError",
        ],
        "CacheStorage.open" | "Cache.put" | "Cache.keys" | "Cache.match" | "Cache.delete" => {
            &["reject", "never", "throw:QuotaExceededError", "throw:SecurityError", "null"]
        }
        "LockManager.request" => &["throw:SecurityError", "never", "reject", "null"],
        "BroadcastChannel" => &["throw:SecurityError"],
        "BroadcastChannel.postMessage" => &["throw:InvalidStateError"],
        "StorageManager.estimate" => &["throw:UnknownError", "never", "reject"],
        other => panic!("no ways to fail are known for {other}"),
    }
}

/// The injector. It is removed when dropped.
pub struct Injector(JsValue);

impl Injector {
    /// Puts itself between the page and its storage. Waiting is `hurry` times shorter from now on.
    pub fn new(hurry: u32) -> Self {
        let make = Function::new_no_args(include_str!("injector.js"));
        let injector = Self(make.call0(&JsValue::NULL).unwrap());
        injector.hurry(hurry);
        injector
    }

    /// Waiting is so many times shorter from now on.
    pub fn hurry(&self, times: u32) {
        self.call("hurry", &[times.into()]);
    }

    /// Counts from zero again. Nothing fails.
    pub fn count(&self) {
        self.begin(None, "", false, "");
    }

    /// Counts from zero again, and makes the `at`-th call, which is one of `site`, fail that way; if
    /// it is `lasting`, every later call of that name, too.
    pub fn begin(&self, at: Option<usize>, way: &str, lasting: bool, site: &str) {
        let at = at.map_or(-1.0, |at| at as f64);
        self.call("begin", &[at.into(), way.into(), lasting.into(), site.into()]);
    }

    /// Nothing fails any more.
    pub fn lift(&self) {
        self.call("lift", &[]);
    }

    /// How many calls have failed since the count began.
    pub fn hits(&self) -> u32 {
        self.call("hits", &[]).as_f64().unwrap() as u32
    }

    /// The names of the calls since the count began, in order.
    pub fn log(&self) -> Vec<String> {
        let log = self.call("log", &[]).as_string().unwrap();
        log.lines().map(str::to_owned).collect()
    }

    fn call(&self, name: &str, given: &[JsValue]) -> JsValue {
        let method: Function = Reflect::get(&self.0, &name.into()).unwrap().dyn_into().unwrap();
        method.apply(&self.0, &given.iter().collect()).unwrap()
    }
}

impl Drop for Injector {
    fn drop(&mut self) {
        self.call("remove", &[]);
    }
}
