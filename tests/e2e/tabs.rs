//! Several tabs in one person's browser, and ways for one of them to end.

use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WindowHandle};

use crate::app::App;
use crate::engine::Engine;
use crate::wait::{eventually, wait_for};

impl App<'_> {
    /// The tab that the verbs speak of.
    #[track_caller]
    pub fn tab(&self) -> WindowHandle {
        self.ask(self.driver().window())
    }

    /// Opens one more tab, empty, and goes over to it. In WebKit it is a window: MiniBrowser draws a
    /// tab only where it is in front.
    #[track_caller]
    pub fn new_tab(&self) -> WindowHandle {
        let tab = match self.engine() {
            Engine::WebKit => self.ask(self.driver().new_window()),
            Engine::Chromium | Engine::Firefox => self.ask(self.driver().new_tab()),
        };
        self.turn_to(&tab);
        tab
    }

    /// Waits for a tab that the page has opened beside this one.
    #[track_caller]
    pub fn other_tab(&self, own: &WindowHandle) -> WindowHandle {
        let other = || self.ask(self.driver().windows()).into_iter().find(|tab| tab != own);
        eventually(other).unwrap_or_else(|| panic!("no other tab was opened"))
    }

    /// Goes over to another tab.
    #[track_caller]
    pub fn turn_to(&self, tab: &WindowHandle) {
        self.ask(self.driver().switch_to_window(tab.clone()));
    }

    /// Closes this tab, whatever it is doing, and goes over to another.
    #[track_caller]
    pub fn close_tab(&self, next: &WindowHandle) {
        self.ask(self.driver().close_window());
        self.turn_to(next);
    }

    /// Ends the process behind this tab in the middle of whatever it is doing, and goes over to
    /// another. Only Chromium can be told to do that.
    #[track_caller]
    pub fn crash_tab(&self, next: &WindowHandle) {
        let crashed = wait_for(self.driver().cmd(Chromium("Page.crash", json!({}))));
        // A tab that is gone can only answer that it is.
        assert!(crashed.is_err(), "the tab did not crash: {crashed:?}");
        self.close_tab(next);
    }

    /// Loads an address below the app's own, whatever is open now.
    #[track_caller]
    pub fn visit(&self, path: &str) {
        self.ask(self.driver().goto(format!("{}{path}", self.url())));
    }

    /// Gives Chromium a command of its own protocol.
    #[track_caller]
    pub fn command_chromium(&self, name: &'static str, parameters: Value) -> Value {
        self.ask(async { Ok(self.driver().cmd(Chromium(name, parameters)).await?.body) })
    }
}

/// A command of the protocol that Chromium's own tools speak.
#[derive(Debug)]
struct Chromium(&'static str, Value);

impl FormatRequestData for Chromium {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(
            "POST".parse().expect("a method"),
            format!("session/{session}/goog/cdp/execute"),
        )
        .add_body(json!({ "cmd": self.0, "params": self.1 }))
    }
}
