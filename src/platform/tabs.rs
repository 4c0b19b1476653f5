//! Messages between the tabs of one browser that show this copy of the program.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::{base, js};

/// A message that could not be sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct PostError(String);

/// A line to all other tabs. Dropping it stops both directions.
pub struct Channel {
    inner: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Opens the line of a name, or `None` where the browser has no such thing. (All that can run
    /// this program's WebAssembly do, but for pages it shuts off from storage altogether.)
    /// `on_message` gets what others post, never what this one does.
    pub fn open(name: &str, on_message: impl Fn(String) + 'static) -> Option<Self> {
        let inner = BroadcastChannel::new(&base::own_name(name)).ok()?;
        let listener = EventListener::new(&inner, "message", move |event| {
            let text = event.dyn_ref::<MessageEvent>().and_then(|event| js::text(&event.data()));
            // Whatever is not text was not sent by this program.
            if let Some(text) = text {
                on_message(text);
            }
        });
        Some(Self { inner, _listener: listener })
    }

    /// Sends text to all other tabs that listen now.
    pub fn post(&self, text: &str) -> Result<(), PostError> {
        self.inner
            .post_message(&JsValue::from_str(text))
            .map_err(|thrown| PostError(js::name_and_message(&thrown).1))
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.inner.close();
    }
}
