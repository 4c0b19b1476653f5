//! Requests and transactions as futures.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use futures_channel::oneshot::{self, Receiver};
use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

use super::DatabaseError;
use super::leaving::Leaving;
use crate::platform::{clock, js};

/// A transaction the browser has not ended after this time, in milliseconds, is abandoned.
const WORK_LIMIT: u32 = 30_000;
/// What is only read has to come in this time, in milliseconds: somebody waits for it, and it can be read again.
const READ_LIMIT: u32 = 8_000;

/// What a transaction may do.
#[derive(Clone, Copy)]
pub(super) enum Mode {
    /// Only read.
    Read,
    /// Read and write; `complete` then means that the disk has it.
    Write,
}

/// A request that has been made and will answer.
pub(super) struct Asked {
    answer: Receiver<Result<JsValue, DatabaseError>>,
    _listeners: [EventListener; 2],
}

impl Asked {
    /// Listens to a request from now on; so several can be made before the first is awaited.
    pub(super) fn new(request: Result<IdbRequest, JsValue>) -> Result<Self, DatabaseError> {
        let request = request.map_err(|thrown| DatabaseError::of(&thrown))?;
        if !request.is_object() {
            return Err(DatabaseError::no_request());
        }
        let (sender, answer) = oneshot::channel();
        let sender = std::rc::Rc::new(Cell::new(Some(sender)));
        let listen = |kind: &'static str| {
            let (sender, request) = (sender.clone(), request.clone());
            EventListener::once(&request.clone(), kind, move |_| {
                if let Some(sender) = sender.take() {
                    // A dropped future has lost its interest in the answer.
                    let _ = sender.send(outcome(&request));
                }
            })
        };
        let listeners = [listen("success"), listen("error")];
        Ok(Self { answer, _listeners: listeners })
    }

    /// The answers to several requests, in their order.
    pub(super) async fn answers(asked: Vec<Self>) -> Result<Vec<JsValue>, DatabaseError> {
        let receiving = async {
            let mut answers = Vec::with_capacity(asked.len());
            for one in asked {
                answers.push(one.answer.await.unwrap_or(Err(DatabaseError::Silent))?);
            }
            Ok(answers)
        };
        clock::within(WORK_LIMIT, receiving).await.unwrap_or(Err(DatabaseError::Silent))
    }

    /// The answer to what is read.
    pub(super) async fn answer(self) -> Result<JsValue, DatabaseError> {
        match clock::within(READ_LIMIT, self.answer).await {
            Some(Ok(answer)) => answer,
            Some(Err(_)) | None => Err(DatabaseError::Silent),
        }
    }
}

/// What a request that is done has come to.
pub(super) fn outcome(request: &IdbRequest) -> Result<JsValue, DatabaseError> {
    match request.error() {
        Ok(Some(error)) => Err(DatabaseError::of(&error)),
        Ok(None) => request.result().map_err(|thrown| DatabaseError::of(&thrown)),
        Err(thrown) => Err(DatabaseError::of(&thrown)),
    }
}

/// A transaction under way. Dropped before its end is known, it is aborted, so a caller that fails
/// or goes away half-way leaves nothing half-written.
pub(super) struct Work {
    transaction: IdbTransaction,
    end: RefCell<Option<Receiver<Result<(), DatabaseError>>>>,
    _leaving: Leaving,
    _listeners: [EventListener; 2],
}

impl Work {
    /// Begins a transaction over the given stores.
    pub(super) fn begin(
        database: &IdbDatabase,
        stores: &[&str],
        mode: Mode,
    ) -> Result<Self, DatabaseError> {
        let (transaction, leaving) = transaction(database, stores, mode)?;
        let (sender, end) = oneshot::channel();
        let sender = std::rc::Rc::new(Cell::new(Some(sender)));
        let complete = {
            let sender = sender.clone();
            EventListener::once(&transaction, "complete", move |_| {
                if let Some(sender) = sender.take() {
                    let _ = sender.send(Ok(()));
                }
            })
        };
        let abort = {
            let aborted = transaction.clone();
            EventListener::once(&transaction, "abort", move |_| {
                if let Some(sender) = sender.take() {
                    let _ = sender.send(Err(reason(&aborted)));
                }
            })
        };
        let end = RefCell::new(Some(end));
        Ok(Self { transaction, end, _leaving: leaving, _listeners: [complete, abort] })
    }

    /// A store of this transaction.
    pub(super) fn store(&self, name: &str) -> Result<IdbObjectStore, DatabaseError> {
        self.transaction.object_store(name).map_err(|thrown| DatabaseError::of(&thrown))
    }

    /// Waits until everything asked for is done and, for a write, on the disk.
    pub(super) async fn done(self) -> Result<(), DatabaseError> {
        self.ended().await
    }

    /// As [`Work::done`]; when it has said that there was no answer, it may be asked again.
    pub(super) async fn ended(&self) -> Result<(), DatabaseError> {
        let ending = poll_fn(|context| match self.end.borrow_mut().as_mut() {
            Some(end) => Pin::new(end).poll(context),
            None => Poll::Ready(Ok(Ok(()))),
        });
        match clock::within(WORK_LIMIT, ending).await {
            Some(Ok(ended)) => {
                self.end.take();
                ended
            }
            Some(Err(_)) | None => Err(DatabaseError::Silent),
        }
    }

    /// Drops everything asked for.
    pub(super) fn abort(&self) {
        // An abort that comes too late is answered by the end of the transaction itself.
        let _ = self.transaction.abort();
    }

    /// Drops everything asked for, and waits until that is so.
    pub(super) async fn undone(self, why: DatabaseError) -> DatabaseError {
        self.abort();
        match self.done().await {
            Ok(()) | Err(DatabaseError::Silent) => DatabaseError::Silent,
            Err(_) => why,
        }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        if self.end.get_mut().is_some() {
            // It fails only when the transaction has ended, and then there is nothing to abort.
            let _ = self.transaction.abort();
        }
    }
}

/// Why a transaction was aborted. The cause is known to it alone where it failed in its last step,
/// as it does when the disk is full.
fn reason(transaction: &IdbTransaction) -> DatabaseError {
    match transaction.error() {
        Some(error) => DatabaseError::of(&error),
        None => DatabaseError::Failed { name: "AbortError".into(), message: String::new() },
    }
}

/// `IDBDatabase.transaction` with its third argument, which `web_sys` has only among its unstable
/// interfaces. Browsers that do not know the option ignore it. As long as what comes along is held, the transaction is
/// dropped when the page is left.
pub(super) fn transaction(
    database: &IdbDatabase,
    stores: &[&str],
    mode: Mode,
) -> Result<(IdbTransaction, Leaving), DatabaseError> {
    let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
    let options = Object::new();
    let mode = match mode {
        Mode::Read => "readonly",
        Mode::Write => {
            Reflect::set(&options, &"durability".into(), &"strict".into())
                .map_err(|thrown| DatabaseError::of(&thrown))?;
            "readwrite"
        }
    };
    let begin = js::method(database, "transaction").ok_or(DatabaseError::Missing)?;
    let begun = begin.call3(database, &names, &JsValue::from_str(mode), &options);
    let begun = begun.map_err(|thrown| match DatabaseError::of(&thrown) {
        // This is what a connection says that is closing or closed.
        DatabaseError::Failed { name, .. } if name == "InvalidStateError" => DatabaseError::Closed,
        other => other,
    })?;
    let transaction: IdbTransaction =
        begun.dyn_into().map_err(|thrown| DatabaseError::of(&thrown))?;
    let leaving = Leaving::drops(&transaction);
    Ok((transaction, leaving))
}
