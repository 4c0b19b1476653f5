//! Many writes in one transaction, a few at a time: the browser does other things in between.
//!
//! The next few are asked for by the answer to the last of those before, so the transaction is never
//! without a request and stays open. That happens in the listener itself and not in a task: if the
//! program breaks down elsewhere, all is written all the same, and if it breaks down here, the browser
//! drops the transaction, as it does whenever a listener of a request throws. So it is all or nothing.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{IdbObjectStore, IdbRequest};

use super::request::Work;
use super::{DatabaseError, Write};

/// How many requests are made at once.
pub(super) const WINDOW: usize = 32;

/// Writes under way. They go on for as long as this is held.
pub(super) struct Pump {
    work: Work,
    writes: Vec<Write>,
    /// How many have been asked for.
    asked: Cell<usize>,
    failed: RefCell<Option<DatabaseError>>,
}

impl Pump {
    /// Begins to write.
    pub(super) fn start(work: Work, writes: Vec<Write>) -> Rc<Self> {
        let (asked, failed) = (Cell::default(), RefCell::default());
        let pump = Rc::new(Self { work, writes, asked, failed });
        pump.go_on();
        pump
    }

    /// Waits until the browser has confirmed that the disk has everything, and answers with what
    /// was written.
    pub(super) async fn done(self: Rc<Self>) -> Result<Vec<Write>, DatabaseError> {
        loop {
            let before = self.asked.get();
            match self.work.ended().await {
                // As long as it goes on, it may take its time.
                Err(DatabaseError::Silent) if self.asked.get() > before => {}
                ended => {
                    let failed = self.failed.take();
                    ended.map_err(|why| failed.unwrap_or(why))?;
                    let pump = Rc::into_inner(self);
                    return Ok(pump.map(|pump| pump.writes).unwrap_or_default());
                }
            }
        }
    }

    /// Asks for the next few, and sees to those after them.
    fn go_on(self: &Rc<Self>) {
        if let Err(why) = self.ask() {
            *self.failed.borrow_mut() = Some(why);
            self.work.abort();
        }
    }

    fn ask(self: &Rc<Self>) -> Result<(), DatabaseError> {
        let from = self.asked.get();
        let mut last = None;
        for one in self.writes.iter().skip(from).take(WINDOW) {
            last = Some(write(&self.work.store(one.store)?, &one.key, one.text.as_deref())?);
            self.asked.set(self.asked.get() + 1);
        }
        if let Some(last) = last.filter(|_| self.asked.get() < self.writes.len()) {
            let pump: Weak<Self> = Rc::downgrade(self);
            EventListener::once(&last, "success", move |_| {
                // Nobody waits for it any more; it has been dropped then.
                if let Some(pump) = pump.upgrade() {
                    pump.go_on();
                }
            })
            .forget();
        }
        Ok(())
    }
}

/// Asks for one write. That it fails is told by the end of its transaction.
pub(super) fn write(
    store: &IdbObjectStore,
    key: &str,
    text: Option<&str>,
) -> Result<IdbRequest, DatabaseError> {
    let key = JsValue::from_str(key);
    request(match text {
        Some(text) => store.put_with_key(&JsValue::from_str(text), &key),
        None => store.delete(&key),
    })
}

/// Takes a request whose failure will be told by the end of its transaction.
pub(super) fn request(made: Result<IdbRequest, JsValue>) -> Result<IdbRequest, DatabaseError> {
    match made {
        Ok(request) if request.is_object() => Ok(request),
        Ok(_) => Err(DatabaseError::no_request()),
        Err(thrown) => Err(DatabaseError::of(&thrown)),
    }
}
