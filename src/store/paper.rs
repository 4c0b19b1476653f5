//! Printing: what stands in the margins of each sheet, and the browser's own window for it; and a sheet as a file.

use super::{DownloadError, Store};
use crate::platform::{files, page};

/// The variable of the style sheet for what stands at the top of each sheet.
const HEAD: &str = "--paper-head";

impl Store {
    /// Says what stands at the top of each sheet that is printed from now on; `None` for nothing.
    pub fn head_paper(&self, words: Option<&str>) {
        page::set_variable(HEAD, words.map(css_text).as_deref());
    }

    /// Opens the browser's own window for printing, which can also save as PDF.
    pub fn print(&self) {
        page::print();
    }

    /// Offers a page of HTML as a download.
    ///
    /// # Errors
    /// Why the browser refused.
    pub fn save_page(&self, file_name: &str, html: &str) -> Result<(), DownloadError> {
        files::download(file_name, "text/html", html)
    }
}

/// A text as CSS, in quotes. What could end it or mean something else is written by its number.
fn css_text(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' | '<' | '>' => quoted.push_str(&format!("\\{:x} ", u32::from(letter))),
            letter if letter.is_control() => quoted.push(' '),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
