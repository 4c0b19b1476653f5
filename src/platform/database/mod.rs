//! IndexedDB, the store of record: text under text keys, in a few stores, written in transactions
//! that are whole or not at all.
//!
//! This speaks to the browser through `web_sys` and not through the crate `idb`, which was tried
//! first. `idb` 0.6 cannot ask for a strict transaction and lends its connection to nobody who could;
//! its transaction future loses the reason of a failure (an error event comes from the request, which
//! it does not expect there, and an abort in the last step, as on a full disk, is told without its
//! cause); and an open that is given up would leave a connection behind that blocks other tabs.

mod error;
mod leaving;
mod open;
mod pump;
mod read;
mod request;
mod skim;

use std::{collections::BTreeSet, rc::Rc};

use wasm_bindgen::JsValue;
use web_sys::IdbObjectStore;

pub use self::{
    error::DatabaseError,
    open::{Closing, OPEN_LIMIT, delete},
    read::{Foreign, Loaded},
    skim::{Lines, Skim},
};
use self::{
    open::Connection,
    pump::{Pump, WINDOW, request, write},
    read::Range,
    request::{Asked, Mode, Work},
};
use super::js;

/// What is to become of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// It becomes this text.
    Put(String),
    /// It goes.
    Remove,
    /// The whole transaction is dropped, with every other edit in it.
    Withdraw,
}

/// One write of [`Database::put_all`] or [`Database::update_beside`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The store to write to.
    pub store: &'static str,
    /// The key to write under.
    pub key: String,
    /// The text, or nothing if the key is to go.
    pub text: Option<String>,
}

/// An open database. Clones share one connection, which is closed with the last of them.
#[derive(Clone)]
pub struct Database(Rc<Connection>);

impl Database {
    /// Opens this copy's database of a name, and makes the stores it does not have yet if its
    /// version is older. It fails after [`OPEN_LIMIT`] milliseconds at the latest.
    pub async fn open(
        name: &str,
        version: u32,
        stores: &[&'static str],
    ) -> Result<Self, DatabaseError> {
        let connection = Connection::open(name, version, stores).await?;
        Ok(Self(Rc::new(connection)))
    }

    /// Opens a database that is there, in whatever version it is, to look at it: what a newer version
    /// of the program keeps in it is not ours to write.
    pub async fn open_as_it_is(name: &str) -> Result<Self, DatabaseError> {
        Ok(Self(Rc::new(Connection::open_as_it_is(name).await?)))
    }

    /// The version that it is in.
    pub fn version(&self) -> u32 {
        // Versions are whole numbers; one that another program has made larger is newer all the same.
        self.0.version() as u32
    }

    /// Calls when the connection has been closed by somebody else, also if that has happened
    /// already. A newer version in another tab is never kept waiting: the connection is closed
    /// first and told of then. A second call of this replaces the first.
    pub fn on_closed(&self, call: impl Fn(Closing) + 'static) {
        self.0.on_closed(call);
    }

    /// Asks before each transaction of [`Database::update_beside`] and [`Database::put_all`] is written
    /// what is to be written along with it, to this store. A second call of this replaces the first.
    pub fn accompany(&self, store: &'static str, ask: impl Fn(&[Write]) -> Vec<Write> + 'static) {
        self.0.accompany(store, ask);
    }

    /// Calls with what has been written, each time the browser has confirmed it. A value that was moved
    /// counts as gone from where it was. A second call of this replaces the first.
    pub fn on_written(&self, call: impl Fn(Vec<Write>) + 'static) {
        self.0.on_written(call);
    }

    /// Everything in a store.
    pub async fn load_all(&self, store: &str) -> Result<Loaded, DatabaseError> {
        read::load(self.0.open_one()?, store, &Range::All).await
    }

    /// Everything in a small store: nothing where there is more than one answer holds, or anything but text.
    pub async fn load_few(
        &self,
        store: &str,
    ) -> Result<Option<Vec<(String, String)>>, DatabaseError> {
        read::load_few(self.0.open_one()?, store).await
    }

    /// Begins to look through a large store.
    pub fn skim(&self, store: &str) -> Result<Skim, DatabaseError> {
        Skim::begin(self.0.open_one()?, store)
    }

    /// Everything in a store whose key is `folder`, a slash, and more.
    pub async fn load_under(&self, store: &str, folder: &str) -> Result<Loaded, DatabaseError> {
        read::load(self.0.open_one()?, store, &Range::Under(folder)).await
    }

    /// One value.
    pub async fn get(&self, store: &str, key: &str) -> Result<Option<String>, DatabaseError> {
        let work = self.begin(&[store], Mode::Read)?;
        let value = get(&work.store(store)?, key)?.answer().await?;
        work.done().await?;
        text_of(key, &value)
    }

    /// The values under the keys, in their order, as they stand together at one moment.
    pub async fn get_each(
        &self,
        store: &str,
        keys: &[String],
    ) -> Result<Vec<Option<String>>, DatabaseError> {
        let work = self.begin(&[store], Mode::Read)?;
        let object = work.store(store)?;
        let mut texts = Vec::with_capacity(keys.len());
        for keys in keys.chunks(WINDOW) {
            let asked = keys.iter().map(|key| get(&object, key)).collect::<Result<_, _>>()?;
            for (key, answer) in keys.iter().zip(Asked::answers(asked).await?) {
                texts.push(text_of(key, &answer)?);
            }
        }
        work.done().await?;
        Ok(texts)
    }

    /// Reads the values under the keys, asks what is to become of each, and writes that, all in one
    /// transaction: nobody writes in between, and all of it is kept or nothing. `edit` is given the
    /// key and its text, if there is one, and answers with nothing to leave it. This returns when
    /// the browser has confirmed that the disk has it. A value that is not text fails the whole.
    pub async fn update(
        &self,
        store: &'static str,
        keys: &[String],
        mut edit: impl FnMut(&str, Option<String>) -> Option<Edit>,
    ) -> Result<(), DatabaseError> {
        self.update_beside(store, keys, &[], |key, text, _| edit(key, text)).await
    }

    /// As [`Database::update`]; and `edit` may ask for writes to the stores named `beside`, which are
    /// part of the same transaction. Without keys there is nothing to ask about, and nothing is done.
    pub async fn update_beside(
        &self,
        store: &'static str,
        keys: &[String],
        beside: &[&str],
        mut edit: impl FnMut(&str, Option<String>, &mut Vec<Write>) -> Option<Edit>,
    ) -> Result<(), DatabaseError> {
        if keys.is_empty() {
            return Ok(());
        }
        let stores = beside.iter().copied().chain([store]).chain(self.0.companion_store());
        let stores: BTreeSet<&str> = stores.collect();
        let work = self.begin(&stores.into_iter().collect::<Vec<_>>(), Mode::Write)?;
        let edited = async {
            let object = work.store(store)?;
            let (mut writes, mut more) = (Vec::with_capacity(keys.len()), Vec::new());
            for keys in keys.chunks(WINDOW) {
                let asked = keys.iter().map(|key| get(&object, key)).collect::<Result<_, _>>()?;
                for (key, answer) in keys.iter().zip(Asked::answers(asked).await?) {
                    let text = match edit(key, text_of(key, &answer)?, &mut more) {
                        None => continue,
                        Some(Edit::Put(text)) => Some(text),
                        Some(Edit::Remove) => None,
                        Some(Edit::Withdraw) => return Err(DatabaseError::Withdrawn),
                    };
                    writes.push(Write { store, key: key.clone(), text });
                }
            }
            writes.append(&mut more);
            writes.extend(self.0.companions(&writes));
            Ok(writes)
        }
        .await;
        // Written only after every edit has been asked for: one that panics writes nothing.
        match edited {
            Ok(writes) => self.0.tell_written(Pump::start(work, writes).done().await?),
            Err(why) => return Err(work.undone(why).await),
        }
        Ok(())
    }

    /// Writes all of these in one transaction, whatever was there before. It returns when the
    /// browser has confirmed that the disk has them.
    pub async fn put_all(&self, writes: &[Write]) -> Result<(), DatabaseError> {
        if writes.is_empty() {
            return Ok(());
        }
        let mut writes = writes.to_vec();
        writes.extend(self.0.companions(&writes));
        let stores: BTreeSet<&str> = writes.iter().map(|write| write.store).collect();
        let work = self.begin(&stores.into_iter().collect::<Vec<_>>(), Mode::Write)?;
        self.0.tell_written(Pump::start(work, writes).done().await?);
        Ok(())
    }

    /// Moves a value to another store and key as it is, without reading it, in one transaction. So
    /// something that is not text can be set aside and its key used again. Without a value under
    /// the key nothing happens. A value already under the new key stays, and fails the move. A text
    /// that is found good after all stays where it is; then this says `false`.
    pub async fn set_aside(
        &self,
        from: (&'static str, &str),
        to: (&'static str, &str),
        is_good: impl Fn(&str) -> bool,
    ) -> Result<bool, DatabaseError> {
        let mut stores = vec![from.0, to.0];
        stores.dedup();
        let work = self.begin(&stores, Mode::Write)?;
        let written = async {
            let (source, target) = (work.store(from.0)?, work.store(to.0)?);
            let value = get(&source, from.1)?.answer().await?;
            if value.is_null() {
                return Err(nothing());
            }
            if js::text(&value).is_some_and(|text| is_good(&text)) {
                return Ok(false);
            }
            if !value.is_undefined() {
                request(target.add_with_key(&value, &JsValue::from_str(to.1)))?;
                write(&source, from.1, None)?;
            }
            Ok(true)
        }
        .await;
        let is_moved = finish(work, written).await?;
        if is_moved {
            let gone = Write { store: from.0, key: from.1.to_owned(), text: None };
            self.0.tell_written(vec![gone]);
        }
        Ok(is_moved)
    }

    fn begin(&self, stores: &[&str], mode: Mode) -> Result<Work, DatabaseError> {
        Work::begin(self.0.open_one()?, stores, mode)
    }
}

/// Waits for the end of a transaction, or for its undoing if something went wrong on the way.
async fn finish<T>(work: Work, written: Result<T, DatabaseError>) -> Result<T, DatabaseError> {
    match written {
        Ok(answer) => work.done().await.map(|()| answer),
        Err(why) => Err(work.undone(why).await),
    }
}

fn get(store: &IdbObjectStore, key: &str) -> Result<Asked, DatabaseError> {
    Asked::new(store.get(&JsValue::from_str(key)))
}

/// `null` is stored by nobody: a browser that answers so has not read the value.
fn nothing() -> DatabaseError {
    DatabaseError::Failed { name: "no value".into(), message: String::new() }
}

fn text_of(key: &str, value: &JsValue) -> Result<Option<String>, DatabaseError> {
    if value.is_undefined() {
        return Ok(None);
    }
    if value.is_null() {
        return Err(nothing());
    }
    match js::text(value) {
        Some(text) => Ok(Some(text)),
        None => Err(DatabaseError::NotText { key: key.to_owned() }),
    }
}
