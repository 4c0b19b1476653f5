//! The app in one person's browser, in the words of someone using it.
//!
//! Things are found by what they are called on the screen, never by class or position. Every verb waits
//! for what it needs, and ends the journey with the page's text when it does not come. Leaving the scope
//! of an [`App`] closes its browser; after a failure it leaves a picture and the page's text in `shots/`.

use std::fs;
use std::path::PathBuf;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::{Key, WebDriver, WebElement};

use crate::engine::{Engine, Session};
use crate::stage::Stage;
use crate::wait::{DriverFailed, eventually, wait_for};

/// One open browser.
pub struct App<'stage> {
    stage: &'stage Stage,
    person: String,
    pub(crate) downloads: PathBuf,
    session: Option<Session>,
}

impl<'stage> App<'stage> {
    /// Takes over a session; [`Stage::browser`] is how journeys come by one.
    pub fn new(stage: &'stage Stage, session: Session, person: &str, downloads: PathBuf) -> Self {
        Self { stage, person: person.to_owned(), downloads, session: Some(session) }
    }

    /// Opens the app at its start.
    #[track_caller]
    pub fn open(&self) {
        self.go("");
    }

    /// Opens a route, such as `#/goals`, as following a link to it would.
    #[track_caller]
    pub fn go(&self, route: &str) {
        let is_open = self.ask(self.driver().current_url()).as_str().starts_with(&self.url());
        if is_open && route.starts_with('#') {
            // Asking the driver may load the page anew, which a link does not, and which fails offline.
            // What is found next is to be of the new page, not of the one that is left.
            let script = "const [route, done] = arguments;
                if (new URL(route, location).hash === location.hash) return done();
                addEventListener('hashchange', () => setTimeout(done, 0), { once: true });
                location.hash = route;";
            self.run_async::<()>(script, json!([route]));
            return;
        }
        self.ask(self.driver().goto(format!("{}{route}", self.stage.url())));
        self.listen_for_errors();
    }

    /// Opens an address on another host than the stage's own.
    #[track_caller]
    pub fn open_at(&self, url: &str) {
        self.ask(self.driver().goto(url));
        self.listen_for_errors();
    }

    /// Loads the page again, as a person does.
    #[track_caller]
    pub fn reload(&self) {
        if self.engine() == Engine::Firefox {
            // Its driver loads it past the service worker, as nobody does by chance.
            let script = "window.__before = true; setTimeout(() => location.reload())";
            self.run::<Value>(script, json!([]));
            let is_new = "return !window.__before && document.readyState === 'complete'";
            let come = || self.try_run::<bool>(is_new, json!([])).filter(|is_new| *is_new);
            eventually(come).unwrap_or_else(|| self.fail("has no page that comes back"));
        } else {
            self.ask(self.driver().refresh());
        }
        self.listen_for_errors();
    }

    /// Goes back one page.
    #[track_caller]
    pub fn back(&self) {
        self.ask(self.driver().back());
    }

    /// The route, as the address bar has it: `#/goals`.
    #[track_caller]
    pub fn route(&self) -> String {
        self.run("return location.hash", json!([]))
    }

    /// All text that is drawn, with runs of white space made one space.
    pub fn text(&self) -> String {
        let script = "return (document.body?.innerText ?? '').replace(/\\s+/g, ' ').trim()";
        self.try_run(script, json!([])).unwrap_or_default()
    }

    /// Waits until a text is drawn.
    #[track_caller]
    pub fn see(&self, text: &str) {
        if eventually(|| self.text().contains(text).then_some(())).is_none() {
            self.fail(&format!("does not see {text:?}"));
        }
    }

    /// Waits until a text is no longer drawn.
    #[track_caller]
    pub fn see_no(&self, text: &str) {
        if eventually(|| (!self.text().contains(text)).then_some(())).is_none() {
            self.fail(&format!("still sees {text:?}"));
        }
    }

    /// Scrolls to the end of the page, and of the list at its side. Rows far out of sight are not drawn
    /// until one gets there.
    #[track_caller]
    pub fn scroll_to_end(&self) {
        let script = "scrollTo(0, document.documentElement.scrollHeight); \
                      document.querySelector('.panes__list')?.scrollTo(0, 1e6)";
        self.run::<Value>(script, json!([]));
    }

    /// Scrolls to a part of the page by its heading. Rows of a list are not laid out until one comes near.
    #[track_caller]
    pub fn come_to(&self, heading: &str) {
        let script = "const heading = [...document.querySelectorAll('h2, h3')] \
                          .find((one) => one.textContent.trim() === arguments[0]); \
                      heading?.scrollIntoView({ block: 'start', behavior: 'instant' }); return !!heading";
        let come = || self.try_run::<bool>(script, json!([heading])).filter(|there| *there);
        eventually(come).unwrap_or_else(|| self.fail(&format!("finds no heading {heading:?}")));
    }

    /// Clicks a button, link, tab or label by its name.
    #[track_caller]
    pub fn click(&self, name: &str) {
        self.press_element(&self.find("press", name, None));
    }

    /// Clicks by name inside the smallest row or section that has some text.
    #[track_caller]
    pub fn click_in(&self, row: &str, name: &str) {
        self.press_element(&self.find("press", name, Some(row)));
    }

    /// Whether something of that name could be clicked now.
    pub fn can_click(&self, name: &str) -> bool {
        self.try_find("press", name, None).is_ok()
    }

    /// Types at the end of a field. Dates and times are given as `2026-12-18` and `15:30`, and are set
    /// whole, because each engine and language has its own way of typing them.
    #[track_caller]
    pub fn type_into(&self, label: &str, text: &str) {
        let field = self.find("field", label, None);
        let kind = self.ask(field.prop("type")).unwrap_or_default();
        if ["date", "time", "datetime-local", "month", "week", "color", "range"]
            .contains(&kind.as_str())
        {
            let script = include_str!("set.js");
            self.run::<Value>(script, json!([self.argument(&field), text]));
        } else {
            self.once_there(&field, async || field.send_keys(text).await);
        }
    }

    /// Replaces what a field holds.
    #[track_caller]
    pub fn clear_and_type(&self, label: &str, text: &str) {
        let field = self.find("field", label, None);
        self.once_there(&field, async || field.send_keys(Key::Control + "a").await);
        self.ask(field.send_keys(Key::Backspace));
        // One driver refuses to type nothing.
        if !text.is_empty() {
            self.type_into(label, text);
        }
    }

    /// Puts a text into a field as a whole, as pasting it does. Some drivers type no emoji.
    #[track_caller]
    pub fn paste_into(&self, label: &str, text: &str) {
        let field = self.argument(&self.find("field", label, None));
        assert!(
            self.run::<bool>(include_str!("set.js"), json!([field, text])),
            "{label:?} differs"
        );
    }

    /// What a field holds.
    #[track_caller]
    pub fn field(&self, label: &str) -> String {
        self.ask(self.find("field", label, None).prop("value")).unwrap_or_default()
    }

    /// Waits until a field holds a text.
    #[track_caller]
    pub fn see_field(&self, label: &str, text: &str) {
        if eventually(|| (self.field(label) == text).then_some(())).is_none() {
            self.fail(&format!("sees that {label:?} holds {:?}, not {text:?}", self.field(label)));
        }
    }

    /// Chooses an option of a select by its text.
    #[track_caller]
    pub fn choose(&self, label: &str, option: &str) {
        let select = self.argument(&self.find("field", label, None));
        let script = include_str!("set.js");
        let chosen: bool = self.run(script, json!([select, option]));
        assert!(chosen, "{label:?} has no option {option:?}");
    }

    /// Ticks, or unticks, a box, or picks a radio button.
    #[track_caller]
    pub fn tick(&self, label: &str) {
        self.press_element(&self.find("tick", label, None));
    }

    /// Whether a box is ticked, or a radio button picked.
    #[track_caller]
    pub fn is_ticked(&self, label: &str) -> bool {
        let script = format!(
            "const {{ control }} = (function () {{ {} }})(...arguments); \
             return control ? control.checked ?? control.getAttribute('aria-checked') === 'true' : null",
            include_str!("find.js")
        );
        let find = || self.try_run::<Option<bool>>(&script, json!(["tick", label, null])).flatten();
        eventually(find).unwrap_or_else(|| self.fail(&format!("finds no box {label:?}")))
    }

    /// Makes this window the one that has the keyboard. Of several windows without a screen Firefox takes the one
    /// opened last for that, and elsewhere Enter and Space press no button.
    #[track_caller]
    pub fn come_to_front(&self) {
        let window = self.ask(self.driver().window());
        self.ask(self.driver().switch_to_window(window));
    }

    /// Presses a key where the focus is: `Key::Tab`, `Key::Enter`, or `Key::Control + "z"`.
    #[track_caller]
    pub fn press(&self, key: impl Into<thirtyfour::TypingData>) {
        let focused = self.ask(self.driver().active_element());
        self.ask(focused.send_keys(key));
    }

    /// Takes a picture of the page into `shots/`.
    #[track_caller]
    pub fn screenshot(&self, name: &str) {
        let path = self.shot(&format!("{name}.png"));
        self.ask(self.driver().screenshot(&path));
    }

    /// Where a file about this person goes, for whoever looks at what a journey saw.
    pub fn shot(&self, name: &str) -> PathBuf {
        self.stage.shot(&format!("{}-{name}", self.person))
    }

    /// The width of the page in CSS pixels, and how far its content reaches.
    #[track_caller]
    pub fn widths(&self) -> (u32, u32) {
        self.run("return [innerWidth, document.documentElement.scrollWidth]", json!([]))
    }

    /// Runs a script, for the rare thing that has no verb, and answers what it returns.
    #[track_caller]
    pub fn run<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> T {
        let Value::Array(arguments) = arguments else { panic!("arguments are a list") };
        self.ask(async { self.driver().execute(script, arguments).await?.convert() })
    }

    /// Runs a script that calls its last argument with the answer.
    #[track_caller]
    pub fn run_async<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> T {
        let Value::Array(arguments) = arguments else { panic!("arguments are a list") };
        self.ask(async { self.driver().execute_async(script, arguments).await?.convert() })
    }

    /// Kills the browser without a word, as a phone does to save memory.
    pub fn kill(mut self) {
        if let Some(session) = self.session.take() {
            session.kill();
        }
    }

    /// Closes the browser, as leaving the scope does.
    pub fn close(self) {}

    /// The engine this browser is of.
    pub fn engine(&self) -> Engine {
        self.stage.engine
    }

    /// The address of the app.
    pub fn url(&self) -> String {
        self.stage.url()
    }

    /// The driver, for what has no verb yet.
    pub fn driver(&self) -> &WebDriver {
        &self.session.as_ref().expect("a session lasts as long as its app").driver
    }

    /// Waits for a driver's answer; an error ends the journey.
    #[track_caller]
    pub fn ask<T>(&self, answer: impl Future<Output = WebDriverResult<T>>) -> T {
        match wait_for(answer) {
            Ok(value) => value,
            Err(error) => DriverFailed::sort(&self.person, &error),
        }
    }

    /// An element, as scripts take it.
    #[track_caller]
    fn argument(&self, element: &WebElement) -> Value {
        self.ask(std::future::ready(element.to_json()))
    }

    /// Runs a script that may fail while a page is being replaced.
    pub fn try_run<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> Option<T> {
        let Value::Array(arguments) = arguments else { return None };
        wait_for(self.driver().execute(script, arguments)).ok()?.convert().ok()
    }

    #[track_caller]
    pub fn find(&self, purpose: &str, name: &str, row: Option<&str>) -> WebElement {
        let mut names = Vec::new();
        let attempt = || self.try_find(purpose, name, row).map_err(|other| names = other).ok();
        match eventually(attempt) {
            Some(element) => element,
            None => {
                self.fail(&format!("finds nothing to {purpose} called {name:?}, only {names:?}"))
            }
        }
    }

    /// Ends the journey with what the page did wrong, unless there is no page any more: then by that.
    #[track_caller]
    fn fail(&self, what: &str) -> ! {
        match wait_for(self.driver().windows()) {
            Err(error) if DriverFailed::is(&error) => DriverFailed::sort(&self.person, &error),
            _ => panic!("{} {what}", self.person),
        }
    }

    /// The element, or the names of those that could have been meant.
    fn try_find(
        &self,
        purpose: &str,
        name: &str,
        row: Option<&str>,
    ) -> Result<WebElement, Vec<String>> {
        let arguments = vec![json!(purpose), json!(name), json!(row)];
        let found = wait_for(self.driver().execute(include_str!("find.js"), arguments));
        let found = found.map_err(|error| vec![error.to_string()])?;
        let element = found.json()["element"].clone();
        WebElement::from_json(element, self.driver().handle().clone()).map_err(|_| {
            let names = found.json()["names"].as_array().into_iter().flatten();
            names.filter_map(|name| name.as_str().map(str::to_owned)).collect()
        })
    }

    /// Clicks in the middle of the window, where no bar that floats at an edge is in the way.
    #[track_caller]
    fn press_element(&self, element: &WebElement) {
        let _may_be_gone = self.try_run::<Value>(BEFORE_A_PRESS, json!([]));
        self.once_there(element, async || element.click().await);
        // What is found next is to be of the page that it leads to. One that is loaded anew has nothing to say.
        let has_come = || self.try_run(HAS_COME, json!([])).unwrap_or(true).then_some(());
        let _come = eventually(has_come);
    }

    /// Brings an element to the middle of the window and does something to it. What was out of sight is laid out some
    /// frames later, and until then the driver finds no place of it.
    #[track_caller]
    fn once_there(&self, element: &WebElement, act: impl AsyncFn() -> WebDriverResult<()>) {
        let target = self.argument(element);
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        let attempt = || {
            let _may_be_gone = self.try_run::<Value>(script, json!([target]));
            Some(wait_for(act())).filter(|done| !done.as_ref().is_err_and(is_not_there_yet))
        };
        let done = eventually(attempt).unwrap_or_else(|| wait_for(act()));
        self.ask(std::future::ready(done));
    }
}

/// Has the page note when it goes elsewhere: the page of a link or a button is drawn one frame later, or half a second
/// where there are no frames.
const BEFORE_A_PRESS: &str =
    "const turn = (window.__turn = { was: location.hash, at: performance.now(), state: 'here' });
    addEventListener('hashchange', () => {
      turn.state = 'turning';
      const end = () => (turn.state = 'there');
      requestAnimationFrame(() => setTimeout(() => setTimeout(end)));
      setTimeout(end, 600);
    }, { once: true });";

/// Whether what was pressed led nowhere else, or the page that it led to has been drawn. An address that was replaced
/// is told by no event, and its page is there at once.
const HAS_COME: &str = "const { was, at, state } = window.__turn ?? { state: 'there' };
    return state === 'there' ||
      (state === 'here' && (location.hash === was || performance.now() - at > 150));";

/// Whether a driver says that an element has no place on the page where it could be reached.
fn is_not_there_yet(error: &WebDriverError) -> bool {
    matches!(error.as_inner(), WebDriverErrorInner::ElementNotInteractable(_))
}

impl Drop for App<'_> {
    fn drop(&mut self) {
        if self.session.is_none() {
            return;
        }
        if !std::thread::panicking() {
            self.stage.note_refusals(self.refusals());
            return;
        }
        let path = self.stage.shot(&format!("{}-failed", self.person));
        let _ = wait_for(self.driver().screenshot(&path.with_extension("png")));
        let _ = fs::write(path.with_extension("txt"), self.text());
        let seen: String = self.text().chars().take(1500).collect();
        println!(
            "     {}'s page said: {seen}\n     {}",
            self.person,
            path.with_extension("png").display()
        );
        self.last_errors().iter().for_each(|error| println!("     on its console: {error}"));
    }
}
