//! Reading a whole store, in pieces that no browser chokes on.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore};

use super::{
    DatabaseError,
    request::{self, Asked, Mode, Work},
};
use crate::platform::js;

/// How many values are read at once: enough to be quick, few enough to pass between the processes of
/// a browser, which refuses messages that are too large.
pub(super) const PIECE: u32 = 500;

/// Everything in a store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The keys and the texts under them, in the order of the keys.
    pub good: Vec<(String, String)>,
    /// What is no text, or is not stored under a text, or cannot be read at all.
    pub foreign: Vec<Foreign>,
}

/// A value that is not text under a text key. It is left where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The key, as it is, or as JSON if it is no text.
    pub key: String,
    /// The value as JSON, or why it cannot be read: for a person to look at and to keep.
    pub shown: String,
}

/// Which keys of a store.
pub(super) enum Range<'a> {
    /// All of them.
    All,
    /// Those that begin with this and a slash.
    Under(&'a str),
}

/// See [`super::Database::load_all`] and [`super::Database::load_under`].
pub(super) async fn load(
    database: &IdbDatabase,
    store: &str,
    range: &Range<'_>,
) -> Result<Loaded, DatabaseError> {
    match load_pieces(database, store, range).await {
        // One value that the browser itself cannot read fails every request that includes it.
        Err(DatabaseError::Failed { .. }) => load_singly(database, store, range).await,
        loaded => loaded,
    }
}

/// See [`super::Database::load_few`].
pub(super) async fn load_few(
    database: &IdbDatabase,
    store: &str,
) -> Result<Option<Vec<(String, String)>>, DatabaseError> {
    let (transaction, _leaving) = request::transaction(database, &[store], Mode::Read)?;
    let object = transaction.object_store(store).map_err(|thrown| DatabaseError::of(&thrown))?;
    let piece = Piece::ask(&object, &JsValue::UNDEFINED, PIECE)?;
    let (keys, values, more) = piece.come(&object, &Range::All, PIECE).await?;
    let mut loaded = Loaded::default();
    loaded.take_all(&keys, &values);
    Ok((more.is_none() && loaded.foreign.is_empty()).then_some(loaded.good))
}

/// Reads keys and values a piece at a time, all in one transaction.
async fn load_pieces(
    database: &IdbDatabase,
    store: &str,
    range: &Range<'_>,
) -> Result<Loaded, DatabaseError> {
    let work = Work::begin(database, &[store], Mode::Read)?;
    let object = work.store(store)?;
    let mut loaded = Loaded::default();
    let mut next = Some(Piece::ask(&object, &range.beyond(&JsValue::UNDEFINED)?, PIECE)?);
    while let Some(piece) = next {
        let (keys, values);
        (keys, values, next) = piece.come(&object, range, PIECE).await?;
        loaded.take_all(&keys, &values);
    }
    work.done().await?;
    Ok(loaded)
}

/// Keys and values that have been asked for.
pub(super) struct Piece {
    keys: Asked,
    values: Asked,
    /// How many of each at most. There are more if there are as many.
    limit: u32,
}

impl Piece {
    /// Asks for the first of a range.
    pub(super) fn ask(
        object: &IdbObjectStore,
        range: &JsValue,
        limit: u32,
    ) -> Result<Self, DatabaseError> {
        let keys = Asked::new(object.get_all_keys_with_key_and_limit(range, limit))?;
        let values = Asked::new(object.get_all_with_key_and_limit(range, limit))?;
        Ok(Self { keys, values, limit })
    }

    /// The keys and the values, and what comes after them in the range, at most so many. That is asked for as soon as the
    /// keys are there: the browser fetches it while these are looked at.
    pub(super) async fn come(
        self,
        object: &IdbObjectStore,
        range: &Range<'_>,
        limit: u32,
    ) -> Result<(Array, Array, Option<Self>), DatabaseError> {
        let keys = list(self.keys.answer().await?)?;
        let next = match keys.length() < self.limit {
            true => None,
            false => {
                let last = keys.get(keys.length() - 1);
                Some(Self::ask(object, &range.beyond(&last)?, limit)?)
            }
        };
        Ok((keys, list(self.values.answer().await?)?, next))
    }
}

/// Reads every value in a transaction of its own, so that those which fail, fail alone.
async fn load_singly(
    database: &IdbDatabase,
    store: &str,
    range: &Range<'_>,
) -> Result<Loaded, DatabaseError> {
    let work = Work::begin(database, &[store], Mode::Read)?;
    let keys = work.store(store)?.get_all_keys_with_key(&range.beyond(&JsValue::UNDEFINED)?);
    let keys = list(Asked::new(keys)?.answer().await?)?;
    work.done().await?;
    let mut loaded = Loaded::default();
    for key in keys.iter() {
        match load_one(database, store, &key).await {
            // Somebody else may have removed it since the keys were read.
            Ok(value) if value.is_undefined() => {}
            Ok(value) => loaded.take(&key, &value),
            Err(DatabaseError::Failed { name, message }) => {
                let shown = format!("{name}: {message}");
                loaded.foreign.push(Foreign { key: key_shown(&key), shown });
            }
            Err(other) => return Err(other),
        }
    }
    Ok(loaded)
}

async fn load_one(
    database: &IdbDatabase,
    store: &str,
    key: &JsValue,
) -> Result<JsValue, DatabaseError> {
    let work = Work::begin(database, &[store], Mode::Read)?;
    let object: IdbObjectStore = work.store(store)?;
    Asked::new(object.get(key))?.answer().await
}

impl Loaded {
    fn take_all(&mut self, keys: &Array, values: &Array) {
        for (key, value) in keys.iter().zip(values.iter()) {
            self.take(&key, &value);
        }
    }

    fn take(&mut self, key: &JsValue, value: &JsValue) {
        match (js::text(key), js::text(value)) {
            (Some(key), Some(text)) => self.good.push((key, text)),
            _ => {
                let (key, shown) = (key_shown(key), js::shown(value));
                self.foreign.push(Foreign { key, shown });
            }
        }
    }
}

/// What a request for many answers.
fn list(answer: JsValue) -> Result<Array, DatabaseError> {
    answer.dyn_into().map_err(|answer| DatabaseError::Failed {
        name: "no list".into(),
        message: js::shown(&answer),
    })
}

fn key_shown(key: &JsValue) -> String {
    js::text(key).unwrap_or_else(|| js::shown(key))
}

impl Range<'_> {
    /// The keys of this range that come after `last`; all of them, if there is none before.
    fn beyond(&self, last: &JsValue) -> Result<JsValue, DatabaseError> {
        let is_first = last.is_undefined();
        let range = match self {
            Self::All if is_first => return Ok(JsValue::UNDEFINED),
            Self::All => IdbKeyRange::lower_bound_with_open(last, true),
            Self::Under(folder) => {
                let first = JsValue::from_str(&format!("{folder}/"));
                // The character after the slash.
                let end = JsValue::from_str(&format!("{folder}0"));
                let lower = if is_first { &first } else { last };
                IdbKeyRange::bound_with_lower_open_and_upper_open(lower, &end, !is_first, true)
            }
        };
        range.map(JsValue::from).map_err(|thrown| DatabaseError::of(&thrown))
    }
}
