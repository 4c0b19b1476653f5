//! What a page wrote to the console, which each engine tells in its own way.

use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use crate::app::App;
use crate::engine::Engine;
use crate::wait::wait_for;

impl App<'_> {
    /// The errors on the console since this browser opened, uncaught ones included. Chromium tells each
    /// only once. Firefox has no record of what a page writes itself, and WebKit none at all: there it is
    /// what was heard since the page was loaded.
    #[track_caller]
    pub fn console_errors(&self) -> Vec<String> {
        match self.engine() {
            Engine::Chromium => {
                let entries = self.ask(self.driver().browser_log());
                let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
                severe.map(|entry| entry.message).collect()
            }
            Engine::Firefox => {
                self.ask(self.driver().cmd(Scope("chrome")));
                let mut errors: Vec<String> =
                    self.run(include_str!("console.js"), json!([self.url()]));
                self.ask(self.driver().cmd(Scope("content")));
                errors.extend(self.heard());
                errors
            }
            Engine::WebKit => self.heard(),
        }
    }

    /// Listens for errors from here on, in the engines whose own record is not whole.
    #[track_caller]
    pub fn listen_for_errors(&self) {
        if self.engine() != Engine::Chromium {
            self.run::<Value>(include_str!("listen.js"), json!([]));
        }
    }

    #[track_caller]
    fn heard(&self) -> Vec<String> {
        self.run("return window.__errors ?? []", json!([]))
    }

    /// The errors on the console that nobody has asked for yet, of a page that may be gone.
    pub(crate) fn last_errors(&self) -> Vec<String> {
        match self.engine() {
            Engine::Chromium => {
                let entries = wait_for(self.driver().browser_log()).unwrap_or_default().into_iter();
                let severe = entries.filter(|entry| entry.level == "SEVERE");
                severe.map(|entry| entry.message).collect()
            }
            _ => self.try_heard(),
        }
    }

    /// The same, of a page that may be gone.
    pub(crate) fn try_heard(&self) -> Vec<String> {
        self.try_run("return window.__errors ?? []", json!([])).unwrap_or_default()
    }
}

/// Geckodriver's command that chooses where scripts run: in the page, or in the browser itself.
#[derive(Debug)]
pub(crate) struct Scope(pub &'static str);

impl FormatRequestData for Scope {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(
            "POST".parse().expect("a method"),
            format!("session/{session}/moz/context"),
        )
        .add_body(json!({ "context": self.0 }))
    }
}
