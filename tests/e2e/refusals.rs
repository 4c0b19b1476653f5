//! What the page's policy refused, as the host and the browser know it.
//!
//! The host repeats the policy of the page it sends as one that only reports, so that every engine tells it
//! of every refusal, from the first byte of the page on. While the host is away, Chromium's and Firefox's
//! own records say the same.

use serde_json::Value;

use crate::app::App;
use crate::console::Scope;
use crate::engine::Engine;
use crate::wait::wait_for;

/// Where browsers report to, outside the app's folder.
pub const REPORTS: &str = "/refusals";
/// The header that asks them to.
pub const HEADER: &str = "Content-Security-Policy-Report-Only";

/// What the host sends with a page: the page's own policy, and where to report. Other files have none.
pub fn reporting(page: &[u8]) -> Option<String> {
    let page = std::str::from_utf8(page).ok()?;
    // The build drops quotes and spaces where it can, and sorts attributes as it likes.
    let (before, after) = page.split_once("Content-Security-Policy")?;
    let before = before.rsplit_once('<')?.1;
    let within = [before, after.split_once('>')?.0].concat();
    let policy = within.split_once("content=\"")?.1.split_once('"')?.0;
    Some(format!("{policy}; report-uri {REPORTS}"))
}

impl App<'_> {
    /// What this browser's own record has of refusals. A browser that is gone has none.
    pub fn refusals(&self) -> Vec<String> {
        let told = match self.engine() {
            Engine::Chromium => {
                let log = wait_for(self.driver().browser_log()).unwrap_or_default();
                log.into_iter().map(|entry| entry.message).collect()
            }
            Engine::Firefox => {
                let _ = wait_for(self.driver().cmd(Scope("chrome")));
                let record = include_str!("console.js");
                let told = self.try_run(record, Value::Array(vec![self.url().into()]));
                let _ = wait_for(self.driver().cmd(Scope("content")));
                told.unwrap_or_default()
            }
            Engine::WebKit => self.try_heard(),
        };
        let is_refusal = |text: &String| {
            text.contains("Content Security Policy") || text.contains("Content-Security-Policy")
        };
        told.into_iter().filter(is_refusal).collect()
    }
}
