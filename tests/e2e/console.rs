//! What a page wrote to the console, which each engine tells in its own way.

use std::fs;

use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use crate::app::App;
use crate::engine::Engine;

impl App<'_> {
    /// The errors on the console since this browser opened, uncaught ones included. Chromium tells each
    /// only once.
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
                let errors = self.run(include_str!("console.js"), json!([self.url()]));
                self.ask(self.driver().cmd(Scope("content")));
                errors
            }
            Engine::WebKit => {
                let log = fs::read_to_string(self.log()).unwrap_or_default();
                let is_error =
                    |line: &&str| line.starts_with("CONSOLE ") && line.contains(" ERROR ");
                log.lines().filter(is_error).map(str::to_owned).collect()
            }
        }
    }
}

/// Geckodriver's command that chooses where scripts run: in the page, or in the browser itself.
#[derive(Debug)]
struct Scope(&'static str);

impl FormatRequestData for Scope {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(
            "POST".parse().expect("a method"),
            format!("session/{session}/moz/context"),
        )
        .add_body(json!({ "context": self.0 }))
    }
}
