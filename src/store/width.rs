//! How much room the page has.

use leptos::prelude::*;

use crate::platform::page;

/// From where a list and one of its things stand side by side; the style sheets say the same.
const WIDE: &str = "(min-width: 56.25rem)";

/// Whether the page is wide enough for a list and one of its things, for as long as the present owner
/// lives.
pub fn follow_width() -> Signal<bool> {
    let is_wide = RwSignal::new(page::matches(WIDE));
    let following = page::on_match(WIDE, move |now| {
        // The page may be gone already.
        let _gone = is_wide.try_set(now);
    });
    StoredValue::new_local(following);
    is_wide.into()
}
