//! Web Share: handing a file to another program on the device.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FilePropertyBag, Navigator, ShareData, window};

use super::js;

/// How sharing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The file was handed over. What became of it there cannot be known.
    Handed,
    /// The person closed the sheet.
    Cancelled,
}

/// Why sharing did not begin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// The browser cannot share this file.
    #[error("this browser cannot share such a file")]
    Missing,
    /// The browser shares only straight after a tap.
    #[error("the browser did not allow it")]
    NotAllowed,
    /// Anything else, by the browser's own name and message.
    #[error("{name}: {message}")]
    Failed {
        /// The exception's name.
        name: String,
        /// The exception's message.
        message: String,
    },
}

/// Whether the browser says it would share a file of such a name and type. iOS takes `.txt` and not
/// `.json`, so ask for the very name.
pub fn can_share(file_name: &str, mime: &str) -> bool {
    prepared("", file_name, mime, " ").is_some()
}

/// Opens the device's sheet to share text as a file. Call it straight from a tap. It waits for as
/// long as the person looks at the sheet.
pub async fn share(
    title: &str,
    file_name: &str,
    mime: &str,
    text: &str,
) -> Result<Shared, ShareError> {
    let (navigator, data) = prepared(title, file_name, mime, text).ok_or(ShareError::Missing)?;
    match JsFuture::from(navigator.share_with_data(&data)).await {
        Ok(_) => Ok(Shared::Handed),
        Err(thrown) => {
            let (name, message) = js::name_and_message(&thrown);
            match name.as_str() {
                "AbortError" => Ok(Shared::Cancelled),
                "NotAllowedError" => Err(ShareError::NotAllowed),
                _ => Err(ShareError::Failed { name, message }),
            }
        }
    }
}

/// The data to share, where the browser is ready to share it.
fn prepared(
    title: &str,
    file_name: &str,
    mime: &str,
    text: &str,
) -> Option<(Navigator, ShareData)> {
    let navigator = window()?.navigator();
    let can = js::method(&navigator, "canShare")?;
    js::method(&navigator, "share")?;
    let options = FilePropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&JsValue::from_str(text));
    let file = File::new_with_str_sequence_and_options(&parts, file_name, &options).ok()?;
    let data = ShareData::new();
    data.set_title(title);
    data.set_files(&Array::of1(&file));
    let willing = can.call1(&navigator, &data).ok()?.is_truthy();
    willing.then_some((navigator, data))
}
