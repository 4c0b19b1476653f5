//! What stands in the way of hands and eyes on a page as it stands.

use serde_json::{Value, json};

use crate::app::App;
use crate::wait::lasting;

/// The least size of what can be pressed, in CSS pixels.
const TARGET: u32 = 44;

impl App<'_> {
    /// Ends the journey if something on the page is too small, cut off, covered, nameless or out of order.
    #[track_caller]
    pub fn has_no_faults(&self, page: &str) {
        let faults: Vec<String> = lasting(|| self.run(include_str!("faults.js"), json!([TARGET])));
        if !faults.is_empty() {
            self.screenshot(&format!("faults-{}", page.replace('/', "-")));
        }
        assert!(faults.is_empty(), "{page}: {faults:#?}");
    }

    /// Begins to write down where the keyboard goes. Says how many stops there are.
    #[track_caller]
    pub fn watch_keyboard(&self) -> usize {
        self.run(include_str!("keyboard.js"), json!(["begin"]))
    }

    /// What was wrong on the keyboard's way since [`App::watch_keyboard`].
    #[track_caller]
    pub fn keyboard_faults(&self) -> Vec<String> {
        self.run(include_str!("keyboard.js"), json!(["end"]))
    }

    /// Begins to write down what the page says to those who do not see it.
    #[track_caller]
    pub fn listen(&self) {
        self.run::<Value>(include_str!("announced.js"), json!([]));
    }

    /// Waits until the page has said a text to those who do not see it.
    #[track_caller]
    pub fn hears(&self, text: &str) {
        let heard = || self.run::<Vec<String>>("return window.announced", json!([]));
        let is_said = || heard().iter().any(|said| said.contains(text)).then_some(());
        assert!(crate::wait::eventually(is_said).is_some(), "{text:?} is not said: {:#?}", heard());
    }
}
