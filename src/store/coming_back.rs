//! A page that was left and is shown again as it was, out of the browser's memory (*back/forward cache*).
//!
//! It has heard no other tab meanwhile, and what it writes under its name another tab may write, too: such a page loses
//! its locks. So it is loaded anew, unless it holds what is stored nowhere. Then it goes on under a new name, and reads
//! everything once more.

use leptos::prelude::*;

use super::{Core, Store};

impl Store {
    /// Whether the page stays as it is.
    pub(super) fn comes_back(&self) -> bool {
        self.journal_again();
        let stays = self.core.try_update_value(|core| {
            let stays = core.holds_alone();
            if stays {
                // It is another's by now, and so is the name that is stored under it.
                core.slot = None;
            }
            stays
        });
        if stays == Some(true) {
            self.forget_device();
            self.catch_up();
        }
        stays == Some(true)
    }
}

impl Core {
    /// Whether something would be gone if this page were.
    fn holds_alone(&self) -> bool {
        !self.queue.is_journaled() || !self.jotter.is_kept_in(self.local.as_ref())
    }
}
