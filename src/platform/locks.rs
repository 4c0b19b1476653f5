//! Web Locks: something of which every tab takes another one.

use std::{cell::RefCell, rc::Rc};

use futures_channel::oneshot;
use futures_util::future::{Either, select};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

use super::{base, clock, js};

/// A lock manager that has not answered after this time, in milliseconds, counts as missing.
const ANSWER_LIMIT: u32 = 3_000;

/// Why nothing could be claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LockError {
    /// The browser has no locks here, refuses them, or does not answer.
    #[error("this browser has no locks")]
    Missing,
    /// Others hold all that were named.
    #[error("all of them are taken")]
    AllTaken,
}

/// A lock that is held until this is dropped or the page dies, however it dies.
#[must_use]
pub struct Claim {
    name: String,
    release: Function,
}

impl Claim {
    /// Which of the names was free.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // Resolving a promise does not throw.
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}

/// Takes the first of these names that nobody holds, in this tab or any other.
pub async fn claim_first(names: &[String]) -> Result<Claim, LockError> {
    let manager = window()
        .and_then(|window| js::property(&window.navigator(), "locks"))
        .ok_or(LockError::Missing)?;
    for name in names {
        let claimed = clock::within(ANSWER_LIMIT, claim(&manager, name)).await;
        if let Some(release) = claimed.ok_or(LockError::Missing)?? {
            return Ok(Claim { name: name.clone(), release });
        }
    }
    Err(LockError::AllTaken)
}

/// Takes one lock if it is free, and answers with what releases it.
async fn claim(manager: &JsValue, name: &str) -> Result<Option<Function>, LockError> {
    let request = js::method(manager, "request").ok_or(LockError::Missing)?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)
        .map_err(|_| LockError::Missing)?;
    let (sender, granted) = oneshot::channel();
    let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() || lock.is_undefined() {
            // It is another's; nobody waits any more if the question was given up.
            let _ = sender.send(None);
            return JsValue::UNDEFINED;
        }
        let (held, release) = promise();
        match sender.send(release) {
            // The lock is held for as long as this promise is open.
            Ok(()) => held.into(),
            Err(_) => JsValue::UNDEFINED,
        }
    });
    let name = JsValue::from_str(&base::own_name(name));
    let settled: Promise = request
        .call3(manager, &name, &options, &callback)
        .and_then(|promise| promise.dyn_into())
        .map_err(|_| LockError::Missing)?;
    // The request's own promise settles when the lock is given back, or at once when it is refused.
    match select(granted, JsFuture::from(settled)).await {
        Either::Left((Ok(release), _)) => Ok(release),
        _ => Err(LockError::Missing),
    }
}

/// A promise and the function that resolves it.
fn promise() -> (Promise, Option<Function>) {
    let resolve = Rc::new(RefCell::new(None));
    let promise = Promise::new(&mut |resolver, _| {
        *resolve.borrow_mut() = Some(resolver.unchecked_into());
    });
    let resolve = resolve.borrow_mut().take();
    (promise, resolve)
}
