//! How much room the browser gives, and whether it promises to keep what is stored.

use wasm_bindgen::JsValue;
use web_sys::{StorageManager, window};

use super::{clock, js};

/// No answer about storage is waited for longer than this, in milliseconds.
const ANSWER_LIMIT: u32 = 3_000;

/// Room used and room given, in bytes, for the whole origin, as far as the browser tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// What is used.
    pub usage: u64,
    /// What may be used.
    pub quota: u64,
}

/// Whether the browser keeps what is stored when it needs room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persistence {
    /// It does.
    Granted,
    /// It may throw it away.
    Denied,
    /// It has not answered, for instance because it is asking the person.
    Unanswered,
    /// It cannot be asked.
    Missing,
}

/// The room there is. Some browsers do not tell.
pub async fn estimate() -> Option<Estimate> {
    let promise = manager()?.estimate().ok()?;
    let answer = clock::promised(ANSWER_LIMIT, promise).await?.ok()?;
    let number = |key| js::property(&answer, key)?.as_f64().map(|number| number as u64);
    Some(Estimate { usage: number("usage")?, quota: number("quota")? })
}

/// Asks the browser to keep what is stored. Call it from a tap.
pub async fn persist() -> Persistence {
    ask(StorageManager::persist).await
}

/// Whether the browser has promised to keep what is stored.
pub async fn persisted() -> Persistence {
    ask(StorageManager::persisted).await
}

async fn ask(
    question: impl Fn(&StorageManager) -> Result<js_sys::Promise, JsValue>,
) -> Persistence {
    let Some(Ok(promise)) = manager().map(|manager| question(&manager)) else {
        return Persistence::Missing;
    };
    match clock::promised(ANSWER_LIMIT, promise).await {
        Some(Ok(answer)) if answer.is_truthy() => Persistence::Granted,
        Some(_) => Persistence::Denied,
        None => Persistence::Unanswered,
    }
}

/// The storage manager; there is none without https.
fn manager() -> Option<StorageManager> {
    let manager = window()?.navigator().storage();
    (!manager.is_undefined()).then_some(manager)
}
