//! Half-written text, kept as it is typed.
//!
//! A draft is named after the field it belongs to, such as `goal/new/title`. It survives the tab and
//! the browser, and goes when what it became has been applied.

use super::Store;

/// Before the keys of drafts.
const PREFIX: &str = "draft/";

impl Store {
    /// The draft of that name, if there is one.
    pub fn draft(&self, name: &str) -> Option<String> {
        self.jotted(&format!("{PREFIX}{name}"))
    }

    /// Keeps a draft; an empty one goes.
    pub fn set_draft(&self, name: &str, text: &str) {
        let key = format!("{PREFIX}{name}");
        if !text.is_empty() || self.jotted(&key).is_some() {
            self.jot(&key, text);
        }
    }

    /// Removes every draft whose name begins with `prefix`.
    pub fn clear_drafts(&self, prefix: &str) {
        for key in self.jotted_under(&format!("{PREFIX}{prefix}")) {
            self.jot(&key, "");
        }
    }
}
