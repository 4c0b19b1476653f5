//! Files: handing one to the person, and reading one the person picked.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Promise, Uint8Array};
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

    /// Says no if it is larger than allowed.
    ///
    /// # Errors
    /// How large it is.
    pub fn check_size(&self, max_bytes: u64) -> Result<(), FileError> {
        let bytes = self.bytes();
        if bytes > max_bytes { Err(FileError::TooLarge { bytes }) } else { Ok(()) }
    }

    /// Reads the bytes from one place to another.
    ///
    /// # Errors
    /// Why the browser could not.
    pub async fn part(&self, from: u64, to: u64) -> Result<Vec<u8>, FileError> {
        let part = self.0.slice_with_f64_and_f64(from as f64, to as f64);
        let asked = part.and_then(|part| {
            let method = js::method(&part, "arrayBuffer").ok_or(JsValue::UNDEFINED)?;
            method.call0(&part)?.dyn_into::<Promise>()
        });
        let asked =
            asked.map_err(|thrown| FileError::Unreadable(js::name_and_message(&thrown).0))?;
        let read = clock::promised(READ_LIMIT, asked).await;
        match read {
            Some(Ok(buffer)) => Ok(Uint8Array::new(&buffer).to_vec()),
            Some(Err(thrown)) => Err(FileError::Unreadable(js::name_and_message(&thrown).0)),
            None => Err(FileError::Unreadable("no answer".into())),
        }
    }
}

/// How much of a text is handed to the browser at once, in bytes.
const HANDED: usize = 256 * 1024;

/// A text of any length as a file in memory, handed over in pieces between which the browser can do
/// other things.
pub(super) async fn blob(mime: &str, text: &str) -> Result<Blob, JsValue> {
    let parts = Array::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.len().min(HANDED);
        // A character has four bytes at most.
        let cut = (0..4).find_map(|back| rest.split_at_checked(end.saturating_sub(back)));
        let (piece, later) = cut.unwrap_or((rest, ""));
        parts.push(&JsValue::from_str(piece));
        rest = later;
        if !rest.is_empty() {
            clock::breathe().await;
        }
    }
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_str_sequence_and_options(&parts, &options)
}

/// Offers a short text as a file to keep. That the person kept it cannot be known.
pub fn download(file_name: &str, mime: &str, text: &str) -> Result<(), DownloadError> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &options)
        .and_then(|blob| offer(file_name, &blob))
        .map_err(|thrown| DownloadError(js::name_and_message(&thrown).1))
}

/// As [`download`], for text of any length.
pub async fn download_in_pieces(
    file_name: &str,
    mime: &str,
    text: &str,
) -> Result<(), DownloadError> {
    let blob = blob(mime, text).await;
    blob.and_then(|blob| offer(file_name, &blob))
        .map_err(|thrown| DownloadError(js::name_and_message(&thrown).1))
}

fn offer(file_name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = window()
        .and_then(|window| window.document())
        .ok_or_else(|| JsValue::from_str("there is no page"))?;
    let body = document.body().ok_or_else(|| JsValue::from_str("there is no page"))?;
    let address = Url::create_object_url_with_blob(blob)?;
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
