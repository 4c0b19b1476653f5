//! Looking through a store as quickly as a browser hands it over, where most likely all is in order.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, TextEncoder};

use super::{
    DatabaseError,
    leaving::Leaving,
    read::{PIECE, Piece, Range},
    request::{self, Mode},
};
use crate::platform::js;

/// How many bytes of text a piece may have by what those before it had: a page that somebody waits for is held up by each only so
/// long.
const PIECE_BYTES: usize = 1 << 17;
/// How many values it may have in any case.
const FEWEST: usize = 50;

/// A look at a store as it stands at one moment.
pub struct Skim {
    store: IdbObjectStore,
    next: Option<Piece>,
    /// How many values the next piece but one is to have.
    limit: u32,
    _leaving: Leaving,
}

/// Some of what is in the store, a line for each. A browser joins five hundred texts far sooner than it hands them
/// over one by one. What is no text has been made one, and a text of two lines stands on two: so this is for texts without a
/// break that say themselves whether they are whole.
pub struct Lines {
    keys: String,
    texts: String,
}

impl Skim {
    /// Asks for the beginning of a store.
    pub(super) fn begin(database: &IdbDatabase, store: &str) -> Result<Self, DatabaseError> {
        let (transaction, leaving) = request::transaction(database, &[store], Mode::Read)?;
        let store = transaction.object_store(store).map_err(|thrown| DatabaseError::of(&thrown))?;
        // An answer keeps the transaction open for the next question.
        let next = Some(Piece::ask(&store, &JsValue::UNDEFINED, PIECE)?);
        Ok(Self { store, next, limit: PIECE, _leaving: leaving })
    }

    /// What comes next, in the order of its keys; nothing when there is no more.
    pub async fn next(&mut self) -> Result<Option<Lines>, DatabaseError> {
        let Some(piece) = self.next.take() else { return Ok(None) };
        let (keys, values, next) = piece.come(&self.store, &Range::All, self.limit).await?;
        self.next = next;
        let count = keys.length() as usize;
        if count == 0 {
            return Ok(None);
        }
        let texts = joined(&values)?;
        self.limit = (PIECE_BYTES / (texts.len() / count + 1)).clamp(FEWEST, PIECE as usize) as u32;
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
    String::from_utf8(bytes).map_err(|error| DatabaseError::Failed {
        name: "no text".into(),
        message: error.to_string(),
    })
}
