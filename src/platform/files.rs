//! Files: handing one to the person, and reading one the person picked.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlElement, HtmlInputElement, Url,
    window,
};

use super::{clock, js};

/// How long the address of a download stays good, in milliseconds. Some browsers begin to read only
/// when the person has answered a question.
const ADDRESS_LIFE: u32 = 60_000;
/// A file that has not been read after this time, in milliseconds, counts as unreadable.
const READ_LIMIT: u32 = 60_000;

/// A file could not be offered for download.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file could not be offered: {0}")]
pub struct DownloadError(String);

/// A picked file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is larger than allowed, and was not read.
    #[error("the file has {bytes} bytes, which is too many")]
    TooLarge {
        /// How large it is.
        bytes: u64,
    },
    /// The browser could not read it: moved, locked, or not yet fetched from a cloud.
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
}

/// A file that a person picked.
#[derive(Clone, Debug)]
pub struct PickedFile(File);

impl PickedFile {
    /// The files of an input's `change` event, which is left empty, so that the same file can be
    /// picked again. (An event of `leptos::ev` is of this type.)
    pub fn from_change(event: &Event) -> Vec<Self> {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return Vec::new() };
        let files = input.files().map_or_else(Vec::new, |list| {
            (0..list.length()).filter_map(|index| list.get(index)).map(Self).collect()
        });
        input.set_value("");
        files
    }

    /// A file by its own bytes, for tests.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Option<Self> {
        let parts = Array::of1(&Uint8Array::from(bytes));
        File::new_with_u8_array_sequence(&parts, name).ok().map(Self)
    }

    /// Its name, without a folder.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// How many bytes it says it has.
    pub fn bytes(&self) -> u64 {
        self.0.size() as u64
    }

    /// Reads it, if it is no larger than allowed.
    pub async fn read(&self, max_bytes: u64) -> Result<Vec<u8>, FileError> {
        let bytes = self.bytes();
        if bytes > max_bytes {
            return Err(FileError::TooLarge { bytes });
        }
        let read = clock::promised(READ_LIMIT, self.0.array_buffer()).await;
        match read {
            Some(Ok(buffer)) => Ok(Uint8Array::new(&buffer).to_vec()),
            Some(Err(thrown)) => Err(FileError::Unreadable(js::name_and_message(&thrown).0)),
            None => Err(FileError::Unreadable("no answer".into())),
        }
    }
}

/// Offers text as a file to keep. That the person kept it cannot be known.
pub fn download(file_name: &str, mime: &str, text: &str) -> Result<(), DownloadError> {
    try_download(file_name, mime, text)
        .map_err(|thrown| DownloadError(js::name_and_message(&thrown).1))
}

fn try_download(file_name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let document = window()
        .and_then(|window| window.document())
        .ok_or_else(|| JsValue::from_str("there is no page"))?;
    let body = document.body().ok_or_else(|| JsValue::from_str("there is no page"))?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(file_name);
    let element: &HtmlElement = &anchor;
    element.set_hidden(true);
    body.append_child(element)?;
    element.click();
    element.remove();
    Timeout::new(ADDRESS_LIFE, move || {
        // An address that is already gone is what was wanted.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
