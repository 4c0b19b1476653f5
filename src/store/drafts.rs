//! Half-written text, kept as it is typed.
//!
//! A draft is named after the field it belongs to, such as `goal/new/title`. It survives the tab,
//! and goes when what it became has been applied.

use leptos::prelude::*;

use super::Store;

/// Before the keys of drafts.
const PREFIX: &str = "draft/";

impl Store {
    /// The draft of that name, if there is one.
    pub fn draft(&self, name: &str) -> Option<String> {
        self.core.try_with_value(|core| {
            core.local.as_ref()?.get(&format!("{PREFIX}{name}")).ok().flatten()
        })?
    }

    /// Keeps a draft; an empty one goes.
    pub fn set_draft(&self, name: &str, text: &str) {
        self.core.with_value(|core| {
            let Some(local) = &core.local else { return };
            let key = format!("{PREFIX}{name}");
            let kept = if text.is_empty() { local.remove(&key) } else { local.set(&key, text) };
            self.note_local(kept);
        });
    }

    /// Removes every draft whose name begins with `prefix`.
    pub fn clear_drafts(&self, prefix: &str) {
        self.core.with_value(|core| {
            let Some(local) = &core.local else { return };
            let keys = local.keys_under(&format!("{PREFIX}{prefix}")).unwrap_or_default();
            for key in keys {
                self.note_local(local.remove(&key));
            }
        });
    }
}
