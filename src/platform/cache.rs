//! Cache Storage as a shelf of texts under names.
//!
//! Browsers keep it apart from IndexedDB, in files of another kind, so what spoils the one leaves the
//! other. It is there on pages that came by https or from this device.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Response, Url, window};

use super::{base, clock, files, js};

/// What is longer is handed to the browser in pieces, in bytes.
const SHORT: usize = 64 * 1024;
/// What texts are, for the browser.
const MIME: &str = "text/plain;charset=utf-8";

/// A shelf that has not answered after this time, in milliseconds, counts as failed.
const ANSWER_LIMIT: u32 = 5_000;

/// Why the shelf did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CacheError {
    /// The browser has none here, or refuses it.
    #[error("this browser has no cache storage here")]
    Missing,
    /// There is no room left.
    #[error("there is no room")]
    Full,
    /// No answer came in time.
    #[error("cache storage does not answer")]
    Silent,
    /// Anything else, by the browser's own name and message.
    #[error("{name}: {message}")]
    Failed {
        /// The exception's name.
        name: String,
        /// The exception's message.
        message: String,
    },
}

impl CacheError {
    fn of(thrown: &JsValue) -> Self {
        let (name, message) = js::name_and_message(thrown);
        match name.as_str() {
            "QuotaExceededError" => Self::Full,
            "SecurityError" => Self::Missing,
            _ => Self::Failed { name, message },
        }
    }
}

/// A shelf of this copy of the program.
#[derive(Clone)]
pub struct Shelf {
    cache: JsValue,
    /// The address of the shelf. Nothing is ever asked for there; a cache names things by addresses.
    address: String,
}

impl Shelf {
    /// Opens the shelf of a name, or makes it.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn open(name: &str) -> Result<Self, CacheError> {
        let window = window().ok_or(CacheError::Missing)?;
        let here = window.location().href().map_err(|_| CacheError::Missing)?;
        let address = Url::new_with_base(&format!("{}{name}/", base::base_path()), &here);
        let address = address.map_err(|_| CacheError::Missing)?.href();
        // Without https the property is not there at all.
        let caches = js::property(&window, "caches").ok_or(CacheError::Missing)?;
        let cache = ask(&caches, "open", &[base::own_name(name).into()]).await?;
        Ok(Self { cache, address })
    }

    /// Whether there is a shelf of a name. Asking makes none. Where the browser does not tell, there may be.
    pub async fn may_be_there(name: &str) -> bool {
        let Some(window) = window() else { return false };
        let Some(caches) = js::property(&window, "caches") else { return false };
        match ask(&caches, "has", &[base::own_name(name).into()]).await {
            Ok(answer) => answer != JsValue::FALSE,
            Err(error) => error != CacheError::Missing,
        }
    }

    /// The names of everything on the shelf.
    ///
    /// # Errors
    /// Why they cannot be told.
    pub async fn names(&self) -> Result<Vec<String>, CacheError> {
        let found = Array::from(&ask(&self.cache, "keys", &[]).await?);
        let name = |request: JsValue| {
            let address = js::property(&request, "url")?.as_string()?;
            address.strip_prefix(&self.address).map(str::to_owned)
        };
        Ok(found.iter().filter_map(name).collect())
    }

    /// The text under a name, if there is one.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub async fn get(&self, name: &str) -> Result<Option<String>, CacheError> {
        let response = ask(&self.cache, "match", &[self.address_of(name)]).await?;
        if response.is_undefined() {
            return Ok(None);
        }
        Ok(ask(&response, "text", &[]).await?.as_string())
    }

    /// Puts a text under a name. When this returns, the browser has taken it.
    ///
    /// # Errors
    /// Why it is not there.
    pub async fn put(&self, name: &str, text: &str) -> Result<(), CacheError> {
        let response = match text.len() <= SHORT {
            true => Response::new_with_opt_str(Some(text)),
            false => {
                let blob = files::blob(MIME, text).await;
                blob.and_then(|blob| Response::new_with_opt_blob(Some(&blob)))
            }
        };
        let response = response.map_err(|thrown| CacheError::of(&thrown))?;
        ask(&self.cache, "put", &[self.address_of(name), response.into()]).await.map(|_| ())
    }

    /// Takes what is under a name off the shelf, if anything is.
    ///
    /// # Errors
    /// Why it is still there.
    pub async fn remove(&self, name: &str) -> Result<(), CacheError> {
        ask(&self.cache, "delete", &[self.address_of(name)]).await.map(|_| ())
    }

    fn address_of(&self, name: &str) -> JsValue {
        format!("{}{name}", self.address).into()
    }
}

/// What a method answers that promises an answer. A browser may also throw at once.
async fn ask(target: &JsValue, method: &str, given: &[JsValue]) -> Result<JsValue, CacheError> {
    let method = js::method(target, method).ok_or(CacheError::Missing)?;
    let promise = method
        .apply(target, &given.iter().collect())
        .and_then(JsValue::dyn_into::<Promise>)
        .map_err(|thrown| CacheError::of(&thrown))?;
    match clock::promised(ANSWER_LIMIT, promise).await {
        Some(answer) => answer.map_err(|thrown| CacheError::of(&thrown)),
        None => Err(CacheError::Silent),
    }
}
