//! Looking through two stores as quickly as a browser hands them over, where most likely all is in order.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, TextEncoder};

use super::{
    DatabaseError,
    read::{Loaded, PIECE, Piece, Range},
    request::{self, Mode},
};
use crate::platform::js;

/// How many bytes of text a piece may have by what those before it had: fewer pieces are quicker, and a browser passes on only so
/// much at once.
const PIECE_BYTES: usize = 1 << 19;
/// How many values it may have in any case.
const MOST: usize = 2_000;

/// A look at a small store and a large one, as they stand together at one moment.
pub struct Skim {
    stores: [IdbObjectStore; 2],
    small: Option<Piece>,
    next: Option<Piece>,
    /// How many values the next piece but one is to have.
    limit: u32,
}

/// Some of what is in the large store, a line for each. A browser joins five hundred texts far sooner than it hands them
/// over one by one. What is no text has been made one, and a text of two lines stands on two: so this is for texts without a
/// break that say themselves whether they are whole.
pub struct Lines {
    keys: String,
    texts: String,
}

impl Skim {
    /// Asks for the small store and for the beginning of the large one.
    pub(super) fn begin(
        database: &IdbDatabase,
        small: &str,
        large: &str,
    ) -> Result<Self, DatabaseError> {
        let transaction = request::transaction(database, &[small, large], Mode::Read)?;
        let store =
            |name| transaction.object_store(name).map_err(|thrown| DatabaseError::of(&thrown));
        let (small, large) = (store(small)?, store(large)?);
        // What is asked for first is answered first, and an answer keeps the transaction open for the next question.
        let first = Some(Piece::ask(&small, &JsValue::UNDEFINED, PIECE)?);
        let next = Some(Piece::ask(&large, &JsValue::UNDEFINED, PIECE)?);
        Ok(Self { stores: [small, large], small: first, next, limit: PIECE })
    }

    /// What is in the small store, if all of that is text and little enough for one answer. To be asked for once, and before
    /// [`Skim::next`].
    pub async fn small(&mut self) -> Result<Option<Vec<(String, String)>>, DatabaseError> {
        let Some(piece) = self.small.take() else { return Ok(None) };
        let (keys, values, more) = piece.come(&self.stores[0], &Range::All, PIECE).await?;
        let mut loaded = Loaded::default();
        loaded.take_all(&keys, &values);
        Ok((more.is_none() && loaded.foreign.is_empty()).then_some(loaded.good))
    }

    /// What comes next in the large store, in the order of its keys; nothing when there is no more.
    pub async fn next(&mut self) -> Result<Option<Lines>, DatabaseError> {
        let Some(piece) = self.next.take() else { return Ok(None) };
        let (keys, values, next) = piece.come(&self.stores[1], &Range::All, self.limit).await?;
        self.next = next;
        let count = keys.length() as usize;
        if count == 0 {
            return Ok(None);
        }
        let texts = joined(&values)?;
        self.limit = (PIECE_BYTES / (texts.len() / count + 1)).clamp(PIECE as usize, MOST) as u32;
        Ok(Some(Lines { keys: joined(&keys)?, texts }))
    }
}

impl Lines {
    /// Gives each key with its text to `take`, and answers whether that was content with all of them. It is `false` also
    /// where there are not as many keys as texts.
    pub fn all(&self, mut take: impl FnMut(&str, &str) -> bool) -> bool {
        let mut keys = self.keys.split('\n');
        let mut texts = self.texts.split('\n');
        texts.all(|text| keys.next().is_some_and(|key| take(key, text))) && keys.next().is_none()
    }
}

/// All of a list as one text, a line for each.
fn joined(list: &Array) -> Result<String, DatabaseError> {
    let thrown = |thrown| DatabaseError::of(&thrown);
    // Something that only looks like a text may refuse to become one.
    let join = js::method(list, "join").ok_or(DatabaseError::Missing)?;
    let text = join.call1(list, &JsValue::from_str("\n")).map_err(thrown)?;
    let encoder = TextEncoder::new().map_err(thrown)?;
    let encode = js::method(&encoder, "encode").ok_or(DatabaseError::Missing)?;
    let bytes = encode.call1(&encoder, &text).map_err(thrown)?;
    let bytes = bytes.dyn_into::<Uint8Array>().map_err(thrown)?.to_vec();
    String::from_utf8(bytes).map_err(|_| DatabaseError::Silent)
}
