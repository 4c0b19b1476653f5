//! `localStorage`, the journal's home: text under keys that begin with the base path.
//!
//! `gloo-storage` panics where storage is blocked and quotes every value as JSON, so the browser's own
//! storage is used. What is written is exactly the text given.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Storage, window};

use super::{base, js};

/// Why `localStorage` did not do what was asked. In every case the old value is untouched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocalError {
    /// The browser has no local storage here, or refuses it.
    #[error("local storage is missing or refused")]
    Blocked,
    /// There is no room left.
    #[error("local storage is full")]
    Full,
    /// The value is there, but is not well-formed text.
    #[error("the value is not well-formed text")]
    NotText,
    /// Anything else, by the browser's own name and message.
    #[error("{name}: {message}")]
    Failed {
        /// The exception's name.
        name: String,
        /// The exception's message.
        message: String,
    },
}

impl LocalError {
    fn of(thrown: &JsValue) -> Self {
        let (name, message) = js::name_and_message(thrown);
        match name.as_str() {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::Full,
            "SecurityError" | "InvalidStateError" => Self::Blocked,
            _ => Self::Failed { name, message },
        }
    }
}

/// The part of `localStorage` that belongs to this copy of the program.
#[derive(Clone, Debug)]
pub struct Local {
    storage: Storage,
    prefix: String,
}

impl Local {
    /// Opens the storage. `space` comes after the base path and before every key, such as
    /// `journal/`; it may be empty.
    pub fn open(space: &str) -> Result<Self, LocalError> {
        let storage = window().ok_or(LocalError::Blocked)?.local_storage();
        match storage {
            Ok(Some(storage)) => Ok(Self { storage, prefix: base::own_name(space) }),
            Ok(None) => Err(LocalError::Blocked),
            Err(_) => Err(LocalError::Blocked),
        }
    }

    /// The text under a key.
    pub fn get(&self, key: &str) -> Result<Option<String>, LocalError> {
        match self.value(&self.full(key))? {
            None => Ok(None),
            Some(value) => js::text(&value).map(Some).ok_or(LocalError::NotText),
        }
    }

    /// The value under a key for a person to look at, as JSON: also one that is not well-formed text.
    pub fn shown(&self, key: &str) -> Result<Option<String>, LocalError> {
        let value = self.value(&self.full(key))?;
        Ok(value.map(|value| js::shown(value.as_ref())))
    }

    /// Writes text under a key. When this fails, the old text is still there.
    pub fn set(&self, key: &str, text: &str) -> Result<(), LocalError> {
        self.storage.set_item(&self.full(key), text).map_err(|thrown| LocalError::of(&thrown))
    }

    /// Removes a key, if it is there.
    pub fn remove(&self, key: &str) -> Result<(), LocalError> {
        self.storage.remove_item(&self.full(key)).map_err(|thrown| LocalError::of(&thrown))
    }

    /// The keys of this space that begin with `prefix`, as they are given to [`Local::get`], sorted.
    pub fn keys_under(&self, prefix: &str) -> Result<Vec<String>, LocalError> {
        let full = self.full(prefix);
        let mut keys: Vec<_> = self
            .all_keys()?
            .into_iter()
            .filter(|key| key.starts_with(&full))
            .filter_map(|key| key.strip_prefix(&self.prefix).map(str::to_owned))
            .collect();
        keys.sort_unstable();
        Ok(keys)
    }

    /// Whether there is any key of this space that begins with one of these.
    pub fn has_under(&self, prefixes: &[&str]) -> Result<bool, LocalError> {
        let is_under = |key: &String| {
            let own = key.strip_prefix(&self.prefix);
            own.is_some_and(|own| prefixes.iter().any(|prefix| own.starts_with(prefix)))
        };
        Ok(self.all_keys()?.iter().any(is_under))
    }

    /// The characters, in the UTF-16 units browsers count, that the whole origin uses: every copy of
    /// the program under this host, and whatever else lives there.
    pub fn used_chars(&self) -> Result<u64, LocalError> {
        let mut used = 0;
        for key in self.all_keys()? {
            let value = self.value(&key)?.map_or(0, |value| value.length());
            used += key.encode_utf16().count() as u64 + u64::from(value);
        }
        Ok(used)
    }

    fn full(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// The value as JavaScript holds it: neither copied nor mended.
    fn value(&self, full: &str) -> Result<Option<JsString>, LocalError> {
        let get = js::method(&self.storage, "getItem").ok_or(LocalError::Blocked)?;
        let value = get
            .call1(&self.storage, &JsValue::from_str(full))
            .map_err(|thrown| LocalError::of(&thrown))?;
        Ok(value.dyn_into().ok())
    }

    fn all_keys(&self) -> Result<Vec<String>, LocalError> {
        let length = self.storage.length().map_err(|thrown| LocalError::of(&thrown))?;
        let mut keys = Vec::with_capacity(length as usize);
        for index in 0..length {
            // Another tab may have removed a key since the count was taken.
            let key = self.storage.key(index).map_err(|thrown| LocalError::of(&thrown))?;
            keys.extend(key);
        }
        Ok(keys)
    }
}
