//! Files that a person brings in, and files that the app gives.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::app::App;
use crate::wait::eventually;

impl App<'_> {
    /// Brings a file in through the file field of that name.
    #[track_caller]
    pub fn upload(&self, label: &str, file: &Path) {
        let field = self.find("file", label, None);
        self.ask(field.send_keys(file.to_string_lossy().as_ref()));
    }

    /// Clicks what offers a download, and answers its file name and text. Chromium and Firefox save a
    /// file, which is read; in WebKit, which saves none, the page's offer is taken down.
    #[track_caller]
    pub fn download(&self, name: &str) -> (String, String) {
        if !self.engine().saves_downloads() {
            self.run::<Value>(include_str!("capture.js"), json!([]));
            self.click(name);
            let script = "const d = window.__downloads.shift(); return d ? [d.name, d.text] : null";
            return eventually(|| self.try_run::<Option<_>>(script, json!([])).flatten())
                .unwrap_or_else(|| panic!("{name:?} offered no download"));
        }
        let before = self.saved();
        self.click(name);
        let new = || self.saved().into_iter().find(|file| !before.contains(file));
        let file = eventually(new).unwrap_or_else(|| panic!("{name:?} saved no file"));
        let text = fs::read_to_string(&file).expect("a saved file can be read");
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, text)
    }

    /// The files that are wholly saved.
    fn saved(&self) -> Vec<PathBuf> {
        let files: Vec<PathBuf> = fs::read_dir(&self.downloads)
            .into_iter()
            .flatten()
            .flatten()
            .map(|e| e.path())
            .collect();
        let is_part = |path: &PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with('.') || name.ends_with(".crdownload") || name.ends_with(".part")
        };
        // Firefox makes an empty file to hold the name, writes a part beside it, and moves that over it:
        // an instant before and after the part, only the empty one is there.
        let is_empty = |path: &PathBuf| fs::metadata(path).map_or(true, |of| of.len() == 0);
        if files.iter().any(|file| is_part(file) || is_empty(file)) { Vec::new() } else { files }
    }
}
