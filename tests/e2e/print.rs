//! Printing through the browser's own print, and reading what came out.

use thirtyfour::common::print::{PrintPage, PrintParameters};

use crate::app::App;
use crate::engine::Engine;

/// A size of paper, in centimetres.
#[derive(Clone, Copy, Debug)]
pub enum Sheet {
    Letter,
    A4,
}

impl App<'_> {
    /// What the page is on paper: the text of each sheet, with runs of white space made one space.
    /// `None` where the driver cannot print.
    #[track_caller]
    pub fn print(&self, name: &str, sheet: Sheet) -> Option<Vec<String>> {
        if self.engine() == Engine::WebKit {
            return None;
        }
        let (width, height) = match sheet {
            Sheet::Letter => (21.59, 27.94),
            Sheet::A4 => (21.0, 29.7),
        };
        let wanted =
            PrintParameters { page: PrintPage { width, height }, ..PrintParameters::default() };
        let pdf = self.ask(self.driver().print_page(wanted));
        let path = self.shot(&format!("{name}-{sheet:?}.pdf"));
        std::fs::write(&path, &pdf).expect("the file can be written");
        let sheets = pdf_extract::extract_text_from_mem_by_pages(&pdf);
        let sheets = sheets.unwrap_or_else(|error| panic!("{path:?} cannot be read: {error}"));
        let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(sheets.into_iter().map(one_line).collect())
    }
}
