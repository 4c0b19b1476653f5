//! Why the database did not do what was asked.

use wasm_bindgen::JsValue;

use crate::platform::js;

/// Why the database did not do what was asked. Unless it says otherwise, what was stored before is
/// stored still, unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseError {
    /// The browser has no IndexedDB here.
    #[error("this browser has no database")]
    Missing,
    /// The browser has one and refuses it to this page.
    #[error("the browser refuses its database")]
    Refused,
    /// Another tab holds an older version of the database open and does not let go.
    #[error("another tab keeps an older version of the database open")]
    Blocked,
    /// The database was written by a newer version of the program and was left alone.
    #[error("the database belongs to a newer version")]
    Newer,
    /// There is no room left. Nothing of the transaction was written.
    #[error("the database is full")]
    Full,
    /// The connection has been closed, by a newer version in another tab or by the browser.
    #[error("the database has been closed")]
    Closed,
    /// The browser has not answered in time. An open counts as failed; of a write it is not known
    /// whether it was kept, so it must be repeated until one is confirmed.
    #[error("the database does not answer")]
    Silent,
    /// The caller's own edit asked for the transaction to be dropped. Nothing of it was written.
    #[error("the change was withdrawn")]
    Withdrawn,
    /// A value in the way is not text. Nothing of the transaction was written.
    #[error("the value under {key} is not text")]
    NotText {
        /// The key of that value.
        key: String,
    },
    /// Anything else, by the browser's own name and message.
    #[error("{name}: {message}")]
    Failed {
        /// The exception's name.
        name: String,
        /// The exception's message.
        message: String,
    },
}

impl DatabaseError {
    /// The error where the browser should have begun something and gave nothing back.
    pub(super) fn no_request() -> Self {
        Self::Failed { name: "no request".into(), message: String::new() }
    }

    /// The error for something JavaScript threw or a request reported.
    pub(super) fn of(thrown: &JsValue) -> Self {
        let (name, message) = js::name_and_message(thrown);
        match name.as_str() {
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::Newer,
            "SecurityError" => Self::Refused,
            _ => Self::Failed { name, message },
        }
    }
}
