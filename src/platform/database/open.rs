//! Opening a database, and noticing that it was closed.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use futures_channel::oneshot;
use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbVersionChangeEvent, window};

use super::{DatabaseError, Write, leaving::Leaving, request};
use crate::platform::{base, clock};

/// A database that has not opened, or not gone, after this time, in milliseconds, counts as failed.
pub const OPEN_LIMIT: u32 = 5_000;

/// Why a connection was closed under its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// A newer version of the program, in another tab, is changing the database's form.
    Upgrade,
    /// The database is being deleted.
    Deletion,
    /// The browser closed it, for instance because the person cleared the site's data.
    Browser,
}

type Told = Rc<dyn Fn(Closing)>;
type Companion = (&'static str, Rc<dyn Fn(&[Write]) -> Vec<Write>>);
type Written = Rc<dyn Fn(Vec<Write>)>;

#[derive(Default)]
struct Watch {
    closed: Cell<Option<Closing>>,
    told: RefCell<Option<Told>>,
}

impl Watch {
    fn close(&self, why: Closing) {
        self.closed.set(Some(why));
        let told = self.told.borrow().clone();
        if let Some(told) = told {
            told(why);
        }
    }
}

/// A connection; it is closed when dropped.
pub(super) struct Connection {
    inner: IdbDatabase,
    watch: Rc<Watch>,
    companion: RefCell<Option<Companion>>,
    written: RefCell<Option<Written>>,
    _listeners: [EventListener; 2],
}

impl Connection {
    /// Opens the database of this name, or makes it.
    pub(super) async fn open(
        name: &str,
        version: u32,
        stores: &[&'static str],
    ) -> Result<Self, DatabaseError> {
        let request = factory()?.open_with_u32(&base::own_name(name), version);
        let request = request.map_err(|thrown| DatabaseError::of(&thrown))?;
        if !request.is_object() {
            return Err(DatabaseError::no_request());
        }
        make_stores(&request, stores.to_vec());
        Self::answered(&request).await
    }

    /// Opens the database of this name in whatever version it is. Where there is none, none is made.
    pub(super) async fn open_as_it_is(name: &str) -> Result<Self, DatabaseError> {
        let request = factory()?.open(&base::own_name(name));
        let request = request.map_err(|thrown| DatabaseError::of(&thrown))?;
        if !request.is_object() {
            return Err(DatabaseError::no_request());
        }
        let asked = request.clone();
        EventListener::once(&request, "upgradeneeded", move |_| {
            if let Some(transaction) = asked.transaction() {
                // The open then fails with the abort as its error.
                let _ = transaction.abort();
            }
        })
        .forget();
        Self::answered(&request).await
    }

    async fn answered(request: &IdbOpenDbRequest) -> Result<Self, DatabaseError> {
        let _leaving = Leaving::drops_upgrade(request);
        let blocked = Rc::new(Cell::new(false));
        let _blocked = EventListener::new(request, "blocked", {
            let blocked = blocked.clone();
            move |_| blocked.set(true)
        });
        match clock::within(OPEN_LIMIT, opened(request)).await {
            Some(Ok(opened)) => opened,
            Some(Err(_)) => Err(DatabaseError::Silent),
            None if blocked.get() => Err(DatabaseError::Blocked),
            None => Err(DatabaseError::Silent),
        }
    }

    fn new(inner: IdbDatabase) -> Self {
        let watch = Rc::new(Watch::default());
        let version_change = {
            let (watch, inner) = (watch.clone(), inner.clone());
            move |event: &Event| {
                let event = event.dyn_ref::<IdbVersionChangeEvent>();
                let upgrade = event.is_some_and(|event| event.new_version().is_some());
                inner.close();
                watch.close(if upgrade { Closing::Upgrade } else { Closing::Deletion });
            }
        };
        let close = {
            let watch = watch.clone();
            move |_: &Event| watch.close(Closing::Browser)
        };
        let listeners = [
            EventListener::new(&inner, "versionchange", version_change),
            EventListener::new(&inner, "close", close),
        ];
        Self {
            inner,
            watch,
            companion: RefCell::default(),
            written: RefCell::default(),
            _listeners: listeners,
        }
    }

    /// The browser's own object, while the connection is open.
    pub(super) fn open_one(&self) -> Result<&IdbDatabase, DatabaseError> {
        match self.watch.closed.get() {
            Some(_) => Err(DatabaseError::Closed),
            None => Ok(&self.inner),
        }
    }

    /// See [`super::Database::version`].
    pub(super) fn version(&self) -> f64 {
        self.inner.version()
    }

    /// See [`super::Database::accompany`].
    pub(super) fn accompany(
        &self,
        store: &'static str,
        ask: impl Fn(&[Write]) -> Vec<Write> + 'static,
    ) {
        *self.companion.borrow_mut() = Some((store, Rc::new(ask)));
    }

    /// The store of what is written along.
    pub(super) fn companion_store(&self) -> Option<&'static str> {
        self.companion.borrow().as_ref().map(|(store, _)| *store)
    }

    /// What is to be written along with these.
    pub(super) fn companions(&self, writes: &[Write]) -> Vec<Write> {
        let companion = self.companion.borrow().clone();
        companion.map(|(_, ask)| ask(writes)).unwrap_or_default()
    }

    /// See [`super::Database::on_written`].
    pub(super) fn on_written(&self, call: impl Fn(Vec<Write>) + 'static) {
        *self.written.borrow_mut() = Some(Rc::new(call));
    }

    /// Tells whoever listens what has been written.
    pub(super) fn tell_written(&self, writes: Vec<Write>) {
        let written = self.written.borrow().clone();
        if let Some(written) = written {
            written(writes);
        }
    }

    /// See [`super::Database::on_closed`].
    pub(super) fn on_closed(&self, call: impl Fn(Closing) + 'static) {
        let call: Told = Rc::new(call);
        *self.watch.told.borrow_mut() = Some(call.clone());
        if let Some(why) = self.watch.closed.get() {
            call(why);
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.inner.close();
    }
}

/// Deletes a whole database of this copy of the program.
pub async fn delete(name: &str) -> Result<(), DatabaseError> {
    let request = factory()?
        .delete_database(&base::own_name(name))
        .map_err(|thrown| DatabaseError::of(&thrown))?;
    let asked = request::Asked::new(Ok(request.unchecked_into()))?;
    match clock::within(OPEN_LIMIT, asked.answer()).await {
        Some(answer) => answer.map(|_| ()),
        None => Err(DatabaseError::Blocked),
    }
}

fn factory() -> Result<IdbFactory, DatabaseError> {
    let window = window().ok_or(DatabaseError::Missing)?;
    match window.indexed_db() {
        Ok(Some(factory)) => Ok(factory),
        Ok(None) => Err(DatabaseError::Missing),
        Err(thrown) => Err(DatabaseError::of(&thrown)),
    }
}

/// Makes the stores that are not there yet when the browser asks for it. The listener outlives this
/// call's future on purpose: an open that was given up can still be carried out by the browser, and
/// without its stores the new version would be of no use to anyone.
fn make_stores(request: &IdbOpenDbRequest, stores: Vec<&'static str>) {
    let asked = request.clone();
    EventListener::once(request, "upgradeneeded", move |_| {
        if make_each(&asked, &stores).is_err()
            && let Some(transaction) = asked.transaction()
        {
            // The open then fails with the abort as its error.
            let _ = transaction.abort();
        }
    })
    .forget();
}

fn make_each(request: &IdbOpenDbRequest, stores: &[&str]) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.dyn_into()?;
    let present = database.object_store_names();
    for store in stores.iter().filter(|store| !present.contains(store)) {
        database.create_object_store(store)?;
    }
    Ok(())
}

/// The connection, once it is there. If nobody waits for it any more by then, it is closed at once,
/// so that it stands in no other tab's way.
fn opened(request: &IdbOpenDbRequest) -> oneshot::Receiver<Result<Connection, DatabaseError>> {
    let (sender, receiver) = oneshot::channel();
    let sender = Rc::new(Cell::new(Some(sender)));
    for kind in ["success", "error"] {
        let (sender, asked) = (sender.clone(), request.clone());
        EventListener::once(request, kind, move |_| {
            let connection = request::outcome(&asked).and_then(|result| {
                let database = result.dyn_into().map_err(|thrown| DatabaseError::of(&thrown))?;
                Ok(Connection::new(database))
            });
            if let Some(sender) = sender.take() {
                let _ = sender.send(connection);
            }
        })
        .forget();
    }
    receiver
}
