//! Printing: what stands in the margins of each sheet, and the browser's own window for it; and a sheet as a file.

use leptos::prelude::*;

use super::sent::Going;
use super::{DownloadError, Store};
use crate::domain::{ForWhom, Kind, RecordId};
use crate::platform::{files, page};

/// The variable of the style sheet for what stands at the top of each sheet.
const HEAD: &str = "--paper-head";

impl Store {
    /// Says what stands at the top of each sheet that is printed from now on; `None` for nothing.
    pub fn head_paper(&self, words: Option<&str>) {
        page::set_variable(HEAD, words.map(css_text).as_deref());
    }

    /// Opens the browser's own window for printing, which can also save as PDF. `told` are the records whose words
    /// stand on the page; they count as sent from then on, for nobody can know what becomes of paper.
    pub fn print(&self, told: &[(Kind, RecordId)]) {
        self.note_told(told);
        page::print();
    }

    /// Offers a page of HTML as a download. `told` are the records whose words stand on it.
    ///
    /// # Errors
    /// Why the browser refused.
    pub fn save_page(
        &self,
        file_name: &str,
        html: &str,
        told: &[(Kind, RecordId)],
    ) -> Result<(), DownloadError> {
        files::download(file_name, "text/html", html)?;
        self.note_told(told);
        Ok(())
    }

    /// Remembers that records of the open plan have just been told on a page.
    fn note_told(&self, told: &[(Kind, RecordId)]) {
        let Some(plan) = untrack(|| self.open_plan_id()) else { return };
        let Some(outgoing) = untrack(|| self.outgoing(ForWhom::Pair)) else { return };
        let outgoing = outgoing.only(|kind, id| told.contains(&(kind, id)));
        self.note_sent(&Going { plan, outgoing, for_whom: ForWhom::Pair });
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
